"""One name, however it is spelled."""

import unicodedata


def folded_name(name: str) -> str:
    """Without accents, in lower case, with a straight apostrophe."""
    plain = unicodedata.normalize("NFKD", name)
    return "".join(sign for sign in plain if not unicodedata.combining(sign)).casefold().replace("’", "'")
