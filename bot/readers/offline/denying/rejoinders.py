"""Rejoinders: who is accused, or speaks for them, answers by telling how it was, with a "not" or without: "X accused Y of theft.
Y said the money had been paid back".

Whether those who tell it are the accused is seen when it is known who they are. German, French and Spanish have verbs for telling
how it was; in English, where "said" is all there is, what is told must be facts.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.readers.offline.denying import contradictions, facts, turn
from bot.readers.offline.denying.denied import Basis, Denied
from bot.readers.offline.speech import kinds
from bot.readers.offline.syntax import cues, parted, phrasing
from bot.readers.offline.syntax.sentence import Attribution, Place, length
from bot.readers.offline.text import tokens
from bot.readers.offline.text.language import Language
from bot.readers.offline.text.passage import Line, Passage
from bot.readers.offline.text.tokens import Token

_SOON = 3  # sentences behind an accusation within which the accused speak
_STORIES: frozenset[Basis] = frozenset({"account", "excuse"})
_NEGATED: frozenset[Basis] = frozenset({"contrary", "own deeds"})
_EARLY = 14  # words among which the first clause has its verb
_FEW = 3  # words that are too few to tell a fact
_ADVOCATE = 3  # words of "a lawyer for"


def explained(
    passage: Passage, found: Sequence[Sequence[Attribution]], denied: Sequence[Denied | None]
) -> list[Denied | None]:
    """The denials of all sentences, and what a verb for telling how it was makes the other side's story."""

    def answer(line: Line) -> Denied | None:
        one = next((one for one in found[line.n - 1] if one.content and _explains(one, line, passage)), None)
        basis = _basis(one, line, passage, found) if one else None
        return _rejoinder(line, one, max(one.content, key=length), basis) if one and basis else None

    return _with(answer, passage, denied, beside=lambda known: known.basis != "stated")


def told(
    passage: Passage, found: Sequence[Sequence[Attribution]], denied: Sequence[Denied | None]
) -> list[Denied | None]:
    """The denials of all sentences, and what may answer an accusation by the facts that it tells."""

    def answer(line: Line) -> Denied | None:
        for one in found[line.n - 1]:
            span = _longest_here(one, line) if _asserts(one, passage) and _settled(one, passage) else None
            if span and _tells_facts(tokens.cut(passage.text, *span), passage.language):
                told = _rejoinder(line, one, span, "plea" if _pleads(one, line, passage) else "answer")
                return replace(told, also="turn") if turn.taken(one, line, span, passage) else told
        return None

    return _with(answer, passage, denied, beside=lambda known: known.basis in _STORIES | _NEGATED)


def _with(
    answer: Callable[[Line], Denied | None],
    passage: Passage,
    denied: Sequence[Denied | None],
    *,
    beside: Callable[[Denied], bool],
) -> list[Denied | None]:
    """The denials with the answers of each sentence; an answer is a second reason for those that it may stand `beside`."""
    done = list(denied)
    for line in passage.lines:
        known = done[line.n - 1]
        if line.lead or (known is not None and (known.also is not None or not beside(known))):
            continue
        new = answer(line)
        if new is not None:
            done[line.n - 1] = _joined(known, new) if known else new
    return done


def _joined(known: Denied, new: Denied) -> Denied:
    """What denies by its own "not" gains a second reason only where it stands in its turn."""
    if known.basis in _NEGATED and new.basis not in ("reply", "correction"):
        return replace(known, also="turn") if new.also == "turn" else known
    return replace(known, also=new.basis)


def _rejoinder(line: Line, one: Attribution, content: Place, basis: Basis) -> Denied:
    return Denied(line.n, "counters", one.sources, content, via=one.via, basis=basis)


def _basis(one: Attribution, line: Line, passage: Passage, found: Sequence[Sequence[Attribution]]) -> Basis | None:
    if _for_client(one, passage):
        return "plea" if _settled(one, passage) else "defence"
    near = passage.lines[max(line.entry, line.n - _SOON) - 1 : line.n - 1]
    if any(_accuses(before, found[before.n - 1], passage) for before in near):
        return "reply"
    if _by(one, line, "denials.correcting", passage.language) and not _to_come(one, passage):
        return "correction"
    replies = one.cue is not None and passage.text[slice(*one.cue)].lower() in passage.language["denials.replying"]
    return "account" if replies else None


def _accuses(line: Line, found: Sequence[Attribution], passage: Passage) -> bool:
    """Somebody is accused in the sentence, by whom it names or by nobody."""
    charging = passage.language["denials.accusing"]
    return any(one.frame == "accuse" for one in found) or any(token.low in charging for token in line.tokens)


def _to_come(one: Attribution, passage: Passage) -> bool:
    told = (word for span in one.content for word in tokens.cut(passage.text, *span))
    return any(passage.language.is_future(word.low) for word in told)


