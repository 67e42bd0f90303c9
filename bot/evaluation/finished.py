"""Articles that a reader has finished, kept in a file: an evaluation that was stopped goes on from there."""

import json
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from bot.article.article import Article
from bot.claims.form import Draft
from bot.claims.reading import ReaderInfo

_DRAFT = TypeAdapter(Draft)
_BEGINNING = b'{"key": '


class Finished:
    """One JSON line an article, written as soon as it is done; a line that a crash cut short is passed over.

    A reading is found again by its reader, model, prompt and the article's digest; `place` tells servers apart. What
    the rules read is not kept: it costs nothing, and rules change without a new name. Raises `FileExistsError` when the
    file holds something else, which must not be written to; another `OSError` when it cannot be read.
    """

    def __init__(self, path: Path | None, place: str = "") -> None:
        self._path = path
        self._place = place
        self._known: dict[str, tuple[Draft, float]] = {}
        self._cut = ""
        if path is not None and path.exists():
            held = path.read_bytes()
            if not _BEGINNING.startswith(held[: len(_BEGINNING)]):
                raise FileExistsError(f"{path} holds something else than finished articles: name another file")
            self._cut = "\n" if held and not held.endswith(b"\n") else ""
            for line in held.decode("utf-8", "replace").split("\n"):
                self._take(line)

    def get(self, info: ReaderInfo, article: Article) -> tuple[Draft, float] | None:
        """The last draft and the seconds it took."""
        return self._known.get(self._key(info, article))

    def put(self, info: ReaderInfo, article: Article, draft: Draft, seconds: float) -> None:
        if self._path is None or info.name == "offline":
            return
        key = self._key(info, article)
        self._known[key] = (draft, seconds)
        row = {"key": key, "seconds": seconds, "draft": _DRAFT.dump_python(draft, mode="json")}
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with self._path.open("a", encoding="utf-8") as file:
            file.write(f"{self._cut}{json.dumps(row, ensure_ascii=False)}\n")
        self._cut = ""

    def _key(self, info: ReaderInfo, article: Article) -> str:
        parts = (self._place, info.name, info.model, info.prompt, article.digest, article.language)
        return "|".join(part or "" for part in parts)

    def _take(self, line: str) -> None:
        try:
            row: Any = json.loads(line)
            self._known[row["key"]] = (_DRAFT.validate_python(row["draft"]), float(row["seconds"]))
        except (ValueError, KeyError, TypeError, ValidationError):
            return
