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
    r"\b(?:you|your|yours|y'all|ye|dir|dich|dein\w*|euch|euer|vous|votre|usted(?:es)?|vosotros|contigo)\b"
    r"|\b(?:hast|bist|kannst|weißt|meinst|siehst) du\b|\bdu (?:hast|bist|kannst|weißt|meinst|siehst)\b"
    r"|\b(?:as|es|peux|sais|penses|vois)-tu\b|\btu (?:as|es|peux|sais|penses|vois|has|eres|puedes|sabes|crees)\b",
    re.IGNORECASE,
)
_CALLED = re.compile(r"^@?([^\W\d_][\w'’-]+),\s+(?=(?:\w+\s+){0,3}you\b|is that|was that|any |what do )", re.IGNORECASE)
_US = re.compile(
    r"(?:hi|hello|hey|hallo|bonjour|salut|hola)?[,.! ]*(?:"
    r"what (?:can|do|could|are) you(?: do| for)?|how (?:do|can|does) (?:you|i use you|this|it)(?: bot)?(?: work| help)?|who are you|help"
    r"|was (?:kannst|machst|tust) du|wie (?:funktionierst du|geht das)|wer bist du|hilfe"
    r"|(?:que|qu['’]est-ce que) (?:peux-tu|sais-tu|tu peux|tu sais)(?: faire)?|comment (?:ça|cela) marche|qui es-tu|aide"
    r"|qué (?:puedes|sabes) hacer|qué haces|cómo funcionas?|quién eres|ayuda)",
    re.IGNORECASE,
)


def without_links(text: str) -> str:
    """What is said beside the links; their words are no words of a question."""
    return " ".join(_URL.sub(" ", text).split())


def is_about_us(text: str) -> bool:
    """True for a question after what we do, and not after an article: "What can you do?"."""
    return bool(_US.fullmatch(text.strip().strip("¿?!. ")))


def is_question(text: str) -> bool:
    """True for a question mark outside a link, or for words that plainly ask ("who denied")."""
    bare = without_links(text)
    return bool("?" in bare or "？" in bare or "؟" in bare or _ASKS.search(bare))


def speaks_to_a_person(text: str) -> bool:
    """True when the words address somebody: "did you see", "Ana, is that so?"."""
    bare = without_links(text)
    return bool(_YOU.search(bare) or _CALLED.search(bare))
