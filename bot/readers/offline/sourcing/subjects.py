"""Subjects: whom a sentence begins with, for the one behind it that only points back."""

from collections.abc import Sequence

from bot.readers.offline.naming import mentions
from bot.readers.offline.naming.mentions import Mention
from bot.readers.offline.syntax import phrases, rightward
from bot.readers.offline.text import relatives
from bot.readers.offline.text.language import Language
from bot.readers.offline.text.passage import Passage
from bot.readers.offline.text.tokens import Token


def opening(passage: Passage, n: int) -> Mention | None:
    """What the subject of sentence `n` mentions."""
    line, language = passage.lines[max(0, n - 1)], passage.language
    verb = next((at for at, token in enumerate(line.tokens) if at and is_finite(token, language)), None)
    place = _before_clause(line.tokens, language) or (phrases.left(line.tokens, verb, language) if verb else None)
    if verb and language.verb_second and rightward.phrase(line.tokens, 0, language)[1] == verb:
        place = (0, verb)  # "Eine Sprecherin von Ovenbeck wies das zurück"
    if not place:
        return None
    return mentions.read(passage.text, line.tokens[place[0] : place[1]], language, passage.names)


def _before_clause(tokens: Sequence[Token], language: Language) -> tuple[int, int] | None:
    """ "The inspectors' report" of "The inspectors' report, which we have read, runs to four pages"."""
    comma = next((at for at, token in enumerate(tokens) if token.text == ","), 0)
    opens = comma and relatives.set_apart(tokens, comma + 1, min(comma + 2, len(tokens)), language)
    return (0, comma) if opens and not language.verb_second else None


def is_finite(token: Token, language: Language) -> bool:
    return (
        token.low in language["grammar.auxiliaries"]
        or token.low in language["cues.common_verbs"]
        or token.low.endswith("ed")
        or (language.verb_second and token.text[0].islower() and _reports(token.low, language))
        or (language.noun_first and token.low in language.telling)
        or (token.text[0].islower() and any(token.low.endswith(ending) for ending in language["endings.single"]))
    )


def _reports(low: str, language: Language) -> bool:
    """A word that reports, and no "aus" or "nach" before whose words they are."""
    return low in language.reporting and low not in language["grammar.prepositions"]
