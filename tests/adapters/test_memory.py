"""The contract of `Memory`: the same on every engine."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from bot.adapters.store import Store
from bot.claims.grammar.terms import asked, asked_name
from bot.claims.reading import Claim, Denial, ReaderInfo, Reading, Report, Source
from bot.intake.message import Place
from bot.ports import Found
from tests.crowd import CLAIMS, article, straight, tell
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


@pytest.mark.parametrize(
    ("words", "hits"),
    [
        ("cranes", ["c1", "d1"]),
        ("crane", ["c1", "d1"]),
        ("CRANES Tarnmouth", ["c1", "d1"]),
        ("costing", ["c2"]),
        ("ilse brandvik", ["c2"]),
        ("transport minister", ["c2"]),
        ("lodestar", ["d1"]),
        ("accusation", ["d1"]),
        ("the cranes of Tarnmouth", ["c1", "d1"]),
        ("cranes ferry", []),
        ("zebra", []),
        ("", []),
        ("!!! ***", []),
        ('"cranes" AND NOT NEAR(data, 2) OR', []),
        ("cranes*", ["c1", "d1"]),
        ("terms:cranes", []),
        ("'; DROP TABLE mentions; --", []),
        ("cranes & ! | <-> :* \\ '' \0", ["c1", "d1"]),
    ],
)
async def test_words_find_claims_and_denials_and_are_never_syntax(store: Store, words: str, hits: list[str]) -> None:
    """Every word must be there, in any of its forms; sources and their roles count, and nothing that people type breaks."""
    await told(store, cranes(), HERE)

    found = await store.memory.find("T1", asked(words), ALL, limit=10)

    assert [each.item for each in found.found] == hits


async def test_what_was_told_last_comes_first_and_the_rest_is_counted(store: Store) -> None:
    """By thread, not by article."""
    await told(store, cranes(), HERE)
    await told(store, ferry(), THERE)

    found = await store.memory.find("T1", asked("controls"), ALL, limit=1)

    assert items(found.found) == [("C2", "c2")]
    assert found.more == 1


async def test_one_article_told_in_two_channels_is_found_once_in_the_newer(store: Store) -> None:
    """And in the older one for whoever sees only that."""
    await told(store, cranes(), HERE)
    await told(store, cranes(), SECRET)

    both = await store.memory.find("T1", asked("controls"), ALL, limit=10)
    public = await store.memory.find("T1", asked("controls"), {"C1"}, limit=10)

    assert items(both.found) == [("G9", "c2")]
    assert items(public.found) == [("C1", "c2")]


async def test_nothing_is_found_outside_the_channels_or_the_workspace(store: Store) -> None:
    """Who sees no channel finds nothing."""
    await told(store, cranes(), SECRET)

    assert not (await store.memory.find("T1", asked("cranes"), {"C1", "C2"}, limit=10)).found
    assert not (await store.memory.find("T1", asked("cranes"), set(), limit=10)).found
    assert not (await store.memory.find("T2", asked("cranes"), ALL, limit=10)).found


async def test_a_source_is_found_by_name_and_not_where_it_is_only_spoken_of(store: Store) -> None:
    """Whoever speaks or denies; a part of the name will do."""
    await told(store, cranes(), HERE)
    await told(store, ferry(), THERE)

    brandvik = await store.memory.find("T1", asked_name("Brandvik"), ALL, limit=10)
    lodestar = await store.memory.find("T1", asked_name("LODESTAR"), ALL, limit=10)
    tarnmouth = await store.memory.find("T1", asked_name("Tarnmouth"), ALL, limit=10)

    assert items(brandvik.found) == [("C2", "c2"), ("C1", "c2")]
    assert items(lodestar.found) == [("C1", "d1")]
    assert not tarnmouth.found


async def test_the_same_claim_of_another_article_was_seen_before(store: Store) -> None:
    """With the article, the thread, and the reading that knows who denied it."""
    await told(store, cranes(), HERE)
    article_id = await told(store, ferry(), THERE)

    seen = await store.memory.seen("T1", article_id, ferry(), ALL)

    assert {claim: items(found) for claim, found in seen.items()} == {"c2": [("C1", "c2")]}
    assert seen["c2"][0].article.url == "https://harbour.example/cranes"


async def test_an_article_is_not_its_own_precedent(store: Store) -> None:
    """Told again elsewhere, or in a new version, it is still the same article."""
    article_id = await told(store, cranes(), HERE)
    await told(store, cranes(), THERE)
    newer = cranes()
    newer = newer.model_copy(update={"article": newer.article.model_copy(update={"text": newer.article.text + " "})})
    newer_id = await told(store, newer, SECRET)

    assert await store.memory.seen("T1", article_id, cranes(), ALL) == {}
    assert await store.memory.seen("T1", newer_id, newer, ALL) == {}


async def test_one_headline_on_one_site_is_one_article(store: Store) -> None:
    """A page with another address and a word changed is neither its own precedent nor a second one."""
    cranes_id = await told(store, cranes(), HERE, "900.1")
    address, text = "https://harbour.example/cranes?m=1", cranes().article.text + " "
    moved = cranes().model_copy(update={"article": cranes().article.model_copy(update={"url": address, "text": text})})
    moved_id = await told(store, moved, THERE, "900.2")
    ferry_id = await told(store, ferry(), SECRET, "900.3")

    seen = await store.memory.seen("T1", ferry_id, ferry(), ALL)

    assert [each.ts for each in seen["c2"]] == ["900.2"]
    assert await store.memory.seen("T1", moved_id, moved, ALL - {"G9"}) == {}
    assert await store.memory.seen("T1", cranes_id, cranes(), ALL - {"G9"}) == {}


async def test_what_was_seen_in_a_channel_that_is_not_ours_stays_there(store: Store) -> None:
    """A private channel's reading is no precedent outside it."""
    await told(store, cranes(), SECRET)
    article_id = await told(store, ferry(), THERE)

    assert await store.memory.seen("T1", article_id, ferry(), {"C1", "C2"}) == {}


