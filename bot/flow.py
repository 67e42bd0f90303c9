"""Read a link, answer a question: the straight lines."""
