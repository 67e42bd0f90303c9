"""Parts of a long article become one form; a reading becomes a few figures."""

from typing import Any

import pytest

from bot.claims.form import ClaimForm, DenialForm, Draft, Form, LinkForm, LinksForm, SourceForm
from bot.claims.grounding import ground
from bot.claims.links import linked
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


def test_a_later_name_makes_a_short_one_ambiguous() -> None:
    """Whether a short name is clear is asked of all parts, not of those read so far."""
    parts = [
        Form(sources=[source("s1", "Ann Kim"), source("s2", "Kim")], claims=[], denials=[]),
        Form(sources=[source("s1", "Bo Kim")], claims=[], denials=[]),
    ]

    assert [s.name for s in merge(parts).sources] == ["Ann Kim", "Kim", "Bo Kim"]


def test_who_has_no_name_is_known_by_the_sentences() -> None:
    """An anonymous source in the overlap is one source, two in one sentence stay two."""
    sources = [source("s1", None, "anonymous"), source("s2", None, "anonymous")]
    claims = [claim("c1", "The pool is old.", [2], ["s1"]), claim("c2", "The pool is cold.", [2, 3], ["s2"])]
    part = Form(sources=sources, claims=claims, denials=[])

    merged = merge([part, part])

    assert [s.id for s in merged.sources] == ["s1", "s2"]
    assert [(c.text, c.sources) for c in merged.claims] == [("The pool is old.", ["s1"]), ("The pool is cold.", ["s2"])]


def test_what_one_part_tells_apart_stays_apart() -> None:
    """Two like claims of one sentence are two, in each part and in the whole."""
    claims = [claim("c1", "The pool closes in May.", [1], ["s1"]), claim("c2", "The gym closes in May.", [1], ["s1"])]
    part = Form(sources=[source("s1", "Dana Okafor")], claims=claims, denials=[])

    merged = merge([part, part])

    assert [c.text for c in merged.claims] == ["The pool closes in May.", "The gym closes in May."]


def test_another_figure_is_another_claim() -> None:
    """Like wording with a different number does not make one claim."""
    who = [source("s1", "Dana Okafor")]
    first = Form(sources=who, claims=[claim("c1", "The pool lost 14 members.", [1], ["s1"])], denials=[])
    second = Form(sources=who, claims=[claim("c1", "The pool lost 22 members.", [1], ["s1"])], denials=[])

    assert len(merge([first, second]).claims) == 2


def test_two_denials_of_one_sentence_stay_two() -> None:
    """Each goes with its own claim when both parts saw them."""
    claims = [claim("c1", "The pool is old.", [1], ["s1"]), claim("c2", "Nobody swims.", [2], ["s1"])]
    council = source("s2", "Rossmere Council", "organisation")
    denials = [denial(["c1"], ["s2"], [4]), denial(["c2"], ["s2"], [4])]
    part = Form(sources=[source("s1", "Dana Okafor"), council], claims=claims, denials=denials)

    assert [d.claims for d in merge([part, part]).denials] == [["c1"], ["c2"]]


def test_a_part_more_than_needed_is_not_made_shorter() -> None:
    """Parts are about as long as each other, so that none is waited for in vain."""
    page = article("\n".join(f"Line {i} here." for i in range(260)))

    assert [len(part) for part in split(page, 250, 20)] == [140, 140]


def test_links_are_added_to_what_a_part_saw() -> None:
    """A denial keeps its claims, gains those of other parts, and never answers what only its own source said."""
    claims = [claim("c1", "A.", [1], ["s1"]), claim("c2", "B.", [2], ["s1"]), claim("c3", "C.", [3], ["s2"])]
    found = Form(sources=[], claims=claims, denials=[denial(["c1"], ["s2"], [4])])
    said = LinksForm(links=[LinkForm(denial="d1", claims=["c2", "c3", "c9"]), LinkForm(denial="d4", claims=["c1"])])

    assert linked(found, said).denials[0].claims == ["c1", "c2"]


def test_what_is_linked_is_no_longer_implied() -> None:
    """A denial of what nobody states in its part may answer what somebody states in another."""
    implied = denial([], ["s2"], [4]).model_copy(update={"implied": "A."})
    found = Form(sources=[], claims=[claim("c1", "A.", [1], ["s1"])], denials=[implied])

    [answered] = linked(found, LinksForm(links=[LinkForm(denial="d1", claims=["c1"])])).denials

    assert (answered.claims, answered.implied) == (["c1"], None)


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
