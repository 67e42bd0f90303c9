"""Polarity: who denies that something was not so agrees with whoever says that it was."""

from bot.readers.offline.denying import negations
from bot.readers.offline.denying.denied import Denied
from bot.readers.offline.text import tokens
from bot.readers.offline.text.passage import Line, Passage


def agrees(denied: Denied, line: Line, passage: Passage) -> bool:
    """ "Denied that residents had not been warned" is no denial of a sentence in which they were."""
    return _of_a_negation(denied, passage) and not _is_negative(line, passage)


def _of_a_negation(denied: Denied, passage: Passage) -> bool:
    if denied.basis != "stated" or denied.hearsay or denied.matter is None or denied.implied != denied.matter:
        return False
    words = [word for word in tokens.cut(passage.text, *denied.matter) if word.is_word]
    return negations.main_negation(words, passage.language) is not None


def _is_negative(line: Line, passage: Passage) -> bool:
    """It tells of something that is not so, or was not done: "failed to warn"."""
    language = passage.language
    failing = language["overview.refusing"] | language["denials.refusing"]
    return any(negations.negates(word, language) or word.low in failing for word in line.tokens)
