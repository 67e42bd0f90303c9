"""An article as the key of what is kept of it."""

from bot.article.article import Article


class ArticleKey:
    """One that equals another with the same text, language and sentences. Its digest tells most apart without comparing these."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self._key = (article.digest, article.language, len(article.sentences))

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, ArticleKey)
            and self._key == other._key
            and self.article.sentences == other.article.sentences
        )

    def __hash__(self) -> int:
        return hash(self._key)
