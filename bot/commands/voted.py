"""`claims-bot eval --from-votes`: the readings that people found wrong, as a list to look at and to label."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from rich.table import Table

from bot.adapters.store import open_store
from bot.errors import SettingsError
from bot.evaluation import articles
from bot.evaluation.ballots import gold_row
from bot.evaluation.gold import Gold, read
from bot.evaluation.tables import paper
from bot.settings import Settings


async def list_votes(settings: Settings, source: str, *, as_json: bool) -> int:
    """`source` is a file of gold rows with `votes`, a database's URL, or `database` for the one of the settings.

    With `as_json` one gold row a line, its statements and denials still to be labelled. Raises `SettingsError`,
    `LibraryError`.
    """
    rows = [row for row in await _rows(settings, source) if row.votes]
    if as_json:
        for row in rows:
            print(row.model_dump_json(exclude_defaults=False))
        return 0
    paper().print(_table(rows) if rows else "Nobody has voted a reading down.")
    return 0


async def _rows(settings: Settings, source: str) -> Sequence[Gold]:
    url = settings.database_url if source == "database" else source
    if url.startswith(("sqlite:", "postgres")):
        async with open_store(url, lock=False) as store:
            rows = [Gold.model_validate(gold_row(ballot)) for ballot in await store.ballots.all()]
            return sorted(rows, key=lambda row: max((vote.at or "" for vote in row.votes), default=""), reverse=True)
    try:
        return list(read([Path(source)]))
    except (OSError, ValueError) as error:
        raise SettingsError(f"The votes cannot be read: {error}.") from None


def _table(rows: Sequence[Gold]) -> Table:
    table = Table(title="Voted down", show_lines=True)
    for heading in ("article", "reader", "when", "people", "what is wrong", "claim", "in the article"):
        table.add_column(heading)
    for row in rows:
        for line in _lines(row):
            table.add_row(*line)
    return table


def _lines(row: Gold) -> Iterator[tuple[str, ...]]:
    article = articles.of(row)
    title = f"{row.text.partition(chr(10))[0][:120]}\n{row.id}"
    for vote in row.votes:
        wrong = ": ".join(part for part in (vote.what, vote.comment) if part)
        passage = article.passage(n for n in vote.sentences if article.has(n))
        yield title, vote.reader or "", vote.at or "", str(vote.count), wrong, vote.claim or "", passage
