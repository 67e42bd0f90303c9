"""A reply as Slack's blocks, within Slack's limits at any size.

Everything that comes from an article, a model or a page stands in `rich_text` (see `rich.py` for why); our own small
print is `context`. A message that would grow too large is cut between claims, and says how many are left out.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from bot.reply.catalogue import Words, words
from bot.reply.export import FORMS
from bot.reply.plain import shorten, show
from bot.reply.reply import AnswerReply, ChangesReply, ReadingReply, Reply
from bot.slack.drawing import actions
from bot.slack.drawing.budget import Budget, fit, left_out
from bot.slack.drawing.changes import change_block, heading
from bot.slack.drawing.fallback import fallback
from bot.slack.drawing.items import answer_block, claim_block, denial_block, own_voice_block
from bot.slack.drawing.notes import can_come_back, note_blocks, try_again, try_again_block
from bot.slack.drawing.rich import Block, Element, button, context, link, option, overflow, plain, rich, section, text


def message_of(reply: Reply, *, mark: str | None = None) -> dict[str, Any]:
    """The arguments of `chat.postMessage`, `chat.update` and `response_url` that draw this reply.

    `text` is what screen readers and notifications say; `mark` goes into the metadata, by which our own message
    is found again. Without one nothing is known of the message afterwards, so it asks for no vote.
    """
    message: dict[str, Any] = {
        "text": fallback(reply),
        "blocks": blocks_of(reply) if mark is not None else _unasked(blocks_of(reply)),
        "unfurl_links": False,
        "unfurl_media": False,
    }
    if mark is not None:
        message["metadata"] = {"event_type": actions.REPLY_EVENT, "event_payload": {"mark": mark}}
    return message


def _unasked(blocks: list[Block]) -> list[Block]:
    """Without the vote."""
    return [block for block in blocks if block["type"] != "context_actions"] or [context("…")]


def blocks_of(reply: Reply) -> list[Block]:
    """The blocks alone, at least one."""
    said = words(reply.language)
    if isinstance(reply, ReadingReply):
        return _reading(reply, said)
    if isinstance(reply, AnswerReply):
        return _answer(reply, said)
    if isinstance(reply, ChangesReply):
        return _changes(reply, said)
    return note_blocks(reply)


def _reading(reply: ReadingReply, said: Words) -> list[Block]:
    head, tail = _head(reply), _tail(reply, said)
    budget = Budget().less(head, tail)
    denials = _other_denials(reply, said, budget)
    claims = _claims(reply, said, budget)
    own_voice = _own_voice(reply, said, budget)
    return [*head, *claims, *own_voice, *denials, *tail]


def _head(reply: ReadingReply) -> list[Block]:
    title = [link(shorten(reply.heading, 300), reply.url, bold=True)]
    if reply.byline:
        title.append(text("\n" + shorten(reply.byline, 300)))
    return [rich(section(title)), *_small([reply.notice, reply.counts])]


def _tail(reply: ReadingReply, said: Words) -> list[Block]:
    return [
        *_small([*reply.notes[:5], reply.hint, reply.progress]),
        *(_more(said, reply.shelfmark, [*_retry(reply, said)], again=_has_thread(reply)) if reply.final else []),
        *([vote_block(said)] if reply.final else []),
    ]


def _has_thread(reply: ReadingReply) -> bool:
    """Where what changed can be told: not under text that was pasted, nor under what only one person sees."""
    return bool(reply.url) and not reply.again


def _retry(reply: ReadingReply, said: Words) -> Iterator[Element]:
    if reply.retry and can_come_back(reply.again):
        yield try_again(said, reply.again)


def _more(said: Words, shelfmark: str, retry: Sequence[Element] = (), *, again: bool = True) -> list[Block]:
    """What else can be done with a reading, in one row."""
    row = [*retry]
    if shelfmark:
        row.insert(0, button(said("sheet.open"), actions.ALL_CLAIMS, shelfmark))
        row.append(overflow(actions.MENU, _menu(shelfmark, said, again=again)))
    return [{"type": "actions", "elements": row}] if row else []


def _menu(shelfmark: str, said: Words, *, again: bool) -> list[Element]:
    """What is asked for now and then; Slack's menu takes five. A value begins with the word that `doors.MENU` knows."""
    return [
        *(option(said(f"export.{form}"), f"export:{form}:{shelfmark}") for form in FORMS),
        *([option(said("button.reread"), "reread")] if again else []),
    ]


