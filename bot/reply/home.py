"""The Home of the app, as a value that any surface can draw."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.intake.rules import Rules
from bot.reply.catalogue import Words
from bot.reply.notes import RecentLine, help_note, recent_note
from bot.reply.reply import Note, NoteItem
from bot.reply.rules import rules_line


@dataclass(frozen=True, slots=True)
class ChannelLine:
    """What the bot does in one channel; `yours` to change for its members."""

    channel: str
    text: str
    yours: bool


@dataclass(frozen=True, slots=True)
class Home:
    """What one person finds in the app's Home: how to use it, what was read lately, and each channel they see.

    `begin` are the first steps, while nothing was read; the first is to be taken in one of the channels `begin_in`, if there
    are any. `more` channels are left out.
    """

    begin: tuple[str, ...]
    begin_in: tuple[str, ...]
    how: tuple[str, ...]
    commands: tuple[NoteItem, ...]
    recent: Note
    channels: tuple[ChannelLine, ...]
    more: int = 0
    language: str = "en"


def home_view(
    recent: Iterable[RecentLine], channels: Mapping[str, Rules], yours: frozenset[str], words: Words, *, most: int = 40
) -> Home:
    """`channels` are those that this person sees, with the rules that hold there; `yours` those they are in."""
    ordered = sorted(channels, key=lambda each: (each not in yours, each))
    lines = [ChannelLine(each, rules_line(channels[each], words), each in yours) for each in ordered[:most]]
    read = list(recent)
    begin = () if read else ("paste_in" if lines else "invite", "invite_more" if lines else "paste", "help")
    return Home(
        begin=tuple(words(f"home.{step}") for step in begin),
        begin_in=() if read else tuple(line.channel for line in lines[:3]),
        how=(words("help.what"), words("help.threads"), words("help.limits")),
        commands=help_note(words).items,
        recent=recent_note(read, words, everywhere=True),
        channels=tuple(lines),
        more=len(ordered) - len(lines),
        language=words.language,
    )
