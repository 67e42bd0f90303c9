"""Who only has the word next, or knew as little as others say, contradicts nobody."""

import pytest

from tests.readers.offline.conftest import Fill


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Lena Falk sagte, die Brücke werde im Mai öffnen. Jan Roos seinerseits sagte, die Brücke sei ein Triumph."),
        ("fr", "Lena Falk a dit que le pont ouvrirait en mai. Jan Roos a dit pour sa part que le pont était un triomphe."),
        ("es", "Lena Falk dijo que el puente abrirá en mayo. Por su parte, Jan Roos dijo que el puente es un triunfo."),
        ("en", "Lena Falk said nobody was told of the delay. Jan Roos said he was unaware of the delay."),
        ("en", "Lena Falk said no one had warned the crew. Jan Roos, of the crew, said he had received no warning."),
        ("en", "Lena Falk said the council had not consulted residents. Jan Roos, a resident, said he had never been consulted."),
    ],
)  # fmt: skip
def test_who_has_the_word_next_or_was_not_told_either_agrees(fill: Fill, language: str, text: str) -> None:
    """ "Pour sa part" only changes the speaker, and two who say that nobody was told say the same."""
    assert fill(text, language).draft.form.denials == []


def test_who_knew_nothing_denies_that_they_knew(fill: Fill) -> None:
    """Where others say that they did, it is a denial."""
    assert fill("Lena Falk said Norvald knew of the leak. Norvald said it was unaware of any leak.").answered(2) == [1]