def _other_denials(reply: ReadingReply, said: Words, budget: Budget) -> list[Block]:
    """Denials beside no claim: taken first, but from a third of the room where there are claims too."""
    if not reply.other_denials:
        return []
    title = _title(said("section.other_denials"))
    room = budget.share(3 if reply.claims or reply.own_voice else 1).less([title])
    blocks = [
        title,
        *fit(reply.other_denials, lambda line: denial_block(line, said), left_out("more_denials", said), room),
    ]
    budget.less(blocks)
    return blocks


def _claims(reply: ReadingReply, said: Words, budget: Budget) -> list[Block]:
    mixed = not all(item.quoted for item in reply.claims)
    keep = 1 if reply.own_voice else 0
    return fit(
        reply.claims,
        lambda item: claim_block(item, said, own_words=mixed),
        left_out("more_claims", said),
        budget,
        keep=keep,
    )


def _own_voice(reply: ReadingReply, said: Words, budget: Budget) -> list[Block]:
    """As far as there is room; where there is none for the first, one line says how many there are."""
    if not reply.own_voice:
        return []
    title = _title(said("section.own_voice"))
    if not budget.holds([title, own_voice_block(reply.own_voice[0], said)], spare=1):
        return [left_out("more_own_voice", said)(len(reply.own_voice))]
    budget.less([title])
    return [
        title,
        *fit(reply.own_voice, lambda item: own_voice_block(item, said), left_out("more_own_voice", said), budget),
    ]


def _answer(reply: AnswerReply, said: Words) -> list[Block]:
    head = [rich(section([text(shorten(reply.lead, 500))]))] if reply.lead.strip() else []
    tail = [*_small([reply.note, reply.progress]), *(closing_blocks(reply) if reply.final else [])]
    room = Budget().less(head, tail)
    body = fit(reply.lines, lambda line: answer_block(line, said), left_out("more_lines", said), room)
    return [*head, *body, *tail] or [context(said("progress.answering"))]


def closing_blocks(reply: AnswerReply) -> list[Block]:
    """What stands beneath an answer that has ended: *Try again* where it is not the model's, and the vote."""
    said = words(reply.language)
    return [*([try_again_block(said)] if reply.retry else []), vote_block(said)]


def _changes(reply: ChangesReply, said: Words) -> list[Block]:
    """Group by group as far as there is room."""
    head = [heading(reply), *_small([reply.counts])]
    tail = [*_small(reply.notes[:3]), *_more(said, reply.shelfmark)]
    room = Budget().less(head, tail)
    body: list[Block] = []
    left = sum(len(group.items) for group in reply.groups)
    more = left_out("more_changes", said)
    for group in reply.groups:
        title = _title(group.title)
        first = change_block(group.items[0], said)
        if not room.holds([title, first], spare=1):
            body.append(more(left))
            break
        room.less([title])
        left -= len(group.items)
        shown = fit(group.items, lambda item: change_block(item, said), more, room, keep=min(1, left))
        body += [title, *shown]
        if shown[-1]["type"] == "context":
            if left:
                body[-1] = more(left + len(group.items) - len(shown) + 1)
            break
    return [*head, *body, *tail]


def _title(content: str) -> Block:
    return rich(section([text(content, italic=True)]))


def _small(lines: Iterable[str]) -> list[Block]:
    return [context(shorten(line, 400)) for line in lines if show(line).strip()]


def vote_block(said: Words) -> Block:
    """Feedback buttons; Slack sends `actions.VOTE` with `GOOD` or `BAD`."""
    feedback = {
        "type": "feedback_buttons",
        "action_id": actions.VOTE,
        "positive_button": _feedback(said("button.good"), said("button.good_label"), actions.GOOD),
        "negative_button": _feedback(said("button.bad"), said("button.bad_label"), actions.BAD),
    }
    return {"type": "context_actions", "elements": [feedback]}


def _feedback(content: str, label: str, value: str) -> Element:
    return {"text": plain(content), "value": value, "accessibility_label": label}
