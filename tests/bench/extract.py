"""How well pages become articles: `make bench-extract DIR=folder`, on any folder of pages with their truth.

Beside each `NAME.html` stands `NAME.json`; docs/ARTICLES.md describes it. The extractor alone is scored beside us.
"""

import json
import re
import sys
import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.adapters.web.files import page_of_file
from bot.article.article import Article
from bot.article.charset import decoded
from bot.article.extract import article_of
from bot.article.prose import plain
from bot.errors import PageError

_NAMES = {"title": ("title",), "authors": ("authors", "byline", "author"), "date": ("date", "published_at"), "site": ("site", "outlet", "sitename")}  # fmt: skip
_DENSE = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"
_WORD = re.compile(rf"[{_DENSE}]|[^\W{_DENSE}]+")


@dataclass
class Score:
    """Of one page: F1 of the body's words, the same of the extractor alone, which fields are right, seconds of processor time."""

    name: str
    body: float
    alone: float
    seconds: float
    right: dict[str, bool] = field(default_factory=dict)
    error: str = ""


def scored(path: Path) -> Score:
    """Read one page and hold it against its truth."""
    truth = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    truth = truth.get("article", truth)
    told = truth.get("text") or truth.get("body") or ""
    asked = {name: value for name in _NAMES if (value := _of(truth, name))}
    alone = f1(_alone(path), told)
    start = time.process_time()
    try:
        article = article_of(page_of_file(path))
    except PageError as error:
        seconds = time.process_time() - start
        return Score(path.stem, 0.0, alone, seconds, dict.fromkeys(asked, False), error.code)
    seconds = time.process_time() - start
    right = {name: _is_right(article, name, value) for name, value in asked.items()}
    return Score(path.stem, f1(_body(article, told), told), alone, seconds, right)


def _alone(path: Path) -> str:
    from trafilatura import extract

    return extract(decoded(path.read_bytes()), include_comments=False) or ""


def _body(article: Article, told: str) -> str:
    """Headline and standfirst count only where the truth has the headline."""
    if article.lead == 0 or not article.title or plain(article.title) in plain(told[: 3 * len(article.title) + 100]):
        return article.text
    return article.text[article.sentences[article.lead - 1].end :]


def f1(found: str, told: str) -> float:
    """Of the words of two texts, each counted as often as it occurs; in scripts without spaces, of the characters."""
    one, other = (Counter(_WORD.findall(text.casefold())) for text in (found, told))
    shared = (one & other).total()
    return 2 * shared / (one.total() + other.total()) if shared else 0.0


def _of(truth: Mapping[str, Any], name: str) -> Any:
    return next((truth[key] for key in _NAMES[name] if truth.get(key)), None)


def _is_right(article: Article, name: str, told: Any) -> bool:
    """Titles and sites loosely, dates by the day, people as a set."""
    if name == "date":
        return (article.published_at or "")[:10] == str(told)[:10]
    if name == "authors":
        people = [told] if isinstance(told, str) else told
        return {plain(person) for person in article.byline} == {plain(person) for person in people}
    found = plain((article.title if name == "title" else article.outlet) or "")
    return bool(found) and (found in plain(str(told)) or plain(str(told)) in found)


def report(scores: Sequence[Score]) -> str:
    """The means, the worst pages and the processor time a page takes."""
    lines = [
        f"{len(scores)} pages",
        (
            f"body F1 {_mean(s.body for s in scores):.3f}, {sum(s.body < 0.5 for s in scores)} pages under .5"
            f" (trafilatura alone: {_mean(s.alone for s in scores):.3f}, {sum(s.alone < 0.5 for s in scores)})"
        ),
    ]
    for name in _NAMES:
        known = [s.right[name] for s in scores if name in s.right]
        if known:
            lines.append(f"{name} {sum(known) / len(known):.1%} of {len(known)}")
    lines += [f"{1000 * _mean(s.seconds for s in scores):.0f} ms of processor time a page", "worst pages:"]
    for score in sorted(scores, key=lambda s: s.body)[:10]:
        wrong = " ".join(name for name, right in score.right.items() if not right)
        lines.append(f"  {score.body:.3f} (alone {score.alone:.3f}) {score.name} {score.error} {wrong}".rstrip())
    return "\n".join(lines)


def _mean(values: Iterable[float]) -> float:
    found = list(values)
    return sum(found) / len(found) if found else 0.0


def main(folder: str) -> None:
    """Score every page of a folder, those in folders within it too, that has its truth beside it."""
    pages = sorted(path for path in Path(folder).rglob("*.htm*") if path.with_suffix(".json").is_file())
    if not pages:
        sys.exit(f"{folder}: no NAME.html with a NAME.json beside it")
    scored(pages[0])  # the first one loads the libraries
    print(report([scored(path) for path in pages]))


if __name__ == "__main__":
    main(sys.argv[1])
