"""A long article written by a rule, and a model that reads it by the same rule."""

import re
from typing import Any

from bot.article.article import Article
from bot.article.extract import article_from_text
from tests.model_answers import Said
from tests.model_server import Asked

PEOPLE = ("Ada Obi", "Bo Lindqvist", "Carla Mendes", "Dov Katz")
DENIED = 3


def transcript(paragraphs: int, words: int = 17) -> Article:
    """Three sentences and so many words a paragraph; the last one denies what is claimed in an early one."""
    talk = " and went on" * ((words - 17) // 3)
    text = ["The pumps of Rossmere"]
    for i in range(1, paragraphs + 1):
        who = PEOPLE[i % len(PEOPLE)]
        text.append(f"Pump {i} is broken, {who} said. The rain fell on street {i}. Nobody was in house {i}{talk}.")
    text.append(f"The Rossmere council denied that pump {DENIED} is broken.")
    return article_from_text("\n\n".join(text))


def form(sentences: dict[int, str]) -> dict[str, Any]:
    """Who says which pump is broken, and who denies it, in these sentences."""
    said = {n: m for n, s in sentences.items() if (m := re.match(r"(Pump \d+ is broken), (.+) said\.$", s))}
    denied = [n for n, s in sentences.items() if "denied" in s]
    ids = {name: f"s{i}" for i, name in enumerate(dict.fromkeys(m[2] for m in said.values()), 1)}
    sources = [_source(id_, name, "person") for name, id_ in ids.items()]
    if denied:
        sources.append(_source("s9", "Rossmere council", "organisation"))
    claims = [
        {"id": f"c{i}", "text": f"{m[1]}.", "sentences": [n], "sources": [ids[m[2]]], "via": [], "cue": "said",
         "certainty": "certain", "hedge": None, "kind": "fact"}
        for i, (n, m) in enumerate(said.items(), 1)
    ]  # fmt: skip
    denials = [
        {"sources": ["s9"], "via": [], "kind": "denies", "claims": [], "implied": None, "sentences": [n]}
        for n in denied
    ]
    return {"sources": sources, "claims": claims, "denials": denials}


def _source(id_: str, name: str, kind: str) -> dict[str, Any]:
    return {"id": id_, "name": name, "kind": kind, "role": None, "media": "none", "count": None}


def links(asked: Asked) -> dict[str, Any]:
    """The denial of pump n answers each claim about pump n."""
    claims = re.findall(r"^(c\d+) \[.*: Pump (\d+) is broken", asked.text, re.MULTILINE)
    denials = re.findall(r"^(d\d+) \[.*denied that pump (\d+) is", asked.text, re.MULTILINE)
    pairs = [(d, [c for c, pump in claims if pump == about]) for d, about in denials]
    return {"links": [{"denial": d, "claims": answered} for d, answered in pairs if answered]}


def reads(asked: Asked) -> Said:
    """A model that reads every part and links every denial."""
    return links(asked) if asked.form == "links" else form(asked.sentences)


def part_of(asked: Asked) -> int:
    """Which part a request is about, 0 for the links."""
    found = re.search(r"^Part: (\d+) of ", asked.text, re.MULTILINE)
    return int(found[1]) if found else 0


PAGE = transcript(60)
"""Long enough for two parts with the settings of the tests."""
