"""Reporting words: where a sentence says that somebody says something."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from bot.readers.offline.syntax import bracket, parted, phrasing, quoting, wordverbs
from bot.readers.offline.text import accountnouns
from bot.readers.offline.text.language import Language
from bot.readers.offline.text.tokens import Token

Frame = Literal[
    "say", "tell", "quote", "think", "find", "accuse", "call", "urge", "demand", "promise", "judge", "deny", "quotes",
    "according", "impersonal", "own_account",
]  # fmt: skip
SAYING: frozenset[Frame] = frozenset({"say", "tell", "quote", "according"})
"""Those of words that tell no more than that somebody says it."""
_FRAMES: tuple[Frame, ...] = (
    "tell", "say", "accuse", "think", "find", "call", "urge", "promise", "demand", "judge", "quote", "quotes", "impersonal", "own_account",
)  # fmt: skip
_QUALIFIED = 2  # words between "nach" and "Erkenntnissen"
_ADDRESSED = 5  # words of "ante la jueza de Villabruna"
_CORRECTED = 5  # words of "non 300 naissances,"
_ESTIMATED = 12  # words of "the cost of mending the two bridges at"
_ROUGHLY = 4  # words of "at more than three"
_DENYING = ("denials.denies", "denials.disputes", "denials.rejects", "denials.counters")


@dataclass(frozen=True, slots=True)
class Cue:
    """Tokens `first:last` (half open) are the reporting words; `frames` are the ways in which they may report.

    `parts` are the tokens of other words that belong to them: "an" in "gab am Montag an". It is `guessed` where only the quotation
    before a verb says that it reports.
    """

    first: int
    last: int
    frames: frozenset[Frame]
    parts: tuple[int, ...] = ()
    guessed: bool = False


def find(tokens: Sequence[Token], language: Language) -> list[Cue]:
    """Every candidate in order; those inside quotations belong to somebody else's words."""
    found: list[Cue] = []
    at = 0
    while at < len(tokens):
        cue = _at(tokens, at, language) if tokens[at].is_word else None
        if cue is None:
            at += 1
        else:
            found.append(cue)
            at = cue.last
    return found


def in_turn(tokens: Sequence[Token], language: Language) -> list[Cue]:
    """All of them; in "ANP, citant le ministère, rapporte que …" the outlet's own verb comes first."""
    found = find(tokens, language)
    cites = len(found) > 1 and phrasing.phrase(tokens, found[0].first, "cues.citing_before", language)
    return [found[1], found[0], *found[2:]] if cites else found


