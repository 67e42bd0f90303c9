"""Short things that are said: failures, help, what was read lately, hints."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from bot.article.article import Article
from bot.errors import ClaimsBotError
from bot.intake.shared import file_of
from bot.reply.catalogue import Words
from bot.reply.passage import web_address
from bot.reply.plain import phrase
from bot.reply.reply import Note, NoteItem

COMMANDS: Final = (
    "link",
    "quietly",
    "text",
    "prefix",
    "export",
    "recent",
    "find",
    "source",
    "reread",
    "forget",
    "settings",
    "help",
)
"""In the order of the help; each has its use and its meaning in the catalogue."""


@dataclass(frozen=True, slots=True)
class RecentLine:
    """What was read: title, address, permalink of the thread, when (in words), claims and denials; and, where it is not the
    same for all lines, the channel, or that it was a direct message."""

    title: str
    url: str | None
    thread: str | None
    when: str
    claims: int
    denials: int
    channel: str = ""
    direct: bool = False


def failure(error: ClaimsBotError, words: Words, *, retry: bool, url: str | None = None) -> Note:
    """One friendly sentence for the error's `code`, with the link it is about."""
    text = sentence(error, words, url=url, paste=words("help.text_use"))
    links = ((_short(url), web_address(url) or ""),) if url and web_address(url) else ()
    return Note(text, retry=retry, links=links, language=words.language)


def sentence(error: ClaimsBotError, words: Words, *, url: str | None = None, paste: str | None = None) -> str:
    """The sentence alone. `paste` says how to hand over text instead of a link; without it, as a file."""
    key = f"error.{error.code}"
    about = _about(error, url) | {"paste": paste or words("say.paste_file")}
    return words(key if key in words else "error.unexpected", **about)


def say(key: str, words: Words, /, *, retry: bool = False, **about: str | int | float) -> Note:
    """A sentence of the catalogue's table `say`: `say("ask_what", words)`."""
    return Note(words(f"say.{key}", **about), retry=retry, language=words.language)


def help_note(words: Words, *, unknown: bool = False, meant: str | None = None) -> Note:
    """The commands, what to do in threads, and what this does not do.

    `unknown` begins with an apology, and with the command that was probably `meant`.
    """
    lines = (words("say.unknown_command"),) if unknown else ()
    if meant:
        lines = (words("say.did_you_mean", command=phrase(meant, 100)),)
    return Note(
        "\n".join((*lines, *(words(f"help.{key}") for key in ("what", "threads", "limits", "commands")))),
        items=tuple(NoteItem(words(f"help.{key}_use"), detail=words(f"help.{key}")) for key in COMMANDS),
        language=words.language,
    )


def recent_note(lines: Iterable[RecentLine], words: Words, *, everywhere: bool = False) -> Note:
    """What was read lately in a channel, or `everywhere`, newest first, as given."""
    items = tuple(_recent(line, words) for line in lines)
    said = (
        ("recent.title_all" if items else "recent.none_all")
        if everywhere
        else ("recent.title" if items else "recent.none")
    )
    return Note(words(said), items=items, language=words.language)


def left_out_note(links: Sequence[str], words: Words) -> Note:
    """Names the links and the files of a message beyond the number that is read."""
    named = tuple((_short(link), web_address(link) or "") for link in links if web_address(link))
    files = tuple(NoteItem(phrase(file.name, 80)) for file in map(file_of, links) if file)
    said = "left_out.mixed" if named and files else "left_out.files" if files else "left_out.text"
    return Note(words(said, n=len(links)), links=named, items=files, language=words.language)


def invite_hint(words: Words) -> str:
    """For channels that the bot is not in."""
    return words("hint.invite")


def progress_line(host: str, words: Words) -> str:
    """What is shown beside a thread while a page is fetched."""
    return words("progress.fetch", host=phrase(host, 60))


def reading_line(article: Article, words: Words) -> str:
    """The same while an article is read."""
    return words("progress.reading", n=len(article.sentences))


def receipt_line(host: str, words: Words) -> str:
    """What is said at once to whoever ran a command that takes a while."""
    return words("progress.receipt", host=phrase(host, 60))


def _recent(line: RecentLine, words: Words) -> NoteItem:
    parts = [
        words("recent.direct") if line.direct else "",
        line.when,
        words("counts.claims", n=line.claims),
        words("counts.denials", n=line.denials) if line.denials else "",
    ]
    thread = web_address(line.thread)
    return NoteItem(
        phrase(line.title, 150) or words("heading.untitled" if line.url else "heading.pasted"),
        web_address(line.url),
        words("join.dot").join(part for part in parts if part),
        (words("recent.thread"), thread) if thread else None,
        channel="" if line.direct else line.channel,
    )


def _about(error: ClaimsBotError, url: str | None) -> dict[str, str | int | float]:
    """What the sentence may name: the error's own values, as people write them, and the host of the link.

    `megabytes` becomes `size`, `retry_after` becomes `wait`; a status of 0 and a language that nobody knows say nothing.
    """
    about: dict[str, str | int | float] = {
        name: _written(value) for name, value in error.about.items() if value not in (0, "", "unknown")
    }
    if "megabytes" in about:
        about["size"] = f"{about['megabytes']} MB"
    if "retry_after" in about:
        about["wait"] = max(1, round(float(about["retry_after"])))
    host, file = _host(url), file_of(url or "")
    return ({"host": host} if host else {}) | ({"file": phrase(file.name, 80)} if file else {}) | about


def _written(value: str | int | float) -> str | int | float:
    if isinstance(value, str):
        return phrase(value, 80)
    return f"{value:g}" if isinstance(value, float) else value


def _host(url: str | None) -> str:
    return phrase((urlsplit(web_address(url) or "").hostname or "").removeprefix("www."), 80)


def _short(url: str | None) -> str:
    """An address as people name it: host and path, at most 80 characters."""
    address = web_address(url) or ""
    parts = urlsplit(address)
    host = parts.netloc.rpartition("@")[2].removeprefix("www.")  # with its port, where it has one of its own
    return phrase(f"{host}{parts.path}".rstrip("/"), 80) or phrase(address, 80)
