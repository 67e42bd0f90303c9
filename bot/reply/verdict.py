"""To whoever asks for a verdict: that we give none, and what the article tells of the dispute."""

from dataclasses import replace

from bot.article.article import Article
from bot.claims.reading import SILENT, Reading
from bot.reply.catalogue import Words
from bot.reply.notes import say
from bot.reply.passages import Passages
from bot.reply.plain import marked
from bot.reply.reply import AnswerLine, AnswerReply, Note

MOST = 6
"""Sentences: what is claimed and denied, in the order of the article."""


def verdict_reply(reading: Reading, article: Article, words: Words) -> AnswerReply | Note:
    """The sentences of the first denials and of what they deny; one sentence where nobody denies anything."""
    disputed = _disputed(reading)
    if not disputed:
        return say("no_verdict", words)
    lines = tuple(
        AnswerLine(passage.text, not marked(passage.text), (passage,)) for passage in Passages(article)(disputed)
    )
    return AnswerReply(words("answer.no_verdict"), lines, language=words.language)


def no_verdict(reply: AnswerReply, words: Words) -> AnswerReply:
    """The same answer, to whoever asks whether something is true: what the article has of it, and no yes or no."""
    return replace(reply, lead=words("answer.no_verdict")) if reply.lines else reply


def _disputed(reading: Reading) -> set[int]:
    """Whole denials, each with what it denies, as far as they fit; of the first as much as fits."""
    claimed = {claim.id: claim.sentences for claim in reading.claims}
    found: set[int] = set()
    for denial in reading.denials:
        if denial.kind in SILENT:
            continue
        numbers = {*denial.sentences, *(n for claim in denial.claims for n in claimed.get(claim, ()))}
        if len(found | numbers) <= MOST:
            found |= numbers
        elif not found:
            found = set(denial.sentences[:MOST])
    return found
