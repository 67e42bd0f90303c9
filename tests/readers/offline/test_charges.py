"""What is charged, called untrue or too high, dismissed or retorted to, and which claim that is."""

import pytest

from tests.readers.offline.conftest import Fill

TWO = "Mary Hill says Acme hid cracks in the bridge. Bo Moll says Acme lost the plans. "
ZWEI = "Karin Voss wirft der Firma vor, Proben gefälscht zu haben. Das Blatt hat 900 Leser.\nDer Verein rechnet mit höheren Preisen. "


def test_all_that_is_charged_is_denied_at_once(fill: Fill) -> None:
    """ "The allegations" are each accusation of the paragraph, also those that name nobody."""
    filled = fill(
        "Three deckhands accuse Acme of sailing with broken rafts. They also say that logs were forged. A captain was "
        "ordered to sail in a storm, they said.\nThe harbour is being dredged.\nAcme called the allegations “categorically untrue”."
    )

    assert filled.answered(5) == [1, 2, 3]


def test_charges_before_the_verb_are_several(fill: Fill) -> None:
    """ "Die Vorwürfe wies die Firma zurück": the object first, and all of it."""
    filled = fill(
        "Karin Voss wirft der Firma vor, Proben gefälscht zu haben. Außerdem sei eine Pumpe nicht repariert worden, sagte Voss.\n"
        "Die Vorwürfe wies die Firma am Freitag zurück.",
        "de",
    )

    assert filled.answered(3) == [1, 2]


def test_what_somebody_is_said_to_have_done_is_what_they_deny(fill: Fill) -> None:
    """German "soll" tells a charge that nobody is named for."""
    filled = fill(
        "Die Staatsanwaltschaft ermittelt, sagte Eva Roth. Chefarzt Rainer Kolb soll Rechnungen unterschrieben haben. Kolb weist jede Schuld von sich.",
        "de",
    )

    assert 2 in filled.answered(3)


def test_a_counter_accusation_can_be_denied(fill: Fill) -> None:
    """Who hits back with a claim of their own has made one: denying it is no denial of what they answered."""
    filled = fill(
        "Acme has accused Bolt of copying its maps. Bolt hit back and said that Acme had offered bribes to two engineers. "
        "Acme dismissed the bribes charge as a smear."
    )

    assert filled.answered(3) == [2]


CHARGES = {
    "en": "Mary Hill accused Acme of hiding cracks in the bridge. ",
    "de": "Maria Hill wirft der Firma Acme vor, Risse in der Brücke verschwiegen zu haben. ",
    "fr": "Marie Hill accuse la société Acme d'avoir caché des fissures dans le pont. ",
    "es": "María Gil acusó a la empresa Acme de ocultar grietas en el puente. ",
}


@pytest.mark.parametrize(
    ("denial", "language", "kind"),
    [
        ("Acme remained silent on the matter.", "en", "declines_comment"),
        ("Acme ignored several requests for comment.", "en", "no_response"),
        ("Bo Moll, an engineer, cast doubt on the accusation.", "en", "denies"),
        ("Reed stritt alles ab.", "de", "denies"),
        ("Reed tat die Vorwürfe als Unsinn ab.", "de", "denies"),
        ("Reed verwahrte sich gegen den Vorwurf.", "de", "denies"),
        ("Reed schwieg zu den Vorwürfen.", "de", "declines_comment"),
        ("Le directeur, Tom Roche, s'est défendu d'avoir caché quoi que ce soit.", "fr", "denies"),
        ("L'accusation est démentie par Acme.", "fr", "denies"),
        ("« C'est totalement faux », s'est indigné Roche.", "fr", "denies"),
        ("Roche est resté silencieux.", "fr", "declines_comment"),
        ("Roca tachó de falsas las acusaciones.", "es", "denies"),
        ("Acme se desmarcó de las acusaciones.", "es", "denies"),
        ("La acusación fue desmentida por Acme.", "es", "denies"),
        ("Roca se negó a hablar del asunto.", "es", "declines_comment"),
        ("El ingeniero Luis Mora discrepa.", "es", "counters"),
    ],
)
def test_a_charge_is_answered_in_each_language(fill: Fill, denial: str, language: str, kind: str) -> None:
    """By verbs that part, reflexive ones, passives, names for the charge and silences."""
    filled = fill(CHARGES[language] + denial, language)

    assert filled.answered(2) == [1]
    assert filled.denial(2).kind == kind


