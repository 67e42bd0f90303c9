"""The accused: what they, or those who speak for them, tell right behind an accusation answers it, with a "not" or without."""

from collections.abc import Sequence
from dataclasses import replace

from bot.readers.offline import contradictions, cues, kinds, parted, tokens
from bot.readers.offline.denied import Basis, Denied
from bot.readers.offline.passage import Line, Passage
from bot.readers.offline.sentence import Attribution, length

_SOON = 3  # sentences behind an accusation within which the accused speak


def replies(
    passage: Passage, found: Sequence[Sequence[Attribution]], denied: Sequence[Denied | None]
) -> list[Denied | None]:
    """The denials of all sentences, and what may be the other side's story: whether those who tell it are the accused is seen
    when it is known who they are."""
    done = list(denied)
    for line in passage.lines:
        known = done[line.n - 1]
        if line.lead or not (known is None or _open(known)):
            continue
        told = (one for one in found[line.n - 1] if one.content and _tells(one, line, passage))
        one = next(told, None)
        basis = _basis(one, line, passage, found) if one else None
        if one and basis:
            content = max(one.content, key=length)
            new = Denied(line.n, "counters", one.sources, content, via=one.via, basis=basis)
            done[line.n - 1] = replace(known, also=basis) if known else new
    return done


def _open(known: Denied) -> bool:
    """It needs somebody who said what it denies, and has no second reason yet."""
    return known.basis != "stated" and known.also is None


def _basis(one: Attribution, line: Line, passage: Passage, found: Sequence[Sequence[Attribution]]) -> Basis | None:
    if _for_client(one, passage):
        return "defence"
    near = passage.lines[max(line.entry, line.n - _SOON) - 1 : line.n - 1]
    if any(accuses(before, found[before.n - 1], passage) for before in near):
        return "reply"
    replies = one.cue is not None and passage.text[slice(*one.cue)].lower() in passage.language["denials.replying"]
    return "account" if replies else None


def accuses(line: Line, found: Sequence[Attribution], passage: Passage) -> bool:
    """Somebody is accused in the sentence, by whom it names or by nobody."""
    charging = passage.language["denials.accusing"]
    return any(one.frame == "accuse" for one in found) or any(token.low in charging for token in line.tokens)


def _tells(one: Attribution, line: Line, passage: Passage) -> bool:
    """By a word for telling how it was; what is wanted, promised or conceded answers nothing."""
    at = one.cue_among(line.tokens)
    if at is None or one.frame not in cues.SAYING or one.negated or contradictions.declines(passage, one):
        return False
    content = max(one.content, key=length)
    if kinds.of(passage.text, *content, one.frame, passage.language) not in ("fact", "figure"):
        return False
    if any(word.low in passage.language["denials.to_come"] for word in tokens.cut(passage.text, *content)):
        return False
    apart = parted.find(line.tokens, at, "denials.explaining", passage.language)
    return bool(apart or cues.phrase(line.tokens, at, "denials.explaining", passage.language))


def _for_client(one: Attribution, passage: Passage) -> bool:
    """ "Sein Mandant habe nur Rechnungen beglichen, erklärte der Anwalt": a lawyer tells it for somebody."""
    words = [word for word in tokens.cut(passage.text, *one.content[0]) if word.is_word][:2]
    owned = passage.language["grammar.possessives"] | passage.language["grammar.first_person"]
    return len(words) > 1 and words[0].low in owned and words[1].low in passage.language["denials.represented"]