def denies(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """Whether "denied" or "stritt … ab" begins at `at`."""
    whole = phrasing.phrase(tokens, at, "denials.denies", language)
    return bool(whole or parted.find(tokens, at, "denials.denies", language))


def _at(tokens: Sequence[Token], at: int, language: Language) -> Cue | None:
    end = max(
        phrasing.phrase(tokens, at, "cues.according", language),
        _as_told(tokens, at, language),
        _accounts(tokens, at, language),
    )
    if end and end > phrasing.phrase(tokens, at, "cues.own_account", language):
        return Cue(at, end, frozenset({"according"}))
    if _names_speaker(tokens, at, language):
        return Cue(at, at + 1, frozenset({"according"}))
    if _estimates(tokens, at, language):
        return Cue(at, at + 1, frozenset({"say"}))
    last = quoting.verb(tokens, at, language)
    if last and language.reporting.isdisjoint(
        token.low for token in tokens[at:last] if not _reflexive(token, language)
    ):
        return Cue(at, last, frozenset({"quote"}), guessed=True)
    if tokens[at].low not in language.reporting or _tells_nothing(tokens, at, language):
        return None
    ends: dict[Frame, int] = {frame: phrasing.phrase(tokens, at, f"cues.{frame}", language) for frame in _FRAMES}
    ends["deny"] = max(phrasing.phrase(tokens, at, name, language) for name in _DENYING)
    ends["say"] = max(ends["say"], phrasing.phrase(tokens, at, "cues.citing", language))
    longest = max(ends.values())
    placed = _impersonal(tokens, longest, language) if longest else 0
    if placed:
        return Cue(at, placed, frozenset({"according"}))
    whole = Cue(at, longest, frozenset(frame for frame, end in ends.items() if end == longest and longest))
    cue = _with_parts(tokens, whole, language) if longest <= at + 1 else whole
    return cue if cue.frames and wordverbs.is_verb(tokens, at, cue.last, language) else None


def _reflexive(token: Token, language: Language) -> bool:
    return token.low in language["grammar.reflexive"]


def _tells_nothing(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """A reporting word that reports nothing here."""
    low = tokens[at].low
    idiom = phrasing.phrase(tokens, at, "cues.idioms", language)
    if idiom and not (_behind_quotation(tokens, at, language) or _asserts(tokens, idiom, language)):
        return True
    if low in language["cues.earning"] and tokens[at + 1 : at + 2] and tokens[at + 1].text[0].isdigit():
        return True  # "elle a rapporté 214 millions"
    before = tokens[at - 1].low if at else ""
    return low in language["cues.never_progressive"] and before in language["grammar.passive"]  # "is recalling cars"


def _asserts(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """A clause with a subject of its own begins behind: "declaró ante la jueza que él …", not "… que instruye el caso"."""
    near = range(at, min(at + _ADDRESSED, len(tokens) - 1))
    that = next((i for i in near if not tokens[i].is_word or tokens[i].low in language["grammar.that"]), None)
    if not language.noun_first or that is None or not tokens[that].is_word:
        return False
    subject = tokens[that + 1]
    return (
        subject.is_capital
        or subject.low in language["grammar.determiners"] | language.pronouns | language["grammar.negations"]
    )


def _estimates(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """ "Put the death toll at 12": somebody says so; not "put the ball in the net", "the number put at risk"."""
    if tokens[at].low not in language["estimates.verbs"] or at == 0:
        return False
    near = tokens[at + 1 : at + 1 + _ESTIMATED]
    end = next((i for i, token in enumerate(near) if not token.is_word or token.low in language["estimates.at"]), -1)
    if end < 0 or near[end].low not in language["estimates.at"]:
        return False
    figure = near[end + 1 : end + 1 + _ROUGHLY]
    told = near[:end] or tokens[max(0, at - _ESTIMATED) : at]  # "was put at 12 by the fire service"
    counted = any(token.low in language["estimates.nouns"] for token in told)
    numbers = {entry.split(":")[0] for entry in language["grammar.numbers"]}
    return counted and any(token.text.lstrip("$£€")[:1].isdigit() or token.low in numbers for token in figure)


def _with_parts(tokens: Sequence[Token], cue: Cue, language: Language) -> Cue:
    """The cue with the ways in which it reports together with words further on: "gab … an"."""
    found = {frame: parted.find(tokens, cue.first, f"cues.{frame}", language) for frame in _FRAMES}
    found["deny"] = parted.find(tokens, cue.first, "denials.denies", language)
    told = {frame: parts for frame, parts in found.items() if parts}
    if not told:
        return cue
    return Cue(cue.first, cue.first + 1, cue.frames | frozenset(told), max(told.values()))


def _as_told(tokens: Sequence[Token], at: int, language: Language) -> int:
    """The end of "comme l'a indiqué", "tal y como explica": an opening and a verb of speech; 0 elsewhere."""
    verb = phrasing.phrase(tokens, at, "cues.as_told", language)
    if not verb or _corrected(tokens, at, language):
        return 0
    verb += verb + 1 < len(tokens) and tokens[verb].low in language["grammar.auxiliaries"]
    told = (language["cues.say"] | language["cues.find"]) - language["cues.never_as_told"]
    return verb + 1 if verb < len(tokens) and tokens[verb].low in told else 0


def _corrected(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """ "412 naissances, et non 300 comme l'écrivait le Progrès": whose figure is told to be wrong says nothing else here."""
    before = tokens[max(0, at - _CORRECTED) : at]
    negated = next((i for i, token in enumerate(before) if token.low in language["grammar.alternatives"]), None)
    return negated is not None and any(token.text[0].isdigit() for token in before[negated:])


def _behind_quotation(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """ "« Tous savaient », a lancé la maire": there "lancé la" is no idiom."""
    while at > 0 and tokens[at - 1].low in language["grammar.auxiliaries"]:
        at -= 1
    quoted = at > 1 and tokens[at - 1].text == "," and tokens[at - 2].is_quote
    return language.noun_first and quoted


def _accounts(tokens: Sequence[Token], at: int, language: Language) -> int:
    """The end of "nach ersten Erkenntnissen" and "nach einem Bericht" before whose they are; 0 elsewhere."""
    if tokens[at].low not in language["cues.before_accounts"]:
        return 0
    noun = at + 1
    while noun < len(tokens) and noun - at <= _QUALIFIED and tokens[noun].is_word and tokens[noun].text[0].islower():
        noun += 1
    if noun + 1 >= len(tokens) or f"nach {tokens[noun].low}" not in language["cues.according"]:
        return 0
    if tokens[at + 1].low in language["grammar.datives"]:
        return 0  # "nach dem Bericht der Kommission" may be later than that
    return noun + 1 if noun > at + 1 and tokens[noun + 1].low in language["grammar.genitives"] else 0


def _impersonal(tokens: Sequence[Token], at: int, language: Language) -> int:
    """Behind the preposition in "se félicite-t-on au ministère", which tells who "on" is; 0 elsewhere."""
    anybody = at + 2 < len(tokens) and tokens[at].low in language["grammar.anybody"]
    return phrasing.phrase(tokens, at + 1, "grammar.circles", language) if anybody else 0


def _names_speaker(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """ "“Ja”, so Weber", "Experten zufolge", "Pour Anne Morel, …": words that report only where they stand so."""
    low, before = tokens[at].low, tokens[at - 1] if at else None
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if low in language["cues.according_behind"]:
        return True
    if following is None:
        return False
    if low in language["cues.before_accounts"] and accountnouns.whose(following.low, language):
        return True
    if low in language["cues.before_source"]:
        return following.low in language["sources.anonymous"]
    if not (following.is_capital or following.low in language["grammar.articles"]):
        return False
    if low in language["cues.after_comma"]:
        return before is not None and (before.text == "," or before.is_quote)
    return low in language["cues.opening_according"] and before is None


def describes(tokens: Sequence[Token], cue: Cue, language: Language) -> bool:
    """ "the number of incidents reported by the firm": a participle that only says which ones."""
    agent = cue.last < len(tokens) and tokens[cue.last].low in language["grammar.by"]
    return agent and language.is_participle(tokens[cue.first].low) and cue.first > 0 and tokens[cue.first - 1].is_word


def is_passive(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """ "was told", "has been accused", "a man accused of theft"; not "is saying"."""
    if language.is_gerund(tokens[at].low):
        return False
    following = tokens[at + 1].low if at + 1 < len(tokens) else ""
    if tokens[at].low in language["cues.accuse"] and tokens[at].low.endswith("ed") and following in ("of", "with"):
        return True
    while at > 0 and (tokens[at - 1].low in language["grammar.adverbs"] or language.is_adverb(tokens[at - 1].low)):
        at -= 1
    if language.verb_second and following in language["grammar.passive"]:
        return True  # "gewarnt worden"
    if bracket.helper(tokens, at, language) is not None:
        return True  # "wurde von der Stadt zurückgewiesen"
    reflexive = at > 1 and tokens[at - 2].low in language["grammar.reflexive"]  # "s'est dit inquiet"
    return at > 0 and tokens[at - 1].low in language["grammar.passive"] and not reflexive
