"""Readings on standard output, in the form that was asked for."""

import json
import sys
from dataclasses import replace
from typing import Literal

from rich.console import Console

from bot.claims.reading import Report
from bot.reply.catalogue import words
from bot.reply.compose import reading_reply
from bot.reply.lines import to_json, to_jsonl
from bot.reply.linkeddata import document
from bot.reply.markdown import to_markdown
from bot.reply.spreadsheet import header_line, row_lines
from bot.terminal import show_reply

Format = Literal["text", "json", "jsonl", "markdown", "csv", "jsonld"]


class Printer:
    """Prints each reading as it comes. CSV has one header; linked data is one document, printed at the `end`."""

    def __init__(self, form: Format) -> None:
        self._form = form
        self._said = words(None).of_operator()
        self._reports: list[Report] = []

    def print(self, report: Report) -> None:
        match self._form:
            case "json":
                print(to_json(report))
            case "jsonl":
                sys.stdout.write(to_jsonl(report))
            case "markdown":
                print(to_markdown(report, self._said))
            case "csv":
                lines = row_lines(report, self._said)
                sys.stdout.write(lines if self._reports else header_line() + lines)
            case "text":
                reply = reading_reply(report, self._said)
                show_reply(replace(reply, hint=self._said("hint.terminal"), retry=False), Console(file=sys.stdout))
        sys.stdout.flush()
        self._reports.append(report)

    def end(self) -> None:
        if self._form == "jsonld" and self._reports:
            print(json.dumps(document(self._reports), ensure_ascii=False, indent=1))
