"""The pages that are written from the code. `python -m tests.documents` writes them anew; a test compares."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from bot.__main__ import cli
from bot.settings import Settings, setting_names

DOCS = Path(__file__).parents[1] / "docs"
_NOTE = "<!-- Written by `python -m tests.documents`; change {} instead. -->"
_UNSET: tuple[object, ...] = (None, "", frozenset(), ())


def settings_page() -> str:
    """Every setting with its default, in the order of the class."""
    lines = [
        _NOTE.format("bot/settings.py"),
        "# Settings",
        "",
        "Environment variables; in development also lines of `.env` in the current folder, beneath them. An unknown `CLAIMS_` name or a bad",
        "value stops the start with one sentence that names it. `claims-bot doctor --settings` prints this list.",
        "",
        "| name | default | what it is |",
        "|---|---|---|",
    ]
    for field, name in setting_names().items():
        info = Settings.model_fields[field]
        default = "" if info.default in _UNSET else f"`{info.default}`"
        lines.append(f"| `{name}` | {default} | {_cell(info.description or '')} |")
    return "\n".join(lines) + "\n"


def commands_page() -> str:
    """Every command as its `--help` tells it."""
    lines = [
        _NOTE.format("bot/__main__.py"),
        "# Commands",
        "",
        "`claims-bot`, also `python -m bot`. Exit codes: 0 done, 1 failed with one sentence on stderr, 2 wrong usage.",
        "",
    ]
    for path, command in _commands(typer.main.get_command(cli), "claims-bot"):
        lines += list(_section(path, command))
    return "\n".join(lines).rstrip() + "\n"


def _commands(command: Any, path: str) -> Iterator[tuple[str, Any]]:
    below = getattr(command, "commands", None)
    if below is None:
        yield path, command
        return
    for name, each in below.items():
        yield from _commands(each, f"{path} {name}")


def _section(path: str, command: Any) -> Iterator[str]:
    arguments = [each for each in command.params if each.param_type_name == "argument"]
    options = [each for each in command.params if each.param_type_name == "option" and each.name != "help"]
    usage = " ".join([path, *(_metavar(each) for each in arguments), *(["[options]"] if options else [])])
    yield from (f"## `{usage}`", "", " ".join((command.help or "").split()), "")
    rows = [(_metavar(each), each.help) for each in arguments] + [(_option(each), each.help) for each in options]
    if rows:
        yield from ("| | |", "|---|---|")
        yield from (f"| `{_cell(name)}` | {_cell(text or '')} |" for name, text in rows)
        yield ""


def _metavar(parameter: Any) -> str:
    return str(parameter.metavar or parameter.name.upper())


def _option(option: Any) -> str:
    names = ", ".join([*option.opts, *option.secondary_opts])
    return names if option.is_flag else f"{names} {_metavar(option)}"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


PAGES = {"settings.md": settings_page, "commands.md": commands_page}


def write() -> None:
    DOCS.mkdir(exist_ok=True)
    for name, page in PAGES.items():
        (DOCS / name).write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    write()
