"""The checks over a whole form: what stands, under which ids, and what is to be complained about."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from bot.article.article import Article
from bot.claims.checked_claim import ClaimCheck, Spans
from bot.claims.checked_denial import DenialCheck
from bot.claims.denying import Denying
from bot.claims.form import WHOLE, Complaint, Form
from bot.claims.language.verbatim import fold
from bot.claims.mention import Mention
from bot.claims.people.voices import Voice
from bot.claims.reading import Claim, Denial, Source
from bot.claims.references import References
from bot.claims.sources import build_source

_Item = TypeVar("_Item", Claim, Denial)
_NAMED = 12  # sentences that a complaint names


@dataclass(frozen=True, slots=True)
class Checked:
    """Ids run c1…, s1…, d1… in the order of the article; `dropped` counts claims, sources and denials left out. `mentions` are what
    stands under what it is found again, where somebody made them.
    """

    claims: tuple[Claim, ...]
    sources: tuple[Source, ...]
    denials: tuple[Denial, ...]
    dropped: int
    complaints: tuple[Complaint, ...]
    mentions: tuple[Mention, ...] | None = None


def check(
    article: Article, form: Form, spans: Spans, language: str | None = None, voices: Sequence[Voice] = ()
) -> Checked:
    """`language` is the one that was asked for, None for the article's; sources are held against `voices`.

    Never raises, whatever the form says.
    """
    return _Check(article, form, spans, language, voices).run()


class _Check:
    def __init__(
        self, article: Article, form: Form, spans: Spans, language: str | None, voices: Sequence[Voice]
    ) -> None:
        self._article = article
        self._language = language
        self._form = form
        self._voices = voices
        self._refers = References(article, form, voices)
        self._spans = spans
        self._dropped = 0

    def run(self) -> Checked:
        self._dropped += self._refers.missing()
        claims, claim_ids = self._claims()
        denials = self._denials(claims, claim_ids)
        order = list(dict.fromkeys(s for item in _in_order(claims, denials) for s in (*item.sources, *item.via)))
        new = {old: f"s{index}" for index, old in enumerate(order, start=1)}
        cited = _cited([*claims, *denials])
        found = self._refers.found
        names = [one.name for one in found.values() if one.name]
        return Checked(
            claims=tuple(_renamed(claim, new) for claim in claims),
            sources=tuple(build_source(self._article, found[old], new[old], cited[old], names) for old in order),
            denials=tuple(_renamed(denial, new) for denial in denials),
            dropped=self._dropped,
            complaints=tuple(dict.fromkeys((*self._refers.complaints, *self._found_nothing(claims, denials)))),
        )

    def _found_nothing(self, claims: list[Claim], denials: list[Denial]) -> Sequence[Complaint]:
        """Where rules hear somebody say something, who finds nothing, or nothing that holds, has to look again."""
        if claims or denials:
            return ()
        heard = sorted({voice.n for voice in self._voices if voice.told and voice.content and not voice.denies})
        if not heard:
            return ()
        numbers = ", ".join(map(str, heard[:_NAMED]))
        return (
            Complaint(
                WHOLE, f"No claim and no denial holds, though these sentences tell who says something: {numbers}."
            ),
        )

    def _claims(self) -> tuple[list[Claim], dict[str, str]]:
        """The claims that stand in the order of the article, and where each id of the form went."""
        kept: dict[tuple[object, ...], Claim] = {}
        merged: dict[str, tuple[object, ...]] = {}
        check = ClaimCheck(self._article, self._refers, self._spans, self._language)
        for form in self._form.claims:
            claim = check.claim(form)
            if claim is None:
                self._dropped += 1
                continue
            key = (claim.sentences, frozenset(claim.sources), claim.via, fold(claim.text))
            kept.setdefault(key, claim)
            merged.setdefault(form.id, key)
        ordered = sorted(kept.items(), key=lambda item: item[1].sentences)
        new = {key: f"c{index}" for index, (key, _) in enumerate(ordered, start=1)}
        claims = [claim.model_copy(update={"id": new[key]}) for key, claim in ordered]
        return claims, {old: new[key] for old, key in merged.items()}

    def _denials(self, claims: Iterable[Claim], claim_ids: Mapping[str, str]) -> list[Denial]:
        kept: dict[Denial, None] = {}
        by_id = {claim.id: claim for claim in claims}
        answered = {old: by_id[new] for old, new in claim_ids.items()}
        denying = Denying(self._article, self._voices) if self._voices else None
        check = DenialCheck(self._article, self._form, self._refers, denying, answered, self._language)
        for index, form in enumerate(self._form.denials, start=1):
            denial = check.denial(f"d{index}", form)
            if denial is None:
                self._dropped += 1
            else:
                kept[denial.model_copy(update={"id": ""})] = None
        kept |= dict.fromkeys(_taken_back(claims, kept, denying) if denying else ())
        ordered = sorted(kept, key=lambda denial: denial.sentences)
        return [denial.model_copy(update={"id": f"d{index}"}) for index, denial in enumerate(ordered, start=1)]


def _taken_back(claims: Iterable[Claim], denials: Iterable[Denial], denying: Denying) -> list[Denial]:
    """What rules hear somebody take back, where the reader left that out: a claim must not stand there without it."""
    found, known = [], list(denials)
    for claim in claims:
        numbers = denying.taken_back(claim)
        if not (claim.sources and numbers):
            continue
        if not any(claim.id in each.claims and set(numbers) & set(each.sentences) for each in known):
            found.append(Denial(id="", sources=claim.sources, kind="denies", claims=(claim.id,), sentences=numbers))
    return found


def _cited(items: Sequence[Claim | Denial]) -> Mapping[str, set[int]]:
    """The sentences of the items that name each source."""
    cited: dict[str, set[int]] = {}
    for item in items:
        for old in (*item.sources, *item.via):
            cited.setdefault(old, set()).update(item.sentences)
    return cited


def _in_order(claims: list[Claim], denials: list[Denial]) -> list[Claim | Denial]:
    items: list[Claim | Denial] = [*claims, *denials]
    return sorted(items, key=lambda item: item.sentences)


def _renamed(item: _Item, new: Mapping[str, str]) -> _Item:
    return item.model_copy(
        update={"sources": tuple(new[s] for s in item.sources), "via": tuple(new[s] for s in item.via)}
    )
