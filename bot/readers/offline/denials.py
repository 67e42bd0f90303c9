"""Denials: who denies, rejects, does not comment or could not be reached, sentence by sentence."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.claims.reading import DenialKind
from bot.readers.offline import cues, phrases, speakers, tokens
from bot.readers.offline.language import Language
from bot.readers.offline.mentions import Mention
from bot.readers.offline.passage import Line, Passage
from bot.readers.offline.sentence import Attribution, Place, Sentence
from bot.readers.offline.tokens import Token

_SILENCES: tuple[tuple[DenialKind, str], ...] = (
    ("could_not_reach", "could_not_reach"),
    ("declines_comment", "declined"),
    ("no_response", "no_response"),
)


_REACHED = frozenset({"reached", "contacted"})  # said of people only where they were asked


@dataclass(frozen=True, slots=True)
class Denied:
    """A denial found in sentence `n`.

    `matter` are the characters that say what is denied, if any do; `embedded` are those in which the sentence
    itself tells the claim that is denied ("denied reports that he had resigned"); `via` relayed the denial.
    """

    n: int
    kind: DenialKind
    sources: tuple[Mention, ...]
    matter: Place | None
    embedded: Place | None = None
    via: tuple[Mention, ...] = ()


def in_line(line: Line, passage: Passage, found: Sequence[Attribution]) -> Denied | None:
    """The denial of one sentence; `found` are its attributions."""
    stated = _silence(line, passage) or _stated(line, passage, found)
    if stated is not None or not _charged(line, passage):
        return stated
    return _called(line, passage, found) or _outright(line, passage, found)


def _charged(line: Line, passage: Passage) -> bool:
    """Somebody is accused of something, or asked, here or just before."""
    accusing = passage.language["denials.accusing"] | passage.language["denials.raising"]
    near = passage.lines[max(0, line.n - 4) : line.n]
    return any(token.low in accusing for other in near for token in other.tokens)


def _silence(line: Line, passage: Passage) -> Denied | None:
    answered = _none_answered(line, passage)
    if answered is not None:
        return answered
    for kind, name in _SILENCES:
        for at in range(len(line.tokens)):
            end = cues.phrase(line.tokens, at, f"denials.{name}", passage.language)
            reached = kind == "could_not_reach" and end and line.tokens[end - 1].low in _REACHED
            if end and (kind == "declines_comment" or reached or _asks(line.tokens, passage.language)):
                sources = _subject(line, passage, at, end)
                if sources:
                    matter = _asked(line, passage, at) or _rest(line, end)
                    return Denied(line.n, kind, sources, matter, _embedded(line, passage, matter))
    return None


def _none_answered(line: Line, passage: Passage) -> Denied | None:
    """ "Neither Acme nor Bolt responded to requests"."""
    found, language = line.tokens, passage.language
    none = next((at for at, token in enumerate(found) if token.low in language["denials.none"]), None)
    if none is None:
        return None
    verbs = (at for at in range(none + 1, len(found)) if found[at].low in language["denials.answered"])
    at = next(verbs, None)
    if at is None or (not _asks(found, language) and not found[at].low.startswith("comment")):
        return None
    sources = _subject(line, passage, at, at + 1)
    kind: DenialKind = "declines_comment" if found[at].low.startswith("comment") else "no_response"
    return Denied(line.n, kind, sources, None) if sources else None


def _asked(line: Line, passage: Passage, at: int) -> Place | None:
    """What somebody was asked before the words at `at`: "Asked about the bridge, the mayor declined to comment"."""
    found, asking = line.tokens, passage.language["denials.asked"]
    first = next((index for index in range(at) if found[index].low in asking), None)
    if first is None:
        return None
    last = next((index for index in range(first, at) if found[index].text == ","), at)
    words = [token for token in found[first + 1 : last] if token.is_word or token.is_quote]
    return (words[0].start, words[-1].end) if words else None


def _asks(found: Sequence[Token], language: Language) -> bool:
    return any(token.low in language["denials.reply_words"] for token in found)


def _subject(line: Line, passage: Passage, at: int, end: int) -> tuple[Mention, ...]:
    place = phrases.left(line.tokens, at, passage.language)
    if line.tokens[end - 1].low == "reach":
        place = phrases.right(line.tokens, end, passage.language)
    if place is None or place[0] >= place[1]:
        return ()
    return speakers.read(Sentence(line, passage), place)


def _stated(line: Line, passage: Passage, found: Sequence[Attribution]) -> Denied | None:
    for one in found:
        if one.frame == "deny" and not one.negated and not _hypothetical(line, passage, one):
            kind = _kind(line, passage, one)
            if kind:
                matter = one.content[0] if one.content else None
                embedded = _aside(line, passage, one) or _embedded(line, passage, matter)
                return Denied(line.n, kind, one.sources, matter, embedded, one.via)
    return None


def _hypothetical(line: Line, passage: Passage, one: Attribution) -> bool:
    """ "voters would reject", "if he denies"."""
    before = [token.low for token in line.tokens if one.cue and token.end <= one.cue[0]]
    return any(low in passage.language["denials.hypothetical"] for low in before[-2:-1] + before[-1:]) and before[
        -1:
    ] != ["to"]


def _kind(line: Line, passage: Passage, one: Attribution) -> DenialKind | None:
    language = passage.language
    found = [token for token in line.tokens if one.cue and token.start >= one.cue[0]]
    ahead = [token.low for token in found[:14]]
    if cues.phrase(found, 0, "denials.denies", language):
        partly = any(cues.phrase(line.tokens, at, "denials.partly", language) for at in range(len(line.tokens)))
        return "partly_denies" if partly else "denies"
    if cues.phrase(found, 0, "denials.counters", language):
        return (
            "counters" if any(low in language["denials.of_matters"] for low in ahead) or "that" in ahead[:4] else None
        )
    if any(low in language["denials.wording"] for low in ahead[:6]):
        return "rejects_wording"
    return "denies" if any(low in language["denials.of_matters"] for low in ahead) else None


def _called(line: Line, passage: Passage, found: Sequence[Attribution]) -> Denied | None:
    """ "called the affair “a fairy tale”": a name for it that takes it for untrue."""
    for one in found:
        for start, end in one.content if one.frame == "call" and not one.negated else ():
            words = tokens.cut(passage.text, start, end)
            matters = passage.language["denials.carriers"] | passage.language["denials.affairs"]
            if any(word.low in matters for word in words[:5]) and any(
                cues.phrase(words, at, "denials.dismissive", passage.language) for at in range(len(words))
            ):
                return Denied(line.n, "denies", one.sources, None, via=one.via)  # "fairy tale" names no matter
    return None


def _outright(line: Line, passage: Passage, found: Sequence[Attribution]) -> Denied | None:
    """A statement that says in so many words that something is not so: "I never said that"."""
    for one in found:
        for start, end in one.content:
            if one.frame not in ("say", "tell", "quote", "find") or one.negated:
                continue
            words = tokens.cut(passage.text, max(start, line.start), min(end, line.end))
            if any(cues.phrase(words, at, "denials.outright", passage.language) for at in range(len(words))):
                matter = (max(start, line.start), min(end, line.end))
                return Denied(
                    line.n,
                    "denies",
                    one.sources,
                    matter,
                    _answered(line, passage, one) or _embedded(line, passage, matter),
                    one.via,
                )
    return None


def _answered(line: Line, passage: Passage, one: Attribution) -> Place | None:
    """What the same sentence says was said before: ""I never said that," Trump said, after Quick said he had"."""
    after = [
        at
        for at, token in enumerate(line.tokens)
        if token.low in passage.language["denials.after"] and token.start >= one.group[1]
    ]
    if not after:
        return None
    words = [token for token in line.tokens[after[0] + 1 :] if token.is_word]
    if not any(
        token.low
        in passage.language["denials.accusing"] | passage.language["cues.say"] | passage.language["denials.raising"]
        for token in words
    ):
        return None
    return words[0].start, words[-1].end


def _embedded(line: Line, passage: Passage, matter: Place | None) -> Place | None:
    """The clause in "reports that …", "accusations of …"; not in "his claim that", which is the denier's own."""
    if matter is None:
        return None
    words = [token for token in tokens.cut(passage.text, *matter) if token.is_word]
    for at, token in enumerate(words[:-2]):
        own = at > 0 and words[at - 1].low in passage.language["grammar.possessives"]
        if token.low in passage.language["denials.carriers"] and not own:
            opening = next(
                (index for index in range(at + 1, min(at + 10, len(words))) if words[index].low in ("that", "of")), None
            )
            between = words[at:opening] if opening else ()
            if any(word.low in passage.language["grammar.possessives"] for word in between):
                continue
            if words[at + 1].low in passage.language.pronouns:
                opening = at  # "claims he misled"
            if opening is not None and opening + 1 < len(words):
                return words[opening + 1].start, words[-1].end
    return None


def _aside(line: Line, passage: Passage, one: Attribution) -> Place | None:
    """The main clause in "…, although Israel disputes this" and "…, a charge that she has denied"."""
    if one.cue is None or len([token for token in line.tokens if token.start >= one.cue[1] and token.is_word]) > 2:
        return None
    before = [
        at
        for at, token in enumerate(line.tokens)
        if token.start <= one.group[0] and token.text in (",", "—", "–", "--", "(")
    ]
    if not before or before[-1] < 4:
        return None
    return line.tokens[0].start, line.tokens[before[-1] - 1].end


def _rest(line: Line, end: int) -> Place | None:
    rest = [token for token in line.tokens[end:] if token.is_word or token.is_quote]
    return (rest[0].start, rest[-1].end) if rest else None
