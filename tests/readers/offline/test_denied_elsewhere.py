"""What a denial does not deny: other numbers, the deniers' own study; and denials beside a silence."""

import pytest

from bot.readers.offline.reader import draft
from tests.claims.articles import article_of_lines
from tests.readers.offline.conftest import Fill

NUMBERED = [
    (
        "A worker said that crane 1 had moved.",
        "A second worker said that crane 2 had moved.",
        "The owner denied that crane 2 had moved.",
    ),
    (
        "The union said 40 lamps had failed.",
        "The council said 12 lamps had failed.",
        "The maker denied that 12 lamps had failed.",
    ),
    (
        "Hill said reactor 3 had leaked.",
        "Bray said reactor 4 had leaked.",
        "The plant denied that reactor 4 had leaked.",
    ),
    ("Hill said bus 7 was late.", "Bray said bus 9 was late.", "The operator rejected the claim that bus 9 was late."),
]


@pytest.mark.parametrize("lines", NUMBERED, ids=[case[2] for case in NUMBERED])
def test_a_denial_of_one_number_leaves_the_other_alone(lines: tuple[str, ...]) -> None:
    """ "Crane 1" is not what is denied of "crane 2"."""
    form = draft(article_of_lines("\n".join(lines))).form
    [denial] = form.denials

    assert [claim.sentences for claim in form.claims if claim.id in denial.claims] == [[2]]


def test_a_denial_without_a_number_answers_as_before() -> None:
    """A figure in a claim keeps no plain denial from it."""
    form = draft(
        article_of_lines("Hill said bus 7 had hit a wall.\nThe operator denied that its bus had hit a wall.")
    ).form

    assert form.denials[0].claims == ["c1"]


STUDIES = [
    ("“I would not tell anyone to start drinking coffee,” said lead author Wen Li.", 0),
    ("The study's author, Wen Li, said it did not find that coffee protects the liver.", 0),
    ("Wen Li, a rival liver specialist, denied that coffee protects the liver.", 1),
    ("Wen Li, the author of an earlier study, denied that coffee protects the liver.", 1),
]


@pytest.mark.parametrize(("text", "denials"), STUDIES, ids=[case[0] for case in STUDIES])
def test_an_author_does_not_deny_their_own_study(text: str, denials: int) -> None:
    """What the study says its author says; others may deny it, authors of another one too."""
    told = "A study of 900 adults suggests that coffee protects the liver.\nThe study found that risks fell among coffee drinkers."
    form = draft(article_of_lines(f"{told}\n{text}")).form

    assert len([one for one in form.denials if one.claims]) == denials


BESIDE = [
    "The government denies targeting civilians; the rebels have not responded to the accusation.",
    "The government denied the accusation, while the rebels declined to comment.",
    "The government denied the accusation and declined to comment further.",
    "The rebels did not respond to questions, but the government rejected the accusation.",
]


@pytest.mark.parametrize("text", BESIDE)
def test_a_denial_beside_a_silence_is_not_lost(text: str) -> None:
    """Of a denial and a silence in one sentence the denial is kept."""
    form = draft(article_of_lines(f"The UN has accused both sides of shelling villages.\n{text}")).form
    [denial] = form.denials

    assert denial.kind == "denies"
    assert [source.name for source in form.sources if source.id in denial.sources] == ["government"]


def test_a_silence_now_stays_one_whatever_was_denied_before() -> None:
    """ "Did not respond, but has denied such things before" says nothing now."""
    told = "The union accused Acme of lying."
    form = draft(
        article_of_lines(f"{told}\nAcme did not respond to questions but has denied any wrongdoing before.")
    ).form

    assert [denial.kind for denial in form.denials] == ["no_response"]


ANSWERED = {
    "Brandmeister Jost Hell dementiert: Das Fahrzeug sei einsatzbereit gewesen.": "Jost Hell",
    "Die Leitstelle hält dagegen: Der Wagen sei nach elf Minuten am Ort gewesen.": "Leitstelle",
    "Das wollte Brandmeister Jost Hell so nicht stehen lassen. Der Wagen sei bereit gewesen, rief er.": "Jost Hell",
    "Brandmeister Jost Hell nannte diese Darstellung dummes Zeug.": "Jost Hell",
}


@pytest.mark.parametrize("text", ANSWERED)
def test_germans_deny_in_other_words(fill: Fill, text: str) -> None:
    """What stands behind the colon of a denial, or in the next sentence, is told by who denies."""
    filled = fill("Anwohnerin Ute Pilz sagte, der Wagen sei in der Werkstatt gewesen. " + text, "de")
    [denial] = filled.draft.form.denials

    assert [source.name for source in filled.sources(denial)] == [ANSWERED[text]]
    assert denial.claims == [filled.of(1).id]
    assert filled.names(filled.claims[-1]) == [ANSWERED[text]]


def test_who_declines_what_is_demanded_denies_nothing(fill: Fill) -> None:
    """ "Das" is a demand there, and no claim."""
    filled = fill("Der Verband forderte eine Altersgrenze. Ministerin Ida Arndt lehnt das ab.", "de")

    assert filled.draft.form.denials == []
    assert filled.names(filled.of(2)) == ["Ida Arndt"]
