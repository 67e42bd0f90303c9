"""A mention of a source: the words by which the article names who speaks, and what kind of source they make it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.claims.reading import Media, SourceKind
from bot.readers.offline.language import Language
from bot.readers.offline.names import Names, Run, is_person, runs
from bot.readers.offline.tokens import Token

_PEOPLE_ENDINGS = ("man", "woman", "person", "ist", "ologist", "nee")


@dataclass(frozen=True, slots=True)
class Mention:
    """One source as mentioned at `start:end`.

    `name` is the article's own words for it, None when the source is unnamed or a pronoun; `described` are the
    words that describe it; `pronoun` is "he", "she", "it", "they" or "who" when it is nothing but that. It is not
    `sure` when nothing but its place says that this phrase may be a source.
    """

    start: int
    end: int
    name: str | None
    kind: SourceKind
    role: str | None = None
    media: Media = "none"
    count: int | None = None
    pronoun: str | None = None
    described: str | None = None
    sure: bool = True


def read(text: str, tokens: Sequence[Token], language: Language, names: Names) -> Mention | None:
    """What the tokens of a noun phrase mention; None when they cannot be a source."""
    tokens = _trimmed(tokens, language)
    if not tokens:
        return None
    pronoun = _pronoun(tokens, language)
    if pronoun:
        kind: SourceKind = {"they": "unnamed_group", "it": "organisation"}.get(pronoun, "person")  # type: ignore[assignment]  # the two values are kinds
        return Mention(tokens[0].start, tokens[-1].end, None, kind, pronoun=pronoun)
    if len(tokens) == 1 and tokens[0].low in language["grammar.first_person"]:
        return None
    return _described(text, tokens, language, names)


def _trimmed(tokens: Sequence[Token], language: Language) -> list[Token]:
    kept = list(tokens)
    while kept and not kept[0].is_word:
        kept.pop(0)
    while kept and not kept[-1].is_word and kept[-1].text not in (")", "."):
        kept.pop()
    while kept and kept[0].low in language["grammar.adverbs"] - language["grammar.determiners"]:
        kept.pop(0)
    return kept


def _pronoun(tokens: Sequence[Token], language: Language) -> str | None:
    if len(tokens) > 2 or (len(tokens) == 2 and tokens[1].low not in language["grammar.auxiliaries"]):
        return None
    low = tokens[0].low
    for name in ("he", "she", "it", "they"):
        if low in language[f"grammar.{name}"]:
            return name
    return "who" if low in language["grammar.relative"] else None


def _described(text: str, tokens: list[Token], language: Language, names: Names) -> Mention | None:
    if _enumerates(tokens, language):
        whole = _words(text, tokens, language)
        return Mention(tokens[0].start, tokens[-1].end, whole, "unnamed_group", role=whole, described=whole)
    head, rest = _apposition(tokens, language)
    found = runs(head, language)
    start, end = tokens[0].start, tokens[-1].end
    whole = _words(text, head, language)
    if _anonymous(tokens, language):
        return Mention(start, end, None, "anonymous", role=whole, count=_count(head, language), described=whole)
    noun = _head_noun(head, language)
    person = _person(text, head, found, noun, language, names)
    if person is None and rest:
        renamed = runs(rest, language)
        if noun is not None and _is_people(noun, language) and renamed:
            person = _person(text, rest, renamed, None, language, names)
    if person:
        role = _role(text, head, rest, person, language)
        return Mention(start, end, person, "person", role=role, described=whole)
    return _body(text, tokens, head, found, noun, language, names)


def _enumerates(tokens: Sequence[Token], language: Language) -> bool:
    """ "parents, students and school staff"."""
    joined = any(token.low in language["grammar.coordinators"] for token in tokens)
    return (
        joined
        and len(tokens) < 14
        and tokens[0].low in language.nouns
        and tokens[-1].low in language.nouns
        and not any(token.is_capital for token in tokens)
    )


def _apposition(tokens: list[Token], language: Language) -> tuple[list[Token], list[Token]]:
    """The phrase up to its first comma or relative pronoun, and what follows."""
    for at, token in enumerate(tokens):
        if at and (
            token.text in (",", "—", "–", "--", "(")
            or token.low in ("who", "which")
            or token.low in language["grammar.relative"] - {"that"}
        ):
            return tokens[:at], tokens[at + 1 :]
    return tokens, []


def _words(text: str, tokens: Sequence[Token], language: Language) -> str:
    """The phrase without its first article."""
    first = 1 if len(tokens) > 1 and tokens[0].low in ("the", "a", "an") and not tokens[1].is_capital else 0
    return text[tokens[first].start : tokens[-1].end]


def _anonymous(tokens: Sequence[Token], language: Language) -> bool:
    lows = [token.low for token in tokens]
    if any(low in language["sources.anonymous"] for low in lows):
        return True
    line = " ".join(lows)
    return any(phrase in line for phrase in language["sources.anonymous_phrases"])


def _count(tokens: Sequence[Token], language: Language) -> int | None:
    """ "three officials" is 3."""
    for token in tokens[:2]:
        if token.text.isdecimal() and len(token.text) < 7:
            return int(token.text)
        for entry in language["grammar.numbers"]:
            word, _, value = entry.partition(":")
            if token.low == word:
                return int(value)
    return None


def _head_noun(tokens: Sequence[Token], language: Language) -> Token | None:
    """The noun that the phrase is about: the last word before its first preposition."""
    last = None
    for token in tokens:
        if last is not None and (
            token.low in language["grammar.prepositions"] or token.low.endswith("ing") and last.low.endswith("s")
        ):
            break
        if token.is_word and token.low not in language["grammar.determiners"]:
            last = token
    return last


def _is_people(token: Token, language: Language) -> bool:
    low = token.low
    return (
        low in language["sources.people"]
        or low.endswith(_PEOPLE_ENDINGS)
        or low.rstrip("s") in language["sources.people"]
    )


def _person(
    text: str, tokens: Sequence[Token], found: Sequence[Run], noun: Token | None, language: Language, names: Names
) -> str | None:
    """The full name of the person that the phrase names."""
    for run in found:
        core = tokens[run.core : run.last]
        if not core or noun is not None and noun not in core and noun.start > core[0].start:
            continue  # "Clinton supporters", "Trump campaign"
        if noun is not None and noun not in core and _linked(tokens, run, language):
            continue  # "a spokesman for Brown"
        if run.last < len(tokens) and tokens[run.last].low == "'s":
            continue
        name = text[core[0].start : core[-1].end]
        known = names.person(name)
        titled = run.core > run.first
        if known:
            return known
        if is_person(core, language) and not _definite(tokens, run) and name not in names.bodies:
            return name
        if (
            titled
            and len(core) == 1
            and core[0].low not in language["sources.places"] | language["sources.organisations"]
        ):
            return name
    return None


def _definite(tokens: Sequence[Token], run: Run) -> bool:
    """ "the Economic Roundtable" is no person, "the actor John Smith" is one."""
    return run.first > 0 and run.first == run.core and tokens[run.first - 1].low in ("the", "a", "an")


def _linked(tokens: Sequence[Token], run: Run, language: Language) -> bool:
    return any(token.low in language["grammar.prepositions"] for token in tokens[: run.first])


def _role(text: str, head: Sequence[Token], rest: Sequence[Token], person: str, language: Language) -> str | None:
    """The words before the name, or those behind it."""
    before: list[Token] = []
    for token in head:
        if person.startswith(token.text) or person.endswith(token.text):
            break
        before.append(token)
    while before and before[0].low in ("the", "a", "an"):
        before.pop(0)
    if before and before[0].low not in language["grammar.conjunctions"]:
        role = text[before[0].start : before[-1].end]
        if role.lower() not in ("mr", "mr.", "ms", "ms.", "mrs", "mrs."):
            return role[:300]
    after = [token for token in rest if token.is_word or token.text in ("-", "'s", ",")]
    if (
        after
        and after[0].low not in language["grammar.relative"]
        and after[0].low not in language["grammar.conjunctions"]
        and not after[0].text[0].isdigit()
    ):
        first = 1 if after[0].low in ("the", "a", "an") and len(after) > 1 else 0
        stop = next((token.end for token in after if token.text == ","), None)
        last = [token for token in after[first:] if stop is None or token.end < stop]
        if last and len(last) <= 20:
            return text[last[0].start : last[-1].end]
    return None


def _body(
    text: str,
    tokens: Sequence[Token],
    head: Sequence[Token],
    found: Sequence[Run],
    noun: Token | None,
    language: Language,
    names: Names,
) -> Mention | None:
    start, end = tokens[0].start, tokens[-1].end
    whole = _words(text, head, language)
    if noun is None:
        return None
    low = noun.low
    media = _media(head, language)
    cores = [(run, text[head[run.core].start : head[run.last - 1].end]) for run in found]
    cores = [
        (
            run,
            text[head[run.first].start : head[run.last - 1].end]
            if run.core == run.last - 1 or head[run.first].low not in language["sources.titles"]
            else core,
        )
        for run, core in cores
    ]
    in_run = any(noun in head[run.first : run.last] for run, _ in cores)
    if in_run:
        name = next(name for run, name in cores if noun in head[run.first : run.last])
        if any(token.low in language["sources.documents"] for token in head if token is noun):
            return Mention(start, end, whole, "document", media=media, described=whole)
        return Mention(start, end, names.body(name) or name, "organisation", media=media, described=whole)
    if low in language["sources.documents"] or low.rstrip("s") in language["sources.documents"]:
        return Mention(start, end, whole, "document", media=media, described=whole)
    if low in language["sources.speaks_for"] and cores:
        run, name = cores[-1] if _linked(head, cores[-1][0], language) else cores[0]
        person = names.person(name)
        if low not in ("campaign", "administration", "department") and not person:
            return Mention(
                start,
                end,
                names.body(name) or name,
                "organisation",
                role=whole,
                count=_count(head, language),
                media=media,
                described=whole,
            )
        return Mention(start, end, whole, "organisation", role=whole, media=media, described=whole)
    if low in language["sources.speaks_for"]:
        body = _plain_body(text, head, noun, language)
        if body:
            return Mention(start, end, body, "organisation", role=whole, count=_count(head, language), described=whole)
    if low in language["sources.organisations"]:
        return Mention(start, end, whole, "organisation", media=media, described=whole)
    if (
        low in ("percent", "%")
        or low in language["sources.plural_people"]
        or low.endswith("s")
        and not low.endswith("ss")
    ):
        sure = not low.endswith("s") or _is_people(noun, language) or low in language["sources.plural_people"]
        return Mention(
            start,
            end,
            whole,
            "unnamed_group",
            role=whole,
            count=_count(head, language),
            media=media,
            described=whole,
            sure=sure,
        )
    if _is_people(noun, language):
        return Mention(start, end, None, "unnamed_person", role=whole, described=whole)
    return Mention(start, end, whole, "organisation", media=media, described=whole, sure=False)


def _plain_body(text: str, head: Sequence[Token], noun: Token, language: Language) -> str | None:
    """The body in "district officials" and "a spokesman for the company"."""
    before = [token for token in head if token.end <= noun.start and token.low in language["sources.organisations"]]
    if before:
        return text[before[0].start : before[-1].end]
    after = [token for token in head if token.start > noun.end and token.low in language["sources.organisations"]]
    return after[0].text if after else None


def _media(tokens: Sequence[Token], language: Language) -> Media:
    """State media and other outlets, by the words that say so or by their names."""
    line = " ".join(token.low for token in tokens)
    bare = re.sub(r"^(the|a|an) ", "", line)
    if any(f" {word} " in f" {line} " for word in language["sources.state_words"]):
        return "state_media"
    if bare in language["sources.state_media"] or any(
        token.low in ("kcna", "xinhua", "tass", "irna") for token in tokens
    ):
        return "state_media"
    if bare in language["sources.other_media"] or line in language["sources.other_media"]:
        return "other_media"
    if any(token.low in language["sources.media_words"] for token in tokens[-2:]):
        return "other_media"
    return "none"
