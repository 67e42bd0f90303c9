"""Silences: who declines to comment, does not answer or could not be reached, and what that is about."""

import pytest

from tests.readers.offline.conftest import Fill

ACCUSED = "Mary Hill accused the city of hiding cracks in the bridge. "


def test_declining_is_no_claim(fill: Fill) -> None:
    """ "Declined to comment" stands among the denials only."""
    filled = fill("The city declined to comment on the bridge.")

    assert [claim.sources for claim in filled.claims] == []


@pytest.mark.parametrize("asked", ["Asked about the missing key, ", "When asked about the missing key, "])
def test_no_comment_answers_what_was_asked(fill: Fill, asked: str) -> None:
    """The question in the sentence tells the claim, also where another accusation stands nearer."""
    filled = fill(
        "Mary Hill said the key was stolen from Acme. Norland accused Acme of flooding the valley. "
        f"{asked}an Acme spokesman declined to comment."
    )
    [denial] = filled.draft.form.denials

    assert denial.kind == "declines_comment"
    assert [claim.sentences for claim in filled.claims if claim.id in denial.claims] == [[1]]


@pytest.mark.parametrize("silent", ["government", "Norland"])
@pytest.mark.parametrize("said", ["accused {} of hiding the figures", "said {} had hidden the figures"])
def test_silence_answers_only_what_concerns_the_silent(fill: Fill, silent: str, said: str) -> None:
    """Neither the article's main claim nor one that stands nearer is answered where it tells nothing of the silent."""
    body = f"the {silent}" if silent.islower() else silent
    filled = fill(
        f"Police chief Tom Reed said the road was closed. Mary Hill {said.format(body)}. Jean Roux said it rained. "
        f"{body[0].upper()}{body[1:]} did not respond to a request for comment."
    )

    [denial] = filled.draft.form.denials
    assert denial.claims == [filled.of(2).id]


def test_silence_answers_one_claim_where_none_concerns_the_silent(fill: Fill) -> None:
    """What was said just before is what a request for comment was about."""
    filled = fill(
        "Police chief Tom Reed said the road was closed. Mary Hill said the bakery would open. "
        "The government did not respond to a request for comment."
    )

    [denial] = filled.draft.form.denials
    assert denial.claims == [filled.of(2).id]


@pytest.mark.parametrize(
    ("silence", "kind", "who"),
    [
        ("Neither Acme nor Bolt responded to a request for comment.", "no_response", ["Acme", "Bolt"]),
        ("Neither Acme nor Bolt commented.", "declines_comment", ["Acme", "Bolt"]),
        ("Sir Leo Hall could not be reached at his house.", "could_not_reach", ["Leo Hall"]),
    ],
)
def test_silence_in_other_words(fill: Fill, silence: str, kind: str, who: list[str]) -> None:
    """Each who did not answer is a source of the silence, which hangs on the accusation."""
    filled = fill(f"Norland accused Acme of bribery. {silence}")
    [denial] = filled.draft.form.denials

    assert denial.kind == kind
    assert [source.name for source in filled.draft.form.sources if source.id in denial.sources] == who
    assert denial.claims == [filled.claims[0].id]


def test_a_denial_passes_over_a_refusal_to_comment(fill: Fill) -> None:
    """Who refuses to comment says nothing that the next sentence could deny."""
    filled = fill(
        "Mary Hill said the key was stolen. Norland accused Acme of bribery. "
        "Asked about the stolen key, Bolt declined to comment. The Acmean ministry called the affair “a fairy tale”."
    )
    denial = filled.draft.form.denials[-1]

    assert [claim.sentences for claim in filled.claims if claim.id in denial.claims] == [[2]]


