"""Parts of a long article become one form; a reading becomes a few figures."""

from typing import Any

import pytest

from bot.claims.form import ClaimForm, DenialForm, Draft, Form, SourceForm
from bot.claims.grounding import ground
from bot.claims.merge import merge
from bot.claims.reading import ReaderInfo
from bot.claims.rollup import rollup
from bot.claims.split import split
from tests.claims.articles import article

PAGE = article(
    "Dana Okafor said the pool would close.\nThe pool is old.\nOkafor said nobody had asked her.\nRossmere Council denied that."
)


def source(source_id: str, name: str | None, kind: Any = "person") -> SourceForm:
    return SourceForm(id=source_id, name=name, kind=kind, role=None, media="none", count=None)


def claim(claim_id: str, text: str, sentences: list[int], sources: list[str]) -> ClaimForm:
    return ClaimForm(
        id=claim_id,
        text=text,
        sentences=sentences,
        sources=sources,
        via=[],
        cue=None,
        certainty="certain",
        hedge=None,
        kind="fact",
    )


def denial(claims: list[str], sources: list[str], sentences: list[int]) -> DenialForm:
    return DenialForm(sources=sources, via=[], kind="denies", claims=claims, implied=None, sentences=sentences)


FIRST = Form(
    sources=[source("s1", "Dana Okafor")],
    claims=[claim("c1", "The pool will close.", [1], ["s1"]), claim("c2", "Nobody asked Dana Okafor.", [3], ["s1"])],
    denials=[],
)
SECOND = Form(
    sources=[source("s1", "Rossmere Council", "organisation"), source("s2", "Okafor")],
    claims=[claim("c1", "Nobody had asked Okafor.", [3], ["s2"])],
    denials=[denial(["c1"], ["s1"], [4])],
)


def test_a_short_name_is_the_same_source() -> None:
    """Okafor of the second part is Dana Okafor of the first."""
    merged = merge([FIRST, SECOND])

    assert [s.name for s in merged.sources] == ["Dana Okafor", "Rossmere Council"]


def test_a_claim_in_the_overlap_is_told_once() -> None:
    """Shared sentences and like wording make one claim, and the denial follows it."""
    merged = merge([FIRST, SECOND])

    assert [c.id for c in merged.claims] == ["c1", "c2"]
    assert merged.denials[0].claims == ["c2"]
    assert merged.denials[0].sources == ["s2"]


def test_two_people_of_one_name_stay_two() -> None:
    """A short name that fits two full names is merged with neither."""
    merged = merge(
        [Form(sources=[source("s1", "Ann Kim"), source("s2", "Bo Kim"), source("s3", "Kim")], claims=[], denials=[])]
    )

    assert len(merged.sources) == 3


def test_parts_end_at_paragraphs() -> None:
    """A part is cut before a paragraph begins, and the next one repeats some of it."""
    page = article("\n".join("One here. Two here. Three here." for _ in range(5)))

    assert split(page, 7, 3) == [range(1, 7), range(4, 10), range(7, 13), range(10, 16)]


def test_a_part_must_be_larger_than_its_overlap() -> None:
    """There would be no way on."""
    with pytest.raises(ValueError, match="overlap"):
        split(PAGE, 3, 3)


def test_figures_of_a_reading() -> None:
    """Claims, sources, denials and shares are counted on what stands."""
    reading = ground(PAGE, Draft(merge([FIRST, SECOND]), done=True), ReaderInfo(name="offline"))

    figures = rollup(reading, PAGE)

    assert (figures.claims, figures.sources, figures.denials, figures.denied) == (2, 2, 1, 1)
    assert (figures.named_share, figures.anonymous_share, figures.single_source) == (1.0, 0.0, True)
    assert figures.own_voice_share == 0.25
