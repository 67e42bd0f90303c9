"""What the rules read: words, names, quotations and paragraphs, and what is known of a language."""
