"""Texts as a database takes them."""

import hashlib


def fingerprint(text: str) -> str:
    """What stands for a text where it is looked up."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def storable(text: str | None) -> str | None:
    """Postgres keeps no NUL in a text column; in JSON it is escaped."""
    return text and text.replace("\0", "")
