"""What only tells where a thing is, or whose, is not the thing: "the line behind the wall moved" is not "the wall moved"."""

from collections.abc import Iterator, Sequence

from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.names import runs
from bot.claims.grammar.nouns import is_noun
from bot.claims.grammar.verb import Verb, verb_at
from bot.claims.grammar.verbs import is_verb, verbs
from bot.claims.language.likeness import alike
from bot.claims.language.token import Token


def head_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for each subject that in the article only places another noun, of which the text says nothing."""
    found = []
    for index in verbs(text):
        verb = verb_at(text, index)
        if verb.reporting:
            continue
        for party in verb.subjects:
            if party.phrase or party.loose or not party.within(text):
                continue
            token = party.tokens[-1]
            places = [(s, i) for s in cited for i in s.content if alike(token, s.tokens[i])]
            if places and all(_only_places(text, s, i, verb) for s, i in places):
                found.append(f"{token.text!r} only tells where something else is: {verb.token.text!r}.")
    found += [f"{name!r} only tells whose something else is." for name in _owners_only(text, cited)]
    return list(dict.fromkeys(found))


def _owners_only(text: Analysed, cited: Sequence[Analysed]) -> Iterator[str]:
    """ "gave it to Lund's driver" is not "gave it to Lund": the same word before a name that there only owns what is left out."""
    for run in runs(text) if text.words.language == "en" else ():
        last = text.tokens[run[-1]]
        if not run[0] or last.possessive or run[-1] + 1 in text.content:
            continue
        led = text.tokens[run[0] - 1]
        places = [(s, i) for s in cited for i in s.content if s.tokens[i].low == last.low and s.tokens[i].capital]
        if places and all(_only_owns(text, led, s, i) for s, i in places):
            yield last.text


def _only_owns(text: Analysed, led: Token, sentence: Analysed, index: int) -> bool:
    """With that word before its name, whose parts stand right before."""
    thing = index + 1
    if not sentence.tokens[index].possessive or thing not in sentence.content or not is_noun(sentence, thing):
        return False
    start = index
    while start and sentence.tokens[start - 1].capital and start - 1 in sentence.content:
        start -= 1
    same = start > 0 and led.low == sentence.tokens[start - 1].low and led.kind == "word"
    return same and not text.has(sentence.tokens[thing])


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
