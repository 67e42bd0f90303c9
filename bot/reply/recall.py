"""What was read before, in words: what a search found, and what a source said over time."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from bot.article.article import Article
from bot.claims.reading import Claim, Denial, Reading
from bot.reply.catalogue import Words
from bot.reply.dates import day_of
from bot.reply.passage import passage_url, web_address
from bot.reply.passages import Passages
from bot.reply.plain import inner, phrase
from bot.reply.reply import Note, NoteItem
from bot.reply.who import firmness, who_says

_TEXT = 180
_TITLE = 80

About = Callable[[Claim, Reading, Words], str]
"""What is said beside a claim."""


@dataclass(frozen=True, slots=True)
class Recalled:
    """A claim or a denial of an earlier reading; `thread` opens where it was told, `when` says at what time."""

    article: Article
    reading: Reading
    kind: Literal["claim", "denial"]
    item: str
    thread: str | None
    when: str


def find_note(asked: str, found: Sequence[Recalled], more: int, words: Words) -> Note:
    """What was found, newest first as given, under the article that says it."""
    title = words("recall.found" if found else "recall.none", words=inner(phrase(asked, 100)))
    return _note(title, found, _who, more, words)


def source_note(name: str, found: Sequence[Recalled], more: int, words: Words) -> Note:
    """The same of one speaker, with how firmly each was put in place of the name that all share."""
    title = words("recall.source" if found else "recall.no_source", name=phrase(name, 100))
    return _note(title, found, _how, more, words)


def title_of(article: Article, words: Words) -> str:
    return phrase(article.title or "", _TITLE) or words("heading.untitled" if article.address else "heading.pasted")


def _note(title: str, found: Sequence[Recalled], about: About, more: int, words: Words) -> Note:
    told: dict[tuple[str, str | None, str], list[Recalled]] = {}
    for each in found:
        told.setdefault((each.article.canonical_url or each.article.digest, each.thread, each.when), []).append(each)
    items = (_article(of_one, about, words) for of_one in told.values())
    return Note(title, items=tuple(items), more=more, language=words.language)


def _article(found: Sequence[Recalled], about: About, words: Words) -> NoteItem:
    """What was found in one article, under its title, with its day and where it was told."""
    article, thread = found[0].article, web_address(found[0].thread)
    details = [
        phrase(article.outlet or "", 60),
        day_of(article.published_at, words),
        words("recall.read", when=found[0].when),
    ]
    return NoteItem(
        title_of(article, words),
        web_address(article.address),
        words("join.dot").join(part for part in details if part),
        (words("recent.thread"), thread) if thread else None,
        tuple(_entry(each, about, words) for each in _once(found)),
    )


def _once(found: Sequence[Recalled]) -> Iterable[Recalled]:
    """Without the claims of sentences that are told as a denial: "Pike called it a lie" is one thing that he said."""
    denied = {_item(each).sentences for each in found if each.kind == "denial"}
    return (each for each in found if each.kind == "denial" or _item(each).sentences not in denied)


def _item(recalled: Recalled) -> Claim | Denial:
    told: Iterable[Claim | Denial] = recalled.reading.claims if recalled.kind == "claim" else recalled.reading.denials
    return next(each for each in told if each.id == recalled.item)


def _entry(recalled: Recalled, about: About, words: Words) -> NoteItem:
    article, reading, item = recalled.article, recalled.reading, _item(recalled)
    said = about(item, reading, words) if isinstance(item, Claim) else ""
    text = item.text if isinstance(item, Claim) else _denied(item, article, reading, words)
    return NoteItem(
        phrase(text, _TEXT),
        passage_url(article, item.sentences[0]) if item.sentences and article.has(item.sentences[0]) else None,
        said,
    )


def _who(claim: Claim, reading: Reading, words: Words) -> str:
    return phrase(who_says(reading, claim.sources, claim.via, words, words("who.outlet")), 80)


def _how(claim: Claim, reading: Reading, words: Words) -> str:
    return firmness(claim, words)


def _denied(denial: Denial, article: Article, reading: Reading, words: Words) -> str:
    """Who denies what no claim says, or else the sentence that does: the claim is found beside it."""
    who = phrase(who_says(reading, denial.sources, denial.via, words, words("denial.somebody")), 80)
    said = words(f"denial.{denial.kind}", who=who)
    own = next((each.text for each in Passages(article)(denial.sentences)), "")
    about = phrase(own if denial.claims else denial.implied_claim or own, _TEXT)
    return words("denial.implied", denial=said, claim=about) if about else said
