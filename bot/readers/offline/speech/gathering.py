"""Gathering: how the attributions of one sentence go together: nested, joined, passed on, and each within its bounds."""

from dataclasses import replace

from bot.readers.offline.speech import content, relays
from bot.readers.offline.syntax import trimming
from bot.readers.offline.syntax.sentence import Attribution, Place, Sentence
from bot.readers.offline.text.tokens import Token

_FEW = 3  # words of "immediately and in full"


def add(sentence: Sentence, new: Attribution) -> None:
    """Keep it, or make it the relay of what stands inside it, or leave a nested one out."""
    if _joined(sentence, new):
        sentence.found.pop()  # "laughed and said"
    if _nested(sentence, new) or _same_act(sentence, new):
        return
    new = _behind_denial(sentence, _of_denied(sentence, new))
    covered = [old for old in sentence.found if relays.covers(new, old)] if new.parenthetical else []
    relay = new.parenthetical and all(relays.is_relay(source) for source in new.sources)
    if relay and not covered and sentence.found and relays.follows(sentence, new):
        covered = [sentence.found[-1]]
    if relay and covered:
        sentence.found = [
            replace(old, via=(*new.sources, *old.via)) if old in covered else old for old in sentence.found
        ]
        return
    if covered and not new.quotes:
        sentence.found = [old for old in sentence.found if old not in covered]
    sentence.found.append(new)


def _of_denied(sentence: Sentence, new: Attribution) -> Attribution:
    """ "La ministre a démenti avoir menti, comme l'affirme le syndicat": the union says what she denies, not that she does."""
    tokens, opens = sentence.tokens, sentence.language["cues.as_told"] | sentence.language["cues.as_reports"]
    first = next((at for at, token in enumerate(tokens) if token.start >= new.group[0]), 0)
    denied = next((old for old in sentence.found if old.frame == "deny" and relays.covers(new, old)), None)
    as_told = first > 0 and any(entry.split(" ")[0] == tokens[first].low for entry in opens)
    if not as_told or denied is None or not denied.content or denied.sources == new.sources:
        return new
    return replace(new, content=(_ended(sentence, denied.content[-1], new.group[0]),))


def _behind_denial(sentence: Sentence, new: Attribution) -> Attribution:
    """ "Acme denied this: no lamp had failed, it said": what stands behind the colon is said, what stands before it is denied."""
    at = next((at for at, old in enumerate(sentence.found) if old.frame == "deny" and relays.covers(new, old)), None)
    old = sentence.found[at] if at is not None and new.parenthetical else None
    colon = next(
        (token for token in sentence.tokens if old and token.text == ":" and token.start >= old.group[1]), None
    )
    said = [token.start for token in sentence.tokens if colon and colon.end <= token.start < new.group[0]]
    if at is None or old is None or colon is None or not said:
        return new
    denied = (trimming.clipped(sentence, start, colon.start) for start, end in old.content if start < colon.start)
    sentence.found[at] = replace(old, content=content.known(*denied))
    return replace(new, content=tuple((max(start, said[0]), end) for start, end in new.content if end > said[0]))


def _ended(sentence: Sentence, span: Place, stop: int) -> Place:
    return trimming.clipped(sentence, span[0], stop) or span


def _joined(sentence: Sentence, new: Attribution) -> bool:
    """Nothing but "and" stands between the two verbs of one source; "lo niega y dice que" does two things."""
    last = sentence.found[-1] if sentence.found else None
    if last is not None and last.frame == "deny":
        return False
    if last is None or last.sources != new.sources or last.cue is None or new.cue is None or new.frame == "deny":
        return False
    between = sentence.passage.text[last.cue[1] : new.cue[0]].strip()
    return new.cue[0] > last.cue[1] and between in sentence.language["grammar.coordinators"] and bool(new.content)


def _same_act(sentence: Sentence, new: Attribution) -> bool:
    """ "Smith said, referring to the bridge, …": nothing is said between the two verbs of one source."""
    last = sentence.found[-1] if sentence.found else None
    if last is None or last.sources != new.sources or new.group[0] < last.group[1]:
        return False
    between = sentence.passage.text[last.group[1] : new.group[0]]
    return not any(sign.isalnum() for sign in between)