async def test_a_reading_that_was_forgotten_before_it_was_remembered_stays_forgotten(store: Store) -> None:
    """It is remembered after its reply; who forgets it in between is not told of it anew."""
    await store.memory.remember("T1", "0" * 32, cranes())

    assert not (await store.memory.find("T1", asked("cranes"), ALL, limit=9)).found


async def test_remembering_again_changes_nothing(store: Store) -> None:
    """A job that runs twice does not make a claim twice as well known."""
    await told(store, cranes(), HERE)
    await told(store, cranes(), HERE)

    assert len((await store.memory.find("T1", asked("cranes"), ALL, limit=10)).found) == 2


@pytest.mark.parametrize("how", ["thread", "team", "age"])
async def test_what_is_forgotten_is_found_no_more(store: Store, how: str) -> None:
    """Forgetting, uninstalling and retention reach the index, too; what is kept stays there."""
    await told(store, cranes(), HERE)
    await told(store, ferry(), Place("T2", "C1", "1.1"))

    if how == "thread":
        await store.keeping.forget_threads("T1", "C1", ["100.1"])
    elif how == "team":
        assert await store.keeping.forget_team("T1")
    else:
        await store.keeping.purge(datetime.now(UTC) + timedelta(days=1))
    again = await told(store, cranes(), THERE)

    assert again
    found = await store.memory.find("T1", asked("cranes"), ALL, limit=10)
    assert items(found.found) == [("C2", "c1"), ("C2", "d1")]
    assert bool((await store.memory.find("T2", asked("ferry"), ALL, limit=10)).found) == (how != "age")


async def seen_at(store: Store, report: Report, channels: frozenset[str], claim: str = "c1") -> list[str | None]:
    """The addresses where a claim was seen, in the order in which they are told."""
    seen = await store.memory.seen("T1", "none", report, channels)
    return [each.article.url for each in seen.get(claim, ())]


async def test_of_many_alike_the_newest_three_are_told_newest_first(store: Store, database_url: str) -> None:
    """However many there are, and wherever they were told; the same each time."""
    tell(database_url, ((article(n), f"C{n % 2 + 1}") for n in range(300)))

    first = await seen_at(store, article(999), ALL)

    assert first == [f"https://paper{n}.example/report" for n in (299, 298, 297)]
    assert await seen_at(store, article(999), ALL) == first
    assert await seen_at(store, article(999), frozenset({"C1"})) == [
        f"https://paper{n}.example/report" for n in (298, 296, 294)
    ]


