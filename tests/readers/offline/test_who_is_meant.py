"""Who is meant by "he", "it" and "a third" where another name stands nearer."""

import pytest

from tests.readers.offline.conftest import Fill


def test_he_is_the_spokesman_and_not_whom_he_speaks_of(fill: Fill) -> None:
    """A role that tells a man is as good as a name that does."""
    filled = fill(
        "The mayor's spokesman said that Paul Renwick had her full confidence. He refused to say whether she knew."
    )

    [denial] = filled.draft.form.denials
    assert [source.kind for source in filled.sources(denial)] == ["unnamed_person"]


@pytest.mark.parametrize(
    "text",
    [
        "The accounts list it. On Friday his lawyer sent a letter. Haye was never there, it says, and paid for all.",
        "The accounts list it. His lawyer wrote a letter. It says that Haye was never there.",
    ],
)
def test_it_is_the_letter_just_told_of(fill: Fill, text: str) -> None:
    """Not a document that spoke before it."""
    filled = fill(text)

    assert filled.names(filled.of(3)) == ["letter"]


def test_what_a_body_publishes_is_said_by_the_body(fill: Fill) -> None:
    """A firm may be "it" itself."""
    filled = fill("The firm published a statement. It says the plant is safe.")

    assert filled.names(filled.of(2)) == ["firm"]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Because of an editing error, a column on Saturday quoted Anna Reuter as saying that the drug does not work."),
        ("en", "Due to an error, an article on Saturday said that the lake had been sold."),
        ("de", "Aufgrund eines Redaktionsfehlers hieß es in einem Bericht, Anna Reuter habe gesagt, das Mittel wirke nicht."),
        ("fr", "En raison d'une erreur, un article de samedi affirmait que le lac avait été vendu."),
        ("es", "Por un error, un artículo del sábado decía que Ana Gil había vendido el lago."),
    ],
)  # fmt: skip
def test_what_is_called_an_error_of_the_outlet_is_nobodys_claim(fill: Fill, code: str, text: str) -> None:
    """Also away from any label."""
    assert fill(text, code).claims == []


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The Ledger said that Olive Pryce called her a liar. Asked about this, Pryce said that she did not recall the entry."),
        ("de", "Der Bote schrieb, Olga Preiss habe sie Lügnerin genannt. Preiss sagte, sie könne sich an den Eintrag nicht erinnern."),
        ("es", "El Faro dijo que Olga Prado la llamó mentirosa. Prado dijo que no recordaba la nota."),
    ],
)  # fmt: skip
def test_who_does_not_remember_denies_nothing(fill: Fill, code: str, text: str) -> None:
    """It is what they say, and no denial."""
    assert fill(text, code).draft.form.denials == []


def test_who_is_quoted_by_an_outlet_speaks_through_it(fill: Fill) -> None:
    """The outlet is the relay, not the source."""
    filled = fill("Tom Reed was quoted by the Ledger as saying that he would resign.")

    [claim] = filled.claims
    assert (filled.names(claim), [relay.name for relay in filled.relays(claim)]) == (["Tom Reed"], ["Ledger"])
    assert filled.content(claim).startswith("he would resign")


def test_of_two_in_one_sentence_each_has_a_claim(fill: Fill) -> None:
    """What stands between two commas is no apposition where it has a verb."""
    filled = fill("According to Mayor Ada Bright, the bridge is safe, but engineers say it could fall any day.")

    assert [filled.names(claim) for claim in filled.claims] == [["Ada Bright"], ["engineers"]]


def test_a_report_that_puts_a_value_is_the_source(fill: Fill) -> None:
    """Nobody stands behind "puts the value at"."""
    filled = fill("The auditor's report, which the Star has obtained, puts the value at £1.9 million.")

    assert [source.kind for claim in filled.claims for source in filled.sources(claim)] == ["document"]


@pytest.mark.parametrize(
    ("text", "guessed"),
    [
        ("Nobody should believe the numbers, Ada Bo said.", False),
        ("Ada Bo said she did not expect a strike.", False),
        ("Ada Bo said she expected a strike.", True),
    ],
)
def test_what_nobody_believes_is_no_guess(fill: Fill, text: str, *, guessed: bool) -> None:
    """A negated belief hedges nothing."""
    [claim] = fill(text).claims

    assert (claim.certainty == "probable") is guessed
