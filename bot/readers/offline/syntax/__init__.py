"""Sentences taken apart without a parser: reporting words, noun phrases, clauses."""