async def test_many_alike_where_nobody_may_look_hide_none_that_may_be_told(store: Store, database_url: str) -> None:
    """Neither as precedents nor in a search."""
    told = [(article(n), "C1") for n in range(4)] + [(article(n), "G9") for n in range(4, 700)]
    tell(database_url, told)

    found = await store.memory.find("T1", asked("Tarnmouth controls"), {"C1"}, limit=10)

    assert await seen_at(store, article(999), frozenset({"C1"})) == [
        f"https://paper{n}.example/report" for n in (3, 2, 1)
    ]
    assert [each.article.url for each in found.found] == [f"https://paper{n}.example/report" for n in (3, 2, 1, 0)]


async def test_many_that_are_only_like_it_hide_none_that_says_it(store: Store, database_url: str) -> None:
    """The same words with another number claim something else."""
    costs = CLAIMS[0].replace("36", "48")
    told = [(article(0), "C1"), *((article(n, [costs]), "C1") for n in range(1, 60))]
    tell(database_url, told)

    assert await seen_at(store, article(999), ALL) == ["https://paper0.example/report"]


async def test_many_versions_of_one_article_hide_no_other(store: Store, database_url: str) -> None:
    """Neither its own nor those of another: a page that is read again each hour."""
    old, live = [(article(n), "C1") for n in (0, 1)], "https://live.example/"
    tell(database_url, old)
    tell(database_url, ((article(n, url=live), "C1") for n in range(2, 60)))

    assert await seen_at(store, article(999, url=live), ALL) == [f"https://paper{n}.example/report" for n in (1, 0)]
    assert await seen_at(store, article(999), ALL) == [live, *(f"https://paper{n}.example/report" for n in (1, 0))]


async def test_what_was_read_after_something_was_forgotten_is_found(store: Store) -> None:
    """Nothing that is kept at hand of what was forgotten stands in its place, whatever number that had."""
    await told(store, article(1), HERE)
    before = await seen_at(store, article(999), ALL)
    await store.keeping.forget_threads("T1", "C1", ["100.1"])
    forgotten = await seen_at(store, article(999), ALL)
    await told(store, article(2), THERE)

    assert before == ["https://paper1.example/report"]
    assert forgotten == []
    assert await seen_at(store, article(999), ALL) == ["https://paper2.example/report"]


@pytest.mark.parametrize("how", ["thread", "team", "age"])
async def test_what_is_forgotten_leaves_nothing_in_the_indexes(store: Store, database_url: str, how: str) -> None:
    """No row of the likeness index stays behind."""
    await told(store, cranes(), HERE)
    before = _indexed(database_url)

    if how == "thread":
        await store.keeping.forget_threads("T1", "C1", ["100.1"])
    elif how == "team":
        await store.keeping.forget_team("T1")
    else:
        await store.keeping.purge(datetime.now(UTC) + timedelta(days=1))

    assert before
    assert _indexed(database_url) == 0


def _indexed(database_url: str) -> int:
    with straight(database_url) as connection:
        return int(connection.execute(text("SELECT count(*) FROM search_claims")).scalar_one())


@pytest.mark.parametrize("table", ["articles", "readings"])
async def test_what_is_damaged_takes_nothing_else_with_it(table: str, store: Store, database_url: str) -> None:
    """One document of two is no JSON any more: a search tells of the other, and so do the thread and the next reading."""
    damaged = await told(store, ferry(), HERE)
    await told(store, cranes(), HERE, ts="900.2")
    column = "id" if table == "articles" else "article_id"
    with straight(database_url) as connection:
        connection.execute(text(f"UPDATE {table} SET document = 'no JSON' WHERE {column} = :id"), {"id": damaged})

    hits = await store.memory.find("T1", asked("controls"), ALL, limit=10)
    reports = await store.library.thread_reports(HERE)

    assert items(hits.found) == [("C1", "c2")]
    assert [article.title for _, article, _ in reports] == [cranes().article.title]
