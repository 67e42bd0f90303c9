"""The settings of a channel, as a form and as a line that tells what holds."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.intake.rules import Rules
from bot.reply.catalogue import LANGUAGES, Words
from bot.reply.reply import Note
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


def _language(code: str, words: Words) -> str:
    key = f"language.{code or 'own'}"
    return words(key) if key in words else code


def _some(domains: Sequence[str], words: Words) -> str:
    """The first few by name, the rest by number."""
    named = list(domains[:3])
    left = len(domains) - len(named)
    return words.join([*named, words("join.others", n=left)] if left else named)
