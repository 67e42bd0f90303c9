"""Who says what, how firmly, and through whom it came."""
