"""A PDF or a text file that somebody shares is read like a link."""

import pytest

from bot.playground.transcript import transcript
from tests.pdfs import column, pdf, scan
from tests.scenarios.scene import Scene

HEADLINE = "Harbour master warns of silt"
FIRST = (
    "The harbour of Lowmere may be closed to large ships by spring, its master said on Tuesday.",
    '"We lose a hand\'s breadth of water every month," said Ada Quill, the harbour master, at a meeting of the council.',
)
SECOND = (
    'The dredging company Tidewright denied that it had stopped its work. "Our ships are out every day," it said.',
    "The council will decide on new money for the dredging in March, when the budget of the port is due again.",
)
TEXT = "\n\n".join([HEADLINE, *FIRST, *SECOND]).encode()
PDF = pdf([(60.0, 740.0, 24.0, HEADLINE), *column("\n".join(FIRST))], column("\n".join(SECOND)))


async def share(
    newsroom: Scene, name: str, content: bytes, text: str = "", *, channel: str | None = None
) -> tuple[str, list[str]]:
    """Ana shares a file; the ts, and what the bot said in the thread."""
    where = channel or newsroom.newsroom
    ts = await newsroom.slack.say(newsroom.ana, where, text, files=[(name, content)])
    await newsroom.quiet()
    return ts, newsroom.said(ts, channel=where)


@pytest.mark.parametrize(("name", "content"), [("silt.pdf", PDF), ("silt.txt", TEXT)])
async def test_a_shared_file_is_read(newsroom: Scene, name: str, content: bytes) -> None:
    """Claims, who says them and who denies, under the article's own headline."""
    _, (said,) = await share(newsroom, name, content)

    assert said.startswith(HEADLINE)
    assert "Ada Quill" in said
    assert "Tidewright" in said


async def test_a_claim_of_a_pdf_links_to_its_page(newsroom: Scene) -> None:
    """The sentence's link opens the file at the page on which the sentence stands."""
    ts, _ = await share(newsroom, "silt.pdf", PDF)

    blocks = str(newsroom.replies(ts)[0]["blocks"])
    assert "silt.pdf#page=1" in blocks
    assert "silt.pdf#page=2" in blocks


async def test_a_question_under_a_file_is_answered_from_it(newsroom: Scene) -> None:
    """Follow-ups work as under a link."""
    ts, _ = await share(newsroom, "silt.pdf", PDF)
    await newsroom.paste("What does Ada Quill say about the water?", thread=ts)

    assert "hand's breadth of water" in newsroom.said(ts)[-1]


async def test_a_mention_under_a_file_reads_it(newsroom: Scene) -> None:
    """In a thread whose root shared a file before the bot came, a mention is enough."""
    ts = await newsroom.slack.say(newsroom.ana, newsroom.lobby, "look", files=[("silt.pdf", PDF)])
    newsroom.slack.invite_bot(newsroom.lobby)
    await newsroom.paste(f"<@{newsroom.slack.bot_user_id}> please", channel=newsroom.lobby, thread=ts)

    assert newsroom.said(ts, channel=newsroom.lobby)[-1].startswith(HEADLINE)


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("scan.pdf", scan(), "pictures of pages"),
        ("locked.pdf", pdf(column("x" * 40), encrypted=True), "password"),
        ("broken.pdf", b"%PDF-1.7 and no more", "damaged"),
        ("huge.pdf", b"%PDF-1.7" + b" " * 5_000_001, "larger than"),
        ("blank.txt", b" \n\n ", "is empty"),
        ("list.txt", b"milk, bread, eggs", "no article in the file list.txt"),
        ("sheet.xlsx", b"PK\x03\x04 a spreadsheet", "The file sheet.xlsx is no web page"),
        ("photo.pdf", b"\x89PNG\r\n\x1a\n and what makes a picture", "The file photo.pdf is no web page"),
        ("photo.txt", b"\xff\xd8\xff and what makes a picture", "The file photo.txt is no web page"),
    ],
)
async def test_what_stands_in_the_way_of_a_file_is_said(
    newsroom: Scene, name: str, content: bytes, sentence: str
) -> None:
    """Somebody who asks is told why the file cannot be read."""
    mention = f"<@{newsroom.slack.bot_user_id}>"
    _, said = await share(newsroom, name, content, mention)

    assert len(said) == 1
    assert sentence in said[0]
    assert "[Try again]" not in said[0] or name == "huge.pdf"


@pytest.mark.parametrize(("name", "content"), [("list.txt", b"milk, bread, eggs"), ("team.xlsx", b"PK\x03\x04")])
async def test_files_that_are_no_articles_are_left_alone(newsroom: Scene, name: str, content: bytes) -> None:
    """A shopping list, or a spreadsheet, is met with silence."""
    assert (await share(newsroom, name, content))[1] == []


async def test_an_empty_file_is_told(newsroom: Scene) -> None:
    """Nobody means to share nothing, so whoever did learns of it, asked or not."""
    _, said = await share(newsroom, "minutes.txt", b"")

    assert said == ["The file minutes.txt is empty, so there is nothing to read in it."]


async def test_the_address_of_a_file_is_not_read_for_whoever_pastes_it(newsroom: Scene) -> None:
    """The bot opens only what came with a message: a pasted address shows nobody what they could not open themselves."""
    secret = newsroom.slack.add_group("secret", members=[newsroom.ben])
    await newsroom.slack.say(newsroom.ben, secret, "ours", files=[("silt.pdf", PDF)])
    await newsroom.quiet()
    (file,) = newsroom.slack.backend.workspace.files.values()
    address = f"{newsroom.slack.backend.url}/files-pri/{newsroom.slack.team_id}-{file.id}/silt.pdf"

    for text in (address, f"shared-file:{file.id}/silt.pdf"):
        ts = await newsroom.paste(f"<@{newsroom.slack.bot_user_id}> {text}")
        assert all(HEADLINE not in said for said in newsroom.said(ts))


async def test_a_deleted_file_is_said_to_be_gone(newsroom: Scene) -> None:
    """Whoever shared it and took it back meanwhile is told so."""
    newsroom.slack.fail("files.info", error="file_deleted", times=None)

    _, said = await share(newsroom, "silt.pdf", PDF)

    assert "no longer in Slack" in said[0]


async def test_a_file_is_read_once_slack_is_back(newsroom: Scene) -> None:
    """While Slack has trouble of its own the job waits, and nothing is said twice."""
    newsroom.slack.fail("files.info", error="internal_error", times=1)

    _, said = await share(newsroom, "silt.pdf", PDF)

    assert [each.startswith(HEADLINE) for each in said] == [True]


async def test_the_same_file_shared_again_is_not_fetched_again(newsroom: Scene) -> None:
    """A file keeps its id in every share, and what is kept under it is shown at once."""
    ts, _ = await share(newsroom, "silt.pdf", PDF)
    before = sum(call.method == "files.info" for call in newsroom.slack.calls)
    root = newsroom.slack.thread(newsroom.newsroom, ts)[0]
    event = next(each for each in newsroom.slack.backend.outbox.events.values() if each["event"].get("ts") == ts)
    newsroom.slack.duplicate(event["event_id"])
    await newsroom.quiet()

    assert root["files"]
    assert sum(call.method == "files.info" for call in newsroom.slack.calls) == before
    assert [transcript(each) for each in newsroom.replies(ts)]
