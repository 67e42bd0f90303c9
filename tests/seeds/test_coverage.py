"""What seeds/README.md says of the samples is so."""

import re

from tests.seeds.coverage import README, coverage, shown
from tests.seeds.gold import NAMES, load


def test_the_table_of_coverage_is_up_to_date() -> None:
    """`python -m tests.seeds.coverage` writes it anew."""
    assert shown() == coverage()


def test_no_value_of_the_contract_is_missing() -> None:
    """Every kind of source, claim, denial, certainty, form, medium and relay occurs."""
    assert not re.findall(r"^\|.*\| 0 \|.*$", coverage(), re.MULTILINE)


def test_each_sample_has_its_row() -> None:
    """Name and language of every sample stand in the first table."""
    rows = re.findall(r"^\| `([\w-]+)` \| (\w\w) \|", README.read_text(encoding="utf-8"), re.MULTILINE)

    assert sorted(rows) == [(name, load(name).article.language) for name in NAMES]
