"""Who wrote it, as people: no "By", no desk, no outlet."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from bot.article.characters import one_line
from bot.article.instants import DAY
from bot.article.linked_data import LinkedData, kinds, string
from bot.article.prose import plain, words

_BY = re.compile(
    r"^(?:(?:written|posted|published|reporting|story|text|words|analysis|opinion)\s+)?(?:by|von|par|por|door|от|автор|yazan)\b[\s:]+"
    r"|^(?:author|autor|auteur|autore|text)s?(?:(?:[*:/-]?in(?:nen)?)?\s*:|\s)\s*|^(?-i:di|da|av|af)\s+|^(?:作者|记者|記者|撰文)\s*[:：]?\s*"
    r"|^(?:view|see|read)?\s*(?:all|more)\s+(?:posts|articles|stories)?\s*(?:by|from)\s+",
    re.IGNORECASE,
)
# " e ", " y " and " i " also stand within one surname ("Silva e Costa"): they part names only before two words.
_BETWEEN = re.compile(
    r"\s*(?:;|\||·|•|/|\n|\s&\s|,?\s+(?:and|und|et|och|og|и|ve|with|mit|avec|con|com)\s+(?=[^\W\d_a-zа-я])|\s+[eyi]\s+(?=[^\W\d_a-zа-я]\w+\s+\w))\s*"
)
# "Anna Berg in Oslo".
_WHERE = re.compile(r"\s+(?:in|at|aus)\s+(?=[^\W\d_a-z]).*$")
_NOT_A_PERSON = re.compile(
    r"\b(?:staff|newsroom|news|desk|editors?|editorial|correspondents?|reporters?|writers?|journalists?|team|agency|agencies|admin|administrator"
    r"|redaktion|redacci[oó]n|redazione|r[eé]daction|redactie|redakcja|redaksi|редакция|новости|агентство|media|times|tribune|network|magazine|online|digital|tv|radio"
    r"|associated press|press association|press trust|agence|agencia|agentur|contributors?|sponsored|webdesk"
    r"|inc|ltd|llc|gmbh|university|institute|ministry|government|bureau|minutes?|updated|published)\b"
    r"|^(?:user ?name|name|unknown|anonymous|未知|佚名|reuters|bloomberg|afp|ap|dpa|ansa|efe|tass|xinhua|yonhap|kyodo|pti|ani|upi|share|read|guest|press|director|producer|the .*)$"
    r"|@|https?:|www\.|\d|[:：]",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"(?:19|20)\d{2}\s?[年.년/]\s?\d{1,2}\s?[月.월/]\s?\d{1,2}|\b\d{1,2}[./]\d{1,2}[./](?:19|20)\d{2}\b|\b\d{1,2}\b\D{1,20}\b(?:19|20)\d{2}\b|\b(?:19|20)\d{2}-\d{2}-\d{2}\b|\b\d{1,2}[:h]\d{2}\b|\d\s*-?min(?:ute)?s?\b",
    re.IGNORECASE,
)
_SINCE = re.compile(r"(?<=\w)\s+(?:last )?(?:updated|published|posted|modified)\b.*$", re.IGNORECASE)
_DOES = re.compile(
    r",? (?:is (?:an?|the|based)\b|reports\b|covers\b|writes\b|joined\b|has (?:been|covered|reported|worked)\b)"
)
_PARTICLES = frozenset({"af", "al", "av", "bin", "d'", "da", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "el", "ibn", "la", "le", "ten", "ter", "van", "vom", "von", "zu", "zum"})  # fmt: skip
_BODIES = frozenset({"Organization", "NewsMediaOrganization", "Corporation"})
_MINUTES = re.compile(r"\bmin\.$", re.IGNORECASE)
_STOP = re.compile(r"[.!?…。！？؟।]['\"”’»)\]]*$")


def authors(data: LinkedData, value: Any, *, organisations: bool = False) -> list[str]:
    """The names of the persons in a JSON-LD `author`; organisations only if asked for: some systems call everybody one."""
    names: list[str] = []
    for given in value if isinstance(value, list) else [value]:
        item = data.resolved(given)
        if isinstance(item, dict):
            if organisations or not _BODIES & set(kinds(item)):
                names.extend(_names(item.get("name")))
        else:
            names.extend(_names(item))
    return names


def _names(value: Any) -> list[str]:
    if isinstance(value, list):
        return [name for item in value if (name := string(item))]
    name = string(value)
    return [name] if name else []


def people(raw: Iterable[str], outlet: str | None) -> tuple[str, ...]:
    """The persons named in `raw`, in order, each once."""
    found: dict[str, str] = {}
    for line in raw:
        said = _split(_BY.sub("", DAY.sub("", _SINCE.sub("", one_line(line)[:500]))))
        names = [name for name in said if _is_person(name, outlet)]
        if (
            len(said) > len(names)
            and any(_is_outlet(name, outlet) for name in said)
            and not any(" " in name for name in names)
        ):
            continue  # "The Courier, Hamburg, Germany" is where it is made
        # Beside a full name, a single word is a place or a nickname.
        full = [name for name in names if " " in name or not name[0].isascii()]
        for name in full or names:
            found.setdefault(name.casefold(), name if not name.isupper() else name.title())
    return tuple(found.values())[:20]


def signatures(lines: Iterable[str]) -> list[str]:
    """Those of `lines` that are a byline: they begin with "By" in some language, and are short."""
    return [line for line in lines if _BY.match(line) and len(line.split()) <= 14 and not _is_told(line)]


def without_credits(paragraphs: Sequence[str], byline: Sequence[str]) -> list[str]:
    """The paragraphs without lines at the top that only say who wrote it, when, or how long it takes to read.

    And without those at the end that introduce its authors.
    """
    end = len(paragraphs) - 3
    return [
        text
        for place, text in enumerate(paragraphs)
        if not ((place < 4 or (place > end and words(text) <= 12)) and _is_credit(text, byline))
        and not (place >= end and _introduces(text, byline))
    ]


def _introduces(text: str, byline: Sequence[str]) -> bool:
    name = next((name for name in byline if text.startswith(name)), None)
    return name is not None and len(text.split()) <= 50 and bool(_DOES.match(text[len(name) :]))


def _is_credit(text: str, byline: Sequence[str]) -> bool:
    if words(text) > 25 or _is_told(text):
        return False
    return bool(_BY.match(text) or _WHEN.search(text)) or any(name in text for name in byline)


def _is_told(line: str) -> bool:
    """Whether it ends in a stop, as prose does; that of "5 min." is none."""
    return bool(_STOP.search(_MINUTES.sub("", line)))


def _split(line: str) -> list[str]:
    """Names out of one line. A comma parts names, or a name from a role that `_is_person` then refuses."""
    parts = [part for piece in _BETWEEN.split(line) for part in piece.split(",")]
    return [_WHERE.sub("", _BY.sub("", part)).strip(' .·–—-:()[]"“”') for part in parts]


def _is_outlet(name: str, outlet: str | None) -> bool:
    return bool(outlet and plain(name) and (plain(name) in plain(outlet) or plain(outlet) in plain(name)))


def _is_person(name: str, outlet: str | None) -> bool:
    if not 2 <= len(name) <= 60 or len(name.split()) > 6 or _NOT_A_PERSON.search(name):
        return False
    if _is_outlet(name, outlet):
        return False
    parts = [word for word in re.split(r"[\s.-]+", name) if word]
    if parts and parts[0][0].islower() and parts[0] not in _PARTICLES and len(parts) > 1:
        return False
    # Scripts without capitals (Arabic, Chinese, Hindi) pass; in others a name has at least one, and no lone word of prose.
    return any(not part[0].islower() for part in parts) and all(map(str.isalpha, (part[0] for part in parts)))
