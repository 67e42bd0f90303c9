"""One reading or one claim, told."""

from bot.claims.reading import Claim, Report, Source
from bot.reply.catalogue import words
from bot.reply.compose import reading_reply
from bot.reply.reply import ClaimItem, ReadingReply
from tests.reply.readings import SOURCES, report_of

EN = words("en")


def told(report: Report) -> ReadingReply:
    return reading_reply(report, EN)


def item(claim: Claim, *sources: Source) -> ClaimItem:
    """The one claim of a reading, told."""
    reply = told(report_of(claims=[claim], sources=sources or SOURCES, denials=[]))
    return (reply.claims or reply.own_voice)[0]


def source(**known: object) -> Source:
    return Source.model_validate({"id": "s1", "name": None, "kind": "person"} | known)


CLAIM = Claim(id="c1", text="It closes.", sentences=(2,), sources=("s1",))
