"""What a reading of the samples costs in the compact form, beside the same reading with the quotes copied out.

`python -m tests.seeds.compactness` prints the table. Tokens are characters / 4. The compact form is what a model is
asked for: numbers for sentences, letters for keys. Beside it stands the form that one would ask for without that: the
same items with the same values, keys spelt out, ids as strings, and the cited sentences copied out. Copied out under
the short keys, the same sentences are the third column: what is saved by numbers alone.
"""

import json
from typing import Any

from bot.claims.form import Form
from tests.seeds.gold import NAMES, Seed, load

LIMIT = 0.55


def compact(seed: Seed) -> dict[str, Any]:
    """The expected reading as a model writes it."""
    form = filled(seed).model_dump(by_alias=True)
    for item in (*form["sources"], *form["claims"]):
        item["i"] = int(item["i"][1:])
    for item in (*form["claims"], *form["denials"]):
        item |= {key: [int(each[1:]) for each in item[key]] for key in ("s", "v")}
    for item in form["denials"]:
        item["c"] = [int(each[1:]) for each in item["c"]]
    return form


def filled(seed: Seed) -> Form:
    reading = seed.reading
    sources = [
        each.model_dump(exclude={"sentences", "stated_count"}) | {"count": each.stated_count}
        for each in reading.sources
    ]
    claims = [each.model_dump(exclude={"form", "wording", "content", "cue_span"}) for each in reading.claims]
    denials = [
        each.model_dump(exclude={"id", "implied_claim"}) | {"implied": each.implied_claim} for each in reading.denials
    ]
    rows = {"sources": sources, "claims": claims, "denials": denials}
    return Form.model_validate_json(json.dumps(rows))


def spelt_out(seed: Seed) -> dict[str, Any]:
    """The same items with long keys and the cited sentences in place of their numbers."""
    form = filled(seed).model_dump()
    for item in (*form["claims"], *form["denials"]):
        item["sentences"] = [seed.article.sentence(n) for n in item["sentences"]]
    return form


def copied_out(seed: Seed) -> dict[str, Any]:
    """The compact form with the cited sentences in place of their numbers."""
    form = compact(seed)
    for item in (*form["claims"], *form["denials"]):
        item["n"] = [seed.article.sentence(n) for n in item["n"]]
    return form


def tokens(form: dict[str, Any]) -> int:
    return len(json.dumps(form, ensure_ascii=False, separators=(",", ":"))) // 4


def table() -> list[tuple[str, int, int, int]]:
    """Name, tokens in the compact form, with quotes and keys spelt out, with quotes alone; the sum last."""
    rows = [
        (seed.name, tokens(compact(seed)), tokens(spelt_out(seed)), tokens(copied_out(seed)))
        for seed in map(load, NAMES)
    ]
    return [*rows, ("together", sum(r[1] for r in rows), sum(r[2] for r in rows), sum(r[3] for r in rows))]


def main() -> None:
    print(f"{'seed':<18}{'compact':>9}{'spelt out':>11}{'share':>7}{'copied out':>12}{'share':>7}")
    for name, short, spelt, copied in table():
        print(f"{name:<18}{short:>9}{spelt:>11}{short / spelt:>7.2f}{copied:>12}{short / copied:>7.2f}")


if __name__ == "__main__":
    main()
