"""When two names are one source."""

import pytest

from bot.evaluation import matching


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kim Yong-hyun", "Mr Kim"),
        ("Stephen Curry", "Curry"),
        ("Sen. Mike Pence (R-IN)", "Mike Pence"),
        ("Soto-Martínez", "Hugo Soto-Martinez"),
        ("Sharon Sandow, spokesperson, L.A. Housing Department", "Sharon Sandow"),
        ("The World Health Organization", "WHO"),
        ("Oakland Unified School Board", "this week’s Oakland Unified school board meeting"),
        ("city’s housing officials", "L.A. housing officials"),
        (None, None),
    ],
)
def test_one_source(one: str | None, other: str | None) -> None:
    """Short names, titles, accents, descriptions behind a comma and acronyms are forgiven."""
    assert matching.same(one, other)
    assert matching.same(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Stephen Curry", "Ayesha Curry"),
        ("Mary Hill", "Tom Reed"),
        ("the report", "the survey"),
        ("state officials", "city officials"),
        ("Kim", None),
        (None, "officials"),
    ],
)
def test_two_sources(one: str | None, other: str | None) -> None:
    """Another first name, a mere label in common, or no name at all: not the same."""
    assert not matching.same(one, other)
    assert not matching.same(other, one)
