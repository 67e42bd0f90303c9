"""Tails: the last clause of a sentence, in which somebody else denies what it tells."""

import pytest

from tests.readers.offline.conftest import Fill

TAILS = [
    ("en", "Karvia said Ostrov stole the plans, something Ostrov has denied.", "Karvia", "Ostrov"),
    ("en", "Karvia accused Ostrov of stealing the plans, a charge the ministry rejects.", "Karvia", "ministry"),
    (
        "en",
        "Karvia wrote it was safe, a sentence the council’s report contradicts on page 4.",
        "Karvia",
        "council’s report",
    ),
    (
        "de",
        "Die Gewerkschaft schrieb, das Werk sei dicht, ein Satz, dem der Bericht widerspricht.",
        "Gewerkschaft",
        "Bericht",
    ),
    (
        "fr",
        "Le syndicat a écrit que l’usine était sûre, une phrase que contredit la préfecture.",
        "syndicat",
        "préfecture",
    ),
    (
        "es",
        "El sindicato escribió que la planta era segura, una frase que contradice la empresa.",
        "sindicato",
        "empresa",
    ),
    ("de", "Die Gewerkschaft sagt, das Werk sei undicht, was die Firma bestreitet.", "Gewerkschaft", "Firma"),
    ("de", "Laut Gewerkschaft ist das Werk undicht, was die Leitung zurückweist.", "Gewerkschaft", "Leitung"),
    ("de", "Die Gewerkschaft spricht von Betrug, ein Vorwurf, den die Firma zurückweist.", "Gewerkschaft", "Firma"),
    ("fr", "Le syndicat affirme que l’usine pollue, ce que nie la préfecture.", "syndicat", "préfecture"),
    ("fr", "Selon le syndicat, l’usine pollue, ce que la direction dément.", "syndicat", "direction"),
    ("fr", "Le syndicat parle de fraude, accusation que rejette la direction.", "syndicat", "direction"),
    ("es", "La fiscalía sostiene que hubo fraude, lo que la empresa niega.", "fiscalía", "empresa"),
    ("es", "Según el sindicato, hubo despidos, extremo que la constructora rechaza.", "sindicato", "constructora"),
    ("es", "El sindicato denuncia despidos, algo que niega la empresa.", "sindicato", "empresa"),
]


@pytest.mark.parametrize(("language", "text", "claims", "denies"), TAILS, ids=[text for _, text, _, _ in TAILS])
def test_the_last_clause_denies_what_the_sentence_tells(
    fill: Fill, language: str, text: str, claims: str, denies: str
) -> None:
    """One claim of who says it, without the clause, and its denial by who denies it there."""
    filled = fill(text, language)

    [claim], [denial] = filled.claims, filled.draft.form.denials
    assert (filled.names(claim), denial.claims) == ([claims], [claim.id])
    assert [source.name for source in filled.sources(denial)] == [denies]
    assert denies not in filled.content(claim) or denies == "Ostrov"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The union backed the plan, something the minister has not denied."),
        ("de", "Das Werk ist dicht, was die Firma nie bestritten hat."),
        ("fr", "L’usine pollue, ce que la préfecture n’a pas nié."),
        ("es", "Hubo despidos, lo que la empresa nunca negó."),
    ],
)
def test_a_tail_that_is_negated_denies_nothing(fill: Fill, language: str, text: str) -> None:
    """Who has not denied it does not contradict."""
    assert fill(text, language).draft.form.denials == []


COURTS = [
    ("en", "He hid the money for years, a tribunal in Wexcombe heard on Monday.", "tribunal in Wexcombe heard"),
    ("fr", "Le tribunal a entendu que les organisateurs avaient payé le terrain.", "tribunal a entendu"),
    ("es", "El tribunal escuchó que el exalcalde viajó a Cancún.", "tribunal escuchó"),
    ("de", "Der Preis habe zu niedrig gelegen, hieß es vor Gericht.", "vor Gericht"),
    ("de", "Vor dem Landgericht hieß es, der Preis sei zu niedrig gewesen.", "Vor dem Landgericht"),
]


@pytest.mark.parametrize(("language", "text", "role"), COURTS, ids=[text for _, text, _ in COURTS])
def test_what_a_court_hears_is_told_in_nobodys_name(fill: Fill, language: str, text: str, role: str) -> None:
    """The source is anonymous, in the words that tell of the hearing."""
    filled = fill(text, language)

    [claim] = filled.claims
    [source] = filled.sources(claim)
    assert (source.name, source.kind, source.role) == (None, "anonymous", role)


def test_what_is_said_at_a_firm_is_the_firms(fill: Fill) -> None:
    """ "Hieß es daraufhin bei Grünland" names who speaks, and goes on with nobody before."""
    filled = fill(
        "Das Amt teilte mit, es habe den Betrieb geprüft. Das sei falsch, hieß es daraufhin bei Grünland.", "de"
    )

    [denial] = filled.draft.form.denials
    assert ([source.name for source in filled.sources(denial)], denial.claims) == (["Grünland"], [filled.of(1).id])


def test_a_rejected_clause_is_denied(fill: Fill) -> None:
    """ "Hat zurückgewiesen, dass …" is a denial as "hat bestritten, dass …" is."""
    [denial] = fill("Udo Fenske hat zurückgewiesen, dass die Sirene zu spät lief.", "de").draft.form.denials

    assert denial.kind == "denies"
