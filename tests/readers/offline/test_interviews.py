"""Interviews: the answers are claims of who is interviewed, and who asks claims nothing."""

import pytest

from tests.readers.offline.conftest import Fill, Filled

# One interview for each way of setting it: who answers, the sentences of the answers, and the text.
SET = {
    "en, questions without a mark": (
        "en",
        "Maeve Tolland",
        [6, 7, 9, 10, 12],
        (
            "“We were late, and it shows”: the captain of the buses\n"
            "Maeve Tolland, chief executive of Corran Transit, spoke to the Herald about timetables.\n"
            "Your first winter was a disaster. What went wrong? Was it the hill?\n"
            "We bought forty buses that could not climb it. Nobody had measured the gradient.\n"
            "Have you apologised to the drivers?\n"
            "I have, twice. I should have done it sooner.\n"
            "Will the bridge open?\n"
            "My own guess is that it will be spring."
        ),
    ),
    "en, names and a dash": (
        "en",
        "Harold Vance",
        [3, 4, 6, 8],
        (
            "The justice minister, Harold Vance, was questioned by Dana Okoro on Sunday.\n"
            "Okoro: How many camps are ready today?\n"
            "Vance: Two are ready. A third will open in March.\n"
            "Okoro: Will the guards quit?\n"
            "VANCE — Not one guard has resigned.\n"
            "Okoro: Who pays?\n"
            "Vance: The treasury has paid already."
        ),
    ),
    "de, names in capitals": (
        "de",
        "Ralf Dierks",
        [3, 4, 6],
        (
            "Der Unternehmer Ralf Dierks im Interview mit dem Boten über den Tunnel.\n"
            "BOTE: Herr Dierks, was bringt der Tunnel?\n"
            "DIERKS: Er nimmt 12.000 Autos am Tag aus der Altstadt. Das haben drei Gutachten gezeigt.\n"
            "BOTE: Was kostet er?\n"
            "DIERKS: Der Tunnel kostet 90 Millionen Euro."
        ),
    ),
    "de, questions without a mark": (
        "de",
        "Konrad Ehlers",
        [3, 4, 6, 8],
        (
            "Im Gespräch mit dieser Zeitung spricht der frühere Schulleiter Konrad Ehlers über Schimmel, Schweigen und Mut.\n"
            "Herr Ehlers, seit wann wussten Sie vom Schimmel?\n"
            "Seit dem Herbst 2021. Ein Hausmeister hat mir Fotos gezeigt.\n"
            "Warum sind Sie nicht an die Öffentlichkeit gegangen?\n"
            "Weil mir das verboten war.\n"
            "Würden Sie heute anders handeln?\n"
            "Ich würde die Schule schließen."
        ),
    ),
    "fr, dashes": (
        "fr",
        "Hélène Marchal",
        [4, 5, 7, 9],
        (
            "Ancienne ingénieure du port, Hélène Marchal publie un livre sur la rupture de la digue.\n"
            "Entretien.\n"
            "— Quand avez-vous compris le danger ?\n"
            "— Dès 2014. J’ai écrit trois rapports.\n"
            "— La direction affirme n’avoir jamais reçu ces rapports.\n"
            "— Le directeur les a signés de sa main.\n"
            "— Qui est responsable ?\n"
            "— Le préfet savait tout depuis le printemps."
        ),
    ),
    "fr, initials": (
        "fr",
        "Laure Vidal",
        [4, 5, 7, 9],
        (
            "Entretien avec Laure Vidal : « Le musée n’a rien caché »\n"
            "La directrice du musée, Laure Vidal, revient sur l’affaire.\n"
            "Le Phare : Combien de tableaux manquent aujourd’hui ?\n"
            "Laure Vidal : Il en manque sept. Deux ont été retrouvés en mai.\n"
            "Le Phare : Y a-t-il une enquête ?\n"
            "L. V. : L’enquête a été ouverte en février.\n"
            "Le Phare : Et les inventaires ?\n"
            "L. V. : Nous avons remis tous les inventaires."
        ),
    ),
    "es, dashes": (
        "es",
        "Tomás Arrieta",
        [3, 4, 6, 8],
        (
            "El ingeniero Tomás Arrieta recibe a El Faro en su casa.\n"
            "—¿Por qué se vació el pantano en agosto?\n"
            "—Porque la empresa vendió el agua. Yo firmé un informe en contra.\n"
            "—¿Tiene pruebas?\n"
            "—Las facturas están en manos del juez.\n"
            "—¿Qué debe hacer el Gobierno?\n"
            "—La ley permite retirar la concesión desde 2011."
        ),
    ),
    "es, letters": (
        "es",
        "Inés Carranza",
        [3, 5],
        (
            "La presidenta del Colegio de Médicos, Inés Carranza, habla de las listas de espera en una entrevista.\n"
            "P. ¿Cuántos anestesistas faltan?\n"
            "R. Hoy faltan catorce anestesistas.\n"
            "P. ¿Qué propone usted?\n"
            "R. Hay que pagar lo mismo que en la comunidad vecina."
        ),
    ),
}


