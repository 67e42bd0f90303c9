"""How many there are is not how many are added: "will run three a day" is not "will run three more a day"."""

from collections.abc import Sequence
from itertools import pairwise

from bot.claims.grammar.evidence import Analysed
from bot.claims.language.smallwords import JOINTS, THAN


def additional_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for each number that the text adds to what there is, and the sentences give as all there is."""
    told = [(s, j) for s in cited for j in s.numbers if not _joined(s, j)]
    if not told or any(_adds(s) for s in cited):
        return []
    return [
        f"{text.tokens[at].text!r} beside {text.tokens[n].text!r} is not in its sentences."
        for n in text.numbers
        if text.tokens[n].unit is None
        and (at := _added(text, n)) is not None
        and any(text.tokens[n].values & s.tokens[j].values for s, j in told)
    ]


def _added(text: Analysed, number: int) -> int | None:
    """Where the word stands that adds the number: "three more", "another three"; none of "three more than"."""
    known = text.words.vocabulary.additional
    behind = text.tokens[number + 2 : number + 3]
    compares = bool(behind) and behind[0].low in THAN
    places = [number - 1] if compares else [number + 1, number - 1]
    return next((i for i in places if 0 <= i < len(text.tokens) and text.tokens[i].low in known), None)


def _joined(sentence: Analysed, number: int) -> bool:
    """ "Moen and two mechanics" are Moen and two others."""
    before = sentence.tokens[number - 1 : number]
    return bool(before) and (before[0].low in JOINTS or before[0].kind == "punct")


def _adds(sentence: Analysed) -> bool:
    """Whether something comes to what there is."""
    known = sentence.words.vocabulary
    lows = [*(token.low for token in sentence.tokens), ""]
    grows = not sentence.classes().isdisjoint({"up", "versus"}) or not known.adding.isdisjoint(lows)
    return grows or any(low in known.additional and after not in THAN for low, after in pairwise(lows))
