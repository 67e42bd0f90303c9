"""A reply as Slack's blocks, within Slack's limits at any size.

Everything that comes from an article, a model or a page stands in `rich_text` (see `rich.py` for why); our own small
print is `context`. A message that would grow too large is cut between claims, and says how many are left out.
"""

from typing import Any

from bot.reply.catalogue import Words, words
from bot.reply.plain import shorten
from bot.reply.reply import AnswerReply, Note, NoteItem, ReadingReply, Reply
from bot.slack import actions
from bot.slack.budget import Budget
from bot.slack.fallback import fallback
from bot.slack.items import answer_line, claim_block, denial, own_voice_block
from bot.slack.rich import Block, Element, bullets, button, context, link, plain, rich, section, text

_SPARE_TEXT = 400
"""Kept free for the lines that say how much is left out."""


def message_of(reply: Reply, *, mark: str | None = None) -> dict[str, Any]:
    """The arguments of `chat.postMessage`, `chat.update` and `response_url` that draw this reply.

    `text` is what screen readers and notifications say; `mark` goes into the metadata, by which our own message
    is found again.
    """
    message: dict[str, Any] = {
        "text": fallback(reply),
        "blocks": blocks_of(reply),
        "unfurl_links": False,
        "unfurl_media": False,
    }
    if mark is not None:
        message["metadata"] = {"event_type": actions.REPLY_EVENT, "event_payload": {"mark": mark}}
    return message


def blocks_of(reply: Reply) -> list[Block]:
    """The blocks alone, at least one."""
    said = words(reply.language)
    if isinstance(reply, ReadingReply):
        return _reading(reply, said)
    if isinstance(reply, AnswerReply):
        return _answer(reply, said)
    return _note(reply, said)


def _reading(reply: ReadingReply, said: Words) -> list[Block]:
    head, tail = _head(reply), _tail(reply, said)
    budget = Budget()
    for block in (*head, *tail):
        budget.take(block)
    denials = _denial_blocks(reply, said, budget)
    body = _claim_blocks(reply, said, budget)
    return [*head, *body, *_own_voice_blocks(reply, said, budget), *denials, *tail]


def _head(reply: ReadingReply) -> list[Block]:
    title = [link(shorten(reply.heading, 300), reply.url, bold=True)]
    if reply.byline:
        title.append(text("\n" + shorten(reply.byline, 300)))
    blocks = [rich(section(title))]
    if reply.counts:
        blocks.append(context(shorten(reply.counts, 400)))
    return blocks


def _tail(reply: ReadingReply, said: Words) -> list[Block]:
    lines = [*(shorten(note, 400) for note in reply.notes[:5]), shorten(reply.hint, 400), shorten(reply.progress, 200)]
    blocks = [context(line) for line in lines if line.strip()]
    if reply.final and reply.retry:
        blocks.append(_try_again(said))
    if reply.final:
        blocks.append(_vote(said))
    return blocks


def _denial_blocks(reply: ReadingReply, said: Words, budget: Budget) -> list[Block]:
    """Denials that answer no listed claim: at most a third of the message, so that claims come first."""
    if not reply.other_denials:
        return []
    blocks = [_title(said("section.other_denials"))]
    budget.take(blocks[0])
    share = budget.text * 2 // 3 if reply.claims else _SPARE_TEXT
    for i, line in enumerate(reply.other_denials):
        block = rich(section(denial(line, said)))
        if not budget.take(block, keep_blocks=budget_floor(reply), keep_text=share):
            return [*blocks, _more("section.more_denials", len(reply.other_denials) - i, said, budget)]
        blocks.append(block)
    return blocks


def budget_floor(reply: ReadingReply) -> int:
    """Blocks that other denials leave to the claims: two thirds, or as many as there are."""
    return min(30, len(reply.claims)) + 4


