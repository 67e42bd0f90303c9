"""Who stands on which side of a preposition: "bought from the museum" is not "the museum bought from"."""

from collections.abc import Iterator, Sequence

from bot.claims.grammar.clauses import after, before
from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.nouns import in_phrase, is_noun
from bot.claims.grammar.slots import phrase
from bot.claims.grammar.verbs import ACCORDING, is_verb
from bot.claims.grammar.voice import passive
from bot.claims.language.likeness import alike
from bot.claims.language.smallwords import AND, THAN, WHILE
from bot.claims.language.stops import ALL_STOPS
from bot.claims.rules.years import year

# What joins two that may as well change places, and where something is.
_EITHER_WAY = frozenset(["with", "between", "near", "and", "in", "on", "at", "mit", "zwischen", "in", "im", "am", "an"])
# French and Spanish "de" is any tie between two nouns.
_EITHER_WAY |= {"auf", "bei", "avec", "entre", "dans", "en", "con", "sur", "de", "du", "des", "del", "d"}


_GAP = 4  # words between who and how much
_GAPPING = AND | WHILE | {","}

_RANKING = frozenset({"before", "after"})

Phrase = tuple[str, tuple[int, ...]]


def exchange_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """Names, nouns and numbers that have changed places."""
    return [
        *_prepositions(text, cited),
        *_numbers(text, cited),
        *_compared(text, cited),
        *_brackets_turned(text, cited),
    ]


