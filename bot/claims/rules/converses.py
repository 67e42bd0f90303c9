"""Converses: what one gave the other got, and what is longer than the other leaves that shorter."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from bot.claims.language.lexicon import lexicon
from bot.claims.language.verbatim import fold

_PLACE = re.compile(r"\{(\w+)\}")
_WORD = re.compile(r"\w+")
_RUN = r"(?:[^,.;:]|(?<=\d)[.,](?=\d)){1,90}?"
_PARTY = rf"{_RUN}(?:, [^,.;:]{{1,60}}(?:,|(?=[.;]|$)))?"  # "the mayor, Ann Lee,"
_SWAPPED = str.maketrans("ab", "ba")


@dataclass(frozen=True, slots=True)
class _Wording:
    """A `template` and the pattern of what it matches; `present` are the forms of its verb that tell of now."""

    template: str
    pattern: str
    present: frozenset[str]

    def search(self, text: str) -> re.Match[str] | None:
        return _compiled(self.pattern).search(text)

    def past(self, match: re.Match[str]) -> bool:
        return match.groupdict().get("v") not in self.present


@dataclass(frozen=True, slots=True)
class _Turn:
    """How the article `tells` something and how a restatement that has a word of `asks` may say it. `partners` are the
    comparatives that say the same of the other."""

    asks: re.Pattern[str]
    tells: Sequence[_Wording]
    says: Sequence[_Wording]
    partners: Mapping[str, frozenset[str]]

    def fitting(
        self, sentence: str, text: str, language: str
    ) -> Iterator[tuple[re.Match[str], _Wording, re.Match[str]]]:
        """What the sentence tells, and how the restatement says the same of the same."""
        told = [(wording, match) for wording in self.tells if (match := wording.search(sentence))]
        for says in self.says if told else ():
            said = says.search(text)
            for tells, match in told if said else ():
                if said and says.past(said) == tells.past(match) and self._same(match, said, language):
                    yield match, says, said

    def _same(self, told: re.Match[str], said: re.Match[str], language: str) -> bool:
        """Whether each is in the restatement what he is in the sentence."""
        if self.partners and said["m"] not in self.partners.get(told["m"], ()):
            return False
        ours = {place: _words(said[place], language) for place in "ab"}
        theirs = {place: _words(told[place], language) for place in "ab"}
        kept = len(ours["a"] & theirs["a"]) + len(ours["b"] & theirs["b"])
        return kept > len(ours["a"] & theirs["b"]) + len(ours["b"] & theirs["a"])


@lru_cache(maxsize=2048)
def converse(sentence: str, language: str, text: str) -> str:
    """The sentence told from the side from which the restatement `text` tells it, if it is told so there of the same."""
    for turn in _turns(language):
        if turn.asks.search(text):
            for told, says, said in turn.fitting(sentence, text, language):
                parts = said.groupdict("") | {k: v for k, v in told.groupdict("").items() if k in "abtcoz"}
                if turn.partners:
                    parts |= _spelled(parts, language)
                return sentence[: told.start()] + says.template.format_map(parts) + sentence[told.end() :]
    return sentence


def _spelled(parts: Mapping[str, str], language: str) -> dict[str, str]:
    """ "The crossing to B" for "the one to B" that comes first now."""
    data = _data(language)
    short = re.match(rf"(?i:({data['ellipses']})) ((?:{data['heads']})\b.*)", parts["b"])
    whole = re.match(rf"(.*?) ((?:{data['heads']})\b.*)", parts["a"])
    if not short or not whole:
        return {}
    return {"b": f"{whole[1]} {short[2]}", "a": f"{short[1]} {whole[2]}"}


def _words(said: str, language: str) -> set[str]:
    small = lexicon(language).function
    return {fold(word) for word in _WORD.findall(said)} - small


@cache
def _data(language: str) -> dict[str, Any]:
    data: dict[str, Any] = tomllib.loads(files("bot.claims.rules").joinpath("converses.toml").read_text("utf-8"))
    told: dict[str, Any] = data.get(language, {})
    return told


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Only when it is asked for: few are."""
    return re.compile(pattern)


