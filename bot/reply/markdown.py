"""A reading as a Markdown document (CommonMark), passages included."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from bot.claims.reading import Report
from bot.reply.catalogue import Words
from bot.reply.compose import reading_reply
from bot.reply.plain import show
from bot.reply.reply import ClaimItem, DenialLine, Passage

_MARKERS: Final = re.compile(r"([\\`*_~\[\]#|!])")
_BLOCK_START: Final = re.compile(r"^(\s*)([-+=]|\d+(?=[.)]))")
_ENTITIES: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def to_markdown(report: Report, words: Words) -> str:
    """The whole reading, nothing left out, ending in one line break."""
    reply = reading_reply(report, words)
    parts = [
        f"# {_link(reply.heading, reply.url)}",
        _text(reply.byline),
        _text(reply.notice),
        _text(reply.counts),
        *_section(words("section.claims"), (_claim(item, words) for item in reply.claims)),
        *_section(words("section.own_voice"), (_own_voice(item, words) for item in reply.own_voice)),
        *_section(words("section.other_denials"), (_bullet(line, words) for line in reply.other_denials)),
        *_section(words("section.notes"), (f"- {_text(note)}" for note in reply.notes)),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _section(title: str, entries: Iterable[str]) -> list[str]:
    listed = list(entries)
    return [f"## {_text(title)}", "\n".join(listed)] if listed else []


def _claim(item: ClaimItem, words: Words) -> str:
    facts = [item.footing, item.firmness, words("firmness.own_words") if item.quoted else ""]
    said = words("join.dot").join(part for part in facts if part)
    rows = [f"- **{_text(item.text)}**  ", f"  {_text(words('join.facts', who=item.who, facts=said))}"]
    return "\n".join([*rows, *_passages(item.passages), *(f"  {_bullet(line, words, '  ')}" for line in item.denials)])


def _own_voice(item: ClaimItem, words: Words) -> str:
    denials = (f"  {_bullet(line, words, '  ')}" for line in item.denials)
    return "\n".join([f"- {_text(item.text)}{_where(item.passages, words)}", *denials])


def _bullet(line: DenialLine, words: Words, indent: str = "") -> str:
    return "\n".join([f"- {_text(line.text)}", *_passages(line.passages, indent)])


def _where(passages: Sequence[Passage], words: Words) -> str:
    if not passages:
        return ""
    numbers = ", ".join(_link(str(item.n), item.url) for item in passages)
    return words("join.dash") + words("passage.sentence", n=len(passages), numbers=numbers)


def _passages(passages: Sequence[Passage], indent: str = "") -> list[str]:
    """Each sentence as a quotation with its number, which is the link."""
    return [f"{indent}  > {_link(str(item.n), item.url)}: {_text(item.text)}  " for item in passages]


def _link(label: str, url: str | None) -> str:
    return f"[{_text(label)}](<{url}>)" if url else _text(label)


def _text(text: str) -> str:
    """Plain text that no Markdown reader takes for markup."""
    escaped = _MARKERS.sub(r"\\\1", " ".join(show(text).split("\n")).translate(_ENTITIES))
    return _BLOCK_START.sub(_escape_start, escaped)


def _escape_start(match: re.Match[str]) -> str:
    mark = match[2]
    return f"{match[1]}{mark}\\" if mark.isdigit() else f"{match[1]}\\{mark}"
