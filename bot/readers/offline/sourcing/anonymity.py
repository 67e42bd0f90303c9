"""Anonymity: unnamed sources of whom the article says that they asked not to be named."""

from collections.abc import Sequence
from dataclasses import replace

from bot.readers.offline.naming.mentions import Mention
from bot.readers.offline.syntax import phrasing
from bot.readers.offline.syntax.sentence import Attribution
from bot.readers.offline.text import nations
from bot.readers.offline.text.language import Language
from bot.readers.offline.text.passage import Line, Passage

_EARLY = 6  # words among which "the two officials" stands at the start of the next sentence


def grant(passage: Passage, found: Sequence[Sequence[Attribution]]) -> list[list[Attribution]]:
    """One list per sentence, as given, with whom a sentence, or the one behind it, calls anonymous made so."""
    done = [list(one) for one in found]
    for at, line in enumerate(passage.lines):
        if not _conditional(line, passage.language):
            continue
        if any(_unnamed(source) for one in done[at] for source in one.sources):
            done[at] = [_hidden(one, passage) for one in done[at]]
        elif at and passage.lines[at - 1].paragraph == line.paragraph and _refers(line, passage.language):
            done[at - 1] = [_hidden(one, passage) for one in done[at - 1]]
    return done


def _conditional(line: Line, language: Language) -> bool:
    """ "on condition of anonymity", outside quotations."""
    return phrasing.holds(line.tokens, "sources.conditions", language)


def _refers(line: Line, language: Language) -> bool:
    """It begins with a pronoun or with "the officials"."""
    words = [token.low for token in line.tokens if token.is_word][:_EARLY]
    pronouns = language.pronouns | language["grammar.they"]
    return bool(words) and (
        words[0] in pronouns or (words[0] in language["grammar.definite"] | language["grammar.both"])
    )


def _hidden(one: Attribution, passage: Passage) -> Attribution:
    return replace(
        one, sources=tuple(_anonymous(source, passage) if _unnamed(source) else source for source in one.sources)
    )


def _unnamed(mention: Mention) -> bool:
    """Nobody's own name: a group, a person without a name, or people who speak for a body."""
    if mention.pronoun or mention.described is None:
        return False
    return mention.kind in ("unnamed_group", "unnamed_person") or (
        mention.kind == "organisation" and mention.role == mention.described
    )


def _anonymous(mention: Mention, passage: Passage) -> Mention:
    """Its role is the description without number and nationality: "security officials"."""
    words = (mention.described or "").split()
    first = next((at for at, word in enumerate(words) if not _counts(word.lower(), passage.language)), 0)
    if words[first].lower() in passage.language["grammar.tight_links"]:
        first = 0  # "one of the people"
    words = words[first:]
    if len(words) > 1 and nations.is_national(passage.text, words[0], passage.language):
        words.pop(0)
    return replace(mention, name=None, kind="anonymous", role=" ".join(words))


def _counts(word: str, language: Language) -> bool:
    numbers = {entry.split(":")[0] for entry in language["grammar.numbers"]}
    return word in numbers or word.isdecimal() or word in language["grammar.articles"]
