"""Which claims of a reading were read here before: in which article, when, and who denied them there."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.claims.reading import SILENT, Reading
from bot.reply.catalogue import Words
from bot.reply.dates import day_of
from bot.reply.passage import web_address
from bot.reply.plain import phrase
from bot.reply.recall import Recalled, title_of
from bot.reply.reply import ClaimItem, Precedent, ReadingReply
from bot.reply.who import who_says

_MOST_DENIERS = 3


def with_precedents(reply: ReadingReply, seen: Mapping[str, Sequence[Recalled]], words: Words) -> ReadingReply:
    """The list with where else each claim was read; `seen` is by the claim's id."""
    told = {claim: tuple(_precedent(each, words) for each in found) for claim, found in seen.items()}
    if not told:
        return reply

    def also(items: tuple[ClaimItem, ...]) -> tuple[ClaimItem, ...]:
        return tuple(replace(item, precedents=told.get(item.id, ())) for item in items)

    note = words("precedent.count", n=len(told))
    return replace(reply, claims=also(reply.claims), own_voice=also(reply.own_voice), notes=(note, *reply.notes))


def _precedent(recalled: Recalled, words: Words) -> Precedent:
    article = recalled.article
    day = day_of(article.published_at, words)
    facts = [phrase(article.outlet or "", 60), day, words("recall.read", when=recalled.when)]
    if who := _deniers(recalled.item, recalled.reading, words):
        facts.append(words("precedent.denied", who=who))
    return Precedent(
        title_of(article, words),
        web_address(recalled.thread) or web_address(article.address),
        words("join.dot").join(fact for fact in facts if fact),
    )


def _deniers(claim: str, reading: Reading, words: Words) -> str:
    denials = [each for each in reading.denials if claim in each.claims and each.kind not in SILENT]
    who = [who_says(reading, each.sources, each.via, words, words("denial.somebody")) for each in denials]
    return words.join([phrase(each, 80) for each in dict.fromkeys(who)][:_MOST_DENIERS])
