"""Surnames that are words for sources too."""

from tests.readers.offline.conftest import Fill


def test_a_surname_is_no_hidden_source(fill: Fill) -> None:
    """Spanish "Fuentes", also by itself."""
    filled = fill("Carla Fuentes dijo que la acequia está seca. Fuentes añadió que el molino cerrará.", "es")

    assert [filled.names(filled.of(n)) for n in (1, 2)] == [["Carla Fuentes"], ["Carla Fuentes"]]


def test_hidden_sources_at_the_head_of_a_sentence_are_no_surname(fill: Fill) -> None:
    """An adjective behind the word tells that it is a noun."""
    filled = fill("Carla Fuentes dijo que la acequia está seca. Fuentes vecinales dicen que lleva agua.", "es")

    assert [source.kind for source in filled.sources(filled.of(2))] == ["anonymous"]
