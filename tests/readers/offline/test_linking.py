"""Which of several claims a denial answers, by whom it names, what it repeats and where it stands."""

import pytest

from tests.readers.offline.conftest import Fill

TWO = "Mary Hill says Acme hid cracks in the bridge. Bo Moll says Acme lost the plans. "


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
    assert (filled.answered(3), filled.answered(4)) == ([1], [2])


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Mary Hill said Orme had signed contract 7. Bo Moll said Orme had not signed contract 9.", "en"),
        ("Karin Voss sagte, Orme habe Vertrag 7 unterzeichnet. Bodo Moll sagte, Orme habe Vertrag 9 nie unterzeichnet.", "de"),
        ("Anne Roy affirme qu'Orme a signé le contrat 7. Luc Petit affirme qu'Orme n'a pas signé le contrat 9.", "fr"),
        ("Eva Ruiz afirma que Orme firmó el contrato 7. Luis Gil afirma que Orme no firmó el contrato 9.", "es"),
    ],
)  # fmt: skip
def test_what_goes_by_another_number_is_not_denied(fill: Fill, text: str, language: str) -> None:
    """The same words of another contract contradict nothing; of the same one they do."""
    assert fill(text, language).draft.form.denials == []
    assert fill(text.replace("9", "7"), language).answered(2) == [1]


def test_who_denies_with_a_word_of_a_denial_denies_something_else(fill: Fill) -> None:
    """One word of what another denied is no tie to the claim that this one answers."""
    filled = fill(
        "El alcalde de Vega, Tomás Ibarra, negó haber ocultado los análisis que detectaron plomo en el agua. Según fuentes "
        "municipales, un técnico habría advertido al alcalde. La empresa Aguas de Vega negó que sus tuberías contengan plomo.",
        "es",
    )

    assert (filled.answered(1), filled.answered(3)) == ([2], [])


def test_a_demand_is_not_what_somebody_denies_to_have_done(fill: Fill) -> None:
    """A clause with a word for something else that was told is a clause all the same."""
    filled = fill(
        "Die Fraktion forderte, die Häuser zu schließen. Gutachter Emil Traub sagte, er dürfe dazu nichts sagen. "
        "Die Stadt bestreitet, ihm das auferlegt zu haben.",
        "de",
    )

    assert filled.answered(3) == []


@pytest.mark.parametrize("more", ["“That is not true,” it said.", "“We have never lost any paper,” it said."])
def test_who_repeats_a_denial_denies_once(fill: Fill, more: str) -> None:
    """What tells nothing of another claim goes on with the denial before it."""
    filled = fill(TWO + "Acme denied that it had lost the plans. " + more)

    assert [denial.sentences for denial in filled.draft.form.denials] == [[3, 4]]
    assert filled.answered(3) == [2]


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
    assert 1 in filled.answered(one.sentences[0])


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

    assert filled.answered(4) == [1]


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

    assert filled.answered(2) == [1, 3]


def test_nobody_denies_what_is_said_for_them(fill: Fill) -> None:
    """What a firm says its spokesman does not deny, though it accuses."""
    filled = fill(
        "Acme accused Bolt of copying maps. Bolt said Acme paid for silence.\nAn Acme spokesman, Ed Roe, denied the accusation."
    )

    assert filled.answered(3) == [2]


@pytest.mark.parametrize(
    ("text", "language", "kind"),
    [
        ("Nora Pell said there were six warnings. “There were two warnings, not six,” said Bo Reed.", "en", "counters"),
        ("Nora Pell accused Acme of theft. Acme distanced itself from the claims.", "en", "denies"),
        ("Nora Pell accused Acme of theft. The Acme campaign pushed back, saying that the money was its own.", "en", "counters"),
        ("Nora Pell said in a letter that Acme steals. Acme called the letter dishonest.", "en", "denies"),
        ("Nora Pell schreibt, es fehlten 3,2 Millionen Euro. Von 3,2 Millionen könne keine Rede sein, erklärte Jan Timm.", "de", "denies"),
        ("Quai 9 affirme que Transval a supprimé des trains. Transval s'en défend.", "fr", "denies"),
        ("Anne Roy affirme que Transval a menacé des grévistes. « Nous n'avons menacé personne », a assuré son directeur, Paul Vidal.", "fr", "denies"),
        ("Una restauradora afirmó que no hay humedad. Oller calificó esas palabras de \"disparate\".", "es", "denies"),
    ],
)  # fmt: skip
def test_denials_in_more_words(fill: Fill, text: str, language: str, kind: str) -> None:
    """Another number, a distance taken, a retort without a "not", a name for what was said or for the letter that says it."""
    filled = fill(text, language)

    assert filled.answered(2) == [1]
    assert filled.denial(2).kind == kind


@pytest.mark.parametrize(
    ("said", "answered"),
    [
        ("Mary Hill said Acme had not warned residents of the leak.", [[1]]),
        ("Mary Hill said Acme failed to warn residents of the leak.", [[1]]),
        ("Acme said it had warned residents of the leak in May.", []),
        ("Mary Hill said Acme had warned residents of the leak in May.", []),
    ],
)
def test_who_denies_that_something_was_not_done_answers_who_says_so(
    fill: Fill, said: str, answered: list[list[int]]
) -> None:
    """Whoever says that it was done is agreed with, first of all one's own side."""
    filled = fill(f"{said}\nIts chief executive, Karl Voss, denied that residents had not been warned of the leak.")

    [denial] = filled.draft.form.denials
    assert [claim.sentences for claim in filled.claims if claim.id in denial.claims] == answered


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The mill lied, Grant Feld said. “We never got a letter,” said the clerk Jo Marsh, who denied it.", "en"),
        (
            "La mairie a menti, a dit Luc Petit. « Nous n'avons rien reçu », a dit la greffière Jo Marche, qui le nie.",
            "fr",
        ),
    ],
)
def test_nobody_denies_their_own_words_in_one_sentence(fill: Fill, text: str, language: str) -> None:
    """A quotation is theirs who say it, and no claim of the outlet; what they deny was said before."""
    filled = fill(text, language)

    assert all(claim.sources for claim in filled.claims)
    assert [one.claims for one in filled.draft.form.denials] == [[filled.of(1).id]]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The trust found nine cases, said Helena Ostrova. Dr Piet Varga disagreed with her."),
        ("de", "Die Klinik fand neun Fälle, sagte Helena Oster. Piet Varga ist anderer Meinung."),
        ("fr", "La clinique a trouvé neuf cas, a déclaré Hélène Oster. Piet Varga n'est pas d'accord avec elle."),
        ("es", "La clínica halló nueve casos, dijo Helena Oster. Piet Varga no está de acuerdo con ella."),
    ],
)
def test_who_disagrees_with_somebody_counters_what_they_said(fill: Fill, code: str, text: str) -> None:
    """And nobody is made to say that they disagree."""
    filled = fill(text, code)

    [denial] = filled.draft.form.denials
    assert ([source.name for source in filled.sources(denial)], denial.claims) == (["Piet Varga"], [filled.of(1).id])
    assert [claim.sentences for claim in filled.claims] == [[1]]


def test_who_disagrees_with_her_does_not_disagree_with_the_others(fill: Fill) -> None:
    """The article's main claim is of those whom she answered."""
    filled = fill(
        "At least 40 patients were harmed at Queensmead, two nurses said. The trust denied it. “We found nine cases,” said "
        "Helena Ostrova, its director. Dr Piet Varga, who left in March, disagreed with her."
    )

    assert filled.answered(4) == [3]
