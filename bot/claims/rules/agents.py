"""Agents: who speaks of somebody else's deed has not done it: "Hale accused Sorensen of hiding it" is not "Hale hid it"."""

from collections.abc import Iterable, Sequence

from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.nouns import is_noun, side_by_side
from bot.claims.grammar.parties import Party, parties
from bot.claims.grammar.verb import Verb, verb_at
from bot.claims.grammar.verbs import is_verb, verbs
from bot.claims.language.likeness import alike
from bot.claims.language.smallwords import JOINTS, POSSESSIVES
from bot.claims.people.tellers import inserted

_SAYING = frozenset({"accuse", "blame", "demand"})
_REACH = 8  # words between a speaker's verb and the deed among which its doer stands


def agent_problems(text: Analysed, cited: Sequence[Analysed], known: Iterable[Analysed]) -> list[str]:
    """One sentence for each deed or quality that the text gives to its speaker, and the article to somebody else.

    `known` are the sentences that tell who is who.
    """
    begun = _beginning(text)
    if begun is None or text.words.language == "de":
        return []
    subject, at = begun
    found = []
    for sentence in cited:
        for verb in _tellers(sentence):
            speakers = [
                party
                for party in (*verb.subjects, *inserted(verb))
                if party.name and not party.loose and not party.phrase
            ]
            told = any(_same(party, subject) for party in speakers)
            other = _doer(sentence, verb, text, at) if told else None
            if other is not None and not _is(other, subject, (sentence, *known)):
                found.append(f"{str(subject)!r} only says that {str(other)!r} is {text.tokens[at].text!r}.")
    return list(dict.fromkeys(found))


def _beginning(text: Analysed) -> tuple[Party, int] | None:
    """The name with which the text begins, and the word that says what it does or is."""
    if not text.content or not text.tokens[text.content[0]].capital:
        return None
    name = [text.content[0]]
    for i in text.content[1:]:
        if i != name[-1] + 1 or not text.tokens[i].capital:
            break
        name.append(i)
    between = text.tokens[name[-1] + 1 : name[-1] + 2]
    if text.tokens[name[-1]].possessive or not between or not between[0].low.isalpha():
        return None
    said = next((i for i in text.content if i > name[-1] and text.tokens[i].kind == "word"), None)
    plain = said is not None and all(
        t.kind == "word" and t.low not in text.words.links for t in text.tokens[name[-1] + 1 : said]
    )
    return (parties(text, name)[0], said) if said is not None and plain else None


def _tellers(sentence: Analysed) -> list[Verb]:
    """Verbs of saying, accusing and demanding."""
    turning = {op.at for op in sentence.operators if op.name in _SAYING}
    return [
        verb_at(sentence, i) for i in {*verbs(sentence), *turning} if verb_at(sentence, i).reporting or i in turning
    ]


def _same(party: Party, subject: Party) -> bool:
    return any(a.low == b.low for a in party.tokens for b in subject.tokens)


def _doer(sentence: Analysed, verb: Verb, text: Analysed, at: int) -> Party | None:
    """The noun that stands between the speaker's verb and the deed, where no pronoun does."""
    said = [i for i in sentence.content if i > verb.at]
    deed = next((i for i in said if alike(text.tokens[at], sentence.tokens[i])), None)
    between = _without_insertion(sentence, range(verb.at + 1, deed)) if deed is not None else []
    if deed is None or len(between) >= _REACH:
        return None
    tokens = [sentence.tokens[i] for i in between]
    pronouns = sentence.words.pronouns - POSSESSIVES
    if any(
        token.kind == "punct" or token.low in JOINTS or (token.low in pronouns and not _owns(sentence, i))
        for i, token in zip(between, tokens, strict=True)
    ):
        return None
    held = [i for i in between if i in sentence.content]
    if any(is_verb(sentence, i) for i in held):
        return None
    nouns = [i for i in held if is_noun(sentence, i)]
    return parties(sentence, nouns)[-1] if nouns else None


def _without_insertion(sentence: Analysed, places: range) -> list[int]:
    """ "The mayor, Eva Blom, must go": without what stands between two commas behind a noun."""
    match [i for i in places if sentence.tokens[i].low == ","]:
        case [opened, closed]:
            inside = range(opened, closed + 1)
        case _:
            return list(places)
    named = any(sentence.tokens[i].capital for i in inside) and not any(is_verb(sentence, i) for i in inside)
    return [i for i in places if i not in inside] if named else list(places)


def _owns(sentence: Analysed, index: int) -> bool:
    """ "her client": no pronoun for a person by itself."""
    return sentence.tokens[index].low == "her" and index + 1 in sentence.content and is_noun(sentence, index + 1)


def _is(other: Party, subject: Party, known: Sequence[Analysed]) -> bool:
    """The same by name, or set beside it somewhere: "the minister, Anna Holt"."""
    if _same(other, subject) or other.tokens[-1].low in known[0].words.generic:
        return True
    return not other.name and any(
        side_by_side(s, a, b) for s in known for a in other.tokens[-1:] for b in subject.tokens
    )
