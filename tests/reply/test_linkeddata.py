"""Linked data, held against the vocabulary that schema.org publishes."""

import json
import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings

from bot.claims.reading import Report
from bot.reply.linkeddata import CONTEXT, document, to_jsonld
from tests.reply.readings import report_of, reports

VOCABULARY = json.loads((Path(__file__).parent / "schemaorg.json").read_text(encoding="utf-8"))
DOCS = (Path(__file__).parents[2] / "docs" / "exports.md").read_text(encoding="utf-8")

Node = dict[str, Any]


def types(node: Node, graph: dict[str, Node]) -> set[str]:
    """The node's types with all that they are kinds of; a reference has those of what it refers to."""
    own = node["@type"] if "@type" in node else graph[node["@id"]]["@type"]
    found = {name for name in ([own] if isinstance(own, str) else own) if ":" not in name}
    for name in list(found):
        found |= types({"@type": VOCABULARY["parents"][name]}, graph)
    return found


def check(node: Node, graph: dict[str, Node]) -> None:
    """Every term is schema.org's own, on a type that has it, with a value that it takes; or it has our prefix."""
    for name, value in node.items():
        for item in value if isinstance(value, list) else [value]:
            if not name.startswith("@"):
                if ":" not in name:
                    rule = VOCABULARY["properties"][name]
                    assert types(node, graph) & set(rule["on"]), f"{name} on {node['@type']}"
                    assert any(_is(item, kind, graph) for kind in rule["values"]), f"{name}: {item}"
                else:
                    assert name.startswith("claims:")
                    assert f"`{name}`" in DOCS
            if isinstance(item, dict) and "@type" in item:
                check(item, graph)


def _is(item: Any, kind: str, graph: dict[str, Node]) -> bool:
    match kind:
        case "Text":
            return isinstance(item, str) and item != ""
        case "URL":
            return isinstance(item, str) and re.match(r"https?://\S+$", item) is not None
        case "Integer":
            return isinstance(item, int)
        case "Date":
            return isinstance(item, str) and datetime.fromisoformat(item) is not None
    return isinstance(item, dict) and kind in types(item, graph)


def checked(text: str) -> dict[str, Node]:
    """The graph by id, after every node of it was checked."""
    read = json.loads(text)
    assert read["@context"] == CONTEXT
    graph = {node["@id"]: node for node in read["@graph"]}
    assert len(graph) == len(read["@graph"])
    for node in graph.values():
        check(node, graph)
    return graph


def of_type(graph: dict[str, Node], name: str) -> Iterator[Node]:
    return (node for node in graph.values() if name in node["@type"])


def test_each_claim_appears_in_the_article_and_is_interpreted_by_us() -> None:
    """A `Claim` with its author, the article as its appearance, us as interpreter, and a quotation a sentence."""
    report = report_of()

    graph = checked(to_jsonld(report))

    claims = list(of_type(graph, "Claim"))
    first = claims[0]
    assert len(claims) == len(report.reading.claims)
    assert first["author"][0]["name"] == "Anna Lindqvist"
    assert first["author"][0]["jobTitle"] == "transport minister"
    assert first["appearance"]["url"] == "https://news.example/bridge?id=7"
    assert first["claimInterpreter"]["name"] == "claims-bot"
    assert [quotation["position"] for quotation in first["isBasedOn"]] == [2, 4]
    assert first["claims:certainty"] == "probable"


def test_claim_and_denial_point_to_each_other() -> None:
    """A denied claim names its denials, and each denial the claims it answers and who denies."""
    report = report_of()

    graph = checked(to_jsonld(report))

    denied = next(node for node in of_type(graph, "Claim") if "claims:denial" in node)
    denial = graph[denied["claims:denial"][0]["@id"]]
    assert {"@id": denied["@id"]} in denial["claims:denies"]
    assert denial["claims:denialKind"] == "denies"
    assert [who["name"] for who in denial["author"]] == ["The port authority", "Baltmar"]
    assert len(list(of_type(graph, "claims:Denial"))) == len(report.reading.denials)


def test_several_readings_are_one_graph() -> None:
    """Their nodes have names of their own, so that none stands for another's."""
    first = report_of()
    second = report_of(article=first.article.model_copy(update={"url": "https://other.example/x"}))

    ids = [node["@id"] for node in document([first, second])["@graph"]]

    assert len(ids) == len(set(ids)) == 2 * len(document([first])["@graph"])


@given(reports(most=60))
@settings(max_examples=40, suppress_health_check=list(HealthCheck))
def test_any_reading_is_valid(report: Report) -> None:
    """Whatever the article and the reader say, the document holds against the vocabulary, in clean UTF-8."""
    text = to_jsonld(report)

    text.encode("utf-8")
    checked(text)


def test_no_headline_closes_the_script_that_the_document_stands_in() -> None:
    """Linked data is put into pages; what an article says is no markup there."""
    report = report_of()
    title = "Bridge </script><img src=x>"
    told = to_jsonld(report.model_copy(update={"article": report.article.model_copy(update={"title": title})}))

    assert "<" not in told
    assert title in [node.get("headline") for node in json.loads(told)["@graph"]]
