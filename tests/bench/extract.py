"""How well pages become articles: `python -m tests.bench.extract DIR` on any folder of pages with their truth.

Beside each `NAME.html` stands `NAME.json` with what is known of it: `title`, `byline` (or `authors`), `published_at` (or
`date`), `outlet` (or `site`), `text` (or `body`), at the top or under `article`. What is missing is not scored.
"""

import json
import re
import sys
import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.adapters.files import page_of_file
from bot.article.article import Article
from bot.article.extract import article_of
from bot.article.prose import plain
from bot.errors import PageError

_NAMES = {"title": ("title",), "byline": ("byline", "authors", "author"), "date": ("published_at", "date"), "outlet": ("outlet", "site", "sitename")}  # fmt: skip

_WORD = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]|[^\W\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]+"
)


@dataclass
class Score:
    """Of one page: F1 of the body's words, which fields are right, seconds of processor time."""

    name: str
    body: float
    seconds: float
    right: dict[str, bool] = field(default_factory=dict)
    error: str = ""


def scored(path: Path) -> Score:
    """Read one page and hold it against its truth."""
    truth = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    truth = truth.get("article", truth)
    start = time.process_time()
    try:
        article = article_of(page_of_file(path))
    except PageError as error:
        return Score(
            path.stem,
            0.0,
            time.process_time() - start,
            {name: False for name in _NAMES if _of(truth, name)},
            error.code,
        )
    seconds = time.process_time() - start
    told = truth.get("text") or truth.get("body") or ""
    return Score(
        path.stem,
        f1(article.text, told),
        seconds,
        {name: _is_right(article, name, _of(truth, name)) for name in _NAMES if _of(truth, name)},
    )


def f1(found: str, told: str) -> float:
    """Of the words of two texts, each counted as often as it occurs; in scripts without spaces, of the characters."""
    one, other = (Counter(_WORD.findall(text.casefold())) for text in (found, told))
    shared = (one & other).total()
    return 2 * shared / (one.total() + other.total()) if shared else 0.0


def _of(truth: Mapping[str, Any], name: str) -> Any:
    return next((truth[key] for key in _NAMES[name] if truth.get(key)), None)


def _is_right(article: Article, name: str, told: Any) -> bool:
    """Titles and outlets loosely, dates by the day, people as a set."""
    if name == "date":
        return (article.published_at or "")[:10] == str(told)[:10]
    if name == "byline":
        return {plain(person) for person in article.byline} == {
            plain(person) for person in ([told] if isinstance(told, str) else told)
        }
    found = plain((article.title if name == "title" else article.outlet) or "")
    return bool(found) and (found in plain(str(told)) or plain(str(told)) in found)


def main(folder: str) -> None:
    """Print the means, the worst pages and the processor time a page takes."""
    pages = sorted(path for path in Path(folder).glob("*.htm*") if path.with_suffix(".json").is_file())
    scored(pages[0])  # the first one loads the libraries
    scores = [scored(path) for path in pages]
    print(
        f"{len(scores)} pages, body F1 {sum(s.body for s in scores) / len(scores):.3f}, {sum(s.body < 0.5 for s in scores)} under .5"
    )
    for name in _NAMES:
        known = [s.right[name] for s in scores if name in s.right]
        if known:
            print(f"{name}: {sum(known) / len(known):.1%} of {len(known)}")
    print(f"{1000 * sum(s.seconds for s in scores) / len(scores):.0f} ms of processor time a page")
    for score in sorted(scores, key=lambda s: s.body)[:10]:
        print(
            f"  {score.body:.3f} {score.name} {score.error} {' '.join(n for n, right in score.right.items() if not right)}"
        )


if __name__ == "__main__":
    main(sys.argv[1])
