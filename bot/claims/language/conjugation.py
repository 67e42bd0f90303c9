"""Forms of verbs that no stemmer leads back to their plain form: "nahm" of "nehmen", "tuvo" of "tener"."""

from collections.abc import Mapping, Sequence

from bot.claims.language.verbatim import fold

SEPARABLE = frozenset(
    fold(
        "ab an auf aus bei ein fest fort frei her heraus hervor hin los mit nach nieder statt teil um unter vor voraus weg weiter"
        " wieder zu zurück zusammen"
    ).split()
)
"""What German verbs are parted from: "lehnte … ab"."""

# Before strong German verbs; before French and Spanish ones anything may stand ("maintenir", "sostener").
_PREFIXES = SEPARABLE | frozenset(
    fold(
        "bekannt be bereit dar durch emp ent entgegen er ge gegenüber herein herum hinaus hinter hinzu miss offen sicher über ver"
        " voran vorbei wider zer"
    ).split()
)
# What regular verbs of a language put in the place of "en", "er" or their like.
_REGULAR = {
    ("de", "en"): ("t", "et", "ete"),
    ("de", "rn"): ("rt", "rte"),
    ("de", "ln"): ("lt", "lte"),
    ("fr", "er"): tuple(fold("e es ent ée ées ait aient era eront ant ons ions ais erai erons").split()),
    ("es", "ar"): tuple(fold("a an ó aron ado ada ados adas ará arán aba aban e en ando").split()),
    ("es", "er"): tuple(fold("e en ió ieron ido ida idos idas erá erán ía ían iendo").split()),
    ("es", "ir"): tuple(fold("e en ió ieron ido ida idos idas irá irán ía ían iendo").split()),
}
_SHORTEST = 4

Table = Mapping[str, Sequence[str]]


def conjugations(lines: str) -> dict[str, tuple[str, ...]]:
    """The plain form or its ending, which opens a line, to its other forms; all folded."""
    parts = (line.removeprefix("-").split() for line in lines.strip().splitlines())
    return {first: tuple(forms) for first, *forms in parts}


def plain_forms_of(lines: str) -> dict[str, str]:
    """Each form of a verb to its plain form."""
    verbs = [line.split() for line in lines.strip().splitlines() if not line.startswith("-")]
    return {form: first for first, *rest in reversed(verbs) for form in (first, *rest)}


def forms(language: str, word: str, table: Table) -> set[str]:
    """The word, and its forms where it is a verb; all folded."""
    base = next((word[i:] for i in range(len(word)) if word[i:] in table and _stands_before(language, word[:i])), None)
    found = {word, *_regular(language, word)}
    if base is None:
        return found
    prefix = word.removesuffix(base)
    changed = {prefix + form for form in table[base]}
    if language == "de":
        changed |= {prefix + form[2:] for form in table[base] if form.startswith("ge") and prefix}
        changed |= {f"{form}en" for form in changed}
    elif language == "fr":
        changed |= {person for form in changed for person in _first_persons(form)}
    return found | changed


def _first_persons(form: str) -> set[str]:
    """ "perdons", "perdions" and "perdais" beside "perdait", "ferons" and "ferai" beside "fera"."""
    if form.endswith("ait") and len(form) > _SHORTEST:
        return {form[:-3] + ending for ending in ("ons", "ions", "ais")}
    return {form[:-1] + ending for ending in ("ai", "ons")} if form.endswith("ra") else set()


def _stands_before(language: str, prefix: str) -> bool:
    return not prefix or language != "de" or prefix in _PREFIXES


def _regular(language: str, word: str) -> set[str]:
    """ "verlangt" of "verlangen", "edifica" of "edificar", which stemmers cut too short or not at all; "Leiterin" of
    what is no German verb."""
    endings = _REGULAR.get((language, word[-2:]))
    if endings is not None and len(word) > _SHORTEST:
        return {word[:-2] + ending for ending in endings}
    return {f"{word}in", f"{word}innen"} if language == "de" else set()
