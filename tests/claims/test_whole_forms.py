"""Whole forms about the samples, right ones and ones that give every claim to somebody else, through all checks."""

import pytest

from bot.claims.form import Draft, Form
from bot.claims.grounding import ground
from bot.claims.reading import ReaderInfo
from bot.readers.offline import hear
from tests.seeds.gold import NAMES, Seed, load


def form_of(seed: Seed, turn: int) -> Form:
    """The expected reading as a model would fill it in, each item given to the source `turn` places further on."""
    ids = [source.id for source in seed.reading.sources]

    def turned(sources: tuple[str, ...]) -> list[str]:
        return [ids[(ids.index(source) + turn) % len(ids)] for source in sources]

    return Form.model_validate(
        {
            "sources": [
                {"id": s.id, "name": s.name, "kind": s.kind, "role": s.role, "media": s.media, "count": s.stated_count}
                for s in seed.reading.sources
            ],
            "claims": [
                claim.model_dump(include={"id", "text", "cue", "certainty", "hedge", "kind"})
                | {"sentences": list(claim.sentences), "sources": turned(claim.sources), "via": list(claim.via)}
                for claim in seed.reading.claims
            ],
            "denials": [
                {"sources": turned(one.sources), "via": list(one.via), "kind": one.kind, "claims": list(one.claims)}
                | {"implied": one.implied_claim, "sentences": list(one.sentences)}
                for one in seed.reading.denials
            ],
        }
    )


@pytest.mark.parametrize("turn", range(4))
@pytest.mark.parametrize("name", NAMES)
def test_every_item_that_stands_has_sources_that_stand(name: str, turn: int) -> None:
    """Whatever is held up or put right, no item refers to a source that the reading does not tell of."""
    seed = load(name)
    form, voices = form_of(seed, turn), hear(seed.article)
    reading = ground(seed.article, Draft(form, done=True), ReaderInfo(name="openai", model="m", prompt="p"), voices)

    known = {source.id for source in reading.sources}
    used = {id_ for claim in reading.claims for id_ in (*claim.sources, *claim.via)}
    used |= {id_ for denial in reading.denials for id_ in (*denial.sources, *denial.via)}
    assert used <= known
