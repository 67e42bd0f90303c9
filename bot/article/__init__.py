"""Stage 2, what the page says: a page becomes an article with numbered sentences. Pure."""
