"""What a sentence of a denial tells itself of what it answers."""

from bot.claims.reading import SILENT
from bot.readers.offline.denying.denied import Denied
from bot.readers.offline.syntax.sentence import Place
from bot.readers.offline.text import topic
from bot.readers.offline.text.passage import Passage

_OPENS = 12  # characters of "Asked" and its like, before which a sentence has nothing


def place(denied: Denied, passage: Passage) -> Place | None:
    """The characters that tell it; None where the sentence does not."""
    if denied.embedded or denied.matter is None:
        return denied.embedded
    if silence(denied, passage):
        start, end = denied.matter
        return start + len(_first(denied.matter, passage)) + 1, end  # without its "that"
    return denied.matter if words(denied, passage) else None


def silence(denied: Denied, passage: Passage) -> bool:
    """ "Would neither confirm nor deny that it was looking into Acme": who keeps silent does so about what a clause of the
    sentence tells; not in "declined to say whether", "where", which tells nothing."""
    if denied.kind not in SILENT or denied.matter is None or denied.hearsay:
        return False
    clause = passage.language["grammar.that"]
    own = topic.words(passage.text[slice(*denied.matter)], passage.language)
    return _first(denied.matter, passage).lower() in clause and bool(own)


def question(denied: Denied, passage: Passage) -> bool:
    """ "Refused to say whether they would pay for a new roof": who keeps silent was asked just that, and not about whatever was told
    last; "where", "why" ask for more of what was told, as does "Asked whether she had, she left"."""
    if denied.matter is not None and denied.matter[0] < passage.lines[denied.n - 1].start + _OPENS:
        return False
    if denied.kind not in SILENT or denied.matter is None or denied.hearsay:
        return False
    asked = passage.language["denials.whether"] - passage.language["grammar.that"]
    own = topic.words(passage.text[slice(*denied.matter)], passage.language)
    return _first(denied.matter, passage).lower() in asked and bool(own)


def words(denied: Denied, passage: Passage) -> bool:
    """ "Took issue with the note's description of it as “a cliff”": what is rejected stands there, word by word."""
    if denied.kind != "rejects_wording" or denied.matter is None:
        return False
    return any(denied.matter[0] <= quote.start < denied.matter[1] for quote in passage.quotes)


def on_something(denied: Denied, passage: Passage) -> bool:
    """ "Refused to be drawn on a reshuffle", "called reports about a feud invented": it answers nothing where nobody speaks of that."""
    if denied.matter is not None and denied.kind == "denies" and not denied.embedded:
        return _reports_on(denied.matter, passage)
    if denied.kind != "declines_comment" or denied.matter is None:
        return False
    return _first(denied.matter, passage).lower() in passage.language["denials.about"]


def _reports_on(matter: Place, passage: Passage) -> bool:
    """ "Reports about a feud": a bare plural for what was said somewhere, and what that was about."""
    low, language = passage.text[slice(*matter)].lower().split()[:3], passage.language
    told = len(low) > 2 and low[0] in language["denials.carriers"] and low[1] in language["denials.about"]
    return told and bool(topic.words(passage.text[slice(*matter)].partition(" ")[2], language))


def _first(span: Place, passage: Passage) -> str:
    return next(iter(passage.text[slice(*span)].split()), "")
