"""CSV: one row a claim, documented columns, no formulas."""

import csv
import io
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from bot.claims.reading import Report
from bot.reply.catalogue import words
from bot.reply.export import FORMS, export
from bot.reply.spreadsheet import COLUMNS, header_line, row_lines, to_csv
from tests.reply.readings import CLAIMS, article_of, report_of, reports

DOCS = (Path(__file__).parents[2] / "docs" / "exports.md").read_text(encoding="utf-8")
EN = words("en")


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_each_claim_is_a_row_with_its_source_denials_and_passage() -> None:
    """What a newsroom asks of a claim stands in its row."""
    report = report_of()

    found = rows(to_csv(report, EN))

    assert [row["claim"] for row in found] == [claim.id for claim in report.reading.claims]
    assert found[0]["sources"] == "Anna Lindqvist (transport minister)"
    assert found[0]["source_kinds"] == "person"
    assert (found[0]["certainty"], found[0]["hedge"]) == ("probable", "very likely")
    assert found[0]["sentences"] == "2; 4"
    assert report.article.sentence(2) in found[0]["passage"]
    assert found[0]["passage_url"].startswith("https://news.example/bridge?id=7#:~:text=")
    denied = next(row for row in found if row["denied"] == "yes")
    assert denied["denied_by"] == "the port authority; Baltmar (shipping firm)"


def test_the_columns_are_those_in_the_documentation() -> None:
    """Each column is described, in order, and none is described that is not there."""
    table = DOCS.partition("| column | holds |")[2].partition("\n\n")[0]

    assert re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE) == list(COLUMNS)


def test_every_form_is_in_the_documentation() -> None:
    """Whoever looks for a form of export finds it there."""
    assert re.findall(r"^\| `(\w+)` \| \w", DOCS.partition("## CSV")[0], re.MULTILINE) == list(FORMS)


@pytest.mark.parametrize("begins", ["=1+1", "+SUM(A1)", "-2", "@cmd", "|x", "%x", " =1", "\t=1", "＝1", "\u200b=1"])
def test_no_cell_is_a_formula(begins: str) -> None:
    """Text of an article that a spreadsheet would calculate stays text."""
    claim = CLAIMS[0].model_copy(update={"text": begins})
    report = report_of(article=article_of([[begins]], title=begins, outlet=begins), claims=[claim], denials=[])

    (row,) = rows(to_csv(report, EN))

    assert row["text"].startswith("'")
    assert row["title"].startswith("'")
    assert row["outlet"].startswith("'")


def test_readings_follow_each_other_under_one_header() -> None:
    """The header comes once, the rows of the second after those of the first."""
    report = report_of()

    found = rows(header_line() + row_lines(report, EN) + row_lines(report, EN))

    assert len(found) == 2 * len(report.reading.claims)


def test_file_has_a_name_of_the_headline_and_opens_in_excel() -> None:
    """The name is readable and safe; CSV begins with the mark that Excel needs, the others do not."""
    files = {form: export(report_of(), form, EN) for form in FORMS}

    assert files["csv"].name == "claims-harbour-bridge-very-likely-to-close-this-winter-minister.csv"
    assert files["csv"].body.startswith(b"\xef\xbb\xbfoutlet,")
    assert [file.name.rpartition(".")[2] for file in files.values()] == ["csv", "json", "md", "jsonld"]
    assert not any(files[form].body.startswith(b"\xef\xbb\xbf") for form in ("json", "markdown", "jsonld"))


@given(reports(most=60))
@settings(max_examples=40, suppress_health_check=list(HealthCheck))
def test_any_reading_is_a_table(report: Report) -> None:
    """Whatever the text: a row a claim, as many cells as columns, one line a cell, no formula, a file a form."""
    table = list(csv.reader(io.StringIO(to_csv(report, EN), newline="")))

    assert len(table) == 1 + len(report.reading.claims)
    for line in table:
        assert len(line) == len(COLUMNS)
        assert not any(re.match(r"\s*[=+\-@]|.*[\n\r\t]", cell) for cell in line)
    for form in FORMS:
        made = export(report, form, EN)
        made.body.decode("utf-8")
        assert re.fullmatch(r"claims[\w-]*\.(csv|json|md|jsonld)", made.name)
