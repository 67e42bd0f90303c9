"""Whom a phrase stands for: the roll of sources, pronouns, descriptions."""
