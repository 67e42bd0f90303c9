"""Who says that there is no such thing, or that they heard of it late, denies what was told."""

import pytest

from tests.readers.offline.conftest import Fill


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Jan Roos sagte, er habe sich auf einen Entwurf bezogen. Einen solchen Entwurf habe es nie gegeben, so die Stadt."),
        ("de", "Jan Roos sagte, der Minister habe eine Weisung erteilt. „Solche Weisungen gab es nie“, erklärte das Ministerium."),
        ("fr", "Jan Roos affirme que le ministre a donné un ordre. Un tel ordre n'a jamais existé, a déclaré le ministère."),
        ("es", "Jan Roos afirma que el ministro dio una orden. Nunca hubo una orden semejante, dijo el ministerio."),
    ],
)  # fmt: skip
def test_there_is_no_such_thing(fill: Fill, language: str, text: str) -> None:
    """ "Such" points back at a thing, and a "not" says that it is not there."""
    filled = fill(text, language)

    assert (filled.denial(2).kind, filled.answered(2)) == ("denies", [1])


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Jan Roos sagte, die Dürre dauere an. Eine solche Dürre habe es noch nie gegeben, sagte Lena Falk."),
        ("en", "Jan Roos said the drought went on. Such a drought had never been seen, Lena Falk said."),
    ],
)
def test_what_was_never_seen_before_is_there(fill: Fill, language: str, text: str) -> None:
    """A first time denies nothing."""
    assert fill(text, language).draft.form.denials == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Three workers say a laboratory warned managers in May that the plate could stick. Norvald says the first it heard of the fault was a call in July."),
        ("en", "Lena Falk said the firm had warned Jan Roos in May. Roos said he had learned of it from the newspapers."),
        ("fr", "Lena Falk affirme avoir averti le maire en mai. Le maire dit l'avoir appris par la presse."),
        ("es", "Lena Falk dice que avisó al alcalde en mayo. El alcalde dijo que se enteró por la prensa."),
        ("de", "Lena Falk sagte, der Bürgermeister sei im Mai gewarnt worden. Er habe es aus der Zeitung erfahren, sagte der Bürgermeister."),
    ],
)  # fmt: skip
def test_who_heard_of_it_late_was_not_warned(fill: Fill, language: str, text: str) -> None:
    """They answer who says that they were told, or knew."""
    assert fill(text, language).answered(2) == [1]
