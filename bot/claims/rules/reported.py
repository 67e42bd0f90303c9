"""Reported speech said plainly: "accused the council of hiding it" is, of who accuses, "the council hid it"."""

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files

from bot.claims.language.lexicon import lexicon
from bot.claims.language.verbatim import fold
from bot.claims.rules.canonical import compiled
from bot.claims.rules.converses import converse

_GERUND = re.compile(r"<(\w+)>")
_WORD = re.compile(r"[^\W_]+")
_ACCUSES = re.compile("(?:a |ont )?(?:accus|w[ia]rf|reproch|acus)")
_TAKEN = 2  # words of an aside that tell that a restatement takes it
_SMALL = 3  # letters of words that say nothing
_THERE = "{there}"  # what the restatement has in the first group
_STEM = "{stem}"  # and in the second
Rule = tuple[re.Pattern[str] | None, re.Pattern[str] | str, str]


@cache
def _rules(language: str, name: str) -> tuple[Rule, ...]:
    data = tomllib.loads(files("bot.claims.rules").joinpath("reported.toml").read_text("utf-8"))
    return tuple(
        (
            compiled(there) if there else None,
            pattern if _THERE in pattern or _STEM in pattern else compiled(pattern),
            instead.replace(r"\x27", "'"),
        )
        for there, pattern, instead in data.get(language, {}).get(name, [])
    )


@lru_cache(maxsize=2048)
def plain(sentence: str, language: str, text: str, *, accused: bool = True) -> str:
    """The sentence without what only tells that somebody says it, as far as the restatement `text` needs that; an accusation
    stays one unless it may be told as what its accuser says, `accused`."""
    for pattern, instead in _asked(language, text):
        match = pattern.search(sentence)
        if match and not (_ACCUSES.match(match[0]) and not (accused and _may_be_told(match, text))):
            sentence = pattern.sub(instead, sentence, count=1)
    sentence = _GERUND.sub(lambda match: _past(match[1], language), sentence)
    return converse(sentence, language, text)


@lru_cache(maxsize=256)
def _asked(language: str, text: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """The rules that the restatement asks for, filled with its words; kept, because each cited sentence is put to them."""
    rules = _rules(language, "rules")
    found = [(there.search(text) if there else None, there, pattern, instead) for there, pattern, instead in rules]
    return tuple(_filled(pattern, instead, asked) for asked, there, pattern, instead in found if asked or not there)


def _filled(pattern: re.Pattern[str] | str, instead: str, asked: re.Match[str] | None) -> tuple[re.Pattern[str], str]:
    """A rule with the words of the restatement where it asks for them."""
    if isinstance(pattern, re.Pattern):
        return pattern, instead
    word, *stem = asked.groups() if asked else ("",)
    for blank, told in ((_THERE, word), *((_STEM, each) for each in stem[:1])):
        pattern, instead = pattern.replace(blank, re.escape(told or "")), instead.replace(blank, told or "")
    return compiled(pattern), instead


def _may_be_told(match: re.Match[str], text: str) -> bool:
    """Whether the restatement is about who is accused, and not of who accuses."""
    return not _begins_with_teller(text, match.string[: match.start()], match[1] if match.re.groups else "")


def _begins_with_teller(text: str, before: str, told_of: str) -> bool:
    """Whether the restatement begins with the name of who says it, and not of whom it is said."""
    first = next((word for word in _WORD.finditer(text) if len(word[0]) > _SMALL), None)
    if first is None or not first[0][0].isupper():
        return False
    low = fold(first[0])
    return low in {fold(w) for w in _WORD.findall(before) if w[0].isupper()} and low not in map(
        fold, _WORD.findall(told_of or "")
    )


@lru_cache(maxsize=2048)
def without_asides(sentence: str, language: str, text: str) -> str:
    """Without what it tells of its speaker between commas, where the restatement takes nothing of that."""
    taken = {fold(word) for word in _WORD.findall(text)}
    for _, unfilled, with_blank in _rules(language, "asides"):
        pattern, instead = _filled(unfilled, with_blank, None)
        match = pattern.search(sentence)
        aside = {fold(word) for word in _WORD.findall(match[0])[:-1] if len(word) > _SMALL} if match else set()
        if match and len(taken & aside) < _TAKEN:
            sentence = pattern.sub(instead, sentence, count=1)
    return sentence


def _past(gerund: str, language: str) -> str:
    """ "hid" of "hiding", "ignored" of "ignoring"."""
    words = lexicon(language)
    groups = words.synonyms(gerund, words.stem(gerund))
    forms = sorted(
        form for form in words.past if form[:2] == gerund[:2] and words.groups.get(form, frozenset()) & groups
    )
    return forms[0] if forms else gerund.removesuffix("ing") + "ed"
