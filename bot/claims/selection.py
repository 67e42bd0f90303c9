"""Some of a reading's claims: those of one source, of one kind of source, the denied ones, those of one certainty."""

from collections.abc import Mapping, Sequence
from typing import Final

from bot.claims.reading import SILENT, Claim, Denial, Reading

OWN_VOICE: Final = "own_voice"
"""The kind of source of a claim without any."""

SECOND_HAND: Final = "second_hand"
"""The kind of source of whatever came through somebody else."""

DENIED: Final = "denied"
ANSWERED: Final = "answered"
"""By no more than "no comment"."""
OPEN: Final = "open"
"""Neither denied nor answered."""

Entry = Claim | Denial
"""A claim, or a denial that answers none of the listed claims."""


def entries(reading: Reading) -> tuple[Entry, ...]:
    """Every claim, then every denial that answers none of them."""
    ids = {claim.id for claim in reading.claims}
    return (*reading.claims, *(denial for denial in reading.denials if ids.isdisjoint(denial.claims)))


class Selection:
    """What is to be shown of a reading; without `narrowed` all of it."""

    def __init__(self, reading: Reading, narrowed: Mapping[str, str]) -> None:
        self._narrowed = {name: value for name, value in narrowed.items() if value}
        self._kinds = {source.id: source.kind for source in reading.sources}
        self._denials: dict[str, list[Denial]] = {}
        for denial in reading.denials:
            for claim in denial.claims:
                self._denials.setdefault(claim, []).append(denial)

    def __contains__(self, entry: Entry) -> bool:
        return all(value in self.facets(name, entry) for name, value in self._narrowed.items())

    def facets(self, name: str, entry: Entry) -> Sequence[str]:
        """What an entry counts as under `source`, `kind`, `denied` or `certainty`."""
        match name:
            case "source":
                return tuple(dict.fromkeys((*entry.sources, *entry.via)))
            case "kind":
                return self._kinds_of(entry)
            case "denied":
                return (self._answer(entry),)
            case "certainty" if isinstance(entry, Claim):
                return (entry.certainty,)
            case _:
                return ()

    def _kinds_of(self, entry: Entry) -> Sequence[str]:
        kinds = [self._kinds[each] for each in (*entry.sources, *entry.via) if each in self._kinds]
        if isinstance(entry, Claim) and entry.is_own_voice:
            return (OWN_VOICE,)
        return tuple(dict.fromkeys((*kinds, *((SECOND_HAND,) if entry.via else ()))))

    def _answer(self, entry: Entry) -> str:
        denials = [entry] if isinstance(entry, Denial) else self._denials.get(entry.id, [])
        if any(denial.kind not in SILENT for denial in denials):
            return DENIED
        return ANSWERED if denials else OPEN
