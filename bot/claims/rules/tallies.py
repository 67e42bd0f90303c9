"""What a number counts: "three victims at schools" is not "victims at three schools"."""

from collections.abc import Sequence

from bot.claims.grammar.evidence import Analysed, share_word
from bot.claims.grammar.nouns import is_noun
from bot.claims.grammar.verbs import is_verb
from bot.claims.language.likeness import alike
from bot.claims.language.smallwords import AND, WHILE
from bot.claims.rules.years import year

_GAP = 4  # words between who and how much
_GAPPING = AND | WHILE | {","}


def tally_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """ "three victims at schools" is not "victims at three schools": what the number counts there stands elsewhere here."""
    found: list[str] = []
    for n in text.numbers:
        places = [(s, i) for s in cited for i in s.numbers if s.tokens[i].values & text.tokens[n].values]
        mine = _after(text, n)
        if mine and places and all(_exchanged(text, mine, s, _after(s, i)) for s, i in places):
            found.append(f"{text.tokens[n].text} stands before {text.tokens[mine[0]].text!r} instead of another.")
        if any(_gapped(text, n, s) for s in cited):
            found.append(f"{text.tokens[n].text} is told of another in its sentences.")
        ahead = _ahead(text, n)
        if ahead and places and all(_behind_another(text, n, ahead, s, i) for s, i in places):
            found.append(f"{text.tokens[n].text} stands behind {text.tokens[ahead[0]].text!r} instead of another.")
        if places and any(_labelled(text, n, s, places) for s in cited):
            found.append(f"{text.tokens[n].text} stands behind {text.tokens[n - 1].text!r} instead of another.")
        date = _date_behind(text, n)
        if date and places and all(date != (there := _date_behind(s, i)) and there for s, i in places):
            found.append(f"{text.tokens[n].text} is told of another time in its sentences.")
    return found


def _labelled(text: Analysed, n: int, sentence: Analysed, places: Sequence[tuple[Analysed, int]]) -> bool:
    """ "Level seven" of "level one on a scale of seven": a noun right before that the sentence has before another number."""
    label = text.tokens[n - 1] if n and n - 1 in text.content and is_noun(text, n - 1) else None
    if label is None or text.tokens[n].unit or any(i and s.tokens[i - 1].low == label.low for s, i in places):
        return False
    behind = [sentence.tokens[i + 1] for i in sentence.content if sentence.tokens[i].low == label.low]
    return any(token.kind == "number" or token.low == "one" for token in behind)


def _date_behind(text: Analysed, n: int) -> str:
    """ "2.7 percent in April"."""
    behind = [token for token in text.tokens[n + 1 : n + _GAP] if token.low not in ("per", "cent", "percent")]
    dated = len(behind) > 1 and behind[0].low in ("in", "on") and behind[1].low in text.words.dates
    return behind[1].low if dated else ""


def _gapped(text: Analysed, n: int, sentence: Analysed) -> bool:
    """ "The state will give 120 million and the firm 310": the firm, whose own number follows it, does not give 120."""
    subject = next((i for i in text.content if i < n and is_noun(text, i)), None)
    if subject is None or year(text, n):
        return False
    places = [j for j in sentence.content if alike(text.tokens[subject], sentence.tokens[j])]
    ahead = [k for k in sentence.numbers if places and k < places[0] and _equal(text, n, sentence, k)]
    if len(places) != 1 or not ahead or any(_equal(text, n, sentence, k) for k in sentence.numbers if k > places[0]):
        return False
    own = next((k for k in sentence.numbers if places[0] < k <= places[0] + _GAP), None)
    if own is None or any(_equal(text, k, sentence, own) for k in text.numbers) or year(sentence, own):
        return False
    between = range(places[0] + 1, own)
    joined = any(sentence.tokens[k].low in _GAPPING for k in range(ahead[-1] + 1, places[0]))
    same = sentence.tokens[own].unit in (None, sentence.tokens[ahead[-1]].unit)
    return joined and same and not any(is_verb(sentence, k) or sentence.tokens[k].kind == "punct" for k in between)


def _exchanged(text: Analysed, mine: Sequence[int], sentence: Analysed, theirs: Sequence[int]) -> bool:
    """Each side has the other's words, in another place."""
    elsewhere = [i for i in sentence.content if i not in theirs]
    theirs = [i for i in theirs if sentence.tokens[i].low not in sentence.words.neutral]  # "two people"
    if not theirs or share_word(text, mine, sentence, theirs):
        return False
    rest = [i for i in text.content if i not in mine]
    return share_word(text, mine, sentence, elsewhere) and share_word(text, rest, sentence, theirs)


def _behind_another(text: Analysed, n: int, mine: Sequence[int], sentence: Analysed, index: int) -> bool:
    """Each of the two stands behind the word behind which the other text has another number."""
    theirs = _ahead(sentence, index)
    if not theirs or share_word(text, mine, sentence, theirs):
        return False
    here = {k for k in text.numbers if k != n and share_word(text, _ahead(text, k), sentence, theirs)}
    there = {k for k in sentence.numbers if k != index and share_word(text, mine, sentence, _ahead(sentence, k))}
    return any(not _equal(text, k, sentence, index) for k in here) and any(
        not _equal(text, n, sentence, k) and text.counts(sentence.tokens[k]) for k in there
    )


def _equal(text: Analysed, n: int, sentence: Analysed, index: int) -> bool:
    return bool(text.tokens[n].values & sentence.tokens[index].values)


def _ahead(text: Analysed, index: int) -> list[int]:
    """The word right before a number, with small words and other ends of its range between."""
    for i in range(index - 1, max(-1, index - 8), -1):
        if text.tokens[i].kind == "punct":
            return []
        if i in text.content and text.tokens[i].low not in text.words.times | text.words.deixis.keys():
            return [i]
    return []


def _after(text: Analysed, index: int) -> list[int]:
    """The words right after a number that has no unit."""
    found: list[int] = []
    i = index + 1
    while not text.tokens[index].unit and i in text.content and not is_verb(text, i):
        found.append(i)
        i += 1
    return found
