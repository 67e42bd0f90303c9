"""What the documents show can be typed: each block is tried somewhere, and what stands in a sentence exists."""

import re
import shlex
import subprocess
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
import typer

from bot.__main__ import cli
from bot.settings import setting_names
from tests.deploy.pages import blocks

ROOT = Path(__file__).parents[1]
TEXTS = sorted(
    {
        path
        for pattern in ("*.md", "deploy/*.md", "docs/*.md", "*/README.md")
        for path in ROOT.glob(pattern)
        if not path.parent.name.startswith(".")
    }
)
TRIED = {
    "sh": "tests/deploy/test_operator.py, and here",
    "sh containers": "tests/deploy/test_containers.py",
    "sh kubernetes": "tests/deploy/test_containers.py and tests/deploy/test_kubernetes.py",
    "sh rehearsal": "tests/deploy/test_pieces.py",
    "sh several": "tests/deploy/test_pieces.py",
    "sh systemd": "tests/deploy/test_systemd.py",
    "sh traces": "tests/deploy/test_pieces.py",
    "ini": "here",
    "json": "tests/bench",
    "nginx": "tests/deploy/test_pieces.py",
    "text": "no command: what is printed, or a list that is looked up here",
    "yaml": "tests/deploy/test_pieces.py",
}
"""Where the commands of a block are run, by its label."""

_SPAN = re.compile(r"`([^`\n]+)`")
_MAKE = re.compile(r"^make ([a-z-]+)")
_MODULE = re.compile(r"python -m (tests\.[\w.]+)")
_BOT = re.compile(r"^(?:[A-Z_]+=\S+ )*(?:\S*/)?claims-bot ((?:[a-z]+)(?: .*)?)$")


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("page", TEXTS, ids=named)
def test_every_block_says_what_it_is(page: Path) -> None:
    """A block without a label would be a command that nobody tries."""
    assert [label for label, _ in blocks(page) if label not in TRIED] == []


def typed(page: Path) -> list[str]:
    """Every command that a page shows, in a block or within a sentence; without what is said beside it."""
    text = page.read_text(encoding="utf-8")
    lines = [line for label, block in blocks(page) if label.startswith(("sh", "text")) for line in block.splitlines()]
    spans = _SPAN.findall(re.sub(r"```.*?```", "", text, flags=re.DOTALL))
    whole = (re.sub(r"\$\([^)]*\)", "WORD", each.strip()) for each in [*lines, *spans])
    return [re.split(r"\s{2,}|\s#| \\?\|", each)[0] for each in whole]


@pytest.mark.parametrize("page", TEXTS, ids=named)
def test_every_target_of_make_exists(page: Path) -> None:
    """`make --dry-run` takes each."""
    for target in {match[1] for each in typed(page) if (match := _MAKE.match(each))}:
        done = subprocess.run(["make", "--dry-run", target], cwd=ROOT, capture_output=True, text=True, check=False)
        assert done.returncode == 0, target


@pytest.mark.parametrize("page", TEXTS, ids=named)
def test_every_program_of_the_tests_exists(page: Path) -> None:
    """What is run with `python -m` is there."""
    for module in {match[1] for each in typed(page) if (match := _MODULE.search(each))}:
        assert find_spec(module) is not None, module


@pytest.mark.parametrize("page", TEXTS, ids=named)
def test_every_command_of_the_bot_exists_with_its_options(page: Path) -> None:
    """No page shows a command, or an option of it, that is gone or misspelt."""
    for each in typed(page):
        if found := _BOT.search(each):
            words = shlex.split(found[1].replace("’", "").replace("'", ""))
            command, rest = below(typer.main.get_command(cli), words)
            options = {word for word in rest if word.startswith("--")}
            assert options <= {name for one in command.params for name in (*one.opts, *one.secondary_opts)}, each


def below(command: Any, words: list[str]) -> tuple[Any, list[str]]:
    """The command that the words name, and the words after its name."""
    commands = getattr(command, "commands", None)
    if commands is None:
        return command, words
    if not words:
        return command, []
    assert words[0] in commands, words
    return below(commands[words[0]], words[1:])


@pytest.mark.parametrize("page", TEXTS, ids=named)
def test_a_settings_file_that_is_shown_names_settings(page: Path) -> None:
    """Whoever copies it into `.env` has a bot that starts."""
    for label, block in blocks(page):
        if label == "ini":
            assert {line.strip().partition("=")[0] for line in block.splitlines()} <= set(setting_names().values())