def _explains(one: Attribution, line: Line, passage: Passage) -> bool:
    """By a word for telling how it was; what is wanted, promised or conceded answers nothing."""
    if one.frame not in cues.SAYING or one.negated or contradictions.declines(passage, one):
        return False
    content = max(one.content, key=length)
    if kinds.of(passage.text, *content, one.frame, passage.language) not in ("fact", "figure"):
        return False
    if any(word.low in passage.language["denials.to_come"] for word in tokens.cut(passage.text, *content)):
        return False
    return _by(one, line, "denials.explaining", passage.language)


def _by(one: Attribution, line: Line, name: str, language: Language) -> bool:
    """Its words for saying are of this list."""
    at = one.cue_among(line.tokens)
    if at is None:
        return False
    return bool(parted.find(line.tokens, at, name, language) or phrasing.phrase(line.tokens, at, name, language))


def _for_client(one: Attribution, passage: Passage) -> bool:
    """ "Sein Mandant habe nur Rechnungen beglichen, erklärte der Anwalt": a lawyer tells it for somebody."""
    words = [word for word in tokens.cut(passage.text, *one.content[0]) if word.is_word][:2]
    owned = passage.language["grammar.possessives"] | passage.language["grammar.first_person"]
    return len(words) > 1 and words[0].low in owned and words[1].low in passage.language["denials.represented"]


def _settled(one: Attribution, passage: Passage) -> bool:
    """What it tells was or is so, and is no feeling; where verbs have a form of their own for what will be, that counts too."""
    words = tokens.cut(passage.text, *max(one.content, key=length)) if one.content else []
    if phrasing.holds([word for word in words if word.is_word], "denials.no_rejoinder", passage.language):
        return False
    return not passage.language.inverts or facts.tells(one, passage)


def _asserts(one: Attribution, passage: Passage) -> bool:
    """Its verb, if it has one, neither concedes nor accuses nor warns."""
    if one.frame not in cues.SAYING or one.negated or _earlier(one, passage):
        return False
    verbs = passage.language["denials.answering_verbs"]
    cue = passage.text[slice(*one.cue)].lower().split() if one.cue else []
    return bool(verbs) and (not cue or cue[0] in verbs)


def _earlier(one: Attribution, passage: Passage) -> bool:
    """ "Said last week": what was said before the accusation does not answer it."""
    line = passage.lines[one.n - 1]
    beside = [word for word in line.tokens if one.cue and (word.end <= one.cue[0] or one.cue[1] <= word.start)]
    outside = [word for word in beside if not any(start <= word.start < end for start, end in one.content)]
    return phrasing.holds(outside, "denials.days_before", passage.language)


def _longest_here(one: Attribution, line: Line) -> Place | None:
    """What is told in this sentence; all of a clause in which the speaker only stands: "The run, she said, was of a hare"."""
    spans = [(max(start, line.start), min(end, line.end)) for start, end in one.content]
    here = [span for span in spans if span[0] < span[1]]
    if len(here) > 1 and not one.quotes and here[0][1] <= one.group[0]:
        return here[0][0], here[-1][1]
    return max(here, key=length, default=None)


def _tells_facts(words: Sequence[Token], language: Language) -> bool:
    """What was or is so, and no feeling, plan or promise; where `_settled` has seen to the verb, no verb is looked for."""
    said = [word for word in words if word.is_word]
    if len(said) < _FEW or words[-1].text == "?":
        return False
    if language.inverts:
        return True
    verb = next((at for at, word in enumerate(said[:_EARLY]) if _is_fact(word, language)), None)
    before = {word.low for word in said[: (verb or 0) + 1]}
    if verb is None or before & (language["denials.modals"] | language["grammar.subordinators"]):
        return False
    return not phrasing.holds(said, "denials.no_rejoinder", language)


def _is_fact(word: Token, language: Language) -> bool:
    listed = language["denials.been"] | language["cues.common_verbs"] | language["denials.deeds"]
    return word.low in listed or word.low in language["grammar.passive"] or language.is_finite(word.low)


def _pleads(one: Attribution, line: Line, passage: Passage) -> bool:
    """ "Her lawyer, Pavel Drost, said", "a lawyer for the company said", "counsel for the defence"; "counsel said
    his client had paid"."""
    language = passage.language
    if _for_client(one, passage):
        return any(token.low in language["denials.advocates"] for token in line.tokens if token.end <= one.group[1])
    for who in one.sources:
        words = [token.low for token in line.tokens if one.group[0] <= token.start < one.group[1]]
        noun = next((at for at, low in enumerate(words) if low in language["denials.advocates"]), None)
        if who.pronoun or noun is None:
            continue
        owned = language["grammar.possessives"] | {"'s"}
        behind = words[noun + 1 : noun + 1 + _ADVOCATE]
        if any(low in language["denials.for_victims"] for low in (*words[:noun], *behind)):
            continue
        return any(low in owned for low in words[:noun]) or bool(language["denials.represents"] & set(behind))
    return False
