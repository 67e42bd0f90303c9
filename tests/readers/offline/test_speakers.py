"""Who speaks: one sentence alone, wherever its language puts the speaker."""

import pytest

from bot.readers.offline.reader import draft
from tests.claims.articles import article_of_lines
from tests.readers.offline.conftest import Fill

SPEAKERS = [
    ("en", "The board of Harlow hid the leak, said owner Tom Dale on Friday.", ("Tom Dale", "person")),
    ("en", "The roof was never inspected, said former tenant Ida Moss in a letter.", ("Ida Moss", "person")),
    ("de", "Die Fabrik schließt im Mai, wie zwei Beamte sagten.", ("zwei Beamte", "unnamed_group")),
    ("de", "Die Fabrik schließt, wie zwei Beamte sagten, die nicht genannt werden wollten.", ("Beamte", "anonymous")),
    ("de", "Die Fabrik schließt im Mai, wie die Polizei am Montag mitteilte.", ("Polizei", "organisation")),
    ("de", "Die Fabrik schließt, wie die Sprecherin Ute Kern sagte, im Mai.", ("Ute Kern", "person")),
    ("de", "Die Fabrik schließt im Mai, wie Anwohner berichten.", ("Anwohner", "unnamed_group")),
    ("de", "Wie die Polizei mitteilte, schließt die Fabrik im Mai.", ("Polizei", "organisation")),
    ("de", "Die Brücke ist marode, wie der „Bote“ berichtet.", ("Bote", "organisation")),
    ("de", "Die Fabrik schließt laut Polizei im Mai.", ("Polizei", "organisation")),
    ("de", "Unklar ist, wie die Täter flohen.", None),
    ("de", "Niemand weiß, wie die Polizei das mitteilte.", None),
    ("de", "Wie am Montag bekannt wurde, schließt die Fabrik.", None),
    (
        "es",
        "Faltan dos millones en la caja, dijeron dos funcionarios que pidieron el anonimato.",
        ("funcionarios", "anonymous"),
    ),
    ("es", "Dijeron dos funcionarios que el puente cerrará.", ("dos funcionarios", "unnamed_group")),
    ("es", "El lunes dijo el alcalde que el puente cerrará.", ("alcalde", "unnamed_person")),
    ("es", "En una rueda de prensa, dijo el alcalde que el puente cerrará.", ("alcalde", "unnamed_person")),
    ("es", "También afirmó la ministra Luz Paz que subirán los precios.", ("Luz Paz", "person")),
    ("es", "Según dijo el alcalde, el puente cerrará.", ("alcalde", "unnamed_person")),
    ("es", "El puente cerrará, según informó el lunes la ministra Luz Paz.", ("Luz Paz", "person")),
    ("es", "El puente cerrará, como informó la policía.", ("policía", "organisation")),
    ("es", "Dijo que no.", None),
    ("fr", "Lundi, a déclaré le maire que le pont fermera.", ("maire", "unnamed_person")),
    ("fr", "Le pont fermera, comme l’a indiqué la préfecture.", ("préfecture", "organisation")),
    ("fr", "Selon ce qu’a dit le maire, le pont fermera.", ("maire", "unnamed_person")),
    (
        "fr",
        "Deux millions manquent, selon deux fonctionnaires qui ont requis l’anonymat.",
        ("fonctionnaires", "anonymous"),
    ),
    ("en", "The contractor Brenn & Co accused the mayor of fraud.", ("Brenn & Co", "organisation")),
    ("en", "Harlan & Sons said the quay was safe.", ("Harlan & Sons", "organisation")),
    ("en", "Opening the case, Helen Abara KC said he had lied.", ("Helen Abara", "person")),
    ("en", "Jamie Orr MP said the public had been lied to.", ("Jamie Orr", "person")),
    (
        "en",
        "Two people who worked there until last year told the Courier that pumps failed.",
        ("Two people", "unnamed_group"),
    ),
    ("en", "“We cannot prove it,” said the lead author, Mette Sand of Aarhus University.", ("Mette Sand", "person")),
    (
        "en",
        "One of them, who has worked there for 22 years, said: “There was nothing.”",
        ("One of them", "unnamed_person"),
    ),
    ("en", "The fourth, the Norwegian striker Anja Lohne, said she had been told to leave.", ("Anja Lohne", "person")),
    ("en", "The engineer who built it, Paul Hart, said it was safe.", ("Paul Hart", "person")),
    ("en", "Two trustees resigned; neither wished to be named, but one said it was dark.", ("one", "unnamed_person")),
    ("en", "They have charged three men, all of whom are in custody.", None),
    ("en", "Orbis analyst Kim Osei cut her target and said the outlook was poor.", ("Kim Osei", "person")),
    ("en", "The mayor asked residents to stay.", ("mayor", "unnamed_person")),
    ("en", "The fraud came to light when a trustee, Sunita Rao, asked to see the books.", None),
    ("en", "They asked not to be named because they had signed agreements.", None),
    ("en", "The number of incidents reported by Calder rose by 31% in 2024.", None),
]