@pytest.mark.parametrize(
    "denial",
    [
        "Acme called the story about the plans a fairy tale.",
        "Acme dismissed the claim about the plans as nonsense.",
        "Acme rejected Moll's latest account.",
        "Acme rejected the claims made by Moll.",
    ],
)
def test_what_is_called_untrue_tells_which_claim(fill: Fill, denial: str) -> None:
    """The words that name the matter, or who told it, choose among claims."""
    filled = fill(TWO + "Rain is forecast. " + denial)

    assert filled.answered(4) == [2]


@pytest.mark.parametrize(
    "denial",
    [
        "Acme dismissed that as propaganda.",
        "Acme dismissed this as “a fantasy”.",
        "Acme dismissed these as old news.",
        "Acme rejected that as untrue.",
        "Acme rejected the plans story as untrue.",
        "Acme dismissed as a smear the plans story.",
    ],
)
def test_what_it_is_dismissed_as_is_no_matter(fill: Fill, denial: str) -> None:
    """What a claim is called says nothing of what it is about: "that" is what was just said."""
    assert 2 in fill(TWO + denial).answered(3)


def test_reports_dismissed_by_a_name_tell_the_claim(fill: Fill) -> None:
    """ "Dismissed as nonsense reports that …" says what others say, as "dismissed reports that …" does."""
    assert fill("Bo Moll, head of Acme, has dismissed as nonsense reports that he quit.").answered(1) == [1]


def test_who_has_been_something_is_dismissed_as_nothing(fill: Fill) -> None:
    """The "as" of a clause belongs to what is denied."""
    filled = fill("Rain is forecast. Acme denied that Bo Moll had been hired as a hoax.")

    [denial] = filled.draft.form.denials
    assert denial.implied == "Bo Moll had been hired as a hoax"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The mayor said the work was done in time. “That is false,” said Nora Pell.", "en"),
        ("Luc Petit assure que le chantier était terminé à temps. « C'est faux », rétorque Nadia Perrot.", "fr"),
        (
            "Der Bürgermeister beteuerte, der Bau sei pünktlich fertig geworden. „Das ist falsch“, konterte Ilse Köhn.",
            "de",
        ),
        ("El alcalde insistió en que la obra terminó a tiempo. «Es falso», replicó Nadia Peral.", "es"),
    ],
)
def test_a_retort_answers_what_was_just_said(fill: Fill, text: str, language: str) -> None:
    """A bare "that is false" is of the statement before it, even where that contests something itself."""
    assert fill(text, language).answered(2) == [1]


def test_a_retort_in_german_is_of_what_was_just_said(fill: Fill) -> None:
    """ "Das stimme nicht, entgegnete" points back and repeats no word."""
    filled = fill(
        "Die Staatsanwaltschaft wirft der Klinik vor, Rechnungen gefälscht zu haben. Es regnet. Die Zeitung hat 900 Leser. "
        "Petra Voss sagte, der Landkreis habe Geld übrig. Das stimme nicht, entgegnete Jan Reuter.",
        "de",
    )

    assert filled.answered(5) == [4]


@pytest.mark.parametrize(
    "denial", ["Dem widersprach Ilse Köhn.", "Das bestreitet Ilse Köhn.", "Dies dementierte die Stadt."]
)
def test_a_pointer_before_the_verb_is_the_sentence_before(fill: Fill, denial: str) -> None:
    """ "Dem", "das" at the head of a German sentence is what is denied, and who denies stands behind the verb."""
    filled = fill(ZWEI + denial, "de")

    [one] = filled.draft.form.denials
    assert filled.answered(4) == [3]
    assert filled.sources(one) != []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "Nora Pell said 46 children fell ill. She said the vans were dirty. The health office disputed the number of sick children.",
            "en",
        ),
        ("Ein Papier nennt Kosten von 84 Millionen Euro. Jorin Has forderte den Rücktritt der Ministerin. Die Ministerin wies die Zahl zurück.", "de"),
        ("La alcaldesa dijo que hay 1.200 empleos. La alcaldesa dijo que el hotel es hermoso. El sindicato desmiente esa cifra.", "es"),
    ],
)  # fmt: skip
def test_a_figure_that_is_rejected_was_given(fill: Fill, text: str, language: str) -> None:
    """Who rejects a figure answers a sentence that has one."""
    assert fill(text, language).answered(3) == [1]


def test_a_sum_that_is_too_high_is_what_somebody_claimed(fill: Fill) -> None:
    """ "The damage claimed by Acme was far too high": whoever says so denies what Acme said."""
    filled = fill(
        "Acme said the theft caused damage of two million euros. Kim Sato said the damage claimed by Acme was far too high."
    )

    assert filled.answered(2) == [1]
