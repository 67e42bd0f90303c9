"""Forms of overlapping parts of one article, made into one form."""

import re
from collections.abc import Iterable, Sequence

from bot.claims.form import ClaimForm, DenialForm, Form, SourceForm
from bot.claims.language.verbatim import fold

_SHARED_WORDS = 0.6


def merge(parts: Sequence[Form]) -> Form:
    """One form with ids s1…, c1…; sentence numbers are the whole article's in all `parts`.

    Sources are the same by name or by an unambiguous shorter name, and without a name by the sentences they speak in;
    claims by shared sentences, a shared source and like wording. What one part tells apart stays apart. Where two parts
    tell one claim, the one with more sentences stays, citing both parts' sentences.
    """
    merger = _Merger({tuple(_words(s.name)) for part in parts for s in part.sources if s.name})
    for part in parts:
        merger.add(part)
    return Form(sources=merger.sources, claims=merger.claims, denials=merger.denials)


class _Merger:
    """`names` are all that occur in any part, as words: a short one may belong to several of them."""

    def __init__(self, names: set[tuple[str, ...]]) -> None:
        self.sources: list[SourceForm] = []
        self.claims: list[ClaimForm] = []
        self.denials: list[DenialForm] = []
        self._names = names
        self._heard: dict[str, set[int]] = {}
        self._by_sentence: dict[int, list[int]] = {}
        self._taken: set[str] = set()
        self._answered: set[int] = set()

    def add(self, part: Form) -> None:
        self._taken = set()  # ids that this part has spoken for: it tells its own items apart
        self._answered = set()  # and denials
        spoken = _spoken(part)
        sources = {source.id: self._source(source, spoken.get(source.id, set())) for source in part.sources}
        claims = {claim.id: self._claim(claim, sources) for claim in part.claims}
        known = len(self.denials)
        for denial in part.denials:
            self._denial(denial, sources, claims, known)

    def _source(self, source: SourceForm, spoken: set[int]) -> str:
        index = self._named(source) if source.name else self._unnamed(source, spoken)
        if index is None:
            index = len(self.sources)
            self.sources.append(source.model_copy(update={"id": f"s{index + 1}"}))
        else:
            self.sources[index] = _fuller(self.sources[index], source)
        merged = self.sources[index].id
        self._heard.setdefault(merged, set()).update(spoken)
        if not source.name:
            self._taken.add(merged)
        return merged

    def _named(self, source: SourceForm) -> int | None:
        return next(
            (
                index
                for index, known in enumerate(self.sources)
                if known.name and known.kind == source.kind and self._same_name(known.name, source.name or "")
            ),
            None,
        )

    def _unnamed(self, source: SourceForm, spoken: set[int]) -> int | None:
        """The source without a name that another part heard in the same sentences, of the same kind or role."""
        found = [
            (
                known.kind == source.kind,
                _words(known.role) == _words(source.role),
                len(spoken & self._heard[known.id]),
                -i,
            )
            for i, known in enumerate(self.sources)
            if not known.name and known.id not in self._taken and spoken & self._heard[known.id]
        ]
        best = max((each for each in found if each[0] or each[1]), default=None)
        return None if best is None else -best[3]

    def _same_name(self, known: str, name: str) -> bool:
        """Equal, or one is the end or the beginning of the other and of no third name."""
        a, b = _words(known), _words(name)
        if a == b:
            return True
        short, long = sorted((a, b), key=len)
        if len(short) == len(long) or not short or not _part_of(short, long):
            return False
        longer = [list(n) for n in self._names if len(n) > len(short) and _part_of(short, list(n))]
        return all(_part_of(other, long) or _part_of(long, other) or other == long for other in longer)

    def _claim(self, claim: ClaimForm, ids: dict[str, str]) -> str:
        moved = claim.model_copy(update={"sources": _moved(claim.sources, ids), "via": _moved(claim.via, ids)})
        near = {index for n in claim.sentences for index in self._by_sentence.get(n, ())}
        found = [
            (_likeness(self.claims[index], moved), -index) for index in near if self.claims[index].id not in self._taken
        ]
        likeness, index = max(found, default=(0.0, 0))
        index = -index
        if likeness:
            self.claims[index] = _joined(self.claims[index], moved)
        else:
            index = len(self.claims)
            self.claims.append(moved.model_copy(update={"id": f"c{index + 1}"}))
        self._note(index, moved.sentences)
        self._taken.add(self.claims[index].id)
        return self.claims[index].id

    def _note(self, index: int, numbers: Iterable[int]) -> None:
        for n in numbers:
            at = self._by_sentence.setdefault(n, [])
            if index not in at:
                at.append(index)

    def _denial(self, denial: DenialForm, sources: dict[str, str], claims: dict[str, str], known: int) -> None:
        """`known` is how many denials other parts have told."""
        moved = denial.model_copy(
            update={
                "sources": _moved(denial.sources, sources),
                "via": _moved(denial.via, sources),
                "claims": _moved(denial.claims, claims),
            }
        )
        found = [
            (len(set(other.claims) & set(moved.claims)), -index)
            for index, other in enumerate(self.denials[:known])
            if index not in self._answered and _same_denial(other, moved)
        ]
        if not found:
            self.denials.append(moved)
            return
        index = -max(found)[1]
        self._answered.add(index)
        self.denials[index] = _both(self.denials[index], moved)