@pytest.mark.parametrize(("language", "name", "answers", "text"), SET.values(), ids=SET)
def test_the_answers_of_any_interview_are_who_is_interviewed(
    fill: Fill, language: str, name: str, answers: list[int], text: str
) -> None:
    """However questions and answers are set, each answer is a claim in one name, and no question is any."""
    filled = fill(text, language)

    told = {n for claim in filled.claims if filled.names(claim) == [name] for n in claim.sentences}
    asked = {line.n for line in filled.article.sentences if filled.article.sentence(line.n).endswith("?")}
    assert set(answers) <= told
    assert not asked & {n for claim in filled.claims for n in claim.sentences}


PUT = {
    "en": (
        "The treasurer, Gail Prior, gave an interview to the Herald.\n"
        "Herald: Where is the money?\nPrior: The money is in the bank.\n"
        "Herald: The union says that you lied to the council.\n"
        "Prior: That is not true. I showed them every bill."
    ),
    "de": (
        "Die Kassenwartin Gabi Pohl im Interview.\n"
        "Frage: Frau Pohl, wo ist das Geld?\nAntwort: Das Geld liegt auf der Bank.\n"
        "Frage: Die Gewerkschaft sagt, Sie hätten den Rat belogen.\nAntwort: Das stimmt nicht. Ich habe alles gezeigt."
    ),
    "fr": (
        "La trésorière, Gaëlle Prieur, nous a accordé un entretien.\n"
        "— Où est l’argent ?\n— L’argent est à la banque.\n"
        "— Le syndicat affirme que vous avez menti au conseil.\n— C’est faux. J’ai tout montré.\n"
        "— Que ferez-vous ?\n— Je resterai."
    ),
    "es": (
        "La tesorera, Gala Prieto, habla en una entrevista.\n"
        "P. ¿Dónde está el dinero?\nR. El dinero está en el banco.\n"
        "P. El sindicato asegura que usted mintió al pleno.\nR. Es mentira. Lo enseñé todo."
    ),
}


@pytest.mark.parametrize("language", PUT)
def test_what_an_interviewer_reports_is_whose_it_is(fill: Fill, language: str) -> None:
    """ "The union says …" in a question is the union's claim, and the answer to it is denied of that."""
    filled = fill(PUT[language], language)

    put = filled.of(4)
    [denial] = filled.draft.form.denials
    assert [source.kind for source in filled.sources(put)] == ["organisation"]
    assert (denial.claims, denial.kind) == ([put.id], "denies")


