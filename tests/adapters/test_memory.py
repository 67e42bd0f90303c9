"""The contract of `Memory`: the same on every engine."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from bot.adapters.store import Store
from bot.claims.grammar.terms import asked, asked_name
from bot.claims.mentions import mentions_of
from bot.intake.message import Place
from tests.adapters.recollections import ALL, HERE, SECRET, THERE, cranes, ferry, items, seen_at, told
from tests.crowd import article, straight


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


async def test_whoever_checked_a_reading_tells_under_what_it_is_found(store: Store) -> None:
    """Their word is taken: its sentences are not analysed again."""
    report = cranes()
    other = tuple(replace(each, terms=frozenset({"zebra"})) for each in mentions_of(report) if each.item == "c2")
    await told(store, report.model_copy(update={"mentions": other}), HERE)

    assert items((await store.memory.find("T1", asked("zebra"), ALL, limit=10)).found) == [("C1", "c2")]
    assert not (await store.memory.find("T1", asked("cranes"), ALL, limit=10)).found


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
