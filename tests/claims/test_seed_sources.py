"""The sources of the expected readings of the samples, all of them right, as the rules that hear who speaks judge them."""

from collections.abc import Iterator

from bot.claims.form import SourceForm
from bot.claims.reading import Source
from bot.claims.sources import Found
from bot.claims.sourcing import Sourcing
from bot.claims.told import Told
from bot.readers.offline import hear
from tests.seeds.gold import NAMES, load

# May only fall, of 163 claims and 58 denials.
CLAIMS_REFUSED = 6
DENIALS_REFUSED = 3


def found(source: Source) -> Found:
    row = {"media": source.media, "count": source.stated_count, "role": source.role}
    form = SourceForm.model_validate({"id": source.id, "name": source.name, "kind": source.kind} | row)
    return Found(form, source.name, missing=False)


def judged() -> Iterator[tuple[bool, str, bool]]:
    """(whether it is a denial, its sentences, whether its sources are believed) of every claim and denial that is heard."""
    for name in NAMES:
        seed = load(name)
        voices = hear(seed.article)
        sourcing = Sourcing(seed.article, voices, {one.id: found(one) for one in seed.reading.sources})
        for claim in seed.reading.claims if voices else ():
            told = Told(tuple(claim.sources), tuple(claim.via), tuple(sorted(claim.sentences)), claim.text)
            yield False, seed.article.passage(told.numbers), not sourcing.problems(told)
        for denial in seed.reading.denials if voices else ():
            told = Told(tuple(denial.sources), tuple(denial.via), tuple(sorted(denial.sentences)), denies=True)
            yield True, seed.article.passage(told.numbers), not sourcing.problems(told)


def test_few_sources_of_the_samples_are_refused() -> None:
    """Who speaks and who denies, as two careful passes agreed, is believed but for a share that may only fall."""
    seen = list(judged())
    claims = [passage for denies, passage, stands in seen if not stands and not denies]
    denials = [passage for denies, passage, stands in seen if not stands and denies]

    assert len(seen) >= 221
    assert len(claims) <= CLAIMS_REFUSED, claims
    assert len(denials) <= DENIALS_REFUSED, denials
