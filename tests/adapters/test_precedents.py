"""Where the same claim was read before, on every engine."""

from bot.adapters.store import Store
from bot.claims.grammar.terms import asked
from tests.adapters.recollections import ALL, HERE, SECRET, THERE, cranes, ferry, items, seen_at, told
from tests.crowd import CLAIMS, article, tell


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
