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
    assert _answered(fill(text.replace("9", "7"), language), 2) == [1]


def test_who_denies_with_a_word_of_a_denial_denies_something_else(fill: Fill) -> None:
    """One word of what another denied is no tie to the claim that this one answers."""
    filled = fill(
        "El alcalde de Vega, Tomás Ibarra, negó haber ocultado los análisis que detectaron plomo en el agua. Según fuentes "
        "municipales, un técnico habría advertido al alcalde. La empresa Aguas de Vega negó que sus tuberías contengan plomo.",
        "es",
    )

    assert (_answered(filled, 1), _answered(filled, 3)) == ([2], [])


def test_a_demand_is_not_what_somebody_denies_to_have_done(fill: Fill) -> None:
    """A clause with a word for something else that was told is a clause all the same."""
    filled = fill(
        "Die Fraktion forderte, die Häuser zu schließen. Gutachter Emil Traub sagte, er dürfe dazu nichts sagen. "
        "Die Stadt bestreitet, ihm das auferlegt zu haben.",
        "de",
    )

    assert _answered(filled, 3) == []


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

    assert _answered(filled, 2) == [1]
    assert _kind(filled, 2) == kind


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


def test_a_retort_in_german_is_of_what_was_just_said(fill: Fill) -> None:
    """ "Das stimme nicht, entgegnete" points back and repeats no word."""
    filled = fill(
        "Die Staatsanwaltschaft wirft der Klinik vor, Rechnungen gefälscht zu haben. Es regnet. Die Zeitung hat 900 Leser. "
        "Petra Voss sagte, der Landkreis habe Geld übrig. Das stimme nicht, entgegnete Jan Reuter.",
        "de",
    )

    assert _answered(filled, 5) == [4]


@pytest.mark.parametrize(
    ("silence", "answered"),
    [
        ("Gordon Peel, who managed the dam until 2022, was not available for comment.", [1]),
        ("Quill did not respond to an e-mail seeking comment.", [2]),
        ("Its lawyers did not answer our letter.", [3]),
    ],
)
def test_the_silent_are_known_by_what_is_told_of_them(fill: Fill, silence: str, answered: list[int]) -> None:
    """By a relative clause, by name, or as somebody's lawyers."""
    filled = fill(
        "Managers at the Holm dam ignored warnings, Mary Hill said. Bo Moll said Quill wrote an e-mail. "
        "Glimmer plans to sue, Ann Roe said. " + silence
    )

    assert _answered(filled, 4) == answered


def test_what_somebody_is_said_to_have_done_is_what_they_deny(fill: Fill) -> None:
    """German "soll" tells a charge that nobody is named for."""
    filled = fill(
        "Die Staatsanwaltschaft ermittelt, sagte Eva Roth. Chefarzt Rainer Kolb soll Rechnungen unterschrieben haben. Kolb weist jede Schuld von sich.",
        "de",
    )

    assert 2 in _answered(filled, 3)


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

    assert _answered(filled, 2) == [1]
    assert _kind(filled, 2) == kind


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
    assert 2 in _answered(fill(TWO + denial), 3)


def test_reports_dismissed_by_a_name_tell_the_claim(fill: Fill) -> None:
    """ "Dismissed as nonsense reports that …" says what others say, as "dismissed reports that …" does."""
    assert _answered(fill("Bo Moll, head of Acme, has dismissed as nonsense reports that he quit."), 1) == [1]


def test_who_has_been_something_is_dismissed_as_nothing(fill: Fill) -> None:
    """The "as" of a clause belongs to what is denied."""
    filled = fill("Rain is forecast. Acme denied that Bo Moll had been hired as a hoax.")

    [denial] = filled.draft.form.denials
    assert denial.implied == "Bo Moll had been hired as a hoax"


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

    assert _answered(filled, 4) == [3]
