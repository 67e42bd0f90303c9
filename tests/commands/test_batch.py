"""Many articles in one command."""

import pytest

from bot.claims.reading import Report
from bot.commands.printing import Printer
from bot.commands.read import print_all
from tests.commands.shell import claims_bot
from tests.reply.readings import report_of
from tests.seeds.gold import SEEDS


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


@pytest.mark.parametrize(("language", "said"), [(None, "8 Aussagen"), ("fr", "8 affirmations"), ("en", "8 claims")])
def test_a_reading_is_told_in_the_articles_language_or_the_one_that_is_set(language: str | None, said: str) -> None:
    """As in a channel; our own words, for its own stay as they are."""
    own = {"CLAIMS_LANGUAGE": language} if language else {}

    shown = claims_bot("read", str(SEEDS / "teure-bruecke.html"), **own)

    assert said in shown.stdout
    assert "Hasselbrook von der Liste" in shown.stdout.replace("\n", " ")
