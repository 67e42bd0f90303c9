"""A sentence while it is read from left to right, and the attributions found in it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.readers.offline.naming.mentions import Mention
from bot.readers.offline.syntax.cues import Frame
from bot.readers.offline.text.language import Language
from bot.readers.offline.text.passage import Line, Passage
from bot.readers.offline.text.tokens import Token

Place = tuple[int, int]


def length(place: Place) -> int:
    return place[1] - place[0]


@dataclass(frozen=True, slots=True)
class Attribution:
    """`sources` assert what stands at `content` (character spans), as the words at `cue` report in sentence `n`.

    `group` is where source and cue stand; `quotes` are the quotations it covers; `via` relayed it, outermost first. It is
    `parenthetical` when it stands aside from what is said ("…, police said"), `negated` in "did not say". Who says it may be
    told in the next sentence (`told_next`): "That is according to police".
    """

    n: int
    frame: Frame
    sources: tuple[Mention, ...]
    cue: Place | None
    content: tuple[Place, ...]
    group: Place
    via: tuple[Mention, ...] = ()
    quotes: tuple[int, ...] = ()
    negated: bool = False
    parenthetical: bool = False
    told_next: bool = False

    def cue_among(self, tokens: Sequence[Token]) -> int | None:
        """The place of the token with which the reporting words begin; None without any, or where they stand elsewhere."""
        return next((at for at, token in enumerate(tokens) if self.cue and token.start == self.cue[0]), None)

    def cue_word(self, tokens: Sequence[Token]) -> str:
        """That token in small letters; "" where there is none."""
        at = self.cue_among(tokens)
        return "" if at is None else tokens[at].low


@dataclass
class Sentence:
    line: Line
    passage: Passage
    found: list[Attribution] = field(default_factory=list)
    cited: tuple[Mention, ...] = ()
    """Whom the outlet cites that is named further on: "Unter Berufung auf zwei Ingenieure berichtet der „Bote“"."""

    @property
    def tokens(self) -> Sequence[Token]:
        return self.line.tokens

    @property
    def language(self) -> Language:
        return self.passage.language

    @property
    def introduces(self) -> bool:
        """It ends in a colon: what is said follows in the next sentences."""
        return self.passage.text[self.line.end - 1] == ":"
