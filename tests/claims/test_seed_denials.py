"""The samples' expected denials, all of them right, and their claims called denials, none of them one."""

from collections.abc import Iterator

from bot.claims.denying import Denied, Denying
from bot.claims.reading import SILENT, Claim, DenialKind
from bot.readers.offline import hear
from tests.seeds.gold import NAMES, Seed, load

# Of 58 denials; a counter-story in which nothing contradicts, and one that denies what only the article's readers may have heard.
REFUSED = 2
# As a denial, and as another account, of the claim beside it.
BELIEVED_AT_MOST: dict[DenialKind, float] = {"denies": 0.06, "counters": 0.11}
KINDS: tuple[DenialKind, ...] = ("denies", "counters", "no_response")


def heard() -> Iterator[tuple[Seed, Denying]]:
    for name in NAMES:
        seed = load(name)
        voices = hear(seed.article)
        if voices:
            yield seed, Denying(seed.article, voices)


def names(seed: Seed, ids: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(source.name for source in seed.reading.sources if source.id in ids and source.name)


def test_the_denials_of_the_samples_are_believed() -> None:
    """What two careful passes agreed to be a denial or a silence stands as the kind that it is, but for a count that may only
    fall."""
    refused, seen = [], 0
    for seed, denying in heard():
        sentences = {claim.id: claim.sentences for claim in seed.reading.claims}
        for one in seed.reading.denials:
            answered = tuple(sentences[c] for c in one.claims)
            who, implied = names(seed, one.sources), one.implied_claim is not None
            seen += 1
            if denying.kind(Denied(one.kind, one.sentences, who, answered, implied=implied)) != one.kind:
                refused.append((one.kind, seed.article.passage(one.sentences)))

    assert seen >= 58
    assert len(refused) <= REFUSED, refused


def test_few_claims_of_the_samples_pass_for_denials() -> None:
    """A claim by somebody named, called a denial, or another account, of the claim that somebody else makes before it; and none
    for a silence."""
    believed: dict[DenialKind, list[str]] = {kind: [] for kind in BELIEVED_AT_MOST}
    seen, silent = 0, []
    for seed, denying in heard():
        denied = {n for one in seed.reading.denials for n in one.sentences}
        spoken = [claim for claim in seed.reading.claims if names(seed, claim.sources)]
        for before, claim in _neighbours(spoken):
            if denied.isdisjoint(claim.sentences):
                seen += 1
                who = names(seed, claim.sources)
                found = {kind: denying.kind(Denied(kind, claim.sentences, who, (before.sentences,))) for kind in KINDS}
                for kind in believed:
                    believed[kind] += [claim.text] if found[kind] == kind else []
                silent += [claim.text] if found["no_response"] in SILENT else []

    assert seen >= 60
    assert {kind: texts for kind, texts in believed.items() if len(texts) > BELIEVED_AT_MOST[kind] * seen} == {}
    assert silent == []


def _neighbours(claims: list[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Each claim with the last one before it by others."""
    for at, claim in enumerate(claims):
        others = [c for c in claims[:at] if c.sources != claim.sources and set(c.sentences).isdisjoint(claim.sentences)]
        if others:
            yield others[-1], claim
