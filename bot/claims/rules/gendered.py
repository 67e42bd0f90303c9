"""Nouns for men and for women: "a woman was arrested" does not tell of a man, "un conductor" is no "conductora", and what a
woman did no man did who is spoken of beside her."""

from collections.abc import Collection, Iterator, Sequence, Set
from itertools import zip_longest

from bot.claims.grammar.evidence import Analysed, forms_in
from bot.claims.grammar.kinds import counterparts, feminine_name
from bot.claims.grammar.names import runs
from bot.claims.grammar.verb import verb_at
from bot.claims.grammar.verbs import is_verb


def gender_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for each noun of which the sentences have only the one for the other sex, each "man" where they only speak
    of women, each man who does what there only a woman does, and each "he" where only "she" can be meant; and the other way round."""
    told = frozenset[str]().union(*(s.lows for s in cited))
    said = text.lows
    found = [
        f"Of {token.text!r} its sentences have the other sex."
        for token in text.tokens
        if (others := counterparts(text.words.language, token.low) & told)
        and token.low not in told
        and not others & said
    ]
    found += _of_one_sex(text, cited)
    known = text.words.vocabulary
    for own, others in ((known.men, known.women), (known.women, known.men)):
        found += [f"{text.tokens[at].text!r} is told of the other sex." for at in _turned(text, own, others, cited)]
    if text.words.language == "en":  # elsewhere things are "he" and "she" too
        found += [f"Nobody whom {word!r} may mean is in its sentences." for word in _pronouns(text, said, cited, told)]
    return list(dict.fromkeys(found))


def _of_one_sex(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """Words for people of one sex, where the sentences only speak of the other."""
    known = text.words.vocabulary
    male, female = known.men | known.he, known.women | known.she
    return [
        f"{word!r} is not of the sex that its sentences tell."
        for own, mine, other in ((known.women, female, known.men), (known.men, male, known.women))
        for word in _told(text, own)
        if any(any(_told(s, other)) for s in cited) and not any(any(_told(s, mine)) for s in cited)
    ]


def _told(text: Analysed, words: Collection[str]) -> Iterator[str]:
    """Those words that are no title: "Frau" of "Frau Holm"."""
    for token, after in () if text.lows.isdisjoint(words) else zip_longest(text.tokens, text.tokens[1:]):
        titled = token.capital and after is not None and after.kind == "word" and after.capital
        if token.low in words and not titled:
            yield token.text


def _turned(text: Analysed, own: frozenset[str], others: frozenset[str], cited: Sequence[Analysed]) -> list[int]:
    """The verbs of which such a noun is the subject, where all that the sentences have of them has one of the others."""
    found = []
    for at in () if text.lows.isdisjoint(own) else text.content:
        if is_verb(text, at) and own & _subjects(text, at):
            subjects = [_subjects(s, i) for s, i in forms_in(cited, text.tokens[at])]
            if subjects and all(others & each and not own & each for each in subjects):
                found.append(at)
    return found


def _subjects(text: Analysed, at: int) -> set[str]:
    return {token.low for party in verb_at(text, at).subjects for token in party.tokens}


def _pronouns(text: Analysed, said: Set[str], cited: Sequence[Analysed], told: Set[str]) -> list[str]:
    """ "he" of sentences that have "she", no "he", and nobody who may be a man."""
    known = text.words.vocabulary
    found = []
    for feminine, own, nouns, other in (
        (False, known.he, known.men, known.she),
        (True, known.she, known.women, known.he),
    ):
        used = said & own
        if (
            used
            and other & told
            and not told & (own | nouns)
            and not any(_may_be(s, feminine=feminine) for s in (text, *cited))
        ):
            found.append(min(used))
    return found


def _may_be(sentence: Analysed, *, feminine: bool) -> bool:
    """Whether it names somebody not known to be of the other sex."""
    return any(feminine_name(sentence.tokens[run[0]].low) in (feminine, None) for run in runs(sentence))
