"""Which of several claims a denial answers, by whom it names, what it repeats and where it stands."""

import pytest

from tests.readers.offline.conftest import Fill, Filled

TWO = "Mary Hill says Acme hid cracks in the bridge. Bo Moll says Acme lost the plans. "
ZWEI = "Karin Voss wirft der Firma vor, Proben gefälscht zu haben. Das Blatt hat 900 Leser.\nDer Verein rechnet mit höheren Preisen. "


def _answered(filled: Filled, n: int) -> list[int]:
    """The sentences of the claims that the denial in sentence `n` answers."""
    [denial] = [one for one in filled.draft.form.denials if n in one.sentences]
    return sorted({at for claim in filled.claims if claim.id in denial.claims for at in claim.sentences})


def _kind(filled: Filled, n: int) -> str:
    return next(one.kind for one in filled.draft.form.denials if n in one.sentences)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (TWO + "Acme denied that it had hidden cracks. It also denied that it had lost the plans.", "en"),
        (
            (
                "Anne Roy affirme que la mairie a caché des fissures. Luc Petit affirme que des courriels ont été effacés. "
                "La maire, Claire Duval, nie avoir caché des fissures. Elle nie également que des courriels aient été effacés."
            ),
            "fr",
        ),
        (
            (
                "Eva Ruiz afirma que la empresa prepara despidos. Luis Gil afirma que la empresa retiene propinas. "
                "La empresa negó que prepare despidos. La empresa negó también que retenga propinas."
            ),
            "es",
        ),
    ],
)
def test_who_denies_two_things_answers_two_claims(fill: Fill, text: str, language: str) -> None:
    """A second denial by the same people is one of its own where it speaks of another claim."""
    filled = fill(text, language)

    assert [denial.sentences for denial in filled.draft.form.denials] == [[3], [4]]
    assert (_answered(filled, 3), _answered(filled, 4)) == ([1], [2])


@pytest.mark.parametrize("more", ["“That is not true,” it said.", "“We have never lost any paper,” it said."])
def test_who_repeats_a_denial_denies_once(fill: Fill, more: str) -> None:
    """What tells nothing of another claim goes on with the denial before it."""
    filled = fill(TWO + "Acme denied that it had lost the plans. " + more)

    assert [denial.sentences for denial in filled.draft.form.denials] == [[3, 4]]
    assert _answered(filled, 3) == [2]


def test_a_counter_accusation_can_be_denied(fill: Fill) -> None:
    """Who hits back with a claim of their own has made one: denying it is no denial of what they answered."""
    filled = fill(
        "Acme has accused Bolt of copying its maps. Bolt hit back and said that Acme had offered bribes to two engineers. "
        "Acme dismissed the bribes charge as a smear."
    )

    assert _answered(filled, 3) == [2]


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

    assert _answered(filled, 4) == [2]


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
    assert _answered(fill(text, language), 2) == [1]


@pytest.mark.parametrize(
    "denial", ["Dem widersprach Ilse Köhn.", "Das bestreitet Ilse Köhn.", "Dies dementierte die Stadt."]
)
def test_a_pointer_before_the_verb_is_the_sentence_before(fill: Fill, denial: str) -> None:
    """ "Dem", "das" at the head of a German sentence is what is denied, and who denies stands behind the verb."""
    filled = fill(ZWEI + denial, "de")

    [one] = filled.draft.form.denials
    assert _answered(filled, 4) == [3]
    assert filled.sources(one) != []


def test_all_that_is_charged_is_denied_at_once(fill: Fill) -> None:
    """ "The allegations" are each accusation of the paragraph, also those that name nobody."""
    filled = fill(
        "Three deckhands accuse Acme of sailing with broken rafts. They also say that logs were forged. A captain was "
        "ordered to sail in a storm, they said.\nThe harbour is being dredged.\nAcme called the allegations “categorically untrue”."
    )

    assert _answered(filled, 5) == [1, 2, 3]


def test_charges_before_the_verb_are_several(fill: Fill) -> None:
    """ "Die Vorwürfe wies die Firma zurück": the object first, and all of it."""
    filled = fill(
        "Karin Voss wirft der Firma vor, Proben gefälscht zu haben. Außerdem sei eine Pumpe nicht repariert worden, sagte Voss.\n"
        "Die Vorwürfe wies die Firma am Freitag zurück.",
        "de",
    )

    assert _answered(filled, 3) == [1, 2]


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
    assert _answered(fill(text, language), 3) == [1]


