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
_PARTIES = ("sources.people", "sources.organisations", "sources.plural_people")


def of(question: Question, asked: Mapping[str, float], sentences: Sequence[Told], form: Form) -> set[str]:
    """The stems without which nothing is an answer."""
    sorts = of_weight(asked, SORT)
    said = frozenset[str]().union(*(one.said for one in sentences))
    anybody = question.sort is not None and question.sort.low in question.language["asks.anybody"]
    needed = set[str]()
    if sorts and not anybody and any(sorts <= one.said for one in sentences):
        needed |= sorts  # "which laboratory" is answered where it is spoken of
    if question.payer:
        needed |= {topic.stem(question.payer.text.lower())} & asked.keys()
    if question.role or (question.kind == "agent" and not question.language.capital_nouns):
        needed |= of_weight(asked, NAME)  # "the chief executive of Larkfield" is not Brightwater's
    needed |= _paid_for(question) & asked.keys() & said
    return needed | ((_people(question, form) | (parties(question) & said)) & asked.keys())


def _paid_for(question: Question) -> set[str]:
    """ "The building" of "how much did they pay for the building?"."""
    if question.kind != "amount":
        return set()
    ends = (token.text.lower().split()[-1:] for token in question.tokens)  # also of "pay for"
    paid = next((i for i, end in enumerate(ends) if set(end) & question.language["asks.paid_for"]), None)
    behind = question.tokens[paid + 1 :] if paid else ()
    return {topic.stem(token.text.lower()) for token in behind if token in question.words}


def met(
    needed: Set[str],
    one: Told,
    before: Told | None,
    words: Iterable[Token],
    language: Language,
    *,
    undergone: bool = False,
) -> bool:
    """They stand in the sentence, or are meant by its "him", for whom the sentence before names; of what is `undergone` no
    "their" will do: "Their parents refused"."""
    objects = language["grammar.objects"] if undergone else frozenset[str]()
    missing = needed - (one.said if objects else one.all)
    if not missing or before is None:
        return not missing
    meaning = objects or language["grammar.dependent"]
    return missing <= before.said and any(word.low in meaning for word in words)


def speakers(question: Question, form: Form) -> Mapping[int, frozenset[str]]:
    """By sentence the last names of those who speak in it and whom the question asks what others do to: who demands Hill's
    resignation is not Hill. None for another question."""
    found: dict[int, frozenset[str]] = {}
    if question.kind != "agent":
        return found
    last = {
        one.id: topic.stem(one.name.split()[-1].lower()) for one in form.sources if one.kind == "person" and one.name
    }
    for claim in form.claims:
        for n in claim.sentences:
            found[n] = found.get(n, frozenset()) | {last[id_] for id_ in claim.sources if id_ in last}
    wanted = {topic.stem(token.text.lower()) for token in question.words}
    return {n: names & wanted for n, names in found.items()}


def of_another(own: Set[str], one: Told, words: Iterable[Token], language: Language) -> bool:
    """Who speaks here is named beside that, or tells what befell himself: "Quill warned me," said Hill."""
    return own <= one.said or any(word.low in language["grammar.first_person"] for word in words)


def _people(question: Question, form: Form) -> set[str]:
    """The last names of who speaks in the article, and the names of bodies that do: what tells nothing of them does not answer
    a question about them."""
    last = {one.name.split()[-1] for one in form.sources if one.kind == "person" and one.name}
    last |= {one.name.split()[0] for one in form.sources if one.kind == "organisation" and one.name}
    return {topic.stem(token.text.lower()) for token in question.words if token.text in last}


def parties(question: Question) -> set[str]:
    """The "county" of "who is suing the county?": nouns for people and bodies, but for those that any may be called by."""
    asked = (question.counted, question.sort, question.role)
    nouns = (token for token in question.behind if token not in asked)
    return {topic.stem(token.text.lower()) for token in nouns if is_party(token.low, question.language)}


def is_party(low: str, language: Language, *, named: bool = False) -> bool:
    """A noun for people or a body, but, unless it is told who that is, for those that any may be called by."""
    vague = language["asks.people"] | language["asks.anybody"] | language["asks.sides"] | language["sources.any_body"]
    forms = {low, low.rstrip("s")}
    return (named or not forms & vague) and any({*forms, language.noun(low)} & language[name] for name in _PARTIES)


def of_weight(asked: Mapping[str, float], weight: float) -> set[str]:
    """The stems that weigh just so much."""
    return {stem for stem, weighs in asked.items() if weighs == weight}
