"""What a window looks like in Slack, and that Slack takes it at any size."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.claims.reading import Report, Source
from bot.playground.blocks.check import check_view
from bot.playground.transcript import transcript
from bot.reply.allclaims import claims_sheet
from bot.reply.catalogue import LANGUAGES, words
from bot.reply.mistakes import mistake_sheet
from bot.reply.sheet import ClaimsSheet, NoteSheet
from bot.slack.drawing.views import view_of
from tests.reply.readings import CLAIMS, article_of, report_of, reports
from tests.slack.drawings import ANY_SIZE
from tests.slack.slack_checker import check_shown, strings

EN = words("en")


def window(report: Report, *, page: int = 1, **narrowed: str) -> dict[str, Any]:
    """The first page, as Slack takes it."""
    view = view_of(claims_sheet(report, "article/reading", narrowed, page, EN))
    check_view(view, ("modal",))
    return view


def drawn(view: dict[str, Any]) -> str:
    return transcript({"blocks": view["blocks"]})


def test_each_claim_stands_with_its_passage_and_its_neighbours() -> None:
    """Number, claim, source; then the cited sentence upright between its neighbours in italics, with its number."""
    view = window(report_of())

    parts = [part for part in _parts(view) if part.get("text", "").strip()]
    cited = next(i for i, part in enumerate(parts) if "A closure this winter" in part["text"])
    assert "1. The harbour bridge of Westhaven will very likely close this winter." in drawn(view)
    assert parts[cited].get("style") is None
    assert (parts[cited - 1]["type"], parts[cited - 1]["text"]) == ("link", "4")
    assert parts[cited + 2]["style"] == {"italic": True}


def test_a_choice_counts_what_the_other_choices_leave() -> None:
    """Each menu says how many would be shown, so that no choice leads to nothing; its own choice does not narrow it."""
    report = report_of()
    whole, narrowed = (claims_sheet(report, "a/b", chosen, 1, EN) for chosen in ({}, {"certainty": "probable"}))

    def counts(sheet: ClaimsSheet, name: str) -> dict[str, int]:
        (menu,) = [each for each in sheet.filters if each.name == name]
        return {each.value: int(each.label.rpartition(" ")[2]) for each in menu.choices[1:]}

    assert counts(narrowed, "certainty") == counts(whole, "certainty")
    assert sum(counts(narrowed, "kind").values()) < sum(counts(whole, "kind").values())
    for value, count in counts(narrowed, "kind").items():
        shown = claims_sheet(report, "a/b", {"certainty": "probable", "kind": value}, 1, EN)
        assert len(shown.claims) + len(shown.denials) == count


def test_long_list_has_pages_that_hold_every_claim_once() -> None:
    """Turning the pages shows each claim exactly once, and says where one is."""
    claims = [CLAIMS[0].model_copy(update={"id": f"x{i}", "text": f"Claim number {i} is this."}) for i in range(137)]
    report = report_of(claims=claims)

    pages = [drawn(window(report, page=page)) for page in range(1, 15)]

    assert [sum(f"number {i} is this" in page for page in pages) for i in range(137)] == [1] * 137
    assert "11–20 of 139" in pages[1]
    assert "Page 2 of 14" in pages[1]
    assert "[Previous page] [Next page]" in pages[1]
    assert "Previous page" not in pages[0]
    assert "Next page" not in pages[13]


def test_narrowing_keeps_the_numbers_of_the_whole_list() -> None:
    """The claims that are denied keep the number they have in the full list, and the choice stays chosen."""
    view = window(report_of(), denied="denied")

    menus = {menu["action_id"]: menu for menu in view["blocks"][2]["elements"]}
    chosen = menus["claims_narrow_denied"]["initial_option"]
    assert chosen["value"] == "denied"
    assert chosen["text"]["text"].startswith("Denied · ")
    assert "1. The harbour bridge" not in drawn(view)
    assert json.loads(view["private_metadata"])["narrowed"] == {"denied": "denied"}


def test_page_that_is_not_there_is_the_nearest() -> None:
    """A list that was narrowed elsewhere has fewer pages."""
    assert drawn(window(report_of(), page=99)) == drawn(window(report_of()))


def test_sentence_of_any_length_is_shown_whole() -> None:
    """A passage longer than one element goes on in the next."""
    long = "word " * 2000
    claim = CLAIMS[0].model_copy(update={"sentences": (1,)})
    view = window(report_of(article=article_of([[long.strip()]]), claims=[claim], denials=[]))

    assert "".join(strings(view["blocks"], "text")).count("word") >= 2000


def test_many_sources_fit_a_menu() -> None:
    """Four hundred sources with long names: those with most claims can be chosen, all are listed."""
    sources = [Source(id=f"s{i}", name=f"{i} " + "Name " * 600, kind="person") for i in range(400)]
    claims = [CLAIMS[0].model_copy(update={"id": f"x{i}", "sources": (f"s{i}",)}) for i in range(400)]

    view = window(report_of(sources=sources, claims=claims, denials=[]))

    (menu,) = [each for each in view["blocks"][2]["elements"] if each["action_id"] == "claims_narrow_source"]
    assert 80 < len(menu["options"]) <= 100


@given(reports(), st.sampled_from(LANGUAGES), st.integers(0, 50), st.lists(st.integers(0, 99), min_size=4, max_size=4))
@ANY_SIZE
def test_any_reading_makes_a_window_that_slack_takes(
    report: Report, language: str, page: int, picks: list[int]
) -> None:
    """0 to 400 claims, any script, any page, any choice: the view holds against Slack's limits."""
    said = words(language)
    whole = claims_sheet(report, "a" * 32 + "/" + "b" * 32, {}, page, said)
    narrowed = {
        each.name: each.choices[pick % len(each.choices)].value for each, pick in zip(whole.filters, picks, strict=True)
    }

    for sheet in (whole, claims_sheet(report, "a/b", narrowed, page, said)):
        view = view_of(sheet)
        check_view(view, ("modal",))
        check_shown(strings(view["blocks"], "text"))


