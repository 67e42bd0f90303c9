"""The one line of counts: "9 claims · 7 sources (5 named, 2 anonymous) · 2 second-hand · 1 denial"."""

from collections import Counter

from bot.claims.reading import SILENT, Reading
from bot.reply.catalogue import Words
from bot.reply.who import footing_of, known


def counts_line(reading: Reading, words: Words) -> str:
    attributed = [claim for claim in reading.claims if claim.sources or claim.via]
    relayed = sum(bool(claim.via) for claim in attributed)
    silent = sum(denial.kind in SILENT for denial in reading.denials)
    sources = known(reading, [each for claim in attributed for each in claim.sources])
    parts = [
        words("counts.claims", n=len(attributed)) if attributed else words("counts.no_claims"),
        _sources(Counter(footing_of(source) for source in sources), words),
        _some("counts.second_hand", relayed, words),
        _some("counts.denials", len(reading.denials) - silent, words),
        _some("counts.no_comments", silent, words),
        words("counts.single_source") if len(sources) == 1 and len(attributed) > 1 else "",
        _some("counts.own_voice", len(reading.claims) - len(attributed), words),
    ]
    return words("join.dot").join(part for part in parts if part)


def _sources(kinds: Counter[str], words: Words) -> str:
    if not kinds:
        return ""
    order = [kind for kind in ("named", "anonymous", "unnamed", "document") if kinds[kind]]
    listed = ", ".join(words(f"counts.{kind}", n=kinds[kind]) for kind in order)
    return words("counts.sources_of", n=kinds.total(), kinds=listed)


def _some(key: str, n: int, words: Words) -> str:
    return words(key, n=n) if n else ""
