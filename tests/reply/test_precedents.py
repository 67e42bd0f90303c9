"""What is said of an earlier article that makes the same claim."""

import pytest

from bot.claims.reading import Claim, Denial
from bot.reply.catalogue import words
from bot.reply.compose import reading_reply
from bot.reply.precedents import with_precedents
from bot.reply.recall import Recalled
from tests.reply.readings import CLAIMS, report_of

EN = words("en")


def facts_of(there: Claim, *denials: Denial) -> str:
    """Beside the first claim of today's reading, told of an earlier one."""
    earlier, today = report_of(claims=[there], denials=denials), report_of()
    seen = {"c1": [Recalled(earlier.article, earlier.reading, "claim", there.id, None, "Monday")]}

    reply = with_precedents(reading_reply(today, EN, shelfmark="1"), today.reading, seen, EN)

    return next(item for item in reply.claims if item.id == "c1").precedents[0].facts


@pytest.mark.parametrize(
    ("kind", "said"), [("denies", "denied there by Baltmar"), ("counters", "countered there by Baltmar")]
)
def test_who_only_told_another_story_has_not_denied_it(kind: str, said: str) -> None:
    """The word is the one that stands in the earlier reply."""
    denial = Denial.model_validate({"id": "d1", "sources": ("s7",), "kind": kind, "claims": ("c1",), "sentences": (8,)})

    facts = facts_of(CLAIMS[0], denial)

    assert said in facts
    assert facts.count("there by") == 1


def test_a_claim_that_was_put_more_firmly_there_says_so() -> None:
    """ "Likely" here and as a fact there are one claim, and a reader must see that they differ."""
    firm = CLAIMS[0].model_copy(update={"certainty": "certain", "hedge": None})

    assert "there as certain" in facts_of(firm)


def test_a_claim_that_was_put_as_firmly_there_says_nothing_of_it() -> None:
    """Whatever word the hedge has there."""
    likely = CLAIMS[0].model_copy(update={"hedge": "probably"})

    assert "there likely" not in facts_of(likely)