@pytest.mark.parametrize(("count", "letter"), [(400, "𐀀"), (9_999, "a"), (9_999, "𐀀")])
def test_form_about_many_claims_stays_within_its_size(count: int, letter: str) -> None:
    """Slack takes 250 kB: labels are shorter then, and the last claims of thousands are left to the comment."""
    claims = [CLAIMS[0].model_copy(update={"id": f"c{n}", "text": letter * 90}) for n in range(count)]

    view = view_of(mistake_sheet("C0123456789", "1700000000.000100", report_of(claims=claims).reading, EN))

    check_view(view, ("modal",))
    (which,) = [block for block in view["blocks"] if block["block_id"] == "claim"]
    offered = [each["value"] for group in which["element"]["option_groups"] for each in group["options"]]
    assert offered == [f"c{n}" for n in range(len(offered))]
    assert len(offered) == count or len(offered) > 800


@given(st.integers(1, 14), st.sampled_from("aé&𐀀漢"), st.integers(1, 3_000))
def test_windows_of_long_claims_stay_within_their_size(page: int, letter: str, length: int) -> None:
    """Ten claims a page, each as long as it likes, in any script."""
    claims = [CLAIMS[0].model_copy(update={"id": f"x{n}", "text": letter * length}) for n in range(137)]

    window(report_of(article=article_of([[letter * length] * 10] * 8), claims=claims), page=page)


@given(reports(), st.sampled_from(LANGUAGES))
@ANY_SIZE
def test_any_reading_makes_a_form_that_slack_takes(report: Report, language: str) -> None:
    """The form behind a thumbs-down offers 0 to 400 claims in any script."""
    view = view_of(mistake_sheet("C0123456789", "1700000000.000100", report.reading, words(language)))

    check_view(view, ("modal",))


@given(st.text(max_size=5000))
def test_any_note_makes_a_window_that_slack_takes(text: str) -> None:
    """A sentence in a window of its own."""
    check_view(view_of(NoteSheet("x" * 99, text)), ("modal",))


def _parts(view: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        part
        for block in view["blocks"]
        if block["type"] == "rich_text"
        for element in block["elements"]
        for part in element["elements"]
    ]
