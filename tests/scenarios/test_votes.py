"""What people think of a reading: a press, and a short form where something is wrong."""

import json
from typing import Any

from bot.evaluation.ballots import gold_row
from bot.evaluation.gold import Gold
from bot.intake.task import MISTAKES
from bot.playground.articles import SHOWCASE
from bot.playground.transcript import transcript
from bot.slack.drawing import actions
from tests.scenarios.scene import Scene


async def disliked(newsroom: Scene, ts: str, *, user: str | None = None) -> dict[str, Any]:
    """Somebody presses *Something is wrong* under the last reply; the form."""
    reply = newsroom.replies(ts)[-1]
    await newsroom.slack.press(user or newsroom.ana, newsroom.newsroom, reply["ts"], actions.VOTE, "negative")
    await newsroom.slack.until(lambda: bool(newsroom.slack.views), timeout=5)
    view: dict[str, Any] = newsroom.slack.views[-1]
    return view


async def exported(newsroom: Scene) -> list[dict[str, Any]]:
    await newsroom.quiet()
    return [json.loads(json.dumps(gold_row(each))) for each in await newsroom.bot.store.ballots.all()]


async def test_a_thumbs_down_asks_what_is_wrong_and_keeps_it_by_claim(newsroom: Scene) -> None:
    """The form offers six mistakes and every claim; what is sent stands with the claim's text and sentences."""
    ts = await newsroom.paste(newsroom.site.link(SHOWCASE))

    view = await disliked(newsroom, ts)
    await newsroom.slack.submit_view(view["id"], {"what": "wrong_source", "claim": "c2", "comment": "It was Anders."})

    (row,) = await exported(newsroom)
    assert [each[:9] for each in newsroom.whispered()] == ["Thank you"]
    (vote,) = row["votes"]
    claim = (await newsroom.bot.store.ballots.all())[0].reading.claims[1]
    assert (vote["what"], vote["claim"], vote["comment"]) == ("wrong_source", claim.text, "It was Anders.")
    assert vote["sentences"] == list(claim.sentences)
    assert (row["good"], row["bad"]) == (0, 1)
    assert row["statements"] is None
    assert newsroom.ana not in json.dumps(row)


async def test_the_form_has_every_mistake_and_every_claim(newsroom: Scene) -> None:
    """Only what is wrong has to be said; the claim and the words are left to whoever fills it in."""
    ts = await newsroom.paste(newsroom.site.link(SHOWCASE))

    view = await disliked(newsroom, ts)

    what, claim, comment = view["blocks"]
    assert [each["value"] for each in what["element"]["options"]] == list(MISTAKES)
    assert len(claim["element"]["option_groups"][0]["options"]) > 5
    assert (what.get("optional"), claim["optional"], comment["optional"]) == (None, True, True)


async def test_a_thumbs_up_makes_gold_of_a_reading(newsroom: Scene) -> None:
    """Where people found it good and nobody found fault, its statements and denials are exported as right."""
    ts = await newsroom.paste(newsroom.site.link(SHOWCASE))
    (reply,) = newsroom.replies(ts)

    await newsroom.slack.press(newsroom.ana, newsroom.newsroom, reply["ts"], actions.VOTE, "positive")

    (row,) = await exported(newsroom)
    gold = Gold.model_validate(row)
    assert gold.statements
    assert gold.denials
    assert all(gold.text[each.start : each.end].strip() for each in gold.statements)
    assert newsroom.slack.views == []


async def test_a_form_that_is_sent_twice_says_it_once(newsroom: Scene) -> None:
    """Slack delivers a submission again, and somebody says the same of the same claim in another words: one remark."""
    ts = await newsroom.paste(newsroom.site.link(SHOWCASE))
    view = await disliked(newsroom, ts)
    sent = {"what": "wrong_claim", "claim": "c1", "comment": "no"}
    await newsroom.slack.submit_view(view["id"], sent)
    await newsroom.quiet()
    again = await disliked(newsroom, ts)

    await newsroom.slack.submit_view(again["id"], sent | {"comment": "not at all"})

    (row,) = await exported(newsroom)
    assert [vote["comment"] for vote in row["votes"]] == ["not at all"]


async def test_an_answer_is_voted_on_without_claims_to_choose(newsroom: Scene) -> None:
    """The form under an answer asks what is wrong and for words."""
    ts = await newsroom.paste(newsroom.site.link(SHOWCASE))
    await newsroom.paste("How many cranes were taken off the network?", thread=ts)

    view = await disliked(newsroom, ts, user=newsroom.ben)
    await newsroom.slack.submit_view(view["id"], {"what": "other"})

    assert [block["block_id"] for block in view["blocks"]] == ["what", "comment"]
    (row,) = await exported(newsroom)
    assert row["votes"][0]["what"] == "other"


async def test_a_thumbs_down_on_a_purged_reading_says_so(newsroom: Scene) -> None:
    """After `/claims forget` the buttons still stand; the window tells that nothing can be noted."""
    ts = await newsroom.paste(newsroom.site.link(SHOWCASE))
    await newsroom.run(f"forget {newsroom.site.link(SHOWCASE)}")

    view = await disliked(newsroom, ts)

    assert "no longer keep that reading" in transcript(view)
    assert await exported(newsroom) == []


async def test_what_was_said_goes_with_what_is_forgotten(newsroom: Scene) -> None:
    """A form opened before and sent after a thread is forgotten leaves nothing."""
    ts = await newsroom.paste(newsroom.site.link(SHOWCASE))
    view = await disliked(newsroom, ts)
    await newsroom.run(f"forget {newsroom.site.link(SHOWCASE)}")

    await newsroom.slack.submit_view(view["id"], {"what": "wrong_claim", "claim": "c1"})

    assert await exported(newsroom) == []


async def test_what_nobody_can_look_up_asks_for_no_vote(newsroom: Scene) -> None:
    """An answer for the asker alone is no message of ours that a vote could be kept with."""
    await newsroom.run(f"quietly {newsroom.site.link(SHOWCASE)}")

    answer = newsroom.slack.ephemerals(newsroom.newsroom, newsroom.ana)[-1]
    assert "context_actions" not in [block["type"] for block in answer["blocks"]]
