"""What somebody takes back, or the outlet corrects, is not told without that."""

import pytest

from bot.claims.answers import check_answer
from bot.claims.checked import check
from bot.claims.denying import Denying
from bot.claims.form import AnswerForm, AnswerPartForm, ClaimForm, DenialForm, Form, SourceForm
from bot.claims.reading import Claim
from bot.readers.offline import hear
from tests.claims.articles import article

SAID = {
    "en": "Guard Nell Fife said the gate was open. She later withdrew the statement.",
    "de": "Wächterin Nele Fink sagte, das Tor sei offen gewesen. Später nahm sie die Aussage zurück.",
    "fr": "La gardienne Nelly Faure a déclaré que la grille était ouverte. Elle est revenue sur ces propos.",
    "es": "La guardia Nélida Fuentes dijo que la verja estaba abierta. Más tarde se retractó.",
}
TOLD = {
    "en": "Nell Fife said the gate was open.",
    "de": "Nele Fink sagte, das Tor sei offen gewesen.",
    "fr": "Nelly Faure a déclaré que la grille était ouverte.",
    "es": "Nélida Fuentes dijo que la verja estaba abierta.",
}
CORRECTED = "Four men rowed.\n\nCorrection: An earlier version of this article said that the boat had sunk. It had not."


@pytest.mark.parametrize("code", SAID)
@pytest.mark.parametrize("numbers", [[1], [1, 2]])
def test_an_answer_tells_that_it_was_taken_back(code: str, numbers: list[int]) -> None:
    """Where its words do not, both sentences stand in its place."""
    told = article(SAID[code], code)

    checked = check_answer(told, _answer(TOLD[code], numbers), hear(told))

    assert [(part.wording, part.sentences) for part in checked.parts] == [("quoted", (1, 2))]
    assert checked.complaints


def test_an_answer_in_whose_words_it_is_taken_back_stands() -> None:
    """It needs no quotation."""
    told, said = article(SAID["en"]), "Nell Fife later withdrew the statement that the gate was open."

    [part] = check_answer(told, _answer(said, [1, 2]), hear(told)).parts

    assert part.text == said


def test_what_a_correction_withdraws_comes_with_what_puts_it_right() -> None:
    """ "It had not" is shown with what an earlier version had wrong."""
    told = article(CORRECTED)

    [part] = check_answer(told, _answer("The boat had sunk, an earlier version said.", [2]), hear(told)).parts

    assert (part.wording, part.sentences) == ("quoted", (2, 3))


@pytest.mark.parametrize("denials", [[], [[2]]])
@pytest.mark.parametrize("code", SAID)
def test_who_takes_a_claim_back_is_told_with_it(code: str, denials: list[list[int]]) -> None:
    """Whether the model reports it as a denial or leaves it out; nobody else denies what only they claim."""
    told = article(SAID[code], code)
    name = " ".join(word for word in SAID[code].split()[1:4] if word.istitle() and word not in ("Guard", "Wächterin"))

    checked = check(told, _form(TOLD[code], name, denials), {}, None, hear(told))

    assert [(denial.kind, denial.claims, denial.sentences) for denial in checked.denials] == [("denies", ("c1",), (2,))]
    assert checked.dropped == 0


def test_who_stands_by_a_report_does_not_deny_what_it_reported() -> None:
    """Nor what takes that back, told as one claim with it."""
    told = article(f"{SAID['en']} Kanal 6 stood by its report.")
    denying = Denying(told, hear(told))
    claim = Claim(id="c1", text=SAID["en"], sentences=(1,), sources=("s1",))

    assert not denying.may_answer([3], claim, ["Kanal 6"], ["Nell Fife"])
    assert not denying.may_answer([3], claim.model_copy(update={"sentences": (1, 2)}), ["Kanal 6"], ["Nell Fife"])


@pytest.mark.parametrize(
    "said",
    [
        "She did not withdraw the statement.",
        "The mayor told her to withdraw the statement.",
        "The army withdrew from the gate.",
        "She should take that back.",
    ],
)
def test_what_is_not_taken_back_stands_alone(said: str) -> None:
    """Nor is it where somebody only asks for that, or troops withdraw."""
    told = article(f"Guard Nell Fife said the gate was open. {said}")

    [part] = check_answer(told, _answer(TOLD["en"], [1]), hear(told)).parts

    assert part.sentences == (1,)


def _answer(text: str, numbers: list[int]) -> AnswerForm:
    return AnswerForm(told=True, parts=[AnswerPartForm(text=text, sentences=numbers)])


def _form(text: str, name: str, denials: list[list[int]]) -> Form:
    claim = ClaimForm(
        id="c1",
        text=text,
        sentences=[1],
        sources=["s1"],
        via=[],
        cue=None,
        certainty="certain",
        hedge=None,
        kind="fact",
    )
    return Form(
        sources=[SourceForm(id="s1", name=name, kind="person", role=None, media="none", count=None)],
        claims=[claim],
        denials=[
            DenialForm(sources=["s1"], via=[], kind="denies", claims=["c1"], implied=None, sentences=numbers)
            for numbers in denials
        ],
    )