def _claim_blocks(reply: ReadingReply, said: Words, budget: Budget) -> list[Block]:
    mixed = not all(item.quoted for item in reply.claims)
    blocks: list[Block] = []
    for i, item in enumerate(reply.claims):
        block = claim_block(item, said, own_words=mixed)
        if not budget.take(block, keep_blocks=4, keep_text=_SPARE_TEXT):
            return [*blocks, _more("section.more_claims", len(reply.claims) - i, said, budget)]
        blocks.append(block)
    return blocks


def _own_voice_blocks(reply: ReadingReply, said: Words, budget: Budget) -> list[Block]:
    if not reply.own_voice:
        return []
    blocks: list[Block] = []
    title = _title(said("section.own_voice"))
    for i, item in enumerate(reply.own_voice):
        block = own_voice_block(item, said)
        if not budget.take(block, keep_blocks=3, keep_text=_SPARE_TEXT // 2):
            more = _more("section.more_own_voice", len(reply.own_voice) - i, said, budget)
            return [title, *blocks, more] if blocks else [more]
        blocks.append(block)
    return [title, *blocks]


def _answer(reply: AnswerReply, said: Words) -> list[Block]:
    head = [rich(section([text(shorten(reply.lead, 500))]))] if reply.lead.strip() else []
    tail = [context(shorten(line, 500)) for line in (reply.note, reply.progress) if line.strip()]
    if reply.final:
        tail.append(_vote(said))
    budget = Budget()
    for block in (*head, *tail):
        budget.take(block)
    body: list[Block] = []
    for i, line in enumerate(reply.lines):
        block = answer_line(line, said)
        if not budget.take(block, keep_blocks=1, keep_text=_SPARE_TEXT):
            body.append(_more("section.more_lines", len(reply.lines) - i, said, budget))
            break
        body.append(block)
    return [*head, *body, *tail] or [context(said("progress.answering"))]


def _note(reply: Note, said: Words) -> list[Block]:
    tail = [_try_again(said)] if reply.retry else []
    head = [rich(section([text(shorten(line, 2500))])) for line in reply.text.split("\n")[:10] if line.strip()]
    budget = Budget()
    for block in (*head, *tail):
        budget.take(block)
    entries = [*(NoteItem(label, url) for label, url in reply.links), *reply.items]
    listed: list[list[Element]] = []
    for i, entry in enumerate(entries):
        item = _entry(entry, said)
        if not budget.take(rich(section(item)), keep_text=_SPARE_TEXT) or i >= 100:
            listed.append([text(said("section.more_entries", n=len(entries) - i))])
            break
        budget.blocks += 1  # all entries are one block
    body = [rich(bullets(listed))] if listed else []
    return [*head, *body, *tail] or [context("…")]


def _entry(entry: NoteItem, said: Words) -> list[Element]:
    elements = [link(shorten(entry.text, 200), entry.url, bold=not entry.url)]
    if entry.detail:
        elements.append(text(said("join.dash") + shorten(entry.detail, 300)))
    if entry.more:
        elements += [text(said("join.dot")), link(shorten(entry.more[0], 75), entry.more[1])]
    return elements


def _title(content: str) -> Block:
    return rich(section([text(content, italic=True)]))


def _more(key: str, n: int, said: Words, budget: Budget) -> Block:
    block = context(said(key, n=n))
    budget.take(block)
    return block


def _try_again(said: Words) -> Block:
    return {"type": "actions", "elements": [button(said("button.try_again"), actions.TRY_AGAIN)]}


def _vote(said: Words) -> Block:
    return {
        "type": "context_actions",
        "elements": [
            {
                "type": "feedback_buttons",
                "action_id": actions.VOTE,
                "positive_button": _feedback(said("button.good"), said("button.good_label"), actions.GOOD),
                "negative_button": _feedback(said("button.bad"), said("button.bad_label"), actions.BAD),
            }
        ],
    }


def _feedback(content: str, label: str, value: str) -> Element:
    return {"text": plain(content), "value": value, "accessibility_label": label}
