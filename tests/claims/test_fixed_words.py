"""The words by which a rule for a wording is passed over without a search."""

import pytest

from bot.claims.rules.canonical import canonical, rules_of
from bot.claims.rules.fixedwords import fixed_words
from tests.claims.batches import TUNED
from tests.claims.test_restatements import rows


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"\b(not|cannot) excluded\b(?! from\b)", " excluded"),
        (r"^(?:[Tt]he )?(\w+) came after (?=the|an?)", " came after "),
        (r"\bterms? of office", " of office"),
        (r"\b[Ee]n el año (?=\d{4}\b)", "n el año "),
        (r"\bn[’\x27]exclut pas", "exclut pas"),
        (r"colou?r{2}s+ [\]a] x", "colo"),
        (r"\bmph|miles an hour\b", ""),
        (r"(?i:\bun total de )", ""),
        (r"(\w+(?:ed|ing) )+", ""),
    ],
)
def test_finds_what_no_match_goes_without(pattern: str, words: str) -> None:
    """Outside of groups and sets, and of nothing that may be missing."""
    assert fixed_words(pattern) == words


def test_passes_over_no_rule_that_applies() -> None:
    """What a rule finds has the words that it is passed over without."""
    told = dict.fromkeys((row.article.language or "", row.article.text) for row in rows(*TUNED))
    found = [
        (rule.fixed, match[0])
        for language, text in told
        for rule in rules_of(language, "rules")
        if (match := rule.pattern.search(text))
    ]

    assert len(found) > 100
    assert all(fixed in match for fixed, match in found)


def test_says_what_a_rule_says() -> None:
    """A wording is put as the one that stands for it."""
    assert canonical("Half a year later a ban was not excluded.", "en") == "Six months later a ban was not ruled out."
