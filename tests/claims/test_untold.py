"""What is left untold, what is somebody's own, and who only relays."""

import pytest

from bot.claims.form import ClaimForm, Draft, Form, SourceForm
from bot.claims.grounding import ground
from bot.claims.reading import ReaderInfo
from bot.claims.restatement import problems
from tests.claims.articles import article_of_lines

UNTOLD = {
    "en": "Coroner Ann Hart confirmed that a search was on without naming the divers.",
    "de": "Gerichtsmedizinerin Anna Hart bestätigte eine Suche, ohne die Taucher zu nennen.",
    "fr": "La légiste Anne Hart a confirmé une recherche, sans nommer les plongeurs.",
    "es": "La forense Ana Huerta confirmó una búsqueda, sin nombrar a los buzos.",
}


@pytest.mark.parametrize(
    ("code", "text", "stands"),
    [
        ("en", "Ann Hart confirmed the divers.", False),
        ("en", "Ann Hart confirmed that a search was on.", True),
        ("en", "Ann Hart did not say who the divers are.", True),
        ("de", "Anna Hart bestätigte die Taucher.", False),
        ("de", "Anna Hart bestätigte eine Suche.", True),
        ("fr", "Anne Hart a confirmé les plongeurs.", False),
        ("fr", "Anne Hart a confirmé une recherche.", True),
        ("es", "Ana Huerta confirmó a los buzos.", False),
        ("es", "Ana Huerta confirmó una búsqueda.", True),
    ],
)
def test_what_stands_behind_without_is_not_told_of(code: str, text: str, *, stands: bool) -> None:
    """ "Without naming the divers" tells nothing of the divers."""
    about = article_of_lines(f"\n{UNTOLD[code]}", code)

    found = [one for one in problems(about, text, [2]) if "without" in one]

    assert (not found) == stands


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("Tom Reed burnt the tenant's letters.", False),
        ("Tom Reed burnt the letters of the tenant.", False),
        ("Tom Reed burnt his letters.", True),
        ("Tom Reed burnt Reed's letters.", True),
    ],
)
def test_what_is_their_own_is_nobody_elses(text: str, *, stands: bool) -> None:
    """ "His own letters" are those of whoever burnt them."""
    about = article_of_lines("\nTom Reed got a note from the tenant.\nHe said that he had burnt his own letters.", "en")

    assert (not [one for one in problems(about, text, [3]) if "their own" in one]) == stands


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("Two clerks of the Moorland Post were dismissed.", "quoted"),
        ("The Moorland Post reported that two clerks were dismissed.", "restated"),
        ("Two clerks were dismissed.", "restated"),
    ],
)
def test_who_only_relays_is_no_part_of_what_is_said(text: str, wording: str) -> None:
    """Its name stands in a restatement beside a word for saying alone."""
    about = article_of_lines("\nThe Moorland Post, citing a porter, reported that two clerks were dismissed.", "en")
    porter = SourceForm(id="s1", name=None, kind="anonymous", role="porter", media="none", count=None)
    outlet = SourceForm(id="s2", name="Moorland Post", kind="organisation", role=None, media="other_media", count=None)
    claim = ClaimForm(
        id="c1",
        text=text,
        sentences=[2],
        sources=["s1"],
        via=["s2"],
        cue=None,
        certainty="certain",
        hedge=None,
        kind="fact",
    )
    filled = Form(sources=[porter, outlet], claims=[claim], denials=[])

    (shown,) = ground(about, Draft(filled, done=True), ReaderInfo(name="openai", model="m", prompt="p")).claims

    assert shown.wording == wording
