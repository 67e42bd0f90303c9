"""Who speaks for somebody has not done it: "Pell's lawyer said she had not seen it" is told of Pell."""

from collections.abc import Iterator, Sequence

from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.kinds import listed
from bot.claims.language.likeness import alike, meet
from bot.claims.language.stops import CLAUSE_ENDS

_SOON = 3  # words between a verb of telling and the pronoun
_DEEDS = 3  # words behind the pronoun among which stands what was done


def behalf_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for each lawyer or speaker whom the text gives what their sentence tells of those they speak for."""
    found = [
        f"{text.tokens[at].text!r} only speaks of it in its sentences."
        for at in _speakers(text)
        if not any(t.low in text.words.reporting or t.low in text.words.vocabulary.they for t in text.tokens[at:])
        and any(_told_of_client(text, at, sentence, there) for sentence in cited for there in _speakers(sentence))
    ]
    return list(dict.fromkeys(found))


def _speakers(text: Analysed) -> Iterator[int]:
    known = listed(text.words.language, "lawyer") | listed(text.words.language, "spokespeople")
    yield from (i for i, token in enumerate(text.tokens) if token.low in known)


def _told_of_client(text: Analysed, at: int, sentence: Analysed, there: int) -> bool:
    if not alike(text.tokens[at], sentence.tokens[there]) or not _serves(sentence, there):
        return False
    telling = next((i for i in range(there + 1, len(sentence.tokens)) if _tells(sentence, i)), None)
    if telling is None or any(sentence.tokens[i].low in CLAUSE_ENDS for i in range(there, telling)):
        return False
    ahead = range(telling + 1, min(telling + 2 + _SOON, len(sentence.tokens)))
    pronoun = next((i for i in ahead if sentence.tokens[i].low in sentence.words.vocabulary.they), None)
    deeds = [sentence.tokens[i] for i in sentence.content if pronoun is not None and i > pronoun][:_DEEDS]
    said = [text.tokens[i] for i in text.content if i > at]
    return meet(said, deeds)


def _tells(sentence: Analysed, index: int) -> bool:
    return sentence.tokens[index].low in sentence.words.reporting


def _serves(sentence: Analysed, there: int) -> bool:
    """ "Pell's lawyer", "the lawyer for Nora Pell", who has no name of their own."""
    tokens = sentence.tokens
    owned = there > 0 and tokens[there - 1].possessive
    behind = tokens[there + 1 : there + 3]
    served = len(behind) == 2 and behind[0].low in sentence.words.vocabulary.serving and behind[1].capital
    return served or (owned and bool(behind) and not behind[0].capital and behind[0].low != ",")
