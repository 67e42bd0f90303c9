"""Subjects: whom a sentence begins with, for the one behind it that only points back."""

from bot.readers.offline.naming import mentions
from bot.readers.offline.naming.mentions import Mention
from bot.readers.offline.syntax import phrases, rightward
from bot.readers.offline.text.language import Language
from bot.readers.offline.text.passage import Passage
from bot.readers.offline.text.tokens import Token


def opening(passage: Passage, n: int) -> Mention | None:
    """What the subject of sentence `n` mentions."""
    line, language = passage.lines[max(0, n - 1)], passage.language
    verb = next((at for at, token in enumerate(line.tokens) if at and is_finite(token, language)), None)
    place = phrases.left(line.tokens, verb, language) if verb else None
    if verb and language.verb_second and rightward.phrase(line.tokens, 0, language)[1] == verb:
        place = (0, verb)  # "Eine Sprecherin von Ovenbeck wies das zurück"
    if not place:
        return None
    return mentions.read(passage.text, line.tokens[place[0] : place[1]], language, passage.names)


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
