"""The commands that the project's pages show, by the label of their block: ```` ```sh ```` and perhaps where they run."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
OPERATORS = ROOT / "deploy" / "README.md"
_BLOCK = re.compile(r"^ *```([^\n`]*)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)


def blocks(page: Path) -> list[tuple[str, str]]:
    """Each block of a page with its label, in order."""
    return [(label.strip(), text) for label, text in _BLOCK.findall(page.read_text(encoding="utf-8"))]


def commands(label: str, page: Path = OPERATORS) -> list[str]:
    """What a person types, line by line; a line that ends in a backslash goes on in the next."""
    said = "\n".join(text for each, text in blocks(page) if each == label).replace("\\\n", " ")
    return [" ".join(line.split()) for line in said.splitlines() if line.strip()]