@pytest.mark.parametrize(
    "silence",
    [
        "The city said it could not comment further.",
        "The city said that it would not be commenting on the bridge.",
        "“We cannot comment further at this stage,” the city said.",
        "The city said it had nothing further to add.",
    ],
)
def test_saying_that_one_does_not_comment_is_no_statement(fill: Fill, silence: str) -> None:
    """It stands among the denials only, in the name of who keeps silent."""
    filled = fill(ACCUSED + silence)

    [denial] = filled.draft.form.denials
    assert denial.kind == "declines_comment"
    assert [source.name for source in filled.draft.form.sources if source.id in denial.sources] == ["city"]
    assert [claim.sentences for claim in filled.claims] == [[1]]


@pytest.mark.parametrize(
    "silence",
    [
        "The city said it could not comment because the case was in court.",
        "“We cannot comment. The bridge is safe,” the city said.",
    ],
)
def test_a_reason_for_silence_is_a_statement(fill: Fill, silence: str) -> None:
    """Who tells more than that they say nothing has said something."""
    assert [claim.sentences for claim in fill(ACCUSED + silence).claims] == [[1], [2]]


def test_silence_answers_the_clause_it_is_about(fill: Fill) -> None:
    """Who will not confirm that something is so keeps silent on just that."""
    filled = fill(
        "A fund said Acme had hidden debts. The regulator would neither confirm nor deny that it was looking into the firm."
    )

    [denial] = filled.draft.form.denials
    [claim] = [claim for claim in filled.claims if claim.id in denial.claims]
    assert (claim.sentences, claim.sources) == ([2], [])
    assert filled.content(claim) == "it was looking into the firm"


def test_silence_on_something_else_answers_nothing(fill: Fill) -> None:
    """Who will not be drawn on a reshuffle, of which nobody speaks, keeps silent on no claim."""
    filled = fill(
        "Arne Kvist said Birgit Solvang had spent a weekend on a yacht. Premier Jens Ulvik refused to be drawn on a reshuffle."
    )

    [denial] = filled.draft.form.denials
    assert (denial.kind, denial.claims) == ("declines_comment", [])


@pytest.mark.parametrize(
    ("silence", "who", "language"),
    [
        ("Eine Anfrage bei Zell blieb unbeantwortet.", "Zell", "de"),
        ("Une demande adressée à Zell est restée sans réponse.", "Zell", "fr"),
        ("Las llamadas a Zell quedaron sin respuesta.", "Zell", "es"),
    ],
)
def test_whom_a_request_was_sent_to_is_silent(fill: Fill, silence: str, who: str, language: str) -> None:
    """Not the request."""
    filled = fill(silence, language)

    [denial] = filled.draft.form.denials
    assert denial.kind == "no_response"
    assert [source.name for source in filled.sources(denial)] == [who]


@pytest.mark.parametrize(
    ("silence", "who"),
    [
        ("Das Ministerium äußerte sich auf Anfrage nicht zu dem Fall.", "Ministerium"),
        ("Die Krankenkasse wollte den Betrag weder bestätigen noch dementieren.", "Krankenkasse"),
        ("Am Montag wollte die Behörde das nicht kommentieren.", "Behörde"),
        ("Gestern wollte die Stadt nichts dazu sagen.", "Stadt"),
    ],
)
def test_a_german_silence_stands_around_other_words(fill: Fill, silence: str, who: str) -> None:
    """The verb and its "nicht", the helping verb and the object."""
    filled = fill(silence, "de")

    [denial] = filled.draft.form.denials
    assert denial.kind == "declines_comment"
    assert [source.name for source in filled.sources(denial)] == [who]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Lena Kolb warf dem Domherrn Emil Sand vor, sie zum Schweigen gedrängt zu haben."),
        ("en", "Lena Kolb accused Emil Sand of refusing to comment."),
        ("fr", "Lena Kolb reproche à Emil Sand de ne pas avoir répondu à ses questions."),
    ],
)
def test_a_silence_that_somebody_is_reproached_with_is_none(fill: Fill, language: str, text: str) -> None:
    """The accuser tells of it, who is not silent."""
    assert fill(text, language).draft.form.denials == []