def _prepositions(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for each preposition before one of two words that have changed places: the article has the other
    after the same preposition, and this one elsewhere."""
    found: list[str] = []
    mine = list(_phrases(text))
    for preposition, nouns in mine:
        for sentence in cited:
            theirs = [other for low, other in _phrases(sentence) if low == preposition]
            if not theirs or any(_share(text, nouns, sentence, other) for other in theirs):
                continue
            rest = [i for i in sentence.content if not any(i in other for other in theirs)]
            outside = [i for i in text.content if not any(low == preposition and i in own for low, own in mine)]
            if _share(text, nouns, sentence, rest) and any(_share(text, outside, sentence, other) for other in theirs):
                found.append(f"{preposition!r} stands before {text.tokens[nouns[0]].text!r} instead of another.")
    return list(dict.fromkeys(found))


def _compared(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """ "more to warming than to fishing" is not "more to fishing than to warming", nor "A costs more than B" "B more than
    A". Words on both sides tell nothing."""
    return [
        f"What is compared has changed places: {text.tokens[mine[0]].text!r}."
        for word, mine, others in _comparisons(text)
        for sentence in cited
        for other, theirs, behind in _comparisons(sentence)
        if word == other
        and _share(text, mine, sentence, behind)
        and _share(text, others, sentence, theirs)
        and not _share(text, mine, sentence, theirs)
    ]


def _comparisons(text: Analysed) -> Iterator[tuple[str, list[int], list[int]]]:
    """(the comparative, what stands between it and "than" or else before it, what stands behind "than")."""
    turning = {op.at: op.name for op in text.operators if op.name in ("up", "down")}
    for than, token in enumerate(text.tokens):
        if token.low not in THAN:
            continue
        near = range(than - 1, max(-1, than - 9), -1)
        more = next((i for i in near if text.tokens[i].low in text.words.vocabulary.more or i in turning), None)
        if more is None:
            continue
        ahead = [i for i in range(more + 1, than) if i in text.content] or _compared_ahead(text, more)
        behind = [i for i in range(than + 1, min(than + 9, len(text.tokens))) if i in text.content]
        if ahead and behind:
            yield turning.get(more, text.tokens[more].low), ahead, behind


def _compared_ahead(text: Analysed, more: int) -> list[int]:
    """What is more than something else: the words of the clause before the comparative."""
    found: list[int] = []
    for i in range(more - 1, -1, -1):
        low = text.tokens[i].low
        if low in ALL_STOPS or low in text.words.links or low in text.words.reporting:
            break
        if i in text.content and not is_verb(text, i) and low != "worth":
            found.append(i)
    return found


def _numbers(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
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
    return found


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
    theirs = [i for i in theirs if sentence.tokens[i].low not in sentence.words.neutral]  # "two people"
    if not theirs or _share(text, mine, sentence, theirs):
        return False
    elsewhere = [i for i in sentence.content if i not in theirs]
    rest = [i for i in text.content if i not in mine]
    return _share(text, mine, sentence, elsewhere) and _share(text, rest, sentence, theirs)


def _behind_another(text: Analysed, n: int, mine: Sequence[int], sentence: Analysed, index: int) -> bool:
    """Each of the two stands behind the word behind which the other text has another number."""
    theirs = _ahead(sentence, index)
    if not theirs or _share(text, mine, sentence, theirs):
        return False
    here = {k for k in text.numbers if k != n and _share(text, _ahead(text, k), sentence, theirs)}
    there = {k for k in sentence.numbers if k != index and _share(text, mine, sentence, _ahead(sentence, k))}
    return any(not _equal(text, k, sentence, index) for k in here) and any(
        not _equal(text, n, sentence, k)
        and any(sentence.tokens[k].values & text.tokens[m].values for m in text.numbers)
        for k in there
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


def _brackets_turned(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """German "A hat B bestochen" is not "B hat A bestochen": where the verb ends its clause, sides are those of "hat"."""
    if text.words.language != "de":
        return []
    found: list[str] = []
    for verb, left, right in _brackets(text):
        for sentence in cited:
            for other, theirs, others in _brackets(sentence):
                same = alike(text.tokens[verb], sentence.tokens[other])
                if same and _share(text, left, sentence, others) and _share(text, right, sentence, theirs):
                    found.append(f"Who does what is not as in its sentences: {text.tokens[verb].text!r}.")
    return found


def _brackets(text: Analysed) -> Iterator[tuple[int, list[int], list[int]]]:
    """(verb, nouns before, nouns after) for each "hat", "haben", "will" whose verb ends the clause."""
    for hinge, token in enumerate(text.tokens):
        if token.low not in text.words.vocabulary.brackets:
            continue
        ahead, behind = list(before(text, hinge)), list(after(text, hinge))
        verbs = [i for i in behind if i in text.content and not text.tokens[i].capital]
        marked = any(text.tokens[i].low in text.words.vocabulary.accusative for i in ahead)
        if verbs and not marked:
            left, right = ([i for i in side if _bare(text, i)] for side in (ahead, behind))
            yield verbs[-1], left, [i for i in right if i < verbs[-1]]


def _bare(text: Analysed, index: int) -> bool:
    """A noun that no preposition governs; one right after another noun begins a phrase of its own."""
    if index not in text.content or not text.tokens[index].capital:
        return False
    return not in_phrase(text, index) or (index - 1 in text.content and text.tokens[index - 1].capital)


def _phrases(text: Analysed) -> Iterator[Phrase]:
    """Each preposition with the nouns and names it governs."""
    turned = {i for op in text.operators for i in range(op.at, op.end)}
    ranking = {op.at for op in text.operators if op.name in _RANKING}
    for index, token in enumerate(text.tokens):
        told = index > 0 and text.tokens[index - 1].low in ACCORDING
        agent = token.low in text.words.by and _passive_before(text, index)
        free = token.low in text.words.prepositions and token.low not in _EITHER_WAY
        ranks = index in ranking and _ranks(text, phrase(text, index))
        if free and (ranks or index not in turned) and not told and not agent and not _infinitive(text, index):
            nouns = tuple(i for i in phrase(text, index) if i in text.content and not text.tokens[i].possessive)
            if nouns:
                yield token.low, nouns


def _ranks(text: Analysed, nouns: Sequence[int]) -> bool:
    """ "vor Lasse Behrend": behind whom somebody came in, no time."""
    named = [i for i in nouns if text.tokens[i].capital]
    return len(named) == len(nouns) > (1 if text.words.language == "de" else 0)


def _infinitive(text: Analysed, index: int) -> bool:
    """ "to publish the results"."""
    following = text.tokens[index + 2].low if index + 2 < len(text.tokens) else ""
    return text.tokens[index].low == "to" and following in text.words.determiners - {"of"}


def _passive_before(text: Analysed, index: int) -> bool:
    """ "was rejected by": who does what is looked at apart."""
    near = range(max(0, index - 4), index)
    return any(text.tokens[i].low in text.words.passive for i in near) and any(
        passive(text, i) for i in near if is_verb(text, i)
    )


def _share(text: Analysed, some: Sequence[int], sentence: Analysed, others: Sequence[int]) -> bool:
    return any(alike(text.tokens[i], sentence.tokens[j]) for i in some for j in others)
