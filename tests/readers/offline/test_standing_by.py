"""Who stands by what they said, against those who doubt it."""

import pytest

from tests.readers.offline.conftest import Fill

STANDING = {
    "en": "The lake is poisoned, Ann Hart said. Mayor Tom Reed stood by his decision.",
    "de": "Der See sei sauber, sagte Mona Haus. Der See sei vergiftet, sagte Anna Hart. Haus blieb bei ihrer Darstellung.",
    "es": "El lago está limpio, dijo Ana Rubio. El lago está sucio, dijo Luis Ferrer. Rubio mantiene su versión.",
}


@pytest.mark.parametrize("code", STANDING)
def test_who_stands_by_it_counters_who_said_otherwise(fill: Fill, code: str) -> None:
    """What stands right before is countered, and never what they said themselves."""
    filled = fill(STANDING[code], code)

    denial = filled.draft.form.denials[-1]
    last = filled.article.sentences[-1].n
    assert (denial.kind, denial.sentences, denial.claims) == ("counters", [last], [filled.of(last - 1).id])


def test_a_decision_that_nobody_attacks_is_no_answer(fill: Fill) -> None:
    """Somebody must have said something before."""
    assert fill("The lake was drained in May. Mayor Tom Reed stood by his decision.").draft.form.denials == []
