"""A reading as a document."""

from hypothesis import HealthCheck, given, settings

from bot.claims.reading import Report
from bot.reply.catalogue import words
from bot.reply.markdown import to_markdown
from tests.reply.readings import CLAIMS, article_of, report_of, reports

EN = words("en")


def test_document_has_claims_passages_and_denials() -> None:
    """Everything of the reply, and each cited sentence in full."""
    text = to_markdown(report_of(), EN)

    assert text.startswith("# [Harbour bridge ‘very likely’ to close this winter, minister says](<https://news.example")
    assert "- **Engineers found cracks in two pillars of the bridge.**" in text
    assert "): Anna Lindqvist said that engineers had found cracks in two of its pillars." in text
    assert "  - Denied by the port authority and Baltmar (shipping firm)\n" in text
    assert "## In the outlet’s own voice" in text


def test_markup_of_an_article_is_taken_literally() -> None:
    """Markers are escaped, tags are entities."""
    claim = CLAIMS[0].model_copy(update={"text": "*a* _b_ [c](d) <e> # f `g` | h", "sentences": (1,)})
    text = to_markdown(report_of(article=article_of([["1. x"]], title="- t"), claims=[claim], denials=[]), EN)

    assert r"\*a\* \_b\_ \[c\](d) &lt;e&gt; \# f \`g\` \| h" in text
    assert r"): 1\. x" in text
    assert r"# [\- t]" in text


@settings(max_examples=15, suppress_health_check=list(HealthCheck))
@given(reports(most=50))
def test_any_reading_is_a_document(report: Report) -> None:
    """One claim a bullet, and no raw tag."""
    text = to_markdown(report, EN)

    assert text.endswith("\n")
    assert "<!" not in text
    assert text.encode("utf-8")
