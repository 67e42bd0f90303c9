"""A window as Slack's modal view, within Slack's limits at any size."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from itertools import chain
from typing import Any, Final

from bot.reply.catalogue import Words, words
from bot.reply.plain import shorten
from bot.reply.sheet import ClaimsSheet, Excerpt, Filter, MistakeSheet, NoteSheet, Sheet, SheetClaim, SheetDenial
from bot.slack.drawing import actions, limits
from bot.slack.drawing.budget import json_size, text_size
from bot.slack.drawing.form import form_of
from bot.slack.drawing.rich import (
    Block,
    Element,
    button,
    context,
    link,
    menu,
    option,
    plain,
    quote,
    rich,
    section,
    text,
)

View = dict[str, Any]

_PIECE: Final = 2800
"""Characters of one element: a longer text goes on in the next block."""


def view_of(sheet: Sheet) -> View:
    """The `view` of `views.open` and `views.update`."""
    said = words(sheet.language)
    if isinstance(sheet, ClaimsSheet):
        return _modal(said("sheet.title"), _claims(sheet, said), said) | {"private_metadata": _remembered(sheet)}
    if isinstance(sheet, MistakeSheet):
        return form_of(sheet)
    return _modal(sheet.title, _note(sheet), said)


def _modal(title: str, blocks: list[Block], said: Words) -> View:
    return {
        "type": "modal",
        "title": plain(shorten(title, limits.VIEW_TITLE)),
        "close": plain(shorten(said("sheet.close"), limits.VIEW_TITLE)),
        "blocks": blocks,
    }


def _note(sheet: NoteSheet) -> list[Block]:
    lines = [line for line in sheet.text.split("\n")[:10] if line.strip()]
    said = [rich(section([text(shorten(line, 1000))])) for line in lines] or [context("…")]
    return [*said, *_again(sheet)]


def _again(sheet: NoteSheet) -> Iterator[Block]:
    """Its value is what the next press needs to know; a link that does not fit is not offered."""
    value = json.dumps(asdict(sheet.again)) if sheet.again else ""
    if value and len(value) <= limits.BUTTON_VALUE:
        label = words(sheet.language)("button.reread")
        yield {"type": "actions", "block_id": "again", "elements": [button(label, actions.READ_AFRESH, value)]}


def _remembered(sheet: ClaimsSheet) -> str:
    """What the next press in this window needs to know."""
    narrowed = {each.name: each.chosen for each in sheet.filters if each.chosen}
    return json.dumps({"shelfmark": sheet.shelfmark, "page": sheet.page, "narrowed": narrowed})


def _claims(sheet: ClaimsSheet, said: Words) -> list[Block]:
    title = [link(shorten(sheet.heading, 300), sheet.url, bold=True)]
    if sheet.byline:
        title.append(text("\n" + shorten(sheet.byline, 300)))
    head = [
        rich(section(title)),
        context(shorten(sheet.counts, 400)),
        {"type": "actions", "block_id": "narrow", "elements": [_filter(each) for each in sheet.filters]},
        context(said("join.dot").join([sheet.shown, *sheet.notes])),
    ]
    tail = [*_turning(sheet, said)]
    body = _entries(
        sheet, said, limits.VIEW_BLOCKS - len(head) - len(tail), limits.VIEW_JSON - json_size([*head, *tail])
    )
    return [*head, *body, *tail]


def _filter(each: Filter) -> Element:
    options = [option(choice.label, choice.value or actions.ANY) for choice in each.choices]
    return menu(f"{actions.NARROW}{each.name}", options, each.chosen or actions.ANY)


def _turning(sheet: ClaimsSheet, said: Words) -> Iterator[Block]:
    if sheet.pages < 2:
        return
    page = sheet.page
    turns = [
        button(said("sheet.previous"), actions.PREVIOUS, str(page - 1)) if page > 1 else None,
        button(said("sheet.next"), actions.NEXT, str(page + 1)) if page < sheet.pages else None,
    ]
    yield context(said("sheet.page", page=page, pages=sheet.pages))
    yield {"type": "actions", "block_id": "turn", "elements": [turn for turn in turns if turn is not None]}


def _entries(sheet: ClaimsSheet, said: Words, most: int, size: int) -> list[Block]:
    """As many blocks as there is room for, in number and in bytes; if not all, a last one says so."""
    cut = context(said("sheet.cut"))
    size -= json_size(cut)
    blocks: list[Block] = []
    drawn = (*(_claim(claim, said) for claim in sheet.claims), *(_denial(denial) for denial in sheet.denials))
    for block in chain.from_iterable(drawn):
        size -= json_size(block)
        if size < 0 or len(blocks) == most - 1:
            return [*blocks, cut]
        blocks.append(block)
    return blocks


def _claim(claim: SheetClaim, said: Words) -> Iterator[Block]:
    lines = _pieces(said("sheet.numbered", n=claim.number, text=claim.text), bold=True)
    who = said("join.facts", who=shorten(claim.who, 800), facts=shorten(claim.facts, 300))
    yield from _blocks([*(section([line]) for line in lines), section([text(who)]), *_excerpts(claim.excerpts)])
    for denial in claim.denials:
        yield from _denial(denial)


def _denial(denial: SheetDenial) -> Iterator[Block]:
    lines = _pieces(denial.text, **({"bold": True} if denial.denies else {}))
    yield from _blocks([*(section([line]) for line in lines), *_excerpts(denial.excerpts)])


def _excerpts(excerpts: Sequence[Excerpt]) -> Iterator[Element]:
    """Rows of neighbouring sentences, each set off, each sentence under the number that opens it in the article."""
    row: list[Element] = []
    before = 0
    for each in excerpts:
        if each.passage.n != before + 1:
            yield from map(quote, _packed(row))
            row = []
        before = each.passage.n
        row.append(link(str(each.passage.n), each.passage.url))
        row += _pieces(f" {each.passage.text} ", **({} if each.cited else {"italic": True}))
    yield from map(quote, _packed(row))


def _pieces(content: str, **style: bool) -> list[Element]:
    """The text, in as many elements as it takes."""
    pieces = []
    while len(content) > _PIECE:
        cut = content.rfind(" ", _PIECE // 2, _PIECE) + 1 or _PIECE
        pieces.append(content[:cut])
        content = content[cut:]
    return [text(piece, **style) for piece in (*pieces, content)]


def _blocks(elements: Iterable[Element]) -> Iterator[Block]:
    """As few blocks as hold them."""
    return (rich(*some) for some in _packed(elements))


def _packed(elements: Iterable[Element]) -> Iterator[list[Element]]:
    """The elements in rows, none of them with more text than a block may have, unless a single one has."""
    row: list[Element] = []
    room = limits.BLOCK_TEXT
    for element in elements:
        size = text_size(element)
        if row and size > room:
            yield row
            row, room = [], limits.BLOCK_TEXT
        row.append(element)
        room -= size
    if row:
        yield row