def test_a_prompt_without_a_question_mark_is_no_answer(fill: Fill) -> None:
    """What is put to somebody between two answers, and what opens the interview, is asked too."""
    filled = fill(
        "Mit Paula Kerner sprach Jonas Heil.\n"
        "Frau Kerner, Sie sollen Schauspieler angeschrien haben.\n"
        "Das habe ich nie getan. Ich bin laut geworden, als eine Bühne einstürzte.\n"
        "Warum haben Sie damals geschwiegen?\n"
        "Mein Anwalt hatte mir dazu geraten.\n"
        "Das Amt sagt, Sie hätten die Akten vernichtet.\n"
        "Ich habe sie abgegeben.\n"
        "Was sagen Sie zum neuen Intendanten?\n"
        "Er ist mir willkommen.",
        "de",
    )

    assert _of(filled, "Paula Kerner") == [3, 4, 6, 8, 10]


QUESTIONS = (
    "What the water ban means for you\nFrom Monday, hosepipes are banned in three counties.\n"
    "Who is affected?\nSome two million households in the river valley.\n"
    "Can I water my garden?\nOnly with a can. Fines are £1,000, according to the company.\n"
    "Why is there a ban?\nRivers are low. “We have no choice,” said Carla Finch, the company’s director.\n"
    "How long will it last?\nNobody knows."
)


def test_an_article_that_answers_its_own_questions_is_no_interview(fill: Fill) -> None:
    """Nobody speaks of themselves in it: only what is attributed is anybody's."""
    assert [claim.sentences for claim in fill(QUESTIONS).claims] == [[7], [10]]


def test_a_short_interview_is_known_by_a_name_that_a_question_calls(fill: Fill) -> None:
    """Who answers three questions about a dam may speak of themselves once."""
    introduction, asked = "Tom Burke spoke to the Herald about the flood.\n", "is the dam safe?\nThe dam is safe.\n"
    rest = "What will it cost?\nTwo million marks.\nWhen is it done?\nNot this year. I was told so in March."

    assert _of(fill(f"{introduction}Mr Burke, {asked}{rest}"), "Tom Burke") == [3, 5, 7, 8]
    assert _of(fill(f"{introduction}But {asked}{rest}"), "Tom Burke") == []


COLUMN = (
    "Eine Kolumne von Bernd Asmus.\nIch fahre jeden Morgen mit dem Zug.\n"
    "Haben Sie schon einmal auf einen Bus gewartet?\nIch schon. Die Bahn erklärte, der Bus sei „eine Chance“.\n"
    "Wollen wir so leben?\nDie Stadt hat 40 Millionen Euro ausgegeben.\nIst das ein Erfolg?\nMir fehlt die Fantasie."
)


def test_a_column_that_asks_its_readers_is_no_interview(fill: Fill) -> None:
    """Its author answers nobody."""
    assert [claim.sentences for claim in fill(COLUMN, "de").claims] == [[5]]


def test_the_interview_ends_where_nobody_speaks_of_themselves(fill: Fill) -> None:
    """What stands below the last answer is read as ever."""
    filled = fill(
        "Otto Lindqvist talked to Nell Grady about his tower.\n"
        "Mr Lindqvist, why do you want to destroy it?\nBecause it kills people. I knew about the wind in 1987.\n"
        "Do you feel guilty?\nEvery day. I wanted to build something tall.\n"
        "Halden Estates said the tower met all the rules of its time.\nThis interview has been edited for length."
    )

    assert _of(filled, "Otto Lindqvist") == [3, 4, 6, 7]
    assert filled.names(filled.of(8)) == ["Halden Estates"]


def test_a_headline_that_quotes_is_who_is_interviewed(fill: Fill) -> None:
    """A quotation that opens the headline is theirs, where nobody else is named for it."""
    language, name, _, text = SET["en, questions without a mark"]
    filled = fill(text, language)

    assert filled.names(filled.of(1)) == [name]


def _of(filled: Filled, name: str) -> list[int]:
    return sorted(n for claim in filled.claims if filled.names(claim) == [name] for n in claim.sentences)


