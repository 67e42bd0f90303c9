"""Forms of overlapping parts of one article, made into one form."""

from collections.abc import Iterable, Sequence

from bot.claims.form import ClaimForm, DenialForm, Form, SourceForm
from bot.claims.verbatim import fold

_SHARED_WORDS = 0.6


def merge(parts: Sequence[Form]) -> Form:
    """One form with ids s1…, c1…; sentence numbers are the whole article's in all `parts`.

    Sources are the same by name or by an unambiguous shorter name; claims by shared sentences, a shared source and
    like wording. Where two parts tell one claim, the one with more sentences stays, citing both parts' sentences.
    """
    merger = _Merger()
    for part in parts:
        merger.add(part)
    return Form(sources=merger.sources, claims=merger.claims, denials=merger.denials)


class _Merger:
    def __init__(self) -> None:
        self.sources: list[SourceForm] = []
        self.claims: list[ClaimForm] = []
        self.denials: list[DenialForm] = []
        self._by_sentence: dict[int, list[int]] = {}

    def add(self, part: Form) -> None:
        sources = {source.id: self._source(source) for source in part.sources}
        claims = {claim.id: self._claim(claim, sources) for claim in part.claims}
        for denial in part.denials:
            self._denial(denial, sources, claims)

    def _source(self, source: SourceForm) -> str:
        if source.name:
            for index, known in enumerate(self.sources):
                if known.name and known.kind == source.kind and self._same_name(known.name, source.name):
                    self.sources[index] = _fuller(known, source)
                    return known.id
        new = f"s{len(self.sources) + 1}"
        self.sources.append(source.model_copy(update={"id": new}))
        return new

    def _same_name(self, known: str, name: str) -> bool:
        """Equal, or one is the end or the beginning of the other and of no third name."""
        a, b = fold(known).split(), fold(name).split()
        if a == b:
            return True
        short, long = sorted((a, b), key=len)
        if len(short) == len(long) or not short or not _part_of(short, long):
            return False
        names = [fold(s.name).split() for s in self.sources if s.name]
        return sum(1 for other in names if len(other) > len(short) and _part_of(short, other) and other != long) == 0

    def _claim(self, claim: ClaimForm, ids: dict[str, str]) -> str:
        moved = claim.model_copy(update={"sources": _moved(claim.sources, ids), "via": _moved(claim.via, ids)})
        near = {index for n in claim.sentences for index in self._by_sentence.get(n, ())}
        for index in sorted(near):
            if _same_claim(self.claims[index], moved):
                self.claims[index] = _joined(self.claims[index], moved)
                self._note(index, moved.sentences)
                return self.claims[index].id
        new = f"c{len(self.claims) + 1}"
        self.claims.append(moved.model_copy(update={"id": new}))
        self._note(len(self.claims) - 1, moved.sentences)
        return new

    def _note(self, index: int, numbers: Iterable[int]) -> None:
        for n in numbers:
            at = self._by_sentence.setdefault(n, [])
            if index not in at:
                at.append(index)

    def _denial(self, denial: DenialForm, sources: dict[str, str], claims: dict[str, str]) -> None:
        moved = denial.model_copy(
            update={
                "sources": _moved(denial.sources, sources),
                "via": _moved(denial.via, sources),
                "claims": _moved(denial.claims, claims),
            }
        )
        for index, known in enumerate(self.denials):
            if _same_denial(known, moved):
                self.denials[index] = known.model_copy(
                    update={
                        "claims": list(dict.fromkeys(known.claims + moved.claims)),
                        "sentences": sorted({*known.sentences, *moved.sentences}),
                        "implied": known.implied or moved.implied,
                    }
                )
                return
        self.denials.append(moved)


def _moved(ids: Iterable[str], to: dict[str, str]) -> list[str]:
    return list(dict.fromkeys(to[i] for i in ids if i in to))


def _part_of(short: list[str], long: list[str]) -> bool:
    return long[-len(short) :] == short or long[: len(short)] == short


def _fuller(known: SourceForm, other: SourceForm) -> SourceForm:
    name = max((known.name or "", other.name or ""), key=len)
    media = known.media if known.media != "none" else other.media
    return known.model_copy(
        update={"name": name, "role": known.role or other.role, "media": media, "count": known.count or other.count}
    )


def _same_claim(known: ClaimForm, other: ClaimForm) -> bool:
    if set(known.sources) != set(other.sources) and not set(known.sources) & set(other.sources):
        return False
    if set(known.sentences) == set(other.sentences) and not (known.text and other.text):
        return True
    a, b = set(fold(known.text).split()), set(fold(other.text).split())
    return len(a & b) >= _SHARED_WORDS * max(1, min(len(a), len(b)))


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
