"""What a proof found: a table for people, JSON for programs."""

import json
import math
import os
import platform
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

Row = Mapping[str, str | float | bool]


@dataclass(slots=True)
class Findings:
    """Rows of one proof, the bounds that did not hold, and where it ran. `load` is that of the last minute at the start."""

    proof: str
    title: str
    rows: list[Row] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)
    started: str = field(default_factory=lambda: datetime.now(UTC).isoformat(timespec="seconds"))
    load: float = field(default_factory=lambda: os.getloadavg()[0])

    def hold(self, what: str, *, holds: bool) -> None:
        """Note a bound; what does not hold fails the proof."""
        if not holds:
            self.broken.append(what)

    def document(self) -> dict[str, Any]:
        """As it is written to disk."""
        return {
            "proof": self.proof,
            "started": self.started,
            "cores": os.cpu_count(),
            "load": round(self.load, 2),
            "python": platform.python_version(),
            "rows": [dict(row) for row in self.rows],
            "broken": self.broken,
        }

    def write(self, folder: Path) -> Path:
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{self.proof}.json"
        path.write_text(json.dumps(self.document(), indent=2) + "\n", encoding="utf-8")
        return path

    def show(self) -> None:
        console = Console()
        console.width = max(console.width, 120)
        console.print(self.table())
        for each in self.broken:
            console.print(f"does not hold: {each}", markup=False)

    def table(self) -> Table:
        """One column a row of ours: they have many figures, and there are few of them."""
        where = f"{os.cpu_count()} cores, load {self.load:.1f} at the start, {self.started}"
        table = Table(title=f"{self.title}\n{where}", title_justify="left", show_header=False)
        names = dict.fromkeys(name for row in self.rows for name in row)
        for n in range(len(self.rows) + 1):
            table.add_column(justify="right" if n else "left")
        for name in names:
            table.add_row(name, *(_shown(row.get(name, "")) for row in self.rows), end_section=name == "proof")
        return table


def spread(values: Sequence[float], unit: str, scale: float = 1.0) -> dict[str, float]:
    """Min, median, 99th percentile and max, times `scale`; nothing of no values."""
    if not values:
        return {}
    ordered = sorted(value * scale for value in values)
    return {
        f"min {unit}": round(ordered[0], 2),
        f"median {unit}": round(statistics.median(ordered), 2),
        f"p99 {unit}": round(percentile(ordered, 0.99), 2),
        f"max {unit}": round(ordered[-1], 2),
    }


def percentile(values: Sequence[float], share: float) -> float:
    """The nearest-rank percentile."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def _shown(value: str | float | bool) -> str:
    if isinstance(value, float):
        return f"{value:,.1f}" if value >= 100 else f"{value:,.2f}"
    return str(value)
