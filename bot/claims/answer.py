"""The answer to a question about an article, after the checks."""

from bot.claims.reading import ReaderInfo, Usage, Value, Wording


class AnswerPart(Value):
    """One sentence of an answer and the sentences it rests on; `quoted` shows those sentences themselves."""

    text: str
    sentences: tuple[int, ...]
    wording: Wording = "restated"


class Answer(Value):
    """`told` is False when the article does not say; then there are no parts.

    `excerpt` is how many of the article's sentences were looked at where not all were. `stands_in` marks the rules' answer
    in place of a model's, and `because` is the code of the error for which it stands there. `cut`: the reader stopped before
    its end.
    """

    question: str
    told: bool
    parts: tuple[AnswerPart, ...]
    reader: ReaderInfo
    usage: Usage = Usage()
    dropped: int = 0
    excerpt: int | None = None
    stands_in: bool = False
    because: str = ""
    cut: bool = False
