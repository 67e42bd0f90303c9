"""Reticence: who says of themselves that they say nothing: "We do not comment on that", "er dürfe dazu nichts sagen"."""

from collections.abc import Sequence

from bot.readers.offline.denying import matters
from bot.readers.offline.denying.denied import Denied
from bot.readers.offline.syntax import phrasing
from bot.readers.offline.syntax.sentence import Attribution
from bot.readers.offline.text import tokens
from bot.readers.offline.text.language import Language
from bot.readers.offline.text.passage import Line, Passage
from bot.readers.offline.text.tokens import Token

_NEAR = 4  # words between the "not" and the comment that is not made


def told(line: Line, passage: Passage, found: Sequence[Attribution], *, quoted: bool) -> Denied | None:
    """ ""We do not comment on that," Acme said", "Acme said it could not comment": who says so keeps silent."""
    language = passage.language
    for one in (one for one in found if one.frame != "accuse"):
        for start, end in one.content if not one.negated and bool(one.quotes) == quoted else ():
            words = tokens.cut(passage.text, start, end)
            if _no_comment(words, language) if quoted else _keeps_own(words, language):
                asked = matters.asked(line, passage, sum(token.end <= start for token in line.tokens))
                return Denied(line.n, "declines_comment", one.sources, asked, via=one.via, silence=(start, end))
    return None


def _keeps_own(words: Sequence[Token], language: Language) -> bool:
    """ "It could not comment", "er dürfe dazu nichts sagen": who says it says it of themselves."""
    if not _of_oneself(words, language):
        return False
    return _no_comment(words, language) or phrasing.holds(words[: 2 * _NEAR], "denials.declined", language)


def _of_oneself(words: Sequence[Token], language: Language) -> bool:
    """It begins with a pronoun, or has no subject: "no quiso comentar"."""
    own = language.pronouns | language["grammar.they"] | language["grammar.negations"]
    if bool(words) and words[0].low in own:
        return True
    verbs = (at for at, word in enumerate(words[1:], start=1) if word.low in language["denials.comments"])
    return language.verb_second and any(
        word.low in own - language["grammar.negations"] for at in verbs for word in words[at - 1 : at + 2]
    )  # "zu dem Verfahren äußere man sich nicht"


def _no_comment(words: Sequence[Token], language: Language) -> bool:
    """ "Not", and close behind it a comment."""
    denied = [at for at, word in enumerate(words) if word.negates(language["grammar.negations"])]
    if language.verb_second:
        before = (word for at in denied for word in words[max(0, at - _NEAR) : at])
        if any(word.low in language["denials.comments"] for word in before):
            return True
    return any(word.low in language["denials.comments"] for at in denied for word in words[at + 1 : at + _NEAR])
