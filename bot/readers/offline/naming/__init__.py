"""Phrases that name somebody: people, bodies, and the descriptions beside them."""
