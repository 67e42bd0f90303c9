"""What is no source, though it stands where one may."""

import pytest

from tests.readers.offline.conftest import Fill


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("A second supplier, Orla Cells, did not answer emails.", "en"),
        ("Contrary to recent media reports, Acme is not closing its plant in Tarn.", "en"),
        ("Report that all claims are denied by the Prime Minister.", "en"),
        ("Say that the mayor has denied everything.", "en"),
        ("Melde, dass der Kanzler alles bestreitet.", "de"),
        ("Dis que la maire a tout nié.", "fr"),
        ("Di que la alcaldesa lo ha negado todo.", "es"),
    ],
)
def test_no_words_but_a_name_or_description_speak(fill: Fill, text: str, language: str) -> None:
    """A verb, a comparison and an order to the reader make nobody say or deny anything."""
    filled = fill(f"{text} It rained." if language == "en" else text, language)

    assert filled.claims == []
    assert [denial for denial in filled.draft.form.denials if denial.kind != "no_response"] == []


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        (
            "General Otto Krell said it was late. Krell himself told the Herald that he did not care.",
            "en",
            "Otto Krell",
        ),
        ("Ann Pell said it was late. Pell herself said that nobody cared.", "en", "Ann Pell"),
        ("Otto Krell sagte, es sei spät. Krell selbst sagte, dass niemand warte.", "de", "Otto Krell"),
        ("Luc Petit a dit qu'il était tard. Petit lui-même a dit que personne n'attendait.", "fr", "Luc Petit"),
        ("Luis Gil dijo que era tarde. El propio Gil dijo que nadie esperaba.", "es", "Luis Gil"),
    ],
)
def test_who_is_named_with_stress_is_the_same(fill: Fill, text: str, language: str, name: str) -> None:
    """ "Krell himself" is Krell."""
    filled = fill(text, language)

    assert [filled.names(claim) for claim in filled.claims] == [[name], [name]]


def test_each_side_of_a_semicolon_has_its_speaker(fill: Fill) -> None:
    """Where the first only names a day, what the second says is not the first's."""
    filled = fill("Otto Krell and Ann Pell met. Krell said next week; Pell said not before January.")

    assert [filled.names(claim) for claim in filled.claims] == [["Ann Pell"]]


def test_a_lawyer_and_not_a_clause_denies_for_a_client(fill: Fill) -> None:
    """ "Mr Oram said his client accepted …" names Oram."""
    filled = fill(
        "Nadia Fell told the jury that Bo Prow had made nine transfers and acted dishonestly. Mr Oram said his client accepted "
        "that he made the transfers but disputed that he had acted dishonestly."
    )

    [denial] = filled.draft.form.denials
    assert [source.name for source in filled.sources(denial)] == ["Oram"]
    assert denial.claims == ["c1"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Emil Tarr sagte, der Schuss sei aus Westmark gefallen. Westmarks Regierung dementierte umgehend: Kein Soldat habe geschossen.", "de"),
        ("Emil Tarr said the shot had come from Westmark. Westmark's government denied it at once: no soldier had fired.", "en"),
        ("Luc Petit affirme que le tir venait de Westmark. La préfecture a démenti aussitôt : aucun soldat n'a tiré.", "fr"),
        ("Luis Gil afirma que el disparo vino de Westmark. El Gobierno lo desmintió de inmediato: ningún soldado ha disparado.", "es"),
    ],
)  # fmt: skip
def test_what_stands_behind_the_colon_is_not_denied(fill: Fill, text: str, language: str) -> None:
    """ "Denied it: no soldier had fired": what was just said is denied, and the rest is a claim of the denier."""
    filled = fill(text, language)

    [denial] = filled.draft.form.denials
    assert denial.claims == ["c1"]
    assert [filled.names(claim) for claim in filled.claims if claim.sentences == [2]] == [
        [source.name for source in filled.sources(denial)]
    ]


def test_a_regulator_contradicts_the_company(fill: Fill) -> None:
    """Whom somebody contradicts may go by a description, and "it" is who contradicts."""
    filled = fill(
        "Acme said all results had been passed on. The regulator, the Product Office, contradicted the company on Monday. "
        "“We received results for four tests,” it said."
    )

    assert [(denial.sentences[0], denial.claims) for denial in filled.draft.form.denials] == [(2, ["c1"])]
    assert filled.names(filled.of(3)) != ["Acme"]