def test_a_name_before_an_answer_is_no_part_of_it(fill: Fill) -> None:
    """Questions without a mark may have answers that begin with who gives them."""
    filled = fill(
        "Interview mit Wasserchef Rüdiger Amelung.\nHerr Amelung, was wussten Sie?\n"
        "Amelung: Wir haben die Werte am 4. Mai bekommen.\nUnd der Brunnen?\nAmelung: Den haben wir geschlossen.",
        "de",
    )

    assert filled.content(filled.of(3)) == "Wir haben die Werte am 4. Mai bekommen."
    assert filled.names(filled.of(5)) == ["Rüdiger Amelung"]


PASSED_ON = {
    "en": (
        "An interview with the engineer Nadia Roth.\nDid you tell the city that the bridge was safe?\nNo. I never said so.\n"
        "The mayor, Colin Ashby, says you signed a certificate.\nI signed a receipt.\nHe also says nobody warned him.\n"
        "I wrote to him twice.\nMs Pell told us she remembers no letter.\nI have it here.\nWould the bridge have collapsed?\nI fear so."
    ),
    "de": (
        "Ein Interview mit Nadia Roth.\nHaben Sie der Stadt gesagt, die Brücke sei sicher?\nNein. Das habe ich nie "
        "gesagt.\nBürgermeister Konrad Asch sagt, Sie hätten ein Zeugnis unterschrieben.\nIch habe eine Quittung unterschrieben.\n"
        "Er sagt auch, niemand habe ihn gewarnt.\nIch habe ihm zweimal geschrieben.\nFrau Pelz sagte uns, sie erinnere sich an keinen "
        "Brief.\nIch habe ihn hier.\nWäre die Brücke eingestürzt?\nIch fürchte ja."
    ),
    "fr": (
        "Entretien avec l'ingénieure Nadia Roth.\nAvez-vous dit à la ville que le pont était sûr ?\nNon. Je ne l'ai jamais dit.\n"
        "Le maire, Colin Achard, affirme que vous avez signé un certificat.\nJ'ai signé un reçu.\nIl affirme aussi que personne ne "
        "l'a prévenu.\nJe lui ai écrit deux fois.\nMme Pelle nous a dit qu'elle ne se souvient d'aucune lettre.\nJe l'ai ici.\n"
        "Le pont se serait-il effondré ?\nJe le crains."
    ),
    "es": (
        "Entrevista con la ingeniera Nadia Roth.\n¿Dijo usted al ayuntamiento que el puente era seguro?\nNo. Yo nunca dije eso.\n"
        "El alcalde, Colín Abad, dice que usted firmó un certificado.\nYo firmé un recibo.\nÉl dice también que nadie le avisó.\n"
        "Yo le escribí dos veces.\nLa señora Pello nos dijo que no recuerda ninguna carta.\nLa tengo aquí.\n"
        "¿Se habría caído el puente?\nYo me temo que sí."
    ),
}


@pytest.mark.parametrize("code", PASSED_ON)
def test_what_an_interviewer_puts_to_somebody_is_said_by_others(fill: Fill, code: str) -> None:
    """ "Told us" is no word of who answers, and "he also says" goes on with whom the question before names."""
    filled = fill(PASSED_ON[code], code)

    [certificate, warned, letter] = [claim for claim in filled.claims if filled.names(claim) != ["Nadia Roth"]]
    assert filled.names(certificate) == filled.names(warned)
    assert "Pel" in (filled.names(letter)[0] or "")


@pytest.mark.parametrize("met", ["She spoke to Ewan Price.", "She talked to Ewan Price about the closure."])
def test_to_whom_she_spoke_is_who_asks(fill: Fill, met: str) -> None:
    """Behind a pronoun that speaks stands the reporter, and the pronoun is who was told of before."""
    filled = fill(
        f"Dr Nadia Ferreira led the children's unit for eleven years. {met}\n"
        "Q: When did you learn that it would close?\nA: On the radio, like everybody else.\n"
        "Q: What will happen now?\nA: They will be sent to the city."
    )

    assert filled.names(filled.of(4)) == filled.names(filled.of(6)) == ["Nadia Ferreira"]
