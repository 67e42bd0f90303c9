"""What was so until some time is not so now: "was the largest until 2015" is not "is the largest"."""

from collections.abc import Sequence
from itertools import pairwise

from bot.claims.grammar.evidence import Analysed

_FAR = 12  # words between the verb and "until"
_MOST = 0.6  # of what the text tells


def formerly_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for each state that ended, and is told as one that lasts."""
    known = text.words.vocabulary
    if said := _once(text, cited):
        return said
    lows = frozenset(token.low for token in text.tokens)
    if (known.until | known.was) & lows or not known.are & lows or text.classes() & {"not", "future", "intent"}:
        return []
    ended = [(s, k) for s in cited for k in range(len(s.tokens)) if s.tokens[k].low in known.until and _state(s, k)]
    return list(
        dict.fromkeys(f"{s.tokens[k].text!r} is missing: it is told as still so." for s, k in ended if _told(text, s))
    )


def never_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """What is not so now may have been: "is not a suspect" is not "has never been one"."""
    known = text.words.vocabulary
    if "not" not in text.classes() or not (said := [t for t in text.tokens if t.low in known.never]):
        return []
    if any(token.low in known.never for s in cited for token in s.tokens):
        return []
    now = any(_told(text, s) and _is_not(s) for s in cited)
    return [f"{said[0].text!r} is not in its sentences: they tell of now."] if now else []


def _is_not(sentence: Analysed) -> bool:
    """ "Nobody is a suspect", "is not one"."""
    known, nots = sentence.words.vocabulary, [op for op in sentence.operators if op.name == "not"]
    near = [token.low for op in nots for token in sentence.tokens[max(0, op.at - 1) : op.end + 1]]
    return not known.are.isdisjoint(near)


def _once(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """ "used to be a doctor" is not "is a doctor", nor is "will become mayor" "is mayor"."""
    if text.words.language != "en" or text.past_tense or text.classes() & {"not", "future", "intent"}:
        return []
    is_so = not text.words.vocabulary.are.isdisjoint(token.low for token in text.tokens)
    found = [s for s in cited if _told(text, s) and (_used_to(s) or (is_so and _becomes(s)))]
    return ["It is told as so now."] if found else []


def _used_to(sentence: Analysed) -> bool:
    """Of what was done, not "is used to"; the two words are one token where they tell of what was."""
    lows = [token.low for token in sentence.tokens]
    used_to = sentence.words.vocabulary.used_to
    return any(b in used_to and a not in sentence.words.passive for a, b in pairwise(["", *lows]))


def _becomes(sentence: Analysed) -> bool:
    lows, known = [token.low for token in sentence.tokens], sentence.words.vocabulary
    return any(a in known.coming and b in known.become for a, b in pairwise(lows))


def _state(sentence: Analysed, until: int) -> bool:
    """ "Was … until 2009", "was until 2009 …": in one clause, and of no number ("bis 500")."""
    known = sentence.words.vocabulary
    before = range(max(0, until - _FAR), until)
    last = next((i for i in reversed(before) if sentence.tokens[i].low in known.was), None)
    counts = sentence.tokens[until + 1 : until + 2]
    up_to = bool(counts) and counts[0].low in known.up_to
    return last is not None and not up_to and not any(sentence.tokens[i].kind == "punct" for i in range(last, until))


def _told(text: Analysed, sentence: Analysed) -> bool:
    said = [text.tokens[i] for i in text.content]
    return bool(said) and sum(sentence.has(t) for t in said) >= _MOST * len(said)
