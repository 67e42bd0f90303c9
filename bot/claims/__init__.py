"""Stage 3, what the article claims: the form a reader fills, its checks, and the reading. Pure."""
