"""Which message is ours, and what it asks for. Pure decisions over values."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from difflib import get_close_matches

from bot.intake.links import beside_slack_links, divided, links_in_plain_text, links_in_slack_text
from bot.intake.message import Command, Message
from bot.intake.question import is_question, speaks_to_a_person, without_links
from bot.intake.shared import links_of
from bot.intake.task import Ask, ReadLinks, ReadText, RunCommand, Task

# Everything else that Slack calls a message is an edit, an unfurl, a join or a bot.
_PEOPLE_WRITE = frozenset({None, "file_share", "thread_broadcast", "me_message"})

_MARKS = r"[\s.,!🙏👍]"
_COURTESY = re.compile(
    rf"{_MARKS}*(?:(?:ok(?:ay)?|(?:many )?thanks?(?: you)?(?: so much| very much| a lot)?|thx|cheers|great|good|nice|cool|perfect"
    r"|got it|understood|(?:vielen |besten )?danke?(?: schön| sehr| dir)?|super|toll|prima|perfekt|merci(?: beaucoup| bien)?|parfait"
    rf"|bravo|(?:muchas |mil )?gracias|perfecto|genial|vale)(?:{_MARKS}+|$))*",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w")

EXPORT_FORMS = ("csv", "json", "markdown", "jsonld")
"""What `export` may be told; the first where it is told nothing."""

LIKE = 0.75
"""How alike a mistyped word must be to the command that is offered: "fnd" and "halp" are, "force" and "source" are not."""

_CALLED = re.compile(r"\s*!claims\b\s*", re.IGNORECASE)
"""How we are called in a thread, where Slack has no commands."""

PASTED_TEXT_FROM = 200
"""Characters from which the text after `/claims` is an article and no mistyped word."""


def triage(message: Message, *, me: str, links_per_message: int) -> Task | None:
    """What to do about a message; None for what is not ours.

    A link, or a file that may hold an article, is read wherever we see it. Without one, a mention, `!claims` or a
    direct message asks us, and so does a question in a thread that speaks to nobody else; whether that thread is ours
    is looked up later. An edit asks for the links that it brings and for nothing else.
    """
    if message.bot or message.user is None or message.user == me or message.subtype not in _PEOPLE_WRITE:
        return None
    called = _CALLED.match(message.text)
    if called:
        message = replace(message, text=message.text[called.end() :])
    asked = bool(called) or me in message.mentions or message.where == "direct"
    links = (*message.links, *links_of(message.files, asked=asked))
    if links or message.edit:
        return _to_read(message, links, links_per_message, asked=asked) if links else None
    if asked and not called and _is_courtesy(message.text.strip()):
        return None
    if _is_article(message):
        return ReadText(**message.origin, text=message.text.strip())
    return _to_answer(message, asked=asked, called=bool(called)) if asked or _asks_the_thread(message) else None


def _to_read(message: Message, links: tuple[str, ...], most: int, *, asked: bool) -> ReadLinks:
    read, left_out = divided(links, most)
    return ReadLinks(
        **message.origin,
        links=read,
        left_out=left_out,
        asked=asked,
        question=_beside_links(message.text) if asked and not message.edit else "",
        edit=message.edit,
    )


def _beside_links(text: str) -> str:
    """The question that stands beside the links, if one does."""
    said = without_links(text)
    return said if is_question(said) and _WORD.search(said) else ""


def _is_article(message: Message) -> bool:
    """A text of some length, sent directly and in reply to nothing, that asks nothing at its end."""
    alone = message.where == "direct" and message.root == message.ts
    text = message.text.strip()
    return alone and len(text) >= PASTED_TEXT_FROM and not text.endswith("?")


def _to_answer(message: Message, *, asked: bool, called: bool) -> Ask:
    """A mark without a word calls us, and asks nothing."""
    question = message.text.strip() if _WORD.search(message.text) else ""
    direct = message.where == "direct"
    return Ask(**message.origin, question=question, mentioned=asked, called=called, direct=direct)


def _is_courtesy(text: str) -> bool:
    """ "Thanks!" wants no answer, even of whom it names; the name alone does."""
    return bool(text) and bool(_COURTESY.fullmatch(text))


def _asks_the_thread(message: Message) -> bool:
    if message.thread is None or message.thread == message.ts or message.mentions or not _WORD.search(message.text):
        return False
    return is_question(message.text) and not speaks_to_a_person(message.text)


def parse_command(command: Command, *, links_per_message: int) -> RunCommand:
    """`/claims [quietly] LINK… [QUESTION] | TEXT | recent | find WORDS | source NAME | reread LINK | forget LINK | settings | help`.

    A word that is not known is answered with the help, and with the command that it is like; a text that is too short with
    what is missing.
    """
    words = command.text.strip()
    quiet = words.lower().split(None, 1)[:1] == ["quietly"]
    if quiet:
        words = words[len("quietly") :].strip()
    task = RunCommand(
        team=command.team,
        channel=command.channel,
        user=command.user,
        verb="help",
        quiet=quiet,
        response_url=command.response_url,
        event=command.event,
    )
    return _by_verb(task, words) or _without_verb(task, words, links_per_message)


def _by_verb(task: RunCommand, words: str) -> RunCommand | None:
    first, _, rest = words.partition(" ")
    verb = first.strip(",.:!").lower()
    return VERBS[verb](task, verb, rest.strip()) if verb in VERBS else None


def _without_verb(task: RunCommand, words: str, most: int) -> RunCommand:
    """A pasted text, at most so many links, or what we cannot make anything of."""
    if len(words) >= PASTED_TEXT_FROM and not words.lower().startswith(("http://", "https://", "<http")):
        return task.model_copy(update={"verb": "text", "argument": words})
    links = _links(words)
    if links:
        read, left_out = divided(links, most)
        question = _beside_links(beside_slack_links(words))
        return task.model_copy(update={"verb": "read", "links": read, "left_out": left_out, "question": question})
    if task.quiet or (len(words.split()) > 1 and meant(words) is None):
        return task.model_copy(update={"verb": "short", "argument": words[:80]})
    return task.model_copy(update={"argument": words[:80]})


def meant(words: str) -> str | None:
    """The command that these words are, but for a slip in the first of them; None where they are like none."""
    first, _, rest = words.partition(" ")
    near = get_close_matches(first.strip(",.:!").lower(), VERBS, n=1, cutoff=LIKE)
    return f"{near[0]} {rest}".strip() if near else None


def command_in(question: str) -> str | None:
    """The command that somebody wrote where there are only questions, with at most a word behind it; else None."""
    first, *rest = question.lower().strip(" .!").split() or [""]
    return " ".join((first, *rest)) if first in VERBS and len(rest) < 2 else None


def is_unknown(words: str) -> bool:
    """Whether what stands behind `!claims` is one word that is no command, or like one: `/claims` answers it with its help."""
    if is_question(words) or command_in(words) is not None:
        return False
    return len(words.split()) == 1 or (len(words) < PASTED_TEXT_FROM and meant(words) is not None)


def _links(words: str) -> tuple[str, ...]:
    return links_in_slack_text(words) or links_in_plain_text(words)


def _one_link(task: RunCommand, verb: str, rest: str) -> RunCommand | None:
    """Several words name no link; more of them are text that begins so."""
    several = len(rest.split()) > 1
    if several and len(rest) >= PASTED_TEXT_FROM:
        return None
    return task.model_copy(update={"verb": verb, "links": () if several else _links(rest)[:1]})


def _export(task: RunCommand, verb: str, rest: str) -> RunCommand | None:
    """A form and a link, either of them or neither, in any order; no form at all where a word is neither."""
    asked, links = rest.lower().split(), _links(rest)
    forms = [word for word in asked if word in EXPORT_FORMS]
    if len(asked) > len(forms) + len(links) or len(forms) > 1 or len(links) > 1:
        return None if len(rest) >= PASTED_TEXT_FROM else task.model_copy(update={"verb": verb})
    return task.model_copy(update={"verb": verb, "links": links, "argument": (forms or EXPORT_FORMS)[0]})


def _words(task: RunCommand, verb: str, rest: str) -> RunCommand | None:
    """Longer ones are text that begins so."""
    if len(rest) >= PASTED_TEXT_FROM:
        return None
    return task.model_copy(update={"verb": verb, "argument": rest})


def _alone(task: RunCommand, verb: str, rest: str) -> RunCommand | None:
    """A few more words mean nothing; many are text that begins so."""
    return None if len(rest) >= PASTED_TEXT_FROM else task.model_copy(update={"verb": verb})


Verb = Callable[[RunCommand, str, str], RunCommand | None]
"""What a verb and the words after it make of the command; None where it is no verb but the beginning of a text."""

VERBS: Mapping[str, Verb] = {
    "export": _export,
    "find": _words,
    "forget": _one_link,
    "help": _alone,
    "recent": _alone,
    "reread": _one_link,
    "settings": _alone,
    "source": _words,
}
