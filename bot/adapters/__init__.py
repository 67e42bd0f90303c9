"""One file per peer, named after it."""
