"""The reader as its port has it."""

from pathlib import Path

from bot.article.manuscript import article_of_file
from bot.claims.form import AnswerForm, Complaint, Form
from bot.ports import Reader
from bot.readers.offline import OfflineReader
from tests.readers.offline.conftest import Fill


async def nothing(form: Form | AnswerForm) -> list[Complaint]:
    """A check that finds nothing wrong."""
    return []


async def test_one_final_draft(fill: Fill) -> None:
    """The whole reading comes at once, marked as done, with spans for each claim."""
    reader: Reader = OfflineReader()

    drafts = [draft async for draft in reader.read(fill("Mary Hill said it is safe.").article, nothing)]

    [draft] = drafts
    assert draft.done
    assert set(draft.spans) == {claim.id for claim in draft.form.claims}


async def test_what_was_read_is_at_hand(fill: Fill) -> None:
    """The same article is not read twice by the rules, as when a question about it follows."""
    reader = OfflineReader()
    article = fill("Mary Hill said it is safe.").article

    drafts = [draft for _ in range(2) async for draft in reader.read(article.model_copy(), nothing)]

    assert drafts[0] is drafts[1]


async def test_an_answer_shows_the_sentence_that_matches(fill: Fill) -> None:
    """Names weigh most, and the part is the article's own sentence."""
    article = fill("Mary Hill likes rain. Tom Reed repaired the bridge in May. The bridge is old.").article

    [answer] = [one async for one in OfflineReader().answer(article, "When did Reed repair the bridge?", [], nothing)]

    assert answer.done
    assert answer.form.told
    assert [(part.text, part.sentences) for part in answer.form.parts] == [("", [2])]


async def test_an_answer_that_the_article_does_not_tell(fill: Fill) -> None:
    """No sentence about oil: not told."""
    article = fill("Mary Hill likes rain. Tom Reed repaired the bridge in May.").article

    [answer] = [one async for one in OfflineReader().answer(article, "What does oil cost in Norway?", [], nothing)]

    assert (answer.form.told, answer.form.parts) == (False, [])


async def test_a_short_question_is_read_with_the_one_before(fill: Fill) -> None:
    """ "And why?" asks about what was asked before."""
    article = fill("Mary Hill likes rain. Tom Reed repaired the bridge in May.").article
    earlier = [("When was the bridge repaired?", "In May.")]

    [answer] = [one async for one in OfflineReader().answer(article, "And who?", earlier, nothing)]

    assert [part.sentences for part in answer.form.parts] == [[2]]


async def test_the_article_that_started_it(shared_data: Path) -> None:
    """Each claim the project was built for is found, on its footing, with its hedge and its denial."""
    article = article_of_file((shared_data / "articles" / "north-korea-troops.txt").read_text("utf-8"))

    [draft] = [one async for one in OfflineReader().read(article, nothing)]

    sources = {source.id: source for source in draft.form.sources}
    found = {
        (sources[claim.sources[0]].name or sources[claim.sources[0]].kind, claim.sentences[0]): claim
        for claim in draft.form.claims
        if claim.sources
    }
    deployment, casualties = found["Kim Yong-hyun", 6], found["Kim Yong-hyun", 7]
    assert (deployment.hedge, deployment.certainty) == ("highly likely", "probable")
    assert "likely" in (casualties.hedge or "")
    killed = found["anonymous", 9]
    assert [(sources[id_].name, sources[id_].media) for id_ in killed.via] == [
        ("Kyiv Post", "other_media"),
        ("Interfax Ukraine", "other_media"),
    ]
    charge = next(claim for (name, n), claim in found.items() if n == 17 and "foreign ministry" in name)
    assert [(sources[id_].name, sources[id_].media) for id_ in charge.via] == [("KCNA", "state_media")]
    [denial] = draft.form.denials
    assert {sources[id_].name for id_ in denial.sources} == {"Moscow", "Pyongyang"}
    accusations = {found[key].id for key in (("US", 11), ("Kyrylo Budanov", 12), ("Antony Blinken", 13))}
    assert set(denial.claims) == accusations
