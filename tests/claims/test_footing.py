"""On what footing a model's sources stand: their roles, their media, and the sentences that they are given."""

from typing import Any

import pytest

from bot.claims.form import ClaimForm, Draft, Form, SourceForm
from bot.claims.grounding import ground
from bot.claims.reading import ReaderInfo, Reading
from bot.readers.offline import hear
from tests.claims.articles import article_of_lines

INFO = ReaderInfo(name="openai", model="m", prompt="p")
FERRY = article_of_lines(
    "Ferry stops in winter\n"
    "The island council said that the ferry would not run after December.\n"
    "The operator, Norstrand Lines, said the contract had run out.\n"
    "Two former deckhands said the captain had ordered them to hide the rust.\n"
    "The captain, Per Aasen, declined to comment.\n"
    "The quay was closed for a week.\n"
    "It was reported that the minister Olga Berg has resigned.",
    "en",
)


def source(name: str | None, kind: str = "organisation", **changes: Any) -> SourceForm:
    row = {"id": "s1", "name": name, "kind": kind, "role": None, "media": "none", "count": None}
    return SourceForm.model_validate(row | changes)


def read(who: SourceForm, *sentences: int, text: str = "") -> Reading:
    """A claim of the source in each of the sentences, in their own words."""
    row = {"sources": [who.id], "via": [], "cue": None, "certainty": "certain", "hedge": None, "kind": "fact"}
    said = [
        ClaimForm.model_validate(row | {"id": f"c{n}", "text": text, "sentences": [each]})
        for n, each in enumerate(sentences, start=1)
    ]
    form = Form(sources=[who], claims=said, denials=[])
    return ground(FERRY, Draft(form, done=True), INFO, hear(FERRY))


@pytest.mark.parametrize(("role", "shown"), [("operator", "operator"), ("captain", None), ("corrupt", None)])
def test_a_role_is_that_of_whom_it_stands_beside(role: str, shown: str | None) -> None:
    """Not another's, though the article has the word."""
    (who,) = read(source("Norstrand Lines", role=role), 3).sources

    assert who.role == shown


def test_that_a_state_runs_it_is_no_matter_of_a_models_word() -> None:
    """The article says so, or the list does."""
    (who,) = read(source("Norstrand Lines", media="state_media"), 3).sources
    (some,) = read(source(None, "unnamed_group", role="former deckhands", media="state_media"), 4).sources

    assert (who.media, some.media) == ("none", "none")


def test_who_is_named_in_what_is_reported_does_not_speak() -> None:
    """ "It was reported that Berg has resigned" are not her words."""
    who = source("Olga Berg", "person", role="minister")

    assert not read(who, 7, text="Olga Berg has resigned.").claims


def test_who_has_no_name_speaks_on_only_until_somebody_else_does() -> None:
    """The sentence behind another's is not theirs by itself."""
    who = source(None, "unnamed_group", role="former deckhands")

    assert [claim.sentences for claim in read(who, 4, 6).claims] == [(4,)]


def test_one_source_is_not_shown_twice_for_its_article() -> None:
    """ "The island council" of a model and "island council" of the rules that put its claim right."""
    council, wrong = source("The island council"), source("Norstrand Lines", id="s2")
    row = {"text": "", "sentences": [2], "via": [], "cue": None, "certainty": "certain", "hedge": None, "kind": "fact"}
    said = [
        ClaimForm.model_validate(row | {"id": "c1", "sources": ["s1"]}),
        ClaimForm.model_validate(row | {"id": "c2", "sources": ["s2"]}),
    ]

    shown = ground(FERRY, Draft(Form(sources=[council, wrong], claims=said, denials=[]), done=True), INFO, hear(FERRY))

    assert [who.name for who in shown.sources] == ["The island council"]
    assert len(shown.claims) == 1


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("The boat may be sold to a company in the south.", "possible"),
        ("The clerk warned owners who may lose their berths.", "certain"),
    ],
)
def test_what_says_may_is_not_shown_as_certain(text: str, certainty: str) -> None:
    """Whatever a model ticks; what only a clause within it leaves open is another matter."""
    about = article_of_lines(f"The harbour\nMara Lund said {text[0].lower()}{text[1:]}", "en")
    row = {"sources": ["s1"], "via": [], "cue": None, "certainty": "certain", "hedge": None, "kind": "fact"}
    said = ClaimForm.model_validate(row | {"id": "c1", "text": text, "sentences": [2]})
    form = Form(sources=[source("Mara Lund", "person")], claims=[said], denials=[])

    (shown,) = ground(about, Draft(form, done=True), INFO, hear(about)).claims

    assert (shown.wording, shown.certainty) == ("restated", certainty)


