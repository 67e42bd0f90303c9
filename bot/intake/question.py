"""Whether a reply in a thread is a question to us, or talk between people."""

import re

_URL = re.compile(r"https?://\S+")
_ASKS = re.compile(
    r"^(?:and |but |so |ok,? |also,? )?"
    r"(?:who|what|when|where|why|how|which|whose|whom)\s+"
    r"(?:is|are|was|were|did|does|do|has|have|had|will|would|can|could|should|said|says|denie[sd]|claims?|claimed|else|many|much)\b",
    re.IGNORECASE,
)
_YOU = re.compile(
    r"\b(?:you|your|yours|u|y'all|du|dir|dich|dein\w*|ihr|euch|euer|tu|te|ton|ta|tes|vous|votre|vos|usted(?:es)?|vosotros|contigo)\b",
    re.IGNORECASE,
)
_VOCATIVE = re.compile(r"^@?([^\W\d_][\w'’-]+),\s")
_NOT_NAMES = frozenset(
    [
        "so",
        "and",
        "but",
        "or",
        "ok",
        "okay",
        "actually",
        "also",
        "well",
        "hm",
        "hmm",
        "wait",
        "sorry",
        "thanks",
        "then",
        "now",
        "still",
        "again",
        "right",
        "yes",
        "no",
        "yeah",
        "nope",
        "anyway",
        "finally",
        "first",
        "second",
        "third",
        "however",
        "fine",
        "great",
        "cool",
        "und",
        "aber",
        "also",
        "gut",
        "ja",
        "nein",
        "et",
        "mais",
        "bon",
        "oui",
        "non",
        "pero",
        "si",
        "sí",
        "bueno",
        "pues",
        "entonces",
        "alors",
        "donc",
        "otherwise",
        "meanwhile",
        "interesting",
    ]
)


def is_question(text: str) -> bool:
    """True for a question mark outside a link, or for words that plainly ask ("who denied")."""
    bare = _URL.sub(" ", text).strip()
    return bool("?" in bare or "？" in bare or "؟" in bare or _ASKS.search(bare))


def speaks_to_a_person(text: str) -> bool:
    """True when the words address somebody: "did you see", "Ana, is that so?"."""
    bare = _URL.sub(" ", text).strip()
    called = _VOCATIVE.search(bare)
    by_name = bool(called and called[1].lower() not in _NOT_NAMES and called[1][0].isupper())
    return by_name or bool(_YOU.search(bare))