def test_a_sum_that_is_too_high_is_what_somebody_claimed(fill: Fill) -> None:
    """ "The damage claimed by Acme was far too high": whoever says so denies what Acme said."""
    filled = fill(
        "Acme said the theft caused damage of two million euros. Kim Sato said the damage claimed by Acme was far too high."
    )

    assert _answered(filled, 2) == [1]


@pytest.mark.parametrize(
    ("denial", "language"),
    [
        ("Voss disputes part of the account.", "en"),
        ("Voss accepted that the train was late, but rejected the rest of the allegation.", "en"),
        ("Voss admitted that the train was late. But Voss denied that he had been drunk.", "en"),
        ("Zwar sei der Zug verspätet gewesen, räumte Voss ein, er sei aber nicht betrunken gewesen.", "de"),
        ("Voss admitió el retraso, pero rechazó la acusación.", "es"),
    ],
)
def test_who_concedes_first_denies_in_part(fill: Fill, denial: str, language: str) -> None:
    """In one sentence or in two."""
    said = {
        "en": "Mary Hill accused Voss of being drunk on a late train. ",
        "de": "Maria Hill wirft Voss vor, betrunken Zug gefahren zu sein. ",
        "es": "María Gil acusó a Voss de conducir borracho un tren con retraso. ",
    }
    filled = fill(said[language] + denial, language)

    [one] = filled.draft.form.denials
    assert one.kind == "partly_denies"
    assert 1 in _answered(filled, one.sentences[0])


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
    ("text", "language", "answered"),
    [
        (TWO + "Asked about this, the council declined to comment.", "en", [2]),
        (TWO + "The council did not respond to questions from this newspaper about the cracks.", "en", [1]),
        ("Anne Roy affirme que la mairie a menti. Luc Petit affirme que le pont est fermé. Interrogée sur ce point, la préfecture n'a pas souhaité faire de commentaire.", "fr", [2]),
        ("Lucía Ferrán contó que su jefe la obligó a firmar. El sindicato dijo que llueve. El jefe de recepción no quiso hacer declaraciones.", "es", [1]),
    ],
)  # fmt: skip
def test_silence_is_on_what_was_asked(fill: Fill, text: str, language: str, answered: list[int]) -> None:
    """On "this" it is on what was said last, on a matter on that, and else on what is said of the silent."""
    assert _answered(fill(text, language), 3) == answered


@pytest.mark.parametrize(
    "denial",
    [
        "“Nobody taped over anything,” said Rita Holm, the firm's head.",
        "The firm's head, Rita Holm, said the doors were open and no thermometer had been taped over.",
    ],
)
def test_a_contrary_is_heard_over_a_sentence_between(fill: Fill, denial: str) -> None:
    """Most of a claim's words, or its very verb, behind a "no"."""
    filled = fill(
        "According to a driver, thermometers had been taped over. Rain is forecast. The vans are red. " + denial
    )

    assert _answered(filled, 4) == [1]


def test_an_aim_that_is_negated_denies_nothing(fill: Fill) -> None:
    """ "To win, not to please" is of no fact."""
    filled = fill(
        "Mary Hill said the plan would contain the fire. Bo Moll said: “The aim is to stop the fire, not to contain it.”"
    )

    assert filled.draft.form.denials == []


def test_what_refutes_a_denial_at_once_is_what_it_denies(fill: Fill) -> None:
    """Others may say only behind it that it was done."""
    filled = fill(
        "The office accused Acme of giving names and addresses to the army. Acme said it had never given names and addresses to the army. "
        "A study by Will Selt proved that Acme gave names to the army."
    )

    assert _answered(filled, 2) == [1, 3]


def test_nobody_denies_what_is_said_for_them(fill: Fill) -> None:
    """What a firm says its spokesman does not deny, though it accuses."""
    filled = fill(
        "Acme accused Bolt of copying maps. Bolt said Acme paid for silence.\nAn Acme spokesman, Ed Roe, denied the accusation."
    )

    assert _answered(filled, 3) == [2]
