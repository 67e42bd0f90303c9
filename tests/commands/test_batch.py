"""Many articles in one command."""

import pytest

from bot.claims.reading import Report
from bot.commands.printing import Printer
from bot.commands.read import print_all
from tests.reply.readings import report_of


async def test_one_that_breaks_takes_no_other_with_it(capsys: pytest.CaptureFixture[str]) -> None:
    """Also where nobody expected it: it is named, with the place in our code, and the others are printed."""

    async def read(source: str) -> Report:
        if source == "b":
            raise KeyError(source)
        return report_of()

    code = await print_all(["a", "b", "c"], read, Printer("jsonl"))

    printed, said = capsys.readouterr()
    assert code == 1
    assert printed.count('{"schema":') == 2
    assert "b: unexpected KeyError at test_batch.py" in said
