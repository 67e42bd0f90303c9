"""Concessions: who concedes one thing denies by it the rest."""

from collections.abc import Sequence
from dataclasses import replace

from bot.readers.offline.denying.denied import Basis, Denied
from bot.readers.offline.naming.mentions import Mention
from bot.readers.offline.syntax import phrasing
from bot.readers.offline.syntax.sentence import Attribution, Place
from bot.readers.offline.text import tokens
from bot.readers.offline.text.passage import Line, Passage

_CLAUSE = 5  # words of "er sei aber", which stand between the mark and the "but"
_BUT = 2  # words that are too few to say something behind "but"


def behind(denied: Denied | None, passage: Passage) -> Denied | None:
    """In part where the sentence before concedes something and this one opens with "even so": "Voss admitted the trip. But she
    denied …"."""
    if denied is None or denied.kind != "denies" or denied.n == 1:
        return denied
    here, before = passage.lines[denied.n - 1], passage.lines[denied.n - 2]
    opens = phrasing.phrase(here.tokens, 0, "denials.even_so", passage.language)
    concedes = any(token.low in passage.language["denials.conceding"] for token in before.tokens)
    told = passage.text[before.start : before.end]
    same = all(who.pronoun or any(name in told for name in _last_word(who, passage)) for who in denied.sources)
    return replace(denied, kind="partly_denies") if opens and concedes and same else denied


def with_conceded(
    passage: Passage, one: Attribution, found: Sequence[Attribution], matter: Place | None
) -> Place | None:
    """ "Confirmed that vouchers had gone out but denied that they were compensation": what "they" are is told before, by the same
    speaker."""
    words = [word.low for word in tokens.cut(passage.text, *matter) if word.is_word] if matter else []
    words = words[1:] if words and words[0] in passage.language["grammar.that"] else words
    pronouns = passage.language["grammar.they"] | passage.language["grammar.it"]
    if not matter or not words or words[0] not in pronouns:
        return matter
    before = (
        other.content[0] for other in found if other.sources == one.sources and other.content and other is not one
    )
    conceded = next((span for span in before if span[1] <= matter[0]), None)
    return (conceded[0], matter[1]) if conceded else matter


def _last_word(who: Mention, passage: Passage) -> Sequence[str]:
    """None where only the form of an interview tells who speaks."""
    return passage.text[who.start : who.end].split()[-1:]


def in_line(line: Line, passage: Passage, found: Sequence[Attribution]) -> Denied | None:
    """ "conceded delays but said that no result was withheld"."""
    language = passage.language
    conceding = next((one for one in found if one.cue_word(line.tokens) in language["denials.conceding"]), None)
    if conceding is not None and phrasing.holds(line.tokens, "grammar.no_more", language):
        return None  # "confirmed the inquiry but gave no details"
    if conceding is None:
        return _not_denied(line, passage, found)
    for one in found:
        apart = [token.low for token in line.tokens if conceding.group[1] <= token.start and token.end <= one.group[0]]
        if one.sources == conceding.sources and any(low in language["denials.but"] for low in apart):
            return Denied(
                line.n, "partly_denies", one.sources, one.content[0] if one.content else None, basis="own deeds"
            )
    return _conceded_first(line, passage, conceding) or _conceded_but(line, passage, conceding)


def _not_denied(line: Line, passage: Passage, found: Sequence[Attribution]) -> Denied | None:
    """ "Does not deny receiving it, but says it paid for a building": nobody grants what nobody said of them."""
    one = next((one for one in found if one.frame == "deny" and one.negated and one.sources), None)
    behind = [token for token in line.tokens if one and token.start >= one.group[1]]
    but = next((at for at, token in enumerate(behind) if token.low in passage.language["denials.but"]), None)
    words = [token for token in behind[:but] if token.is_word]
    if one is None or but is None or not words or sum(token.is_word for token in behind[but:]) <= _BUT:
        return None
    return Denied(line.n, "partly_denies", one.sources, (words[0].start, words[-1].end), via=one.via, basis="conceded")


def _conceded_first(line: Line, passage: Passage, one: Attribution) -> Denied | None:
    """ "The pump had failed, he admitted, but it was mended in three days": what stands before the verb is conceded, what
    goes on by "but" is not."""
    before = any(end <= one.group[0] for _, end in one.content)
    behind = [token for token in line.tokens if token.start >= one.group[1]]
    while behind and behind[0].low in passage.language["grammar.verb_particles"]:
        del behind[0]
    but = next((at for at, token in enumerate(behind) if token.low in passage.language["denials.but"]), None)
    words = [token for token in behind if token.is_word]
    if not before or but is None or len(words) <= _BUT:
        return None
    also: Basis | None = "conceded" if passage.language.inverts else None
    matter = words[0].start, words[-1].end
    return Denied(line.n, "partly_denies", one.sources, matter, basis="own deeds", also=also)


def _conceded_but(line: Line, passage: Passage, one: Attribution) -> Denied | None:
    """ "Admitió que la cuenta existía, pero la situó en una herencia", "bestätigte den Anruf, er sei aber um sieben gewesen": what
    is conceded and what is not are told in one breath."""
    language = passage.language
    if not one.content or not passage.language.inverts:
        return None
    behind = [token for token in line.tokens if token.start >= one.group[1]]
    but = next((at for at, token in enumerate(behind) if token.low in language["denials.but"]), None)
    parted = but is not None and any(token.text in (",", ";") for token in behind[max(0, but - _CLAUSE) : but])
    words = [token for token in behind if token.is_word]
    if but is None or not parted or sum(token.is_word for token in behind[but:]) <= _BUT:
        return None
    return Denied(line.n, "partly_denies", one.sources, (words[0].start, words[-1].end), basis="conceded")
