"""Which claims of a reading were read here before: in which article, when, and who denied them there."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.claims.reading import SILENT, Claim, Denial, Reading
from bot.reply.catalogue import Words
from bot.reply.dates import day_of
from bot.reply.passage import web_address
from bot.reply.plain import phrase
from bot.reply.recall import Recalled, title_of
from bot.reply.reply import ClaimItem, Precedent, ReadingReply
from bot.reply.who import firmness, who_says

_MOST_DENIERS = 3


def with_precedents(
    reply: ReadingReply, reading: Reading, seen: Mapping[str, Sequence[Recalled]], words: Words
) -> ReadingReply:
    """The list of a reading with where else each claim was read; `seen` is by the claim's id."""
    if not seen:
        return reply
    claims = {claim.id: claim for claim in reading.claims}
    told = {key: tuple(_precedent(each, claims[key], words) for each in found) for key, found in seen.items()}

    def also(items: tuple[ClaimItem, ...]) -> tuple[ClaimItem, ...]:
        return tuple(replace(item, precedents=told.get(item.id, ())) for item in items)

    note = words("precedent.count", n=len(told))
    return replace(reply, claims=also(reply.claims), own_voice=also(reply.own_voice), notes=(note, *reply.notes))


def _precedent(recalled: Recalled, claim: Claim, words: Words) -> Precedent:
    article = recalled.article
    day = day_of(article.published_at, words)
    facts = [
        phrase(article.outlet or "", 60),
        day,
        words("recall.read", when=recalled.when),
        _firmness(recalled, claim, words),
        *_denied(recalled.item, recalled.reading, words),
    ]
    return Precedent(
        title_of(article, words),
        web_address(recalled.thread) or web_address(article.address),
        words("join.dot").join(fact for fact in facts if fact),
    )


def _firmness(recalled: Recalled, claim: Claim, words: Words) -> str:
    """How certain the source there is, where the one here is another; nothing where they are alike."""
    there = next((each for each in recalled.reading.claims if each.id == recalled.item), claim)
    return "" if there.certainty == claim.certainty else words("precedent.firmness", firmness=firmness(there, words))


def _denied(claim: str, reading: Reading, words: Words) -> list[str]:
    """Who denied it there, and who only told another story."""
    denials = [each for each in reading.denials if claim in each.claims and each.kind not in SILENT]
    countering = [each for each in denials if each.kind == "counters"]
    denying = [each for each in denials if each.kind != "counters"]
    told = (("precedent.denied", denying), ("precedent.countered", countering))
    return [words(key, who=_names(reading, those, words)) for key, those in told if those]


def _names(reading: Reading, denials: Sequence[Denial], words: Words) -> str:
    who = [who_says(reading, each.sources, each.via, words, words("denial.somebody")) for each in denials]
    return words.join([phrase(each, 80) for each in dict.fromkeys(who)][:_MOST_DENIERS])