def _nested(sentence: Sentence, new: Attribution) -> bool:
    """ "Smith said officials reported a rise": the second attribution is part of what the first one says."""
    if not sentence.found or new.parenthetical:
        return False
    last = sentence.found[-1]
    after = [(start, end) for start, end in last.content if start >= last.group[0]]
    if new.sources == last.sources or not any(start <= new.group[0] < end for start, end in after):
        return False
    before = [token for token in sentence.tokens if token.end <= new.group[0]]
    if (
        new.frame == "deny"
        and before
        and _introduces(sentence, before[-1])
        and not _opens_content(sentence, before, last)
    ):
        return False  # "…, an assertion the institute rejects"
    return not before or before[-1].low not in sentence.language["grammar.clause_starts"]


def _opens_content(sentence: Sentence, before: list[Token], last: Attribution) -> bool:
    """ "said that it rejects …": the word right behind the last verb only opens what is said."""
    that = before[-1].low in sentence.language["grammar.that"]
    return that and last.cue is not None and len(before) > 1 and before[-2].end <= last.cue[1]


def _introduces(sentence: Sentence, word: Token) -> bool:
    return word.low in sentence.language["denials.carriers"] | sentence.language["grammar.relative"]


def bounded(sentence: Sentence) -> list[Attribution]:
    """Each content ends where the next attribution's own words begin."""
    found = _with_colon(sentence)
    return [
        replace(one, content=content.known(*(_cut(sentence, span, one, found[at + 1 :]) for span in one.content)))
        for at, one in enumerate(found)
    ]


def _with_colon(sentence: Sentence) -> list[Attribution]:
    """ "Acme denied it: no lamp had failed": what stands behind the colon is what Acme says."""
    found: list[Attribution] = []
    for one in sentence.found:
        colons = [token for token in sentence.tokens if token.text == ":" and token.start >= one.group[1]]
        here = next((colon for colon in colons if _told_behind(colon, one)), None)
        if one.frame != "deny" or here is None:
            found.append(one)
            continue
        told = [token for token in sentence.tokens if token.start >= here.end]
        end = max(end for _, end in one.content)
        said = replace(one, frame="say", cue=None, content=((told[0].start, end),), group=(here.start, here.end))
        before = (trimming.clipped(sentence, start, here.start) for start, _ in one.content if start < here.start)
        found.append(replace(one, content=content.known(*(span for span in before if span and _tells(sentence, span)))))
        found.append(said) if told and told[0].start < end else None
    return found


def _told_behind(colon: Token, one: Attribution) -> bool:
    """The colon stands inside what is denied, or right before it: "Acme dementiert: Es sei kein Licht ausgefallen"."""
    return any(start <= colon.start < end or colon.start < start <= colon.end + 1 for start, end in one.content)


def _tells(sentence: Sentence, span: Place) -> bool:
    """More than "at once": a noun or a pronoun of what is denied."""
    pointers, told = sentence.language["denials.pointers"], sentence.language["denials.of_matters"]
    words = [token for token in sentence.tokens if span[0] <= token.start < span[1] and token.is_word]
    return any(word.low in pointers | told or word.is_capital for word in words) or len(words) > _FEW


def _parted(sentence: Sentence, one: Attribution, other: Attribution) -> bool:
    """A semicolon stands between the two."""
    return any(token.text == ";" and one.group[1] <= token.start < other.group[0] for token in sentence.tokens)


def _cut(sentence: Sentence, span: Place, one: Attribution, later: list[Attribution]) -> Place | None:
    if any(other.group[0] == span[0] >= one.group[1] and _parted(sentence, one, other) for other in later):
        return None  # "Krell said next week; Pell said …"
    stops = [other.group[0] for other in later if other.group[0] > max(span[0], one.group[0])]
    if not stops or span[0] < one.group[0] or min(stops) >= span[1]:
        return span
    return trimming.clipped(sentence, span[0], min(stops))
