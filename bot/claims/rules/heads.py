"""What only tells where a thing is, is not the thing: "the line behind the wall moved" is not "the wall moved"."""

from collections.abc import Sequence

from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.nouns import is_noun
from bot.claims.grammar.verb import Verb
from bot.claims.grammar.verbs import is_verb, verbs
from bot.claims.language.likeness import alike


def head_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for each subject that in the article only places another noun, of which the text says nothing."""
    found = []
    for index in verbs(text):
        verb = Verb(text, index)
        if verb.reporting:
            continue
        for party in verb.subjects:
            if party.phrase or party.loose or not party.within(text):
                continue
            token = party.tokens[-1]
            places = [(s, i) for s in cited for i in s.content if alike(token, s.tokens[i])]
            if places and all(_only_places(text, s, i, verb) for s, i in places):
                found.append(f"{token.text!r} only tells where something else is: {verb.token.text!r}.")
    return list(dict.fromkeys(found))


def _only_places(text: Analysed, sentence: Analysed, index: int, verb: Verb) -> bool:
    """A noun before the preposition that the text does not have, and the verb after the phrase."""
    tokens = sentence.tokens
    start = index - 1
    while (
        start > 0
        and (tokens[start].low in sentence.words.determiners or start in sentence.content)
        and index - start < 4
    ):
        if is_verb(sentence, start):
            return False
        start -= 1
    if tokens[start].low not in sentence.words.vocabulary.placing or start - 1 not in sentence.content:
        return False
    head = start - 1
    told = any(alike(verb.token, tokens[i]) for i in range(index + 1, len(tokens)))
    return is_noun(sentence, head) and not text.has(tokens[head]) and told
