"""The table of answers: none tells as the article's own what only somebody says, and few of the faithful are refused."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from bot.claims.form import AnswerForm, AnswerPartForm
from bot.claims.grounding import answer_complaints
from bot.readers.offline import hear
from tests.claims.articles import article_of_lines

TABLES = Path(__file__).parent / "answers"
REFUSED_AT_MOST = 0.05


@cache
def seen() -> list[tuple[str, bool, str]]:
    """(verdict, whether it stands, part) of every row."""
    found: list[tuple[str, bool, str]] = []
    for path in sorted(TABLES.glob("tuned_*.toml")):
        data: dict[str, Any] = tomllib.loads(path.read_text("utf-8"))
        for passage in data["passage"]:
            about = article_of_lines(passage["text"].strip(), passage["language"])
            voices = hear(about)
            for verdict, numbers, said in passage["rows"]:
                told = AnswerForm(told=True, parts=[AnswerPartForm(text=said, sentences=numbers)])
                found.append((verdict, not answer_complaints(about, told, voices), said))
    return found


def test_an_answer_names_who_says_what_only_somebody_says() -> None:
    """Neither an accusation nor a promise becomes a fact because an answer leaves out whose it is."""
    passed = [said for verdict, stands, said in seen() if verdict != "faithful" and stands]

    assert passed == []


def test_few_faithful_answers_are_refused() -> None:
    """ "Yes: …, three sailors said", and what the article states itself."""
    faithful = [(stands, said) for verdict, stands, said in seen() if verdict == "faithful"]
    refused = [said for stands, said in faithful if not stands]

    assert len(refused) <= REFUSED_AT_MOST * len(faithful), refused


WAGES = """
Wages under dispute
The trade union federation said real wages were still 4 percent below their level of 2021.
The employers’ association, citing different data, put the gap at 1.5 percent.
The club Nordhaven denied that it had paid anybody for the strike.
"""


@pytest.mark.parametrize(
    ("said", "numbers", "stands"),
    [
        ("The employers’ association said real wages were 4 percent below their level of 2021.", [2, 3], False),
        ("The trade union federation said real wages were 4 percent below their level of 2021.", [2, 3], True),
        ("The club Nordhaven paid nobody for the strike.", [4], False),
        ("The club Nordhaven did not pay anybody for the strike.", [4], False),
        ("The club Nordhaven denied that it had paid anybody for the strike.", [4], True),
    ],
)
def test_what_somebody_says_or_denies_is_told_of_them(said: str, numbers: list[int], stands: bool) -> None:
    """Neither of the other body that is cited, nor as a fact."""
    about = article_of_lines(WAGES.strip())
    told = AnswerForm(told=True, parts=[AnswerPartForm(text=said, sentences=numbers)])

    assert (not answer_complaints(about, told, hear(about))) is stands
