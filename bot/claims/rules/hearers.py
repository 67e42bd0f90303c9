"""Hearers: who is only told something does not say it: "Tano was assured that it was safe" is not "Tano said it was safe"."""

from collections.abc import Iterator, Sequence

from bot.claims.frames.frames import frames
from bot.claims.frames.phrases import Phrase
from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.parties import Party
from bot.claims.people.tellers import speaking, utterances


def hearer_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for whoever says something in the text and in its sentences is told it, and says nothing. English alone."""
    if text.words.language != "en" or any(verb.pronoun_left for s in cited for verb in utterances(s)):
        return []
    others = [party for sentence in cited for party in speaking(sentence)]
    return [
        f"{str(party)!r} is told it in its sentences, and does not say it."
        for party in speaking(text)
        if any(_is(party, s, phrase) for s in cited for phrase in _told(s))
        and not any(party.tokens[-1].same(other.tokens[-1]) for other in others)
    ]


def _told(sentence: Analysed) -> Iterator[Phrase]:
    """The subject of "was told"."""
    for at, frame in frames(sentence).items():
        if frame.passive and sentence.tokens[at].low in sentence.words.vocabulary.telling:
            yield from (phrase for phrase in frame.taken or () if phrase not in frame.kept)


def _is(party: Party, sentence: Analysed, phrase: Phrase) -> bool:
    return not phrase.pronoun and sentence.tokens[phrase.head].same(party.tokens[-1])
