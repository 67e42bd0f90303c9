"""Repeating: whose words a text has, of several who speak in the sentences that it cites."""

from collections.abc import Iterable

from bot.article.article import Article
from bot.claims.grammar.evidence import Analysed, analysed
from bot.claims.grammar.parties import Party
from bot.claims.language.token import Token
from bot.claims.people.identity import nouns
from bot.claims.people.voices import Voice, names_of


class Repeating:
    """`language` is the article's."""

    def __init__(self, article: Article, language: str) -> None:
        self._article = article
        self._language = language

    def shared(self, said: Analysed, voice: Voice) -> list[Token]:
        """The words of the text that carry meaning and stand in what the voice says."""
        words = " ".join(self._article.text[start:end] for start, end in voice.content)
        content = analysed(words, self._language)
        return [token for token in said.meaning if content.has(token)]

    def repeats(self, said: Analysed, voice: Voice) -> bool:
        """More of the voice's words than that something is said."""
        return any(token.low not in said.words.reporting for token in self.shared(said, voice))

    def saying(self, found: list[Voice], text: str) -> list[Voice]:
        """Those of whose words the text has most; all where that does not tell them apart."""
        said = analysed(text, self._language)
        shares = [len(self.shared(said, voice)) for voice in found] if said.words.known else [0]
        most = max(shares)
        return [voice for voice, share in zip(found, shares, strict=True) if 2 * share > most] if most else found

    def of_another(self, party: Party, said: Analysed, voices: list[Voice], numbers: Iterable[int]) -> list[str]:
        """That the text lets a party speak of whom only another sentence tells: "the association said" what the union says."""
        theirs = [voice for voice in voices if self.repeats(said, voice)]
        if party.loose or not theirs or any(self._may_be(party, voice) for voice in theirs):
            return []
        called = nouns(names_of(theirs[0].speakers))
        elsewhere = [self._sentence(n) for n in numbers if n not in {voice.n for voice in theirs}]
        apart = any(_names(one, party) and not called & nouns(one.text) for one in elsewhere)
        return (
            [f"{str(party)!r} does not say so in its sentences; {names_of(theirs[0].speakers)} does."] if apart else []
        )

    def _may_be(self, party: Party, voice: Voice) -> bool:
        """Its sentence has the party, a speaker is called so, or only a pronoun tells who it is."""
        called = " ".join(f"{one.words} {one.source.name or ''} {one.source.role or ''}" for one in voice.speakers)
        pointed = any(one.kind == "pronoun" for one in voice.speakers)
        same = not nouns(str(party)).isdisjoint(nouns(called))
        return pointed or not voice.speakers or same or _names(self._sentence(voice.n), party)

    def _sentence(self, n: int) -> Analysed:
        return analysed(self._article.sentence(n), self._language)


def _names(sentence: Analysed, party: Party) -> bool:
    """In the very words: an "association" is another body than the "federation" beside it."""
    stems = {token.stem for token in sentence.tokens}
    return all(token.stem in stems for token in party.tokens)
