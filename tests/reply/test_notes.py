"""Failures, help and hints."""

import gc

import pytest

from bot.errors import (
    ChatUnavailable,
    ClaimsBotError,
    LanguageUnread,
    NameUnknown,
    PageMissing,
    SiteBroken,
    TooLarge,
    TooSlow,
)
from bot.intake.shared import SharedFile
from bot.intake.triage import VERBS
from bot.reply.catalogue import LANGUAGES, words
from bot.reply.compose import failure, help_note, left_out_note, progress_line, recent_note, say, sentence
from bot.reply.notes import RecentLine
from tests.reply.errortree import classes

EN = words("en")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", list(classes()), ids=lambda kind: str(kind.__name__))
def test_each_error_is_told_without_its_details(kind: type[ClaimsBotError], language: str) -> None:
    """People read the sentence of the catalogue, never the text for operators, and no brace is left open."""
    note = failure(kind("secret detail"), words(language), retry=False)

    assert "secret" not in note.text
    assert "{" not in note.text
    assert note.text.endswith(".")


def test_limits_are_named() -> None:
    """Sizes, seconds and statuses stand in the sentence where the error knows them."""
    assert "5 MB" in failure(TooLarge("x", megabytes=5), EN, retry=False).text
    assert "than 15 s to" in failure(TooSlow("x", seconds=15.0), EN, retry=False).text
    assert "404" in failure(PageMissing("x", status=404), EN, retry=False).text
    assert "about 30 s." in failure(ChatUnavailable("x", retry_after=30.0), EN, retry=False).text


def test_what_is_not_known_is_not_named() -> None:
    """A status of none and a language that could not be told leave the general sentence."""
    assert "0" not in failure(SiteBroken("x", status=0), EN, retry=False).text
    assert "unknown" not in failure(LanguageUnread("x", language="unknown"), EN, retry=False).text
    assert "seconds" not in failure(ChatUnavailable("x"), EN, retry=False).text


def test_failure_names_its_link() -> None:
    """Of several links, people see which one it was; the host stands in the sentence."""
    note = failure(NameUnknown(), EN, retry=True, url="https://www.nwes.example/a/b?c=d")

    assert "nwes.example" in note.text
    assert note.links == (("nwes.example/a/b", "https://www.nwes.example/a/b?c=d"),)
    assert note.retry


def test_way_to_hand_over_text_fits_the_surface() -> None:
    """In a channel it is the command, elsewhere a file."""
    assert "/claims <text>" in failure(TooLarge(), EN, retry=False).text
    assert ".txt" in sentence(TooLarge(), EN)


def test_unknown_code_is_told_as_unexpected() -> None:
    """A class added without its sentence still says something sensible."""

    class Newer(ClaimsBotError):
        code = "newer"

    told = failure(Newer(), EN, retry=False).text
    del Newer
    gc.collect()  # other tests ask which errors there are

    assert told == EN("error.unexpected")


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_names_every_command(language: str) -> None:
    """Each verb of `/claims` stands in the list, with what it does."""
    uses = [item.text for item in help_note(words(language)).items]

    assert all(use.startswith(("/claims ", "!claims ")) for use in uses)
    assert {use.split()[1] for use in uses} >= VERBS.keys()
    assert all(item.detail for item in help_note(words(language)).items)


def test_nothing_read_yet_says_how_to_begin() -> None:
    """An empty list is not shown as one."""
    assert recent_note([], EN).text.startswith("Nothing was read in this channel yet.")


def test_recent_line_tells_counts_and_leads_to_the_thread() -> None:
    """Title, when, how much, where."""
    item = recent_note([RecentLine("A title", None, "https://x.example/p1", "today", 2, 0)], EN).items[0]

    assert (item.text, item.url, item.detail, item.more) == (
        "A title",
        None,
        "today · 2 claims",
        ("thread", "https://x.example/p1"),
    )


def test_what_was_read_without_a_title_is_called_as_above_its_claims() -> None:
    """Pasted text has no address either."""
    lines = [RecentLine("", url, None, "today", 2, 0) for url in (None, "https://a.example/x")]

    assert [item.text for item in recent_note(lines, EN).items] == ["Pasted text", "Untitled article"]


def test_left_out_links_are_counted_and_named() -> None:
    """Two links more than are read."""
    note = left_out_note(["https://a.example/x", "https://b.example/"], EN)

    assert note.text.startswith("2 more links")
    assert [label for label, _ in note.links] == ["a.example/x", "b.example"]


def test_files_beyond_the_number_that_is_read_are_named() -> None:
    """By their names, as nothing leads to them; beside links, both are spoken of."""
    file = SharedFile("F1", "budget.pdf").link

    alone, both = left_out_note([file], EN), left_out_note(["https://a.example/x", file], EN)

    assert (alone.text.split(" in ")[0], [each.text for each in alone.items]) == ("One more file", ["budget.pdf"])
    assert both.text.startswith("2 more links and files")
    assert (both.links, both.items) == ((("a.example/x", "https://a.example/x"),), alone.items)


def test_progress_names_the_host() -> None:
    """What is being fetched."""
    assert progress_line("news.example", EN) == "Fetching news.example …"


def test_say_fills_in() -> None:
    """Sentences of the table `say`."""
    assert "200 characters" in say("text_short", EN, least=200).text
