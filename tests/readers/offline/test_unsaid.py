"""What looks like speech and is none: what others tell of somebody, where to write, the time of an entry."""

import pytest

from bot.readers.offline.reader import draft
from tests.claims.articles import article_of_lines

RUMOURS = [
    "Tom Hale, said to be the richest man in town, was told to pay.",
    "Minister reported to have fled",
    "Bank alleged to have hidden losses",
    "Kim Bray, thought to be in Norland, has not been seen.",
]


@pytest.mark.parametrize("text", RUMOURS)
def test_who_is_said_to_have_done_something_says_nothing(text: str) -> None:
    """The participle before "to be" or "to have" tells what others say."""
    assert draft(article_of_lines(text)).form.claims == []


SPEAKING = [
    "The minister said to reporters that he would go.",
    "“Leave now,” the captain said to him.",
    "Hale said he had to have his house sold.",
]


@pytest.mark.parametrize("text", SPEAKING)
def test_who_says_something_to_somebody_speaks(text: str) -> None:
    """ "Said to reporters" is speech."""
    assert len(draft(article_of_lines(text)).form.claims) == 1


CONTACTS = [
    ("en", "For more information write to press@brenn.example."),
    ("en", "For media enquiries, ask for Jo Lind, who says calls are welcome."),
    ("de", "Für Rückfragen schreiben Sie an presse@werk.example."),
    ("fr", "Pour en savoir plus, dites-le à presse@usine.example."),
    ("es", "Para más información, escriba a prensa@fabrica.example."),
]


@pytest.mark.parametrize(("code", "text"), CONTACTS, ids=[case[1] for case in CONTACTS])
def test_where_to_write_is_no_claim(code: str, text: str) -> None:
    """The foot of a press release says nothing, and names no source."""
    form = draft(article_of_lines(text, code)).form

    assert (form.claims, form.sources) == ([], [])


def test_a_time_that_begins_with_for_is_no_address() -> None:
    """ "For more than a year" invites nobody."""
    assert draft(article_of_lines("For more than a year the council said the road was safe.")).form.claims


ENTRIES = [
    ("15:55 Eyewitness Tom Harker tells us he saw a roof fly past.", "Eyewitness Tom Harker", None),
    ("14:48 The prime minister, Ruth Calder, says the army may be called in.", "Ruth Calder", "prime minister"),
    ("14:05 Rail operators say that all trains will be cancelled.", "Rail operators", "Rail operators"),
    ("9.30 Police say the road is closed.", "Police", None),
    ("Police say the road is closed.", "Police", None),
    ("24 doctors said the ward was closed.", "24 doctors", "24 doctors"),
]


@pytest.mark.parametrize(("text", "name", "role"), ENTRIES, ids=[case[0] for case in ENTRIES])
def test_the_time_of_an_entry_belongs_to_nobody(text: str, name: str, role: str | None) -> None:
    """A clock time before who speaks is no part of their name or role; a number of people stays."""
    [source] = draft(article_of_lines(text)).form.sources

    assert (source.name, source.role) == (name, role)