def _spoken(part: Form) -> dict[str, set[int]]:
    """The sentences in which each source speaks or passes on."""
    spoken: dict[str, set[int]] = {}
    items: list[ClaimForm | DenialForm] = [*part.claims, *part.denials]
    for item in items:
        for source in (*item.sources, *item.via):
            spoken.setdefault(source, set()).update(item.sentences)
    return spoken


def _words(text: str | None) -> list[str]:
    return fold(text or "").split()


def _moved(ids: Iterable[str], to: dict[str, str]) -> list[str]:
    return list(dict.fromkeys(to[i] for i in ids if i in to))


def _part_of(short: Sequence[str], long: Sequence[str]) -> bool:
    return list(long[-len(short) :]) == list(short) or list(long[: len(short)]) == list(short)


def _fuller(known: SourceForm, other: SourceForm) -> SourceForm:
    name = max((known.name or "", other.name or ""), key=len) or None
    media = known.media if known.media != "none" else other.media
    return known.model_copy(
        update={"name": name, "role": known.role or other.role, "media": media, "count": known.count or other.count}
    )


def _likeness(known: ClaimForm, other: ClaimForm) -> float:
    """How alike two claims about shared sentences are, from 0 to 2; 0 for two that are not one."""
    a, b = set(_words(known.text)), set(_words(other.text))
    shared = len(a & b) / max(1, min(len(a), len(b)))
    alike = shared + (len(a & b) / len(a | b) if a | b else 1.0)
    if not a and not b:
        return alike if known.sentences == other.sentences and set(known.sources) == set(other.sources) else 0.0
    if a == b:
        return alike
    speak = set(known.sources) & set(other.sources) or (not known.sources and not other.sources)
    one, two = _figures(known.text), _figures(other.text)
    return alike if speak and shared >= _SHARED_WORDS and (one <= two or two <= one) else 0.0


def _figures(text: str) -> set[str]:
    return set(re.findall(r"\d+", text))


def _joined(known: ClaimForm, other: ClaimForm) -> ClaimForm:
    """The longer evidence wins the wording; the sentences of both are cited."""
    best = other if len(other.sentences) > len(known.sentences) else known
    return best.model_copy(update={"id": known.id, "sentences": sorted({*known.sentences, *other.sentences})})


def _same_denial(known: DenialForm, other: DenialForm) -> bool:
    return (
        known.kind == other.kind
        and bool(set(known.sentences) & set(other.sentences))
        and (set(known.sources) == set(other.sources) or bool(set(known.sources) & set(other.sources)))
    )


def _both(known: DenialForm, other: DenialForm) -> DenialForm:
    claims = list(dict.fromkeys(known.claims + other.claims))
    return known.model_copy(
        update={
            "claims": claims,
            "sentences": sorted({*known.sentences, *other.sentences}),
            "implied": None if claims else known.implied or other.implied,
        }
    )
