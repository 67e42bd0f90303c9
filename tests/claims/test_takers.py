"""Who gets something has not given it."""

import pytest

from bot.claims.restatement import problems
from tests.claims.articles import article


@pytest.mark.parametrize(
    ("language", "told", "restated"),
    [
        (
            "en",
            "Ilse Korn had received payments from a dredging firm.",
            "Ilse Korn had made payments to a dredging firm.",
        ),
        ("en", "Ilse Korn said she had received threats.", "Ilse Korn had made threats."),
        ("en", "Ilse Korn said she had received an alert.", "Ilse Korn said she had sent an alert."),
        ("en", "Ilse Korn denied having sent Rask any notes.", "Ilse Korn denied having received any notes from Rask."),
        ("en", "Ilse Korn made threats against the pilot.", "Ilse Korn received threats."),
        ("de", "Ilse Korn erhielt Zahlungen einer Baggerfirma.", "Ilse Korn leistete Zahlungen."),
        ("fr", "Ilse Korn a reçu des menaces.", "Ilse Korn a proféré des menaces."),
        ("es", "Ilse Korn recibió pagos de una empresa.", "Ilse Korn realizó pagos."),
    ],
)
def test_nobody_gives_what_they_got(language: str, told: str, restated: str) -> None:
    """Nor gets what they gave."""
    assert problems(article(told, language), restated, [1])


def test_the_other_may_be_told_to_give() -> None:
    """Of whom it was got."""
    told = article("Ilse Korn received payments from Dorn Dredging.")

    assert problems(told, "Dorn Dredging made payments to Ilse Korn.", [1]) == ()
