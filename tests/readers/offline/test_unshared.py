"""Who does not share a view that was just told."""

import pytest

from tests.readers.offline.conftest import Fill

UNSHARED = {
    "en": ("The hill is sliding, Ann Hart said. The county does not share that view.",
           "The hill is sliding, Ann Hart said. “We don't share this assessment,” said mayor Tom Reed.",
           "The hill is sliding, Ann Hart said. Tom Reed is still not convinced."),
    "de": ("Der Hang rutsche, sagte Anna Hart. „Wir teilen diese Einschätzung nicht“, sagte Landrat Tim Rieth.",),
    "fr": ("Le talus glisse, selon Anne Hart. La mairie ne partage pas cette analyse.",),
    "es": ("El talud se mueve, dijo Ana Huerta. El ayuntamiento no comparte esa valoración.",),
}  # fmt: skip


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, texts in UNSHARED.items() for text in texts])
def test_a_view_that_is_not_shared_is_countered(fill: Fill, code: str, text: str) -> None:
    """Whether the article or the one who speaks says so."""
    filled = fill(text, code)

    [denial] = filled.draft.form.denials
    assert (denial.kind, denial.claims, denial.sentences) == ("counters", [filled.of(1).id], [2])


@pytest.mark.parametrize("said", ["We do not share data with that firm", "I share that view", "They share no office"])
def test_what_else_is_shared_counters_nothing(fill: Fill, said: str) -> None:
    """Nor does a view that is shared."""
    filled = fill(f"The hill is sliding, Ann Hart said. “{said},” said mayor Tom Reed.")

    assert [one for one in filled.draft.form.denials if one.kind == "counters"] == []
