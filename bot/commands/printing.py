"""Readings on standard output, in the form that was asked for."""

import sys
from dataclasses import replace
from typing import Literal

from rich.console import Console

from bot.claims.reading import Report
from bot.reply.catalogue import words
from bot.reply.compose import reading_reply
from bot.reply.lines import to_json, to_jsonl
from bot.reply.linkeddata import to_jsonld
from bot.reply.markdown import to_markdown
from bot.reply.spreadsheet import header_line, row_lines
from bot.terminal import show_reply

Format = Literal["text", "json", "jsonl", "markdown", "csv", "jsonld"]


class Printer:
    """Prints each reading as it comes. CSV has one header; linked data is one document, printed at the `end`.

    What we say is in `language`, else in that of each article where our words exist in it; a table has one: English unless told.
    """

    def __init__(self, form: Format, language: str | None = None) -> None:
        self._form = form
        self._language = language
        self._reports: list[Report] = []

    def print(self, report: Report) -> None:
        own = None if self._form == "csv" else report.article.language
        said = words(self._language or own).of_operator()
        match self._form:
            case "json":
                print(to_json(report))
            case "jsonl":
                sys.stdout.write(to_jsonl(report))
            case "markdown":
                print(to_markdown(report, said))
            case "csv":
                lines = row_lines(report, said)
                sys.stdout.write(lines if self._reports else header_line() + lines)
            case "text":
                reply = reading_reply(report, said)
                show_reply(replace(reply, hint=said("hint.terminal"), retry=False), Console(file=sys.stdout))
        sys.stdout.flush()
        self._reports.append(report)

    def end(self) -> None:
        if self._form == "jsonld" and self._reports:
            sys.stdout.write(to_jsonld(*self._reports))