@cache
def _turns(language: str) -> tuple[_Turn, ...]:
    data = _data(language)
    turns: list[_Turn] = []
    for group in data.get("groups", ()):
        small = {"to": data["to"], "from": group.get("from", data.get("from", ""))}
        verbs = {name: [_Verb.of(told) for told in group[name]] for name in ("gives", "gifts", "takes")}
        all_gives = [*verbs["gives"], *verbs["gifts"]]
        for tells, told, says, said in (
            (data["give"], all_gives, data["take"], verbs["takes"]),
            (data["take"], verbs["takes"], data["give"], verbs["gives"]),
        ):
            asks = _either(form for verb in said for form in verb.forms)
            turns.append(
                _Turn(
                    re.compile(rf"\b{asks}\b"),
                    [_wording(f"{template}{{z}}", told, small, data) for template in tells],
                    [_wording(f"{template}{{z}}", said, small, data) for template in says],
                    {},
                )
            )
    return (*turns, *_comparing(data))


def _comparing(data: Mapping[str, Any]) -> Iterator[_Turn]:
    pairs = [pair.split() for pair in data.get("pairs", ())]
    partners: dict[str, frozenset[str]] = {}
    for more, less in pairs:
        partners[more] = partners.get(more, frozenset()) | {less}
        partners[less] = partners.get(less, frozenset()) | {more}
    if partners:
        asks = re.compile(rf"\b{_either(partners)}\b")
        for template in data["compared"]:
            swapped = _PLACE.sub(lambda place: place[0].translate(_SWAPPED), template)
            tells, says = _wording(template, (), {}, data), _wording(swapped, (), {}, data)
            yield _Turn(asks, [tells], [says], partners)


@dataclass(frozen=True, slots=True)
class _Verb:
    present: Sequence[str]
    past: Sequence[str]
    participle: Sequence[str]

    @classmethod
    def of(cls, told: str) -> "_Verb":
        """Of "sells sell / sold / sold"; "_" parts the words of a form."""
        present, past, participle = ([form.replace("_", " ") for form in part.split()] for part in told.split("/"))
        return cls(present, past, participle)

    @property
    def forms(self) -> Sequence[str]:
        return (*self.present, *self.past, *self.participle)


def _wording(template: str, verbs: Sequence[_Verb], small: Mapping[str, str], data: Mapping[str, Any]) -> _Wording:
    """The template as a pattern that begins and ends with a clause."""
    starts = rf"(?=\d|[$€£]|l[’']|(?:{data['starts']})(?!\w))"
    parted = "{t}" not in template or not re.search(r"\{[ab]\} \{t\}", template)
    first = template.startswith("{t}")  # "The house, which is old, was sold to her by him"
    parts = {
        "a": _PARTY,
        "b": _PARTY,
        "t": _PARTY if first else _RUN if parted else starts + _RUN,
        "v": _either(form for verb in verbs for form in (*verb.present, *verb.past)),
        "x": _either(data["aux"].split()),
        "p": _either(form for verb in verbs for form in verb.participle),
        "m": _either(word for pair in data["pairs"] for word in pair.split()),
        "c": rf"(?:(?:{data['linking']}) )?\w+",
        "o": r"(?:(?:de |d[’'])?\w+ )?",
        "z": rf"(?: (?:{data['aside']})\b{_RUN})?",
        "q": r"\b(?:in|im|für|auf|an|von|en|pour|par|para|por|de|on|for|to|with|at)\b",
    } | dict(small)
    seen: set[str] = set()

    def filled(match: re.Match[str]) -> str:
        name = match[1]
        if name in seen:
            return f"(?P={name})"
        seen.add(name)
        return f"(?P<{name}>{parts[name]})"

    pattern = ("" if template.startswith("{c}") else "^") + _PLACE.sub(filled, template) + r"(?=[.,;:]|$)"
    plain = re.sub(r"\(\?:([^()|]*)\)\?", "", template)
    return _Wording(plain, pattern, frozenset(form for verb in verbs for form in verb.present))


def _either(words: Any) -> str:
    return "(?:" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + ")"
