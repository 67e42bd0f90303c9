"""Stems, from one thread and from many."""

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from bot.claims.language.stems import stem_of

WORDS = [f"{start}{middle}{end}" for start in ("be", "re", "un", "dis") for middle in ("port", "nam", "creat", "organis", "fulli", "happ") for end in ("", "s", "ed", "ing", "ation", "ational", "iveness", "fully", "ies")]  # fmt: skip


@pytest.fixture
def hasty_threads() -> Iterator[None]:
    """Threads take turns after every few steps, as they do by chance where much is going on."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


def test_several_threads_find_the_stems_that_one_finds(hasty_threads: None) -> None:
    """Articles are checked beside each other; none gets the stems of the other's words."""
    stem_of.cache_clear()
    alone = {(language, word): stem_of(language, word) for language in ("en", "de", "fr") for word in WORDS}
    stem_of.cache_clear()

    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(lambda asked: (asked, stem_of(*asked)), [*alone] * 4))

    assert [(asked, stem) for asked, stem in found if stem != alone[asked]] == []