def test_a_claim_said_over_and_over_gives_way() -> None:
    """A restatement is one sentence, and no page of it."""
    who = source("Norstrand Lines")

    (shown,) = read(who, 3, text="The contract had run out. " * 20).claims

    assert shown.wording == "quoted"


def test_a_relay_is_one_that_relays() -> None:
    """Who only spoke before did not bring it to the outlet."""
    about = article_of_lines(
        "The ferry\nMara Lund said she was tired.\nNorstrand Lines said the contract had run out.", "en"
    )
    row = {"text": "", "sentences": [3], "cue": None, "certainty": "certain", "hedge": None, "kind": "fact"}
    said = ClaimForm.model_validate(row | {"id": "c1", "sources": ["s1"], "via": ["s2"]})
    form = Form(sources=[source("Norstrand Lines"), source("Mara Lund", "person", id="s2")], claims=[said], denials=[])

    (shown,) = ground(about, Draft(form, done=True), INFO, hear(about)).claims

    assert not shown.via


def test_how_many_speak_is_no_number_of_the_next_sentence() -> None:
    """Forty percent of the islanders are not forty officials."""
    about = article_of_lines(
        "The ferry\nA clerk, who asked not to be named, said it was late.\nIt carries 40 cars.", "en"
    )
    row = {"text": "", "sentences": [2], "via": [], "cue": None, "certainty": "certain", "hedge": None, "kind": "fact"}
    said = ClaimForm.model_validate(row | {"id": "c1", "sources": ["s1"]})
    who = source(None, "anonymous", role="clerk", count=40)

    (shown,) = ground(
        about, Draft(Form(sources=[who], claims=[said], denials=[]), done=True), INFO, hear(about)
    ).sources

    assert shown.stated_count is None


@pytest.mark.parametrize(
    "who",
    [
        source("Mara Lund", "anonymous"),
        source(None, "anonymous", role="council leader"),
        source(None, "unnamed_person", role="council leader"),
    ],
)
def test_whom_the_sentence_names_is_not_anonymous(who: SourceForm) -> None:
    """With a role or a kind that says so, a model would hide who speaks."""
    about = article_of_lines("The ferry\n“We had no choice,” Mara Lund, the council leader, said.", "en")
    row = {"text": "", "sentences": [2], "via": [], "cue": None, "certainty": "certain", "hedge": None, "kind": "fact"}
    said = ClaimForm.model_validate(row | {"id": "c1", "sources": ["s1"]})

    (shown,) = ground(
        about, Draft(Form(sources=[who], claims=[said], denials=[]), done=True), INFO, hear(about)
    ).sources

    assert (shown.name, shown.kind) == ("Mara Lund", "person")


@pytest.mark.parametrize(("teller", "wording"), [("Mara Lund", "restated"), ("Olga Berg", "quoted")])
def test_who_is_named_in_a_translation_says_it(teller: str, wording: str) -> None:
    """Also somebody who says nothing anywhere in the article."""
    about = article_of_lines(
        "The ferry\nThe minister Olga Berg opened the quay on Monday.\nIt was cold.\nMara Lund said the ferry was late.",
        "en",
    )
    row = {"sentences": [4], "via": [], "cue": None, "certainty": "certain", "hedge": None, "kind": "fact"}
    text = f"{teller} sagte, die Fähre habe sich verspätet."
    said = ClaimForm.model_validate(row | {"id": "c1", "text": text, "sources": ["s1"]})
    form = Form(sources=[source("Mara Lund", "person")], claims=[said], denials=[])
    german = INFO.model_copy(update={"language": "de"})

    (shown,) = ground(about, Draft(form, done=True), german, hear(about)).claims

    assert shown.wording == wording
