"""The same sentence: what it tells that somebody else says, where it tells too that it is denied."""

from collections.abc import Sequence

from bot.readers.offline.syntax.sentence import Attribution, Place
from bot.readers.offline.text import tokens
from bot.readers.offline.text.passage import Passage


def said(passage: Passage, one: Attribution, found: Sequence[Attribution]) -> Place | None:
    """What somebody else says in the same sentence: "Smith claims that it leaks, but Jones denies it".

    It may follow: "Although Jones denies it, Smith claims …", or be the very words: "a nié avoir menti, comme l'affirme Roux".
    """
    if one.content and _looks_back(passage, one):
        return None
    if one.content:
        same = _the_very_words(one, found)
        if same is not None or not _points(passage, one.content[0]):
            return same
    others = [other for other in found if _of_somebody_else(passage, other, one)]
    before = [other.content[0] for other in others if other.group[1] <= one.group[0]]
    after = (other.content[0] for other in others if _follows(passage, other, one))
    return before[-1] if before else next(after, None)


def _looks_back(passage: Passage, one: Attribution) -> bool:
    """ "That is contradicted by an email in which …": the sentence begins with what was just said."""
    place = one.content[0]
    words = tokens.cut(passage.text, *place)
    opens = place[0] == passage.lines[one.n - 1].start
    return opens and len(words) == 1 and words[0].low in passage.language["denials.those"]


def of_others(place: Place | None, one: Attribution, found: Sequence[Attribution]) -> Place | None:
    """What stands at `place` is denied; not the very words of who denies: "“We got no letter,” said Marsh, who denied it"."""
    if place is None:
        return None
    own = (
        span
        for other in found
        if other is not one and other.frame != "deny" and _same_place(other, one)
        for span in other.content
    )
    return None if any(start < place[1] and place[0] < end for start, end in own) else place


def _the_very_words(one: Attribution, found: Sequence[Attribution]) -> Place | None:
    start, end = one.content[0]
    others = (other for other in found if other.frame != "deny" and other is not one and not _same_place(other, one))
    told = (other.content[0] for other in others if other.content)
    return next((span for span in told if span[0] == start and span[1] <= end), None)


def _points(passage: Passage, place: Place) -> bool:
    """ "It", "this", "the claim", "von sich": the words do not say themselves what is denied."""
    words = tokens.cut(passage.text, *place)
    language = passage.language
    pointing = language["denials.pointers"] | language["grammar.definite"]
    return bool(words) and (words[0].low in pointing or all(word.low in language["cues.aways"] for word in words))


def _of_somebody_else(passage: Passage, other: Attribution, one: Attribution) -> bool:
    conceded = other.cue and passage.text[slice(*other.cue)].lower() in passage.language["denials.conceding"]
    if conceded or other.frame == "deny" or not other.content or other.sources == one.sources:
        return False
    return not _same_place(other, one)


def _same_place(other: Attribution, one: Attribution) -> bool:
    """The very words that name who denies: "disputed by Safe Start, which believes …"."""
    return bool(other.sources and one.sources) and other.sources[-1].end == one.sources[-1].end


def _follows(passage: Passage, other: Attribution, one: Attribution) -> bool:
    """Not "denied it: nobody was held, their spokesman said", which goes on with the denial."""
    if other.group[0] < one.group[1] or all(who.pronoun for who in other.sources):
        return False
    return ":" not in passage.text[one.group[1] : other.content[0][0]]
