"""Short things that are said: failures, help, what was read lately, hints."""

from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from bot.errors import ClaimsBotError
from bot.reply.catalogue import Words
from bot.reply.passage import web_address
from bot.reply.plain import phrase
from bot.reply.reply import Note, NoteItem

RecentLine = tuple[str, str | None, str | None, str, int, int]
"""Title, address, permalink of the thread, when (in words), claims, denials."""


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


def help_note(words: Words, *, unknown: bool = False) -> Note:
    """The commands, what to do in threads, and what this does not do; `unknown` begins with an apology."""
    commands = ("link", "quietly", "text", "recent", "help")
    lines = (words("say.unknown_command"),) if unknown else ()
    return Note(
        "\n".join((*lines, *(words(f"help.{key}") for key in ("what", "threads", "limits", "commands")))),
        items=tuple(NoteItem(words(f"help.{key}_use"), detail=words(f"help.{key}")) for key in commands),
        language=words.language,
    )


def recent_note(lines: Iterable[RecentLine], words: Words) -> Note:
    """What was read lately, newest first, as given."""
    items = tuple(_recent(line, words) for line in lines)
    return Note(words("recent.title" if items else "recent.none"), items=items, language=words.language)


def left_out_note(links: Sequence[str], words: Words) -> Note:
    """Names the links of a message beyond the number that is read."""
    named = tuple((_short(link), web_address(link) or "") for link in links if web_address(link))
    return Note(words("left_out.text", n=len(links)), links=named, language=words.language)


def invite_hint(words: Words) -> str:
    """For channels that the bot is not in."""
    return words("hint.invite")


def progress_line(host: str, words: Words) -> str:
    """What is shown beside a thread while a page is fetched."""
    return words("progress.fetch", host=phrase(host, 60))


def _recent(line: RecentLine, words: Words) -> NoteItem:
    title, url, permalink, when, claims, denials = line
    parts = [when, words("counts.claims", n=claims), words("counts.denials", n=denials) if denials else ""]
    thread = web_address(permalink)
    return NoteItem(
        phrase(title, 150) or words("heading.untitled"),
        web_address(url),
        words("join.dot").join(part for part in parts if part),
        (words("recent.thread"), thread) if thread else None,
    )


def _about(error: ClaimsBotError, url: str | None) -> dict[str, str | int | float]:
    """What the sentence may name: the error's own values, and from them a size, a host, a wait for people."""
    about = {name: phrase(value, 80) if isinstance(value, str) else value for name, value in error.about.items()}
    size = next((about[name] for name in ("bytes", "limit") if isinstance(about.get(name), int | float)), None)
    if size is not None:
        about.setdefault("size", _megabytes(float(size)))
    wait = about.get("retry_after")
    if isinstance(wait, int | float) and wait > 0:
        about.setdefault("wait", round(wait) or 1)
    if isinstance(about.get("seconds"), float):
        about["seconds"] = f"{about['seconds']:g}"
    host = _host(url)
    if host:
        about.setdefault("host", host)
    return about


def _megabytes(size: float) -> str:
    return f"{size / 1_000_000:.3g} MB" if size >= 1_000_000 else f"{size / 1000:.3g} kB"


def _host(url: str | None) -> str:
    return phrase((urlsplit(web_address(url) or "").hostname or "").removeprefix("www."), 80)


def _short(url: str | None) -> str:
    """An address as people name it: host and path, at most 80 characters."""
    address = web_address(url) or ""
    parts = urlsplit(address)
    return phrase(f"{(parts.hostname or '').removeprefix('www.')}{parts.path}".rstrip("/"), 80) or phrase(address, 80)
