"""The settings of a channel and the Home of the app, as values that any surface can draw."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.intake.rules import Rules
from bot.reply.catalogue import LANGUAGES, Words
from bot.reply.notes import RecentLine, help_note, recent_note
from bot.reply.reply import Note, NoteItem
from bot.reply.sheet import Choice

READS = ("all", "asked")
FOLLOW_UPS = ("all", "mentions", "none")


@dataclass(frozen=True, slots=True)
class RulesSheet:
    """The settings of one channel in a form. `home` is set where it was opened from there."""

    channel: str
    rules: Rules
    reads: tuple[Choice, ...]
    follow_ups: tuple[Choice, ...]
    languages: tuple[Choice, ...]
    home: bool = False
    language: str = "en"


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


def rules_sheet(channel: str, rules: Rules, words: Words, *, home: bool = False) -> RulesSheet:
    """The form, filled in with what holds now."""
    codes = dict.fromkeys(("", *LANGUAGES, rules.language))
    return RulesSheet(
        channel=channel,
        rules=rules,
        reads=tuple(Choice(each, words(f"rules.reads_{each}")) for each in READS),
        follow_ups=tuple(Choice(each, words(f"rules.follow_ups_{each}")) for each in FOLLOW_UPS),
        languages=tuple(Choice(code, _language(code, words)) for code in codes),
        home=home,
        language=words.language,
    )


def rules_line(rules: Rules, words: Words) -> str:
    """ "reads every link · answers every question · in English · not bild.example"."""
    parts = [
        words(f"rules.does_reads_{rules.reads}"),
        words(f"rules.does_follow_ups_{rules.follow_ups}"),
        words("rules.does_language", language=_language(rules.language, words)) if rules.language else "",
        words("rules.does_keep_to", domains=_some(rules.keep_to, words)) if rules.keep_to else "",
        words("rules.does_ignore", domains=_some(rules.ignore, words)) if rules.ignore else "",
    ]
    return words("join.dot").join(part for part in parts if part)


def saved_note(rules: Rules, words: Words) -> Note:
    """What holds from now on."""
    return Note(words("rules.saved", rules=rules_line(rules, words)), language=words.language)


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


def _language(code: str, words: Words) -> str:
    key = f"language.{code or 'own'}"
    return words(key) if key in words else code


def _some(domains: Sequence[str], words: Words) -> str:
    """The first few by name, the rest by number."""
    named = list(domains[:3])
    left = len(domains) - len(named)
    return words.join([*named, words("join.others", n=left)] if left else named)
