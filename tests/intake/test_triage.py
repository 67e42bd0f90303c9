"""Which message is ours."""

from dataclasses import replace

import pytest

from bot.intake.message import Command, Message
from bot.intake.task import TASK, Ask, ReadLinks, ReadText
from bot.intake.triage import parse_command, triage

ME = "U0BOT"
LINK = "https://www.harbour.example/cranes"
PASTE = Message("T1", "C1", "channel", "100.1", "U1", f"look {LINK}", links=(LINK,))
QUESTION = Message("T1", "C1", "channel", "101.1", "U1", "Who denies it?", thread="100.1")


def decide(message: Message) -> object:
    return triage(message, me=ME, links_per_message=3)


def test_a_pasted_link_is_read_in_its_thread() -> None:
    """A link in a channel becomes a reading whose reply goes under that message."""
    task = decide(PASTE)

    assert isinstance(task, ReadLinks)
    assert (task.links, task.thread, task.asked) == ((LINK,), "100.1", False)


@pytest.mark.parametrize("text", ["export xml", "export https://courier.example/a xml", "export cvs"])
def test_an_export_in_a_form_we_do_not_have_reads_nothing(text: str) -> None:
    """Whoever mistypes a form is told the forms, for their eyes only, and gets no other reading for everybody."""
    command = Command(team="T1", channel="C1", user="U1", text=text, response_url="https://hooks.example/1", event="e1")

    task = parse_command(command, links_per_message=3)

    assert (task.verb, task.links, task.argument) == ("export", (), "")


def test_a_mention_and_its_message_twin_share_a_key() -> None:
    """The same paste as `message` and as `app_mention`, under different event ids, is one piece of work."""
    mention = replace(PASTE, mentions=(ME,), event="Ev2")

    first, second = decide(PASTE), decide(mention)

    assert isinstance(first, ReadLinks)
    assert isinstance(second, ReadLinks)
    assert first.key == second.key


def test_links_past_the_limit_are_named_not_read() -> None:
    """Only the first links of a message are read, in order; the others are kept to be named."""
    links = tuple(f"{LINK}/{n}" for n in range(5))

    task = decide(replace(PASTE, links=links))

    assert isinstance(task, ReadLinks)
    assert (task.links, task.left_out) == (links[:3], links[3:])


def test_a_front_page_takes_no_articles_place() -> None:
    """Where links are too many, a site's home page is left out before what may be an article."""
    home, articles = "https://daily.example/", tuple(f"https://daily.example/{n}" for n in range(3))

    task = decide(replace(PASTE, links=(articles[0], home, *articles[1:])))

    assert isinstance(task, ReadLinks)
    assert (task.links, task.left_out) == (articles, (home,))


@pytest.mark.parametrize(
    "message",
    [
        replace(PASTE, bot=True),
        replace(PASTE, user=ME),
        replace(PASTE, user=None),
        replace(PASTE, subtype="message_changed"),
        replace(PASTE, subtype="message_deleted"),
        replace(PASTE, subtype="channel_join"),
        replace(PASTE, links=(), text="good morning"),
        replace(QUESTION, thread=None),
        replace(QUESTION, mentions=("U2",)),
        replace(QUESTION, text="I think he denies it."),
        replace(QUESTION, text="did you see that?"),
        replace(QUESTION, text="Ana, is that the same company?"),
        replace(QUESTION, text="what a mess"),
    ],
)
def test_talk_between_people_and_machines_is_left_alone(message: Message) -> None:
    """Bots, edits, joins, chatter and questions to somebody else are not ours."""
    assert decide(message) is None


@pytest.mark.parametrize(
    "text",
    [
        "Who denies it?",
        "who denied the figure",
        "So, how many were killed?",
        "What did the U.S. say?",
        "How much does steel cost per ton?",
        "What did Cirque du Soleil claim?",
        "Overall, who denies it?",
        "Lodestar, who denies it?",
        "Wer bestreitet das?",
        "¿Quién lo niega?",
        "من ينفي ذلك؟",
    ],
)
def test_a_question_in_a_thread_is_asked_of_the_article(text: str) -> None:
    """A reply that asks and speaks to nobody else may be for us, in any language."""
    task = decide(replace(QUESTION, text=text))

    assert isinstance(task, Ask)
    assert (task.question, task.mentioned) == (text, False)


@pytest.mark.parametrize(
    "message",
    [
        replace(QUESTION, mentions=(ME,), text="and the cranes"),
        replace(QUESTION, where="direct", text="and the cranes"),
    ],
)
def test_a_mention_or_a_direct_message_is_always_for_us(message: Message) -> None:
    """Whoever names us, or writes to us alone, asks us, with or without a question mark."""
    task = decide(message)

    assert isinstance(task, Ask)
    assert task.mentioned