@pytest.mark.parametrize(("language", "text", "speaker"), SPEAKERS, ids=[case[1] for case in SPEAKERS])
def test_the_speaker_is_found_wherever_they_stand(language: str, text: str, speaker: tuple[str, str] | None) -> None:
    """Named, or by what they are called, with their kind; nobody where nobody speaks."""
    form = draft(article_of_lines(text, language)).form

    told = [(one.name or one.role, one.kind) for one in form.sources]
    assert told == ([speaker] if speaker else [])
    assert [claim.sources for claim in form.claims] == ([[form.sources[0].id]] if speaker else [])


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("En una rueda de prensa, dijo el alcalde que el puente cerrará.", "el puente cerrará"),
        ("Faltan dos millones, dijeron dos funcionarios que pidieron el anonimato.", "Faltan dos millones"),
    ],
)
def test_what_stands_before_or_behind_the_speaker_is_what_they_say(text: str, content: str) -> None:
    """ "que" opens what is said, or tells who the speakers are."""
    told = draft(article_of_lines(text, "es"))

    [claim] = told.form.claims
    span, _ = told.spans[claim.id]
    assert span is not None
    assert text[span.start : span.end] == content


@pytest.mark.parametrize("text", ["Ayer negó la empresa que hubiera fraude.", "Negó la empresa que hubiera fraude."])
def test_who_denies_may_stand_behind_the_verb(text: str) -> None:
    """ "Negó la empresa que …" is a denial by the firm."""
    form = draft(article_of_lines(text, "es")).form

    assert [denial.kind for denial in form.denials] == ["denies"]
    assert [one.name or one.role for one in form.sources] == ["empresa"]


def _by(text: str) -> list[tuple[str | None, list[int]]]:
    """Who denies or keeps silent in an English text, a sentence a line, and where."""
    form = draft(article_of_lines(text, "en")).form
    names = {source.id: source.name for source in form.sources}
    return [(names[denial.sources[0]], denial.sentences) for denial in form.denials]


def test_he_is_the_man_whose_first_name_tells_it() -> None:
    """ "He" behind "Colin Marsh" and "Bright Start" is Colin Marsh, though both look like names of people."""
    text = "Prosecutors allege that Colin Marsh robbed Bright Start.\nHe denies seven counts of fraud."

    assert _by(text) == [("Colin Marsh", [2])]


def test_letters_that_stand_for_people_name_no_body() -> None:
    """ "The company" is the one named before, and not "the MP"."""
    text = "The Calder Company apologised.\nJamie Orr, the MP for Aske, was angry.\nAsked about the MP's remarks, the company declined to comment."

    assert _by(text) == [("Calder Company", [3])]


def test_a_comparison_predicts_nothing() -> None:
    """ "Twice as likely" is found, and nothing to come."""
    form = draft(article_of_lines("Older people are twice as likely to fall, researchers reported.", "en")).form

    assert [(claim.kind, claim.certainty) for claim in form.claims] == [("fact", "certain")]


