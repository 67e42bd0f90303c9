"""Replies in the terminal."""

import io

from hypothesis import HealthCheck, given, settings
from rich.cells import cell_len
from rich.console import Console

from bot.claims.answer import Answer
from bot.claims.reading import Claim, Denial, ReaderInfo, Report
from bot.reply.catalogue import words
from bot.reply.compose import answer_reply, help_note, reading_reply
from bot.reply.markdown import to_markdown
from bot.reply.reply import Note, Reply
from bot.terminal import PLAIN_WIDTH, show_reply
from tests.reply.readings import report_of, reports

EN = words("en")


def printed(reply: Reply, *, terminal: bool = False, width: int = 60) -> str:
    out = io.StringIO()
    show_reply(reply, Console(file=out, force_terminal=terminal, width=width, color_system="truecolor"))
    return out.getvalue()


def test_plain_reading_looks_like_the_thread() -> None:
    """Title, counts, claims with their sources, denials beneath, own voice apart; lines end at the fixed width."""
    text = printed(reading_reply(report_of(), EN))

    assert (
        "Unions accused the port authority of hiding an inspection report for two years.\n"
        "  Unions — named · as certain · in the article’s words · sentence 7\n"
        "    Denied by the port authority and Baltmar (shipping firm) — sentence 8\n"
    ) in text
    assert "\x1b" not in text


def test_a_denial_of_what_the_outlet_says_itself_is_printed() -> None:
    """What the counts speak of can be found below them, in the terminal and in Markdown."""
    own = Claim(id="c1", text="The bridge was opened in 1961.", sentences=(10,))
    denial = Denial(id="d1", sources=("s6",), kind="denies", claims=("c1",), sentences=(8,))
    report = report_of(claims=[own], denials=[denial])

    assert "    Denied by the port authority — sentence 8\n" in printed(reading_reply(report, EN))
    assert "  - Denied by the port authority" in to_markdown(report, EN)


def test_plain_output_does_not_depend_on_the_machine() -> None:
    """The same text at any width of console."""
    reply = reading_reply(report_of(), EN)

    assert printed(reply, width=40) == printed(reply, width=200)


def test_terminal_has_links_and_colour() -> None:
    """Sentence numbers open the article from a terminal that can."""
    text = printed(reading_reply(report_of(), EN), terminal=True)

    assert "\x1b]8;" in text
    assert "#:~:text=" in text


def test_markup_and_escapes_of_an_article_are_characters() -> None:
    """Neither rich's tags nor terminal sequences do anything."""
    text = printed(Note("[red]x[/red] \x1b[31my\x1b[0m"))

    assert text == "[red]x[/red] [31my[0m\n"


def test_help_prints_its_commands() -> None:
    """One line each."""
    assert "  /claims recent — what was read in this channel\n" in printed(help_note(EN))


@settings(max_examples=10, suppress_health_check=list(HealthCheck))
@given(reports(most=20))
def test_any_reading_prints_within_the_width(report: Report) -> None:
    """Every script, no sequence that is not ours, no blank at the end of a line."""
    for line in printed(reading_reply(report, EN)).splitlines():
        assert "\x1b" not in line
        assert line == line.rstrip()
        assert cell_len(line) <= PLAIN_WIDTH


def test_answer_prints_its_lines() -> None:
    """The answer that the article does not give."""

    report = report_of()
    answer = Answer(question="?", told=False, parts=(), reader=ReaderInfo(name="openai"))

    assert printed(answer_reply(answer, report.article, EN)) == "The article does not say.\n"
