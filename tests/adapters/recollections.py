"""Two readings that were told, for the tests of what is remembered."""

from collections.abc import Sequence

from bot.adapters.store import Store
from bot.claims.reading import Claim, Denial, ReaderInfo, Reading, Report, Source
from bot.intake.message import Place
from bot.ports import Found
from tests.reply.readings import article_of

CRANES = (
    "Port cranes in Tarnmouth sent data abroad, security officials said.",
    "Ilse Brandvik, the transport minister, said the new controls would cost 36 million marks.",
    "Lodestar, which built the cranes, denied the accusations.",
)


FERRY = (
    "The ferry to Vell will stay closed until spring, Mara Ilves said.",
    "New controls in Tarnmouth will cost 36 million marks, the minister Ilse Brandvik has said.",
)


HERE, THERE, SECRET = Place("T1", "C1", "100.1"), Place("T1", "C2", "200.1"), Place("T1", "G9", "300.1")
ALL = frozenset({"C1", "C2", "G9"})


def cranes() -> Report:
    sources = (
        Source(id="s1", name=None, kind="anonymous", role="security officials"),
        Source(id="s2", name="Ilse Brandvik", kind="person", role="transport minister"),
        Source(id="s3", name="Lodestar", kind="organisation"),
    )
    claims = (
        Claim(id="c1", text="Port cranes in Tarnmouth sent data abroad.", sentences=(1,), sources=("s1",)),
        Claim(id="c2", text="The new controls will cost 36 million marks.", sentences=(2,), sources=("s2",)),
    )
    denials = (Denial(id="d1", sources=("s3",), kind="denies", claims=("c1",), sentences=(3,)),)
    return _report(CRANES, "https://harbour.example/cranes", claims, sources, denials)


def ferry() -> Report:
    sources = (
        Source(id="s1", name="Mara Ilves", kind="person"),
        Source(id="s2", name="Ilse Brandvik", kind="person"),
    )
    claims = (
        Claim(id="c1", text="The ferry to Vell will stay closed until spring.", sentences=(1,), sources=("s1",)),
        Claim(id="c2", text="New controls will cost 36 million marks.", sentences=(2,), sources=("s2",)),
    )
    return _report(FERRY, "https://vell.example/ferry", claims, sources)


def _report(
    sentences: Sequence[str],
    url: str,
    claims: Sequence[Claim],
    sources: Sequence[Source],
    denials: Sequence[Denial] = (),
) -> Report:
    reading = Reading(
        claims=tuple(claims), sources=tuple(sources), denials=tuple(denials), reader=ReaderInfo(name="offline")
    )
    return Report(article=article_of([[each] for each in sentences], url=url), reading=reading)


async def told(store: Store, report: Report, place: Place, ts: str = "900.1") -> str:
    """Read and posted there; the article's row."""
    library, url = store.library, report.article.url or ""
    article_id = await library.keep_article(place.team, [url], report.article)
    reading_id = await library.keep_reading(place.team, article_id, report.article.digest, report.reading)
    await store.memory.remember(place.team, reading_id, report)
    entry = await library.entry(place, url, "{}")
    await library.move(entry, "done", ts=ts, article=article_id, reading=reading_id)
    return article_id


def items(found: Sequence[Found]) -> list[tuple[str, str]]:
    return [(each.place.channel, each.item) for each in found]


async def seen_at(store: Store, report: Report, channels: frozenset[str], claim: str = "c1") -> list[str | None]:
    """The addresses where a claim was seen, in the order in which they are told."""
    seen = await store.memory.seen("T1", "none", report, channels)
    return [each.article.url for each in seen.get(claim, ())]