def test_what_is_denied_ends_before_what_is_said_of_it() -> None:
    """ ", saying that …" is no part of what is denied."""
    text = "An agency spokesman denied that anyone had been overruled, saying that all views were heard."

    form = draft(article_of_lines(text, "en")).form

    assert [denial.implied for denial in form.denials] == ["anyone had been overruled"]


def test_she_is_who_has_just_been_the_subject() -> None:
    """ "Team captain Bea Holloway defended him" stands between, so "she" is no longer who spoke last."""
    text = (
        "Marta Quist wrote that it was a lie.\nTeam captain Bea Holloway defended the coach.\n“He is fair,” she said."
    )

    form = draft(article_of_lines(text, "en")).form

    names = {source.id: source.name for source in form.sources}
    assert [names[claim.sources[0]] for claim in form.claims] == ["Marta Quist", "Bea Holloway"]


def test_who_makes_the_accusation_that_is_rejected_is_its_source() -> None:
    """ "Accusations by four former players that …": the players, and not "accusations"."""
    text = "The coach rejected accusations by four former players that he bullied them."

    form = draft(article_of_lines(text, "en")).form

    assert [source.name for source in form.sources if source.id in form.claims[0].sources] == ["four former players"]


def test_a_grant_behind_a_preposition_is_none_that_is_denied() -> None:
    """ "Denies any link between the loan and his vote" refuses nobody a loan."""
    assert _by("Pike denies any link between the loan and his vote.") == [("Pike", [1])]
    assert _by("The bank denied the firm a loan.") == []


def test_almost_certain_is_not_certain() -> None:
    """ "Almost certainly looted" is put with a hedge."""
    form = draft(article_of_lines("The bronze was almost certainly looted, the museum said.", "en")).form

    assert [(claim.certainty, claim.hedge) for claim in form.claims] == [("probable", "almost certainly")]


def test_the_company_is_not_the_paper_that_was_told() -> None:
    """ "Told the Financial Record": the paper listens, and "the company" is the other one."""
    text = "Two people told the Financial Record that Altera Motors had shipped chips.\nThe company called the report baseless."

    assert _by(text) == [("Altera Motors", [2])]


def test_demand_for_goods_is_no_demand() -> None:
    """ "Demand for chips" asks nobody for anything."""
    form = draft(article_of_lines("Demand for chips doubled, she said.", "en")).form

    assert [claim.kind for claim in form.claims] == ["fact"]


@pytest.mark.parametrize(
    ("said", "who"),
    [
        ("The owner, Rolf Dahl, hid the leak for two years, the union's lawyer, Petra Stig, said.", "Petra Stig"),
        ("The head of Dall port, Rune Sand, will resign, the board's chair, Elin Moss, said.", "Elin Moss"),
        ("The mayor, Ann Roe, took the money, a former aide, Tom Ek, told the court.", "Tom Ek"),
        ("The coach, Milo Brandt, hit two players, the club's captain, Erik Sund, told police.", "Erik Sund"),
        ("The plant, built in 1990, is safe, the firm's engineer, Ola Nyman, said.", "Ola Nyman"),
        ("The company's lawyer, Mark Ott, said its owner, Rolf Dahl, hid the leak.", "Mark Ott"),
        ("The bridge is shut, said the council's engineer, Tom Ek, on Friday.", "Tom Ek"),
        ("A disaster, a shame, said its owner, Mary Holt.", "Mary Holt"),
        ("On Monday, the union's lawyer, Petra Stig, said the plant was safe.", "Petra Stig"),
    ],
)
def test_who_is_told_of_does_not_speak(fill: Fill, said: str, who: str) -> None:
    """Both come with a description: the accused before the clause, the accuser right before the verb."""
    filled = fill(said)

    assert [filled.names(claim) for claim in filled.claims] == [[who]]
