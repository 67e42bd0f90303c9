"""A reading as one line of JSON."""

import json

from hypothesis import HealthCheck, given, settings

from bot.claims.reading import Report
from bot.reply.lines import to_jsonl
from tests.reply.readings import report_of, reports


def test_line_is_the_object_of_the_contract() -> None:
    """What is read back is what `--json` prints."""
    report = report_of()

    assert json.loads(to_jsonl(report)) == json.loads(json.dumps(report.as_json()))


@settings(max_examples=15, suppress_health_check=list(HealthCheck))
@given(reports(most=20))
def test_any_reading_is_exactly_one_line(report: Report) -> None:
    """No text breaks the line, for any idea of a line, and all of it can be written as UTF-8."""
    line = to_jsonl(report)

    assert line.splitlines() == [line.removesuffix("\n")]
    assert line.encode("utf-8")
    assert json.loads(line)["schema"] == "claims/1"
