"""The tables that people read."""

from collections.abc import Iterable, Mapping, Sequence

from rich.console import Console, RenderableType
from rich.table import Table

from bot.evaluation.counts import Figure, Triple
from bot.evaluation.mistakes import Mistake
from bot.evaluation.runner import Evaluation
from bot.evaluation.summary import BASE, Summary, sentence_f1

WIDE = 140  # columns

_TITLES = {
    "sentences": "sentences",
    "name": "name right where both mark",
    "kind": "kind right where both mark",
    "joint": "sentence and name",
    "relation": "content spans",
    "relation_named": "content spans and name",
    "denials": "denials",
    "denial_kind": "kind right on found denials",
    "link": "link right on found denials",
}


def paper() -> Console:
    """Where tables are printed: as wide as the terminal, or wide enough for a file. What stands in brackets or colons in an article, or in
    somebody's comment, is printed as it is."""
    width = None if Console().is_terminal else WIDE
    return Console(width=width, markup=False, emoji=False)


def figures(summaries: Sequence[Summary], *, pooled: bool = False) -> list[RenderableType]:
    """One table for the measures, one for what the reading cost."""
    return [_measures(summaries, pooled=pooled), _costs(summaries)]


def _measures(summaries: Sequence[Summary], *, pooled: bool) -> Table:
    over = "all articles taken together" if pooled else "means over articles"
    table = Table(title=f"How good the readers are: {over}, 95 % interval from resampled articles")
    table.add_column("measure")
    for summary in summaries:
        table.add_column(summary.reader, justify="right")
    for key in ("sentences", "name", "kind", "joint", "relation", "relation_named", "denials", "denial_kind", "link"):
        cells = [_cell(summary, key) for summary in summaries]
        if any(cell != "–" for cell in cells):
            table.add_row(_TITLES[key], *cells)
    table.add_row(
        "grounded before, after", *(f"{_number(s.grounded_before)} {_number(s.grounded_after)}" for s in summaries)
    )
    table.add_row("articles won, lost to the floor", *(f"{s.wins} : {s.losses}" for s in summaries))
    return table


def _cell(summary: Summary, key: str) -> str:
    if key in summary.shares:
        return _with_interval(summary.shares[key])
    found = summary.triples[key]
    return "–" if found.f1.value is None else _triple(found)


def _triple(found: Triple) -> str:
    return f"P {_number(found.precision)} R {_number(found.recall)} F1 {_with_interval(found.f1)}"


def _with_interval(figure: Figure) -> str:
    if figure.value is None:
        return "–"
    if figure.low is None or figure.high is None:
        return _number(figure)
    return f"{_number(figure)} [{_short(figure.low)}, {_short(figure.high)}]"


def _number(figure: Figure) -> str:
    return "–" if figure.value is None else _short(figure.value)


def _short(value: float) -> str:
    return f"{value:.3f}".removeprefix("0") if value < 1 else f"{value:.2f}"


def _costs(summaries: Sequence[Summary]) -> Table:
    table = Table(title="What it took")
    for heading in (
        "reader",
        "articles",
        "failed",
        "seconds",
        "requests",
        "tokens in",
        "tokens out",
        "re-asked",
        "replaced",
    ):
        table.add_column(heading, justify="left" if heading == "reader" else "right")
    for one in summaries:
        failed = ", ".join(f"{count} {code}" for code, count in one.failures.items()) or "0"
        usage = one.usage
        numbers = (usage.requests, usage.input_tokens, usage.output_tokens)
        shares = ("–" if value is None else f"{value:.0%}" for value in (one.reask_share, one.replaced_share))
        table.add_row(one.reader, str(one.articles), failed, f"{one.seconds:.1f}", *map(str, numbers), *shares)
    return table


def by_article(evaluation: Evaluation) -> Table:
    """Sentence F1 of each article and reader, the articles in which the first reader lost most to the floor first."""
    names = list(evaluation.runs)
    rows = zip(*(evaluation.runs[name] for name in names), strict=True)
    table = Table(title="Each article: F1 of sentences, + won and - lost against the floor")
    table.add_column("article")
    for name in names:
        table.add_column(name, justify="right")
    scored = [({run.reader: sentence_f1(run) for run in row}, row[0].gold.id) for row in rows]
    for figures, article in sorted(scored, key=lambda each: _lead(each[0], names[0])):
        table.add_row(article, *(_against(figures, name) for name in names))
    return table


def _lead(figures: Mapping[str, float | None], name: str) -> float:
    return (figures[name] or 0.0) - (figures.get(BASE) or 0.0)


def _against(figures: Mapping[str, float | None], name: str) -> str:
    own = figures[name]
    if own is None:
        return "–"
    lead = _lead(figures, name)
    return _short(own) + (" +" if lead > 0 else " -" if lead < 0 else "  ")


def mistakes(found: Iterable[Mistake]) -> Table:
    """Each mistake with its sentence, for `--errors`."""
    table = Table(title="Mistakes", show_lines=True)
    for heading in ("article", "what", "sentence", "gold", "reader"):
        table.add_column(heading)
    for one in found:
        table.add_row(one.article, one.what, one.sentence, one.wanted, f"{one.got}\n({one.reader})")
    return table
