"""Denials: who denies, rejects, does not comment or could not be reached."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.claims.reading import DenialKind
from bot.readers.offline import cues, mentions, phrases
from bot.readers.offline.attribution import Attribution, Place
from bot.readers.offline.language import Language
from bot.readers.offline.mentions import Mention
from bot.readers.offline.passage import Line, Passage
from bot.readers.offline.tokens import Token

_SILENCES: tuple[tuple[DenialKind, str], ...] = (
    ("could_not_reach", "could_not_reach"),
    ("declines_comment", "declined"),
    ("no_response", "no_response"),
)


@dataclass(frozen=True, slots=True)
class Denied:
    """A denial found in sentence `n`; `matter` are the characters that say what is denied, if any do."""

    n: int
    kind: DenialKind
    sources: tuple[Mention, ...]
    matter: Place | None


def in_line(line: Line, passage: Passage, found: Sequence[Attribution]) -> Denied | None:
    """The denial of one sentence; `found` are its attributions."""
    return _silence(line, passage) or _stated(line, passage, found) or _verb(line, passage)


def _silence(line: Line, passage: Passage) -> Denied | None:
    for kind, name in _SILENCES:
        for at in range(len(line.tokens)):
            end = cues.phrase(line.tokens, at, f"denials.{name}", passage.language)
            if end and (kind == "declines_comment" or _asks(line.tokens, passage.language)):
                sources = _subject(line, passage, at, end)
                if sources:
                    return Denied(line.n, kind, sources, _rest(line, end))
    return None


def _asks(tokens: Sequence[Token], language: Language) -> bool:
    return any(token.low in language["denials.reply_words"] for token in tokens)


def _subject(line: Line, passage: Passage, at: int, end: int) -> tuple[Mention, ...]:
    place = phrases.left(line.tokens, at, passage.language)
    if line.tokens[end - 1].low == "reach":
        place = phrases.right(line.tokens, end, passage.language)
    if place is None or place[0] >= place[1]:
        return ()
    mention = mentions.read(passage.text, line.tokens[place[0] : place[1]], passage.language, passage.names)
    return (mention,) if mention else ()


def _stated(line: Line, passage: Passage, found: Sequence[Attribution]) -> Denied | None:
    for one in found:
        if one.frame == "deny" and not one.negated:
            kind = _kind(line, passage, one)
            if kind:
                return Denied(line.n, kind, one.sources, one.content[0] if one.content else None)
    return None


def _kind(line: Line, passage: Passage, one: Attribution) -> DenialKind | None:
    language = passage.language
    tokens = [token for token in line.tokens if one.cue and token.start >= one.cue[0]]
    ahead = [token.low for token in tokens[:14]]
    if cues.phrase(tokens, 0, "denials.denies", language):
        partly = any(cues.phrase(line.tokens, at, "denials.partly", language) for at in range(len(line.tokens)))
        return "partly_denies" if partly else "denies"
    if cues.phrase(tokens, 0, "denials.counters", language):
        return "counters"
    if any(low in language["denials.wording"] for low in ahead[:6]):
        return "rejects_wording"
    return "denies" if any(low in language["denials.of_matters"] for low in ahead) else None


def _verb(line: Line, passage: Passage) -> Denied | None:
    return None


def _rest(line: Line, end: int) -> Place | None:
    rest = [token for token in line.tokens[end:] if token.is_word or token.is_quote]
    return (rest[0].start, rest[-1].end) if rest else None
