"""Repeating: whose words a text has, of several who speak in the sentences that it cites."""

from bot.article.article import Article
from bot.claims.grammar.evidence import Analysed, analysed
from bot.claims.language.token import Token
from bot.claims.people.voices import Voice


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
