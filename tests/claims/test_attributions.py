"""The table of sources: nobody is given another's words, and few of the right sources are refused."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from bot.claims.form import AnswerForm, AnswerPartForm, ClaimForm, DenialForm, Draft, Form, SourceForm
from bot.claims.grounding import answer_complaints, ground
from bot.claims.language.verbatim import fold
from bot.claims.reading import ReaderInfo
from bot.readers.offline import hear
from tests.claims.articles import article

TABLES = Path(__file__).parent / "attributions"
TUNED = tuple(sorted(path.stem for path in TABLES.glob("tuned_*.toml")))
REFUSED_AT_MOST = 0.05
# Of whom a pronoun stands for where its sentence names somebody else: (wrong ones believed, right ones refused); they may only fall.
PRONOUNS = {"pronouns": (1, 1), "pronouns_held_out": (2, 2)}
INFO = ReaderInfo(name="openai", model="m", prompt="p")
SOURCE = re.compile(r"\s*(?P<name>[^,]+), (?P<kind>\w+)(?:, (?P<role>.+))?")

Row = tuple[str, list[int], str, str]


def sources(text: str) -> list[SourceForm]:
    """ "Anke Vos, person, minister; -, anonymous, officials"."""
    found = []
    for at, part in enumerate(text.split(";"), start=1):
        match = SOURCE.fullmatch(part)
        assert match, part
        name = None if match["name"] == "-" else match["name"]
        row: dict[str, Any] = {"kind": match["kind"], "role": match["role"], "media": "none", "count": None}
        found.append(SourceForm(id=f"s{at}", name=name, **row))
    return found


def form(row: Row) -> Form:
    _, numbers, who, said = row
    speaking, _, relaying = who.partition(" via ")
    given = sources(speaking + (f"; {relaying}" if relaying else ""))
    count = len(sources(speaking))
    ids, via = [s.id for s in given[:count]], [s.id for s in given[count:]]
    if said == "denies":
        kind: Any = "denies"
        denied = DenialForm(sources=ids, via=via, kind=kind, claims=[], implied=None, sentences=numbers)
        return Form(sources=given, claims=[], denials=[denied])
    more: dict[str, Any] = {"cue": None, "certainty": "certain", "hedge": None, "kind": "fact"}
    claim = ClaimForm(id="c1", text=said, sentences=numbers, sources=ids, via=via, **more)
    return Form(sources=given, claims=[claim], denials=[])


def believed(text: str, language: str, row: Row) -> bool:
    """Whether the sources of the row are those that would be shown."""
    about, filled = article(text.strip(), language), form(row)
    reading = ground(about, Draft(filled, done=True), INFO, hear(about))
    shown = sorted((fold(s.name or ""), s.kind) for s in reading.sources)
    return shown == sorted((fold(s.name or ""), s.kind) for s in filled.sources)


def rows(*tables: str) -> list[tuple[str, bool, Row]]:
    """(verdict, believed, row) of every row."""
    found: list[tuple[str, bool, Row]] = []
    for table in tables:
        data: dict[str, Any] = tomllib.loads((TABLES / f"{table}.toml").read_text("utf-8"))
        for passage in data["passage"]:
            found += [(row[0], believed(passage["text"], passage["language"], row), row) for row in passage["rows"]]
    return found


def test_nobody_is_given_anothers_words() -> None:
    """Swapped, merged and invented sources, and deniers who denied nothing, are shown in no case."""
    passed = [row for verdict, stands, row in rows(*TUNED) if verdict == "wrong" and stands]

    assert passed == []


def test_few_right_sources_are_refused() -> None:
    """Pronouns, roles, quotations that go on, relays, several who speak at once: nearly all of them are believed."""
    right = [(stands, row) for verdict, stands, row in rows(*TUNED) if verdict == "right"]
    refused = [row for stands, row in right if not stands]

    assert len(refused) <= REFUSED_AT_MOST * len(right), refused


@pytest.mark.parametrize("table", PRONOUNS)
def test_who_is_asked_about_is_not_the_one_who_says_it(table: str) -> None:
    """ "Asked whether Lund would play, he said", "Lund had told him, he said": nobody is reported to speak of themselves by name."""
    told = rows(table)
    believed = [row for verdict, stands, row in told if verdict == "wrong" and stands]
    refused = [row for verdict, stands, row in told if verdict == "right" and not stands]

    assert len(believed) <= PRONOUNS[table][0], believed
    assert len(refused) <= PRONOUNS[table][1], refused


def test_an_answer_lets_nobody_say_what_another_said() -> None:
    """ "Vos said: …" is no answer where Hollander speaks."""
    passed = []
    for table in TUNED:
        for passage in tomllib.loads((TABLES / f"{table}.toml").read_text("utf-8"))["passage"]:
            about = article(passage["text"].strip(), passage["language"])
            voices = hear(about)
            for verdict, numbers, who, said in passage["rows"]:
                name = who.partition(",")[0]
                alone = verdict == "wrong" and ";" not in who and said != "denies"
                if alone and passage["language"] == "en" and name.istitle():
                    part = AnswerPartForm(text=f"{name} said: {said}", sentences=numbers)
                    told = AnswerForm(told=True, parts=[part])
                    passed += [] if answer_complaints(about, told, voices) else [part.text]

    assert passed == []
