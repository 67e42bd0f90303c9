"""Sources: which mentions are one and the same, and what the form says of them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.claims.form import SourceForm
from bot.readers.offline import names
from bot.readers.offline.mentions import Mention
from bot.readers.offline.passage import Passage


@dataclass
class _Known:
    id: str
    mention: Mention
    role: str | None
    last: int
    roles: set[str] = field(default_factory=set)


class Sources:
    """Grows while the article is read from the top; ids are s1, s2, …"""

    def __init__(self, passage: Passage) -> None:
        self._passage = passage
        self._known: list[_Known] = []
        self._by_name: dict[str, _Known] = {}
        self._people = _people_places(passage)

    def resolve(self, mention: Mention, n: int, group: tuple[str, ...] = ()) -> tuple[str, ...]:
        """The ids that a mention in sentence `n` stands for; () for a pronoun that stands for nobody we know."""
        if mention.pronoun:
            return self._pronoun(mention, n)
        if mention.kind == "unnamed_person":
            known = self._by_role(mention, n)
            if known:
                known.last = n
                return (known.id,)
        return (self._named(mention, n).id,)

    def _named(self, mention: Mention, n: int) -> _Known:
        key = self._key(mention)
        known = self._by_name.get(key)
        if known is None:
            known = _Known(f"s{len(self._known) + 1}", mention, mention.role, n)
            self._known.append(known)
            self._by_name[key] = known
        known.last = n
        if mention.role:
            known.role = known.role or mention.role
            known.roles.update(names.words(mention.role))
        return known

    def _key(self, mention: Mention) -> str:
        name = mention.name or mention.described or ""
        parts = [part for part in names.words(name) if part not in ("the", "a", "an", "this", "its", "their", "another")]
        return f"{mention.kind == 'person'} {' '.join(parts)}"

    def _by_role(self, mention: Mention, n: int) -> _Known | None:
        """"the defence minister" is the person introduced with these words."""
        wanted = set(names.words(mention.described or ""))
        people = [known for known in self._known if known.mention.kind == "person"]
        for known in sorted(people, key=lambda known: -known.last):
            head = (names.words(mention.described or "") or ("",))[-1]
            if head in known.roles and len(wanted & known.roles) >= min(2, len(wanted)):
                return known
        return None

    def _pronoun(self, mention: Mention, n: int) -> tuple[str, ...]:
        if mention.pronoun in ("he", "she", "who"):
            return self._person_before(mention, n)
        kinds = ("organisation", "document") if mention.pronoun == "it" else ("unnamed_group", "organisation", "anonymous")
        found = [known for known in self._known if known.mention.kind in kinds and n - known.last <= 4]
        if mention.pronoun == "they" and not found:
            found = [known for known in self._known if n - known.last <= 2]
        if not found:
            return ()
        best = max(found, key=lambda known: known.last)
        best.last = n
        return (best.id,)

    def _person_before(self, mention: Mention, n: int) -> tuple[str, ...]:
        wanted = {"he": "m", "she": "f"}.get(mention.pronoun or "")
        gender = self._passage.names.gender
        people = [
            known
            for known in self._known
            if known.mention.kind in ("person", "unnamed_person") and n - known.last <= 6 and (wanted is None or gender.get(known.mention.name or "", wanted) == wanted)
        ]
        latest = max(people, key=lambda known: known.last, default=None)
        named = self._named_before(mention, n, wanted)
        if latest is not None and (named is None or n - latest.last <= 2):
            latest.last = n
            return (latest.id,)
        if named is None:
            return ()
        known = self._named(Mention(mention.start, mention.end, named, "person"), n)
        return (known.id,)

    def _named_before(self, mention: Mention, n: int, wanted: str | None) -> str | None:
        """The person named last before the pronoun, in this sentence or the one before."""
        best = None
        for place, line, name in self._people:
            if place >= mention.start:
                break
            if n - line <= 2 and self._passage.names.gender.get(name, wanted) == wanted:
                best = name
        return best

    def forms(self) -> list[SourceForm]:
        return [
            SourceForm(
                id=known.id,
                name=known.mention.name[:300] if known.mention.name else None,
                kind=known.mention.kind,
                role=known.role[:300] if known.role else None,
                media=known.mention.media,
                count=known.mention.count,
            )
            for known in self._known
        ]


def _people_places(passage: Passage) -> Sequence[tuple[int, int, str]]:
    """(place, sentence, full name) of every person named outside quotations, in order."""
    found = []
    for line in passage.lines:
        for run in names.runs(line.tokens, passage.language):
            core = line.tokens[run.core : run.last]
            full = passage.names.person(passage.text[core[0].start : core[-1].end])
            if full:
                found.append((core[0].start, line.n, full))
    return found
