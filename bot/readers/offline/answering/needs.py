"""Needs: the words of a question without which nothing is an answer."""

from collections.abc import Iterable, Mapping, Sequence, Set

from bot.claims.form import Form
from bot.claims.language.token import Token
from bot.readers.offline.answering.questions import Question
from bot.readers.offline.answering.told import Told
from bot.readers.offline.text import topic
from bot.readers.offline.text.language import Language

NAME = 1.5
"""A name in the question counts this much more than another word."""
SORT = 0.3
"""The sort of thing asked for: "which firm"."""


def of(question: Question, asked: Mapping[str, float], sentences: Sequence[Told], form: Form) -> set[str]:
    """The stems without which nothing is an answer."""
    sorts = of_weight(asked, SORT)
    anybody = question.sort is not None and question.sort.low in question.language["asks.anybody"]
    needed = set[str]()
    if sorts and not anybody and any(sorts <= one.said for one in sentences):
        needed |= sorts  # "which laboratory" is answered where it is spoken of
    if question.payer:
        needed |= {topic.stem(question.payer.text.lower())} & asked.keys()
    if question.role:
        needed |= of_weight(asked, NAME)  # "the chief executive of Larkfield" is not Brightwater's
    return needed | (_people(question, form) & asked.keys())


def met(needed: Set[str], one: Told, before: Told | None, words: Iterable[Token], language: Language) -> bool:
    """They stand in the sentence, or are meant by its "him", for whom the sentence before names."""
    missing = needed - one.all
    if not missing or before is None:
        return not missing
    return missing <= before.said and any(word.low in language["grammar.dependent"] for word in words)


def _people(question: Question, form: Form) -> set[str]:
    """The last names of who speaks in the article: what tells nothing of them does not answer a question about them."""
    last = {one.name.split()[-1] for one in form.sources if one.kind == "person" and one.name}
    return {topic.stem(token.text.lower()) for token in question.words if token.text in last}


def of_weight(asked: Mapping[str, float], weight: float) -> set[str]:
    """The stems that weigh just so much."""
    return {stem for stem, weighs in asked.items() if weighs == weight}
