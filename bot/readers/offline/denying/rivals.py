"""Rival accounts: who answers what was said without a "not": by insisting, by another story, by a gesture."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bot.claims.reading import SILENT
from bot.readers.offline.denying import accounts, contradictions, matters, negations, outright
from bot.readers.offline.denying.denied import Denied
from bot.readers.offline.naming.mentions import Mention
from bot.readers.offline.sourcing import speakers
from bot.readers.offline.syntax import cues, parted, phrasing
from bot.readers.offline.syntax.cues import Frame
from bot.readers.offline.syntax.sentence import Attribution, Sentence, length
from bot.readers.offline.text.passage import Line, Passage
from bot.readers.offline.text.tokens import Token, cut

_SAYING: frozenset[Frame] = cues.SAYING | {"think"}
_JUDGED = 12  # words behind "finds" among which stands what is found laughable
_PARTED = 7  # words of "brushed all of the claims aside"
_OPENS = 4  # words from a clause's beginning among which "instead" stands


def in_line(line: Line, passage: Passage, found: Sequence[Attribution], negated: Denied | None) -> Denied | None:
    """The rival account of one sentence; `negated` is the contradiction that it holds by its words, if any."""
    if negated is not None:
        fitting = negated.basis in ("contrary", "own deeds", "rival")
        contested = fitting and any(_contests(line, passage, one) or _for_its_part(line, passage, one) for one in found)
        if contested and any(_insists_not(line, passage, one) for one in found):
            return replace(negated, basis="stated", also=None)
        return replace(negated, basis="rival", also=negated.also or negated.basis) if contested else negated
    return (
        _shown(line, passage)
        or _told(line, passage, found)
        or _vouched(line, passage, found)
        or _brushed(line, passage)
        or _replied(line, passage)
        or _judged(line, passage)
        or next((_against(one) for one in found if one.content and _contrasts(line, passage, one)), None)
        or next((_insisted(one) for one in found if one.content and _contests(line, passage, one)), None)
    )


def going_on(
    passage: Passage, found: Sequence[Sequence[Attribution]], denied: Sequence[Denied | None]
) -> list[Denied | None]:
    """The denials of all sentences, and what those who deny tell right behind: it may answer more of
    what was said."""
    done = list(denied)
    for before, line in pairwise(passage.lines):
        last = done[before.n - 1]
        if done[line.n - 1] is None and last is not None and last.kind not in SILENT and _speaks_on(before, line):
            said = next((one for one in found[line.n - 1] if one.content and _may_answer(one, last, passage)), None)
            told = next(
                (one for one in (accounts.told_on(one, line, passage) for one in found[line.n - 1]) if one), None
            )
            done[line.n - 1] = told or (replace(_insisted(said), basis="continued") if said else None)
    return done


def _speaks_on(before: Line, line: Line) -> bool:
    return line.paragraph - before.paragraph <= 1 and not before.lead


def _may_answer(one: Attribution, last: Denied, passage: Passage) -> bool:
    """Who denied just before says it: they themselves, or a pronoun."""
    if one.negated or one.frame not in _SAYING or contradictions.declines(passage, one):
        return False
    named = {passage.text[mention.start : mention.end] for mention in last.sources}
    return all(mention.pronoun or passage.text[mention.start : mention.end] in named for mention in one.sources)


def _insisted(one: Attribution) -> Denied:
    return Denied(one.n, "counters", one.sources, max(one.content, key=length), via=one.via, basis="rival")


def _against(one: Attribution) -> Denied:
    return replace(_insisted(one), matter=None, basis="pointing", also="rival")


def _contests(line: Line, passage: Passage, one: Attribution) -> bool:
    """ "Insisted", "maintained", or any word for saying beside "instead", "on the contrary": others say otherwise."""
    if one.negated or one.frame not in _SAYING:
        return False
    tokens, language = line.tokens, passage.language
    cue = one.cue_among(tokens)
    if cue is not None and (end := phrasing.phrase(tokens, cue, "denials.insisting", language)):
        timed = end + 1 < len(tokens) and tokens[end + 1].low in language["grammar.days"]  # "insisted on Tuesday that"
        return end == len(tokens) or timed or tokens[end].low not in language["denials.insisted_on"]
    return any(phrasing.phrase(tokens, at, "denials.contrasts", language) for at in _openings(tokens, one))


def _contrasts(line: Line, passage: Passage, one: Attribution) -> bool:
    """ "Anwohner berichteten dagegen", "by contrast, the firm said": the words set what is said against what was just said."""
    if one.negated or one.frame not in _SAYING:
        return False
    near = _openings(line.tokens, one)
    return any(phrasing.phrase(line.tokens, at, "denials.against_it", passage.language) for at in near)


def _for_its_part(line: Line, passage: Passage, one: Attribution) -> bool:
    """ "Pour sa part", "seinerseits": another speaks, who contradicts only with a "not"."""
    told = one.frame in _SAYING and not one.negated
    openings = _openings(line.tokens, one) if told else ()
    return any(phrasing.phrase(line.tokens, at, "denials.own_parts", passage.language) for at in openings)


def _insists_not(line: Line, passage: Passage, one: Attribution) -> bool:
    """ "Insisted that he had not been near": nobody insists on what nobody doubts."""
    cue = one.cue_among(line.tokens)
    if cue is None or not phrasing.phrase(line.tokens, cue, "denials.unyielding", passage.language):
        return False
    spans = (cut(passage.text, *span) for span in one.content)
    return any(negations.past([word for word in words if word.is_word], passage.language) for words in spans)


def _openings(tokens: Sequence[Token], one: Attribution) -> Sequence[int]:
    """The tokens at the beginning of the sentence, of what is said, and beside the reporting word."""
    starts = [start for start, _ in one.content] + ([one.cue[0]] if one.cue else [])
    places = [at for at, token in enumerate(tokens) if token.start in starts]
    return sorted({at for place in (0, *places) for at in range(place, min(place + _OPENS, len(tokens)))})


def _told(line: Line, passage: Passage, found: Sequence[Attribution]) -> Denied | None:
    """ "Blount told a different story: …", "The firm points instead to demand", "puts it down to the weather"."""
    for at in range(1, len(line.tokens)):
        end = phrasing.phrase(line.tokens, at, "denials.otherwise", passage.language)
        apart = parted.find(line.tokens, at, "denials.otherwise", passage.language)
        end = end or (apart[-1] + 1 if apart else 0)  # "hat die Sache anders in Erinnerung"
        sources = (_of_own(line, at, passage, found) or speakers.subject(Sentence(line, passage), at)) if end else ()
        if sources:
            vouches = phrasing.phrase(line.tokens, at, "denials.vouching", passage.language) > 0
            return Denied(line.n, "counters", sources, matters.rest(line, end), basis="pointing", vouches=vouches)
    return None


def _vouched(line: Line, passage: Passage, found: Sequence[Attribution]) -> Denied | None:
    """ "Stood by its driver's account": who vouches for what was told answers those who doubt it."""
    for at, end in phrasing.places(line.tokens, "denials.vouching", passage.language, 1):
        behind = line.tokens[end : end + _PARTED]
        vouched = any(word.low in passage.language["denials.vouched"] for word in behind)
        told = any(start <= line.tokens[at].start < stop for one in found for start, stop in one.content)
        sources = _of_own(line, at, passage, found) if told else speakers.subject(Sentence(line, passage), at)
        sources = sources if vouched else ()
        if sources:
            return Denied(line.n, "counters", sources, matters.rest(line, end), basis="pointing", vouches=True)
    return None


def _of_own(line: Line, at: int, passage: Passage, found: Sequence[Attribution]) -> tuple[Mention, ...]:
    """Who says in "said it stood by its report", "said the paper stood by its story" that they or theirs do."""
    tokens, language = line.tokens, passage.language
    one = next((one for one in found for start, stop in one.content if start <= tokens[at].start < stop), None)
    own = language.pronouns | language["grammar.first_person"] | language["grammar.they"]
    paper = tokens[at - 1].low in language["sources.media_words"] | language["sources.documents"]
    the = at > 1 and tokens[at - 2].low in language["grammar.definite"]
    return one.sources if one and (tokens[at - 1].low in own or (paper and the)) else ()


def _brushed(line: Line, passage: Passage) -> Denied | None:
    """ "Brushed the claims aside": a verb and its other half, and between them what somebody said."""
    language, tokens = passage.language, line.tokens
    for at, token in enumerate(tokens[1:], start=1):
        if token.low not in language["denials.brushing"]:
            continue
        half = next(
            (i for i in range(at + 2, min(at + _PARTED, len(tokens))) if tokens[i].low in language["denials.parted"]),
            at,
        )
        said = any(
            word.low in language["denials.carriers"] | language["denials.pointers"] for word in tokens[at + 1 : half]
        )
        sources = speakers.subject(Sentence(line, passage), at) if said else ()
        if sources:
            return Denied(line.n, "denies", sources, None, basis="pointing")
    return None


def _replied(line: Line, passage: Passage) -> Denied | None:
    """ ""Nonsense," was Reed's reply", "Reed's version is different": a noun for what is said, and whose it is."""
    language, tokens = passage.language, line.tokens
    for at in range(2, len(tokens)):
        if tokens[at - 1].low != "'s":
            continue
        quote = next((token for token in tokens[: at - 1] if token.is_quote), None)
        answers = quote is not None and tokens[at].low in language["denials.replies"] and _rejects(quote, passage)
        differs = tokens[at].low in language["denials.versions"] and phrasing.phrase(
            tokens, at + 1, "denials.differing", language
        )
        sources = speakers.subject(Sentence(line, passage), at - 1) if answers or differs else ()
        if sources:
            return Denied(
                line.n, "denies" if answers else "counters", sources, matters.rest(line, at + 1), basis="pointing"
            )
    return None


def _rejects(quote: Token, passage: Passage) -> bool:
    words = cut(passage.text, quote.start, quote.end)
    return negations.says_no(words, passage.language) or outright.calls(words, passage.language)


def _judged(line: Line, passage: Passage) -> Denied | None:
    """ "Stanhope finds the idea laughable": what was said, and what it is found to be."""
    language = passage.language
    named = language["denials.carriers"] | language["denials.pointers"] | language["denials.thoughts"]
    for at, token in enumerate(line.tokens[1:], start=1):
        if token.low not in language["denials.deeming"]:
            continue
        behind = line.tokens[at + 1 : at + 1 + _JUDGED]
        judged = any(word.low in named for word in behind[:3]) and phrasing.holds(
            behind, "denials.dismissive", language
        )
        sources = speakers.subject(Sentence(line, passage), at) if judged else ()
        if sources:
            return Denied(line.n, "denies", sources, matters.rest(line, at + 1), basis="pointing")
    return None


def _shown(line: Line, passage: Passage) -> Denied | None:
    """ "She shook her head when that was put to her": an answer where something is asked, here or just before."""
    for at, end in phrasing.places(line.tokens, "denials.gestures", passage.language, 1):
        sources = speakers.subject(Sentence(line, passage), at)
        if sources and _no_behind(line, end, passage):
            return Denied(line.n, "denies", sources, None, basis="pointing")
        asked = matters.question(line, passage)
        if sources and (asked or _put(line, passage)):
            return Denied(line.n, "denies", sources, None, embedded=asked, basis="stated" if asked else "rival")
    return None


def _no_behind(line: Line, end: int, passage: Passage) -> bool:
    """ "Never. Not once." in quotation marks right behind "shook her head:"."""
    behind = line.tokens[end : end + 2]
    if len(behind) < 2 or behind[0].text not in (":", ",") or not behind[1].is_quote:
        return False
    return negations.says_no(cut(passage.text, behind[1].start, behind[1].end), passage.language)


def _put(line: Line, passage: Passage) -> bool:
    """Somebody is asked or accused, in this sentence or the one before."""
    language = passage.language
    words = language["denials.asked"] | language["denials.accusing"] | language["denials.raising"]
    near = passage.lines[max(0, line.n - 2) : line.n]
    return any(token.low in words or token.text == "?" for other in near for token in other.tokens)
