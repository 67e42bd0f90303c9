"""Nobody denies what they say themselves, nor what is said for them."""

import pytest

from tests.readers.offline.conftest import Fill


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Bo Reed said the ferry had left early. Reed's office said that account was wrong.", "en"),
        ("Bo Reed said the ferry had left early. The office of Bo Reed said that account was wrong.", "en"),
        ("The mayor, Bo Reed, said the ferry had left early. The mayor's office said that was not true.", "en"),
        ("Bo Reed's lawyer said the ferry had left early. Reed said that was not true.", "en"),
        ("Bo Reed sagte, die Fähre sei zu früh abgefahren. Reeds Büro erklärte, das sei falsch.", "de"),
        ("Bo Reed sagte, die Fähre sei zu früh abgefahren. Das Büro von Bo Reed erklärte, das sei falsch.", "de"),
        ("Le maire, Luc Petit, affirme que le bac est parti trop tôt. L'entourage du maire assure que c'est faux.", "fr"),
        ("Luc Petit affirme que le bac est parti trop tôt. Le cabinet de Luc Petit assure que c'est faux.", "fr"),
        ("Eva Ruiz afirma que el barco salió antes. La oficina de Eva Ruiz asegura que eso es falso.", "es"),
        ("La alcaldesa, Eva Ruiz, afirma que el barco salió antes. El entorno de la alcaldesa asegura que es falso.", "es"),
        ("Acme said the pump was sound. Acme's chief executive, Ann Pell, said that was not true.", "en"),
        ("A judge ruled that the crane was to blame. Judge Ann Pell said there was no evidence that a driver was to blame.", "en"),
        ("Eine Richterin nannte den Kran die Ursache. Richterin Ann Pell sagte, der Kran sei nicht die Ursache.", "de"),
        ("Bo Reed said the books were balanced. The books, Reed said, were not balanced by a trick.", "en"),
    ],
)  # fmt: skip
def test_nobody_denies_their_own_side(fill: Fill, text: str, language: str) -> None:
    """An office, a lawyer, the head of a firm, and a judge whom only the next sentence names, are of one side."""
    filled = fill(text, language)

    answered = [id_ for denial in filled.draft.form.denials for id_ in denial.claims]
    assert filled.claims != []
    assert answered == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Acme said the pump was sound. Acme's former chief executive, Ann Pell, said that was not true.", "en"),
        ("An engineer at Acme said the pump had failed. Acme said that was not true.", "en"),
        ("A judge said the crane was to blame. Engineer Ann Pell said that was not true.", "en"),
        ("Bo Reed said the ferry had left early. Ann Pell's office said that was not true.", "en"),
        ("Ann Pell sagte, die Fähre sei zu früh abgefahren. Das Büro von Bo Reed erklärte, das sei falsch.", "de"),
    ],
)
def test_others_deny_as_before(fill: Fill, text: str, language: str) -> None:
    """Who has left a firm, or only works there, may contradict it, and so may the office of somebody else."""
    filled = fill(text, language)

    assert [denial.claims for denial in filled.draft.form.denials] == [["c1"]]


def test_who_denies_a_denial_answers_who_made_it(fill: Fill) -> None:
    """What the first denial answers is the second's own claim: the second answers the first."""
    filled = fill(
        "Bo Reed said the books were balanced. Ann Droy said that was false: they hid a gap of two million, she said. "
        "Reed denied that there was a gap."
    )

    [first, second] = filled.draft.form.denials
    assert (first.claims, second.claims) == (["c1"], ["c2"])


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Ida Kohl said the staff had known. Bo Reed had said the crane was late. Ann Pell said the staff had slept. Reed disputed her account: there had been no such thing, he said.", "en"),
        ("Ein Diplomat sagte, der Schuss sei aus Westmark gekommen. Ida Kohl sagte, beide Staaten hätten mehr Soldaten geschickt. Westmark bestreitet das.", "de"),
        ("Luis Gil dijo que el puente estaba mal. Eva Ruiz dijo que Ana Paz llevaba papeles falsos. Su abogado lo niega.", "es"),
    ],
)  # fmt: skip
def test_what_is_pointed_at_was_said_last(fill: Fill, text: str, language: str) -> None:
    """ "This" and "her account" are what stands right before, and no earlier claim."""
    filled = fill(text, language)

    denial = filled.draft.form.denials[-1]
    before = min(denial.sentences) - 1
    assert [claim.sentences for claim in filled.claims if claim.id in denial.claims] == [[before]]


def test_a_study_that_is_criticised_is_defended_against_its_critic(fill: Fill) -> None:
    """Who rejects an objection answers who objects, not the study that both speak of."""
    filled = fill(
        "A drug did no better than a placebo, researchers said on Monday. “We found no effect,” said lead author Ida Sol. "
        "Maker Pelt Pharma disputed the conclusion. It said the trial used half the dose. Sol rejected that: the dose was on the label, she said."
    )

    denial = filled.draft.form.denials[-1]
    assert [claim.sentences for claim in filled.claims if claim.id in denial.claims] == [[4]]