def test_what_is_not_so_is_what_was_just_said(fill: Fill) -> None:
    """ "Nothing of the sort" does not go back to the first claim of the article."""
    filled = fill(
        "“Bo Reed is a thief,” read a placard outside. Reed said the books were balanced. Pam Dray said it was nothing of the sort."
    )

    denial = filled.draft.form.denials[-1]
    assert [filled.names(claim) for claim in filled.claims if claim.id in denial.claims] == [["Bo Reed"]]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Die Firma Hartl bestritt das. Der Staatsanwalt ermittelt gegen zwei Mitarbeiter. Sie könnten fahrlässig gehandelt haben, sagte Meike Prahl. Beide schweigen.", "de"),
        ("Acme denied it. Two clerks are being questioned. They may have been careless, said Ida Marsh. Both declined to comment.", "en"),
    ],
)  # fmt: skip
def test_both_who_keep_silent_are_no_firm(fill: Fill, text: str, language: str) -> None:
    """ "Both" are several."""
    filled = fill(text, language)

    silent = [
        source for one in filled.draft.form.denials if one.kind == "declines_comment" for source in filled.sources(one)
    ]
    assert all(source.name not in ("Hartl", "Firma Hartl", "Acme") for source in silent)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Nobody said the bridge was safe."),
        ("en", "No one told the mayor that the bridge was closed."),
        ("en", "None of the ministers said that the bridge was safe."),
        ("en", "No official said the bridge was safe."),
        ("en", "Neither side said the bridge was safe."),
        ("en", "Neither the mayor nor the council said the bridge was safe."),
        ("en", "Not one engineer said the bridge was safe."),
        ("en", "Nothing in the report says that the bridge is safe."),
        ("en", "Nobody denies that the bridge is old."),
        ("en", "No minister denied that the bridge was old."),
        ("de", "Niemand sagte, dass die Brücke sicher sei."),
        ("de", "Kein Minister bestreitet, dass die Brücke alt ist."),
        ("es", "Nadie dijo que el puente fuera seguro."),
        ("es", "Ningún ministro dijo que el puente fuera seguro."),
    ],
)
def test_what_nobody_says_is_nobodys_claim(fill: Fill, code: str, text: str) -> None:
    """Nor is a denial what nobody denies."""
    filled = fill(text, code)

    assert (filled.claims, filled.draft.form.denials) == ([], [])


@pytest.mark.parametrize("text", ["No 10 said the bridge was safe.", "“No bridge is safe,” the mayor said."])
def test_a_no_that_belongs_to_a_name_or_to_what_is_said_leaves_the_claim(fill: Fill, text: str) -> None:
    """ "No 10" is where a prime minister sits."""
    assert len(fill(text).claims) == 1


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "If police confirm that the bridge is unsafe, it will close."),
        ("en", "The bridge will close unless the ministry says that it is safe."),
        ("en", "Should the ministry say that the bridge is safe, it will open."),
        ("en", "As if the ministry had said that the bridge was safe, people crossed it."),
        ("de", "Falls der Minister erklärt, die Brücke sei sicher, wird sie geöffnet."),
        ("de", "Sollte der Minister sagen, dass die Brücke sicher ist, wird sie geöffnet."),
        ("es", "Si el ministro dice que el puente es seguro, abrirá."),
        ("en", "The ministry no longer claims that the bridge is unsafe."),
        ("en", "Ansel no longer believes that the bridge is unsafe."),
        ("en", "The mayor almost said that the bridge was unsafe."),
        ("de", "Der Minister sagt nicht mehr, dass die Brücke sicher ist."),
    ],
)
def test_what_is_only_supposed_or_said_no_more_is_no_claim(fill: Fill, code: str, text: str) -> None:
    """Nobody says it."""
    assert fill(text, code).claims == []


@pytest.mark.parametrize(
    "text",
    [
        "Even if the ministry says that the bridge is safe, it will close.",
        "If the bridge closes, the mayor says, trade will suffer.",
        "The bridge is no longer safe, the mayor said.",
    ],
)
def test_a_condition_of_what_is_said_leaves_the_claim(fill: Fill, text: str) -> None:
    """It stands in what they say, or grants that they say it."""
    assert len(fill(text).claims) == 1
