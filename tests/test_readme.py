"""README tells the truth."""

import re

from bot.__main__ import cli
from bot.settings import setting_names
from tests.readme import README, demo_output, shown_in_readme


def test_the_thread_in_readme_is_what_the_demo_prints() -> None:
    """The demo, run as a newcomer runs it, prints what README shows; `python -m tests.readme` brings it up to date."""
    assert demo_output() == shown_in_readme()


def test_every_setting_that_readme_names_exists() -> None:
    """No setting in README is misspelt or gone."""
    named = set(re.findall(r"\b(?:CLAIMS|SLACK|OPENAI)_[A-Z_]+[A-Z]\b", README.read_text(encoding="utf-8")))

    assert named <= set(setting_names().values())


def test_every_command_is_in_readme() -> None:
    """Whoever reads README knows every command there is."""
    text = README.read_text(encoding="utf-8")

    for command in cli.registered_commands:
        assert command.callback is not None
        assert f"claims-bot {command.name or command.callback.__name__}" in text


def test_readme_tells_things_in_the_order_in_which_they_are_asked() -> None:
    """What it is, what it looks like, how to try it; then use, connection, figures, limits and privacy."""
    text = README.read_text(encoding="utf-8")
    order = (
        "Paste a link",
        "docs/playground-light.png",
        "make demo",
        "## Three moments",
        "## Connect a workspace",
        "## How good is it",
        "## How fast is it",
        "## What it does not do",
        "## Privacy",
    )

    places = [text.index(each) for each in order]
    assert places == sorted(places)
    headings = re.findall(r"^## .+$", text, re.MULTILINE)
    assert headings[:6] == [each for each in order if each.startswith("## ")]
