"""What a model has to write for the samples, and when its first claim can be shown."""

import json

import pytest

from bot.claims.form import Form
from bot.readers.shape import Shape
from bot.readers.written import growing
from tests.seeds.compactness import LIMIT, compact, filled, table
from tests.seeds.gold import NAMES, load


def test_output_costs_little_more_than_half_of_copied_quotes() -> None:
    """Over all samples the compact form takes at most 0.55 of the tokens; `python -m tests.seeds.compactness` shows each."""
    _, short, spelt, _ = table()[-1]

    assert short <= LIMIT * spelt


@pytest.mark.parametrize("name", NAMES)
def test_letters_and_numbers_say_the_same(name: str) -> None:
    """The compact form is understood as the form with names spelt out, and so is the latter."""
    seed = load(name)

    assert Form.model_validate(compact(seed), strict=True) == filled(seed)
    assert Form.model_validate(filled(seed).model_dump(), strict=True) == filled(seed)


@pytest.mark.parametrize("name", [name for name in NAMES if len(load(name).reading.claims) > 2])
def test_the_first_claim_is_complete_before_half_of_the_answer(name: str) -> None:
    """Sources come first and are short; the first claim stands before the model has written half."""
    whole = json.dumps(compact(load(name)), ensure_ascii=False, separators=(",", ":"))

    form = Shape(Form).complete(growing(whole[: len(whole) // 2]))

    assert form is not None
    assert form.claims
