"""Text from outside on its way into a prompt: nothing hidden in it, and a fence around it."""

import re
import secrets
import unicodedata

# Hidden, and used to hide words from people: variation selectors and Hangul fillers are letters or marks to Unicode.
_INVISIBLE = re.compile("[\u115f\u1160\u3164\uffa0\u2800\ufe00-\ufe0d\U000e0000-\U000e0fff]")
_JOINERS = "\u200c\u200d"
# Scripts in which a joiner changes the word: Arabic, Syriac, N'Ko, the Indic scripts, Myanmar, Khmer, Mongolian.
_JOINED = re.compile("[\u0600-\u08ff\u0900-\u0dff\u1000-\u109f\u1780-\u18af\ufb50-\ufdff\ufe70-\ufefe]")
_SPACE = re.compile(r"\s+")


def visible(text: str) -> str:
    """One line without control, bidi, zero-width and other hidden characters.

    Joiners stay between letters of scripts that are spelt with them; lone surrogates, which no
    server accepts, become U+FFFD.
    """
    if text.isprintable():  # nearly every text: no character of it has to be looked at
        return _SPACE.sub(" ", _INVISIBLE.sub("", text)).strip()
    kept = (char for at, char in enumerate(text) if _is_visible(text, at, char))
    plain = "".join("\ufffd" if unicodedata.category(char) == "Cs" else char for char in kept)
    return _SPACE.sub(" ", _INVISIBLE.sub("", plain)).strip()


def _is_visible(text: str, at: int, char: str) -> bool:
    if char in _JOINERS:
        return bool(_JOINED.match(text[at - 1 : at]) and _JOINED.match(text[at + 1 : at + 2]))
    return char.isspace() or unicodedata.category(char) not in ("Cc", "Cf")


def fenced(label: str, text: str) -> str:
    """`text` between two delimiter lines that nobody could foresee: they are made anew by each call."""
    mark = f"{label}-{secrets.token_hex(8)}"
    return f"<<<{mark}\n{text}\n{mark}>>>"
