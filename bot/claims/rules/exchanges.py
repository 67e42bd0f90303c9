"""Who stands on which side of a preposition: "bought from the museum" is not "the museum bought from"."""

from collections.abc import Sequence
from functools import lru_cache

from bot.claims.grammar.evidence import Analysed, share_word
from bot.claims.grammar.nouns import is_preposition
from bot.claims.grammar.slots import phrase
from bot.claims.grammar.verbs import ACCORDING, is_verb
from bot.claims.grammar.voice import passive
from bot.claims.language.smallwords import OF
from bot.claims.rules.brackets import bracket_problems
from bot.claims.rules.comparisons import comparison_problems
from bot.claims.rules.tallies import tally_problems

# What joins two that may as well change places, and where something is.
_EITHER_WAY = frozenset(["with", "between", "near", "and", "in", "on", "at", "mit", "zwischen", "in", "im", "am", "an"])
# French and Spanish "de" is any tie between two nouns.
_EITHER_WAY |= {"auf", "bei", "avec", "entre", "dans", "en", "con", "sur", "de", "du", "des", "del", "d"}
_RANKING = frozenset({"before", "after"})

Phrase = tuple[str, tuple[int, ...]]


def exchange_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """Names, nouns and numbers that have changed places."""
    return [
        *_prepositions(text, cited),
        *tally_problems(text, cited),
        *comparison_problems(text, cited),
        *bracket_problems(text, cited),
    ]


def _prepositions(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for each preposition before one of two words that have changed places: the article has the other
    after the same preposition, and this one elsewhere."""
    found: list[str] = []
    mine = _phrases(text)
    for preposition, nouns in mine:
        for sentence in cited:
            theirs = [other for low, other in _phrases(sentence) if low == preposition]
            if not theirs or any(share_word(text, nouns, sentence, other) for other in theirs):
                continue
            rest = [i for i in sentence.content if not any(i in other for other in theirs)]
            outside = [i for i in text.content if not any(low == preposition and i in own for low, own in mine)]
            if share_word(text, nouns, sentence, rest) and any(
                share_word(text, outside, sentence, other) for other in theirs
            ):
                found.append(f"{preposition!r} stands before {text.tokens[nouns[0]].text!r} instead of another.")
    return list(dict.fromkeys(found))


@lru_cache(maxsize=512)
def _phrases(text: Analysed) -> tuple[Phrase, ...]:
    """Each preposition with the nouns and names it governs."""
    found: list[Phrase] = []
    turned = {i for op in text.operators for i in range(op.at, op.end)}
    ranking = {op.at for op in text.operators if op.name in _RANKING}
    for index, token in enumerate(text.tokens):
        if token.low in _EITHER_WAY or not is_preposition(text, index):
            continue
        told = index > 0 and text.tokens[index - 1].low in ACCORDING
        agent = token.low in text.words.by and _passive_before(text, index)
        ranks = index in ranking and _ranks(text, phrase(text, index))
        relative = any(t.low in text.words.vocabulary.of_which for t in text.tokens[index + 1 : index + 2])
        other_use = told or agent or relative or _infinitive(text, index) or _partitive(text, index)
        if (ranks or index not in turned) and not other_use:
            nouns = tuple(i for i in phrase(text, index) if i in text.content and not text.tokens[i].possessive)
            if nouns:
                found.append((token.low, nouns))
    return tuple(found)


def _ranks(text: Analysed, nouns: Sequence[int]) -> bool:
    """ "vor Lasse Behrend": behind whom somebody came in, no time."""
    named = [i for i in nouns if text.tokens[i].capital]
    return len(named) == len(nouns) > (1 if text.words.language == "de" else 0)


def _partitive(text: Analysed, index: int) -> bool:
    """ "some of the jars"."""
    counts = index > 0 and index - 1 not in text.content and text.tokens[index - 1].kind == "word"
    return counts and text.tokens[index].low in OF


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