@pytest.mark.parametrize(
    ("text", "verb", "links", "quiet"),
    [
        (f"<{LINK}|label>", "read", (LINK,), False),
        (LINK, "read", (LINK,), False),
        (f"quietly {LINK}", "read", (LINK,), True),
        (f"Quietly {LINK}", "read", (LINK,), True),
        ("recent", "recent", (), False),
        (" HELP ", "help", (), False),
        ("", "help", (), False),
        ("forget", "forget", (), False),
        (f"Forget <{LINK}>", "forget", (LINK,), False),
        (f"forget {LINK}?{'x' * 300}", "forget", (f"{LINK}?{'x' * 300}",), False),
        (f"forget the {'word ' * 60}", "text", (), False),
        ("frobnicate", "help", (), False),
        ("recent today", "recent", (), False),
        ("settings, please", "settings", (), False),
        ("forget this thread", "forget", (), False),
        ("export pdf", "export", (), False),
        ("a bridge is closed", "short", (), False),
        ("force of the storm", "short", (), False),
        ("fnd water", "help", (), False),
        ("Sorce Ada Quill", "help", (), False),
        ("quietly", "short", (), True),
        ("quietly frobnicate", "short", (), True),
        ("quietly recent", "recent", (), True),
        ("word " * 41, "text", (), False),
        (f"{'word ' * 60} {LINK}", "text", (), False),
        (f"{LINK}?{'x' * 300}", "read", (f"{LINK}?{'x' * 300}",), False),
    ],
)
def test_a_command_is_understood(text: str, verb: str, links: tuple[str, ...], quiet: bool) -> None:
    """`/claims` takes links, long pasted text and verbs; an unknown word and a mistyped one get the help, too short a text does not."""
    task = parse_command(Command("T1", "C1", "U1", text, "https://hooks.example/1", "trigger"), links_per_message=3)

    assert (task.verb, task.links, task.quiet) == (verb, links, quiet)


def test_tasks_survive_the_queue() -> None:
    """What a queue keeps as JSON comes back as the same task."""
    task = decide(PASTE)
    assert isinstance(task, ReadLinks)

    assert TASK.validate_json(TASK.dump_json(task)) == task


def test_a_question_beside_its_link_is_kept() -> None:
    """Whoever asks about a link in the same message gets the list and the answer."""
    task = decide(replace(PASTE, mentions=(ME,), text="who denies it?"))

    assert isinstance(task, ReadLinks)
    assert task.question == "who denies it?"


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("https://courier.example/a-1 who denies it?", "who denies it?"),
        ("who says so in https://courier.example/a-1 and\nwho denies it?", "who says so in and who denies it?"),
        ("https://courier.example/a-1 ?", ""),
        ("https://courier.example/a?b=1", ""),
    ],
)
def test_the_link_is_no_part_of_the_question_beside_it(text: str, question: str) -> None:
    """Else its words would be looked for in the article; a mark alone asks nothing."""
    task = decide(replace(PASTE, mentions=(ME,), text=text))

    assert isinstance(task, ReadLinks)
    assert task.question == question


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("https://courier.example/a Who denies it?", "Who denies it?"),
        ("quietly <https://courier.example/a?b=1&amp;c=2|the article> is A&amp;B to blame?", "is A&B to blame?"),
        ("https://courier.example/a please", ""),
    ],
)
def test_a_question_beside_the_link_of_a_command_is_kept(text: str, question: str) -> None:
    """As beside the link of a message, from whichever markup Slack sends it in."""
    task = parse_command(Command("T1", "C1", "U1", text, "https://hooks.example/1", "e1"), links_per_message=3)

    assert task.verb == "read"
    assert task.question == question


@pytest.mark.parametrize(
    "text",
    [
        "thanks!",
        "ok",
        "Merci beaucoup",
        "👍",
        "Great, thank you so much!",
        "ok, vielen Dank",
        "Muchas gracias",
        "cheers",
    ],
)
@pytest.mark.parametrize("thread", ["100.1", None])
def test_courtesy_wants_no_answer(text: str, thread: str | None) -> None:
    """A thank-you is not a question about the article, whether we are named or alone with whoever says it."""
    assert decide(replace(QUESTION, where="direct", text=text, thread=thread)) is None
    assert decide(replace(QUESTION, mentions=(ME,), text=text, thread=thread)) is None


@pytest.mark.parametrize("text", ["?", "??", "…?", "!?"])
def test_a_mark_alone_is_no_question(text: str) -> None:
    """To us by name it calls, and is asked what it wants; among people it is theirs."""
    assert decide(replace(QUESTION, text=text)) is None

    named = decide(replace(QUESTION, mentions=(ME,), text=text))
    assert isinstance(named, Ask)
    assert named.question == ""


LONG = "The bridge will stay closed, the mayor said on Monday. " * 5


def test_a_long_text_sent_directly_is_read() -> None:
    """As `/claims` reads one of the same length."""
    task = decide(replace(QUESTION, where="direct", text=f" {LONG}", thread=None))

    assert isinstance(task, ReadText)
    assert (task.text, task.thread) == (LONG.strip(), QUESTION.ts)


@pytest.mark.parametrize(
    "message",
    [
        replace(QUESTION, where="direct", text=LONG),
        replace(QUESTION, where="direct", text=f"{LONG} Who denies it?", thread=None),
        replace(QUESTION, where="direct", text=LONG[:199], thread=None),
        replace(QUESTION, mentions=(ME,), text=LONG, thread=None),
    ],
)
def test_other_words_to_us_are_a_question(message: Message) -> None:
    """A reply in a thread, what ends in a question mark, a short text, and what others read too."""
    assert isinstance(decide(message), Ask)


def test_our_name_alone_is_no_courtesy() -> None:
    """A bare `!claims` in a thread of direct messages calls us, though no word follows."""
    task = decide(replace(QUESTION, where="direct", text="!claims"))

    assert isinstance(task, Ask)
    assert (task.question, task.mentioned) == ("", True)
