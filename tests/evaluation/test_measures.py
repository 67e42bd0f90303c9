"""Each measure on articles small enough to count by hand."""

import pytest

from bot.article.article import Article
from bot.article.sentences import cut
from bot.claims.reading import Claim, Denial, ReaderInfo, Reading, Report, Source, Span
from bot.evaluation import floors, measures
from bot.evaluation.counts import Counts, Share, triple
from bot.evaluation.gold import Gold

TEXT = "Mary Hill said it is safe. Tom Reed doubts it. It rained. The city denied it."
INFO = ReaderInfo(name="offline")


def place(part: str) -> dict[str, int]:
    return {"start": TEXT.index(part), "end": TEXT.index(part) + len(part)}


def gold(**labels: object) -> Gold:
    return Gold.model_validate({"id": "a", "text": TEXT} | labels)


def statement(part: str, name: str | None, **more: object) -> dict[str, object]:
    return place(part) | {"source_name": name, "source_kind": "person"} | more


def report(claims: list[Claim], denials: list[Denial] | None = None) -> Report:
    sources = (
        Source(id="s1", name="Mary Hill", kind="person"),
        Source(id="s2", name="Reed", kind="organisation"),
        Source(id="s3", name=None, kind="unnamed_group", role="critics"),
    )
    article = Article(text=TEXT, sentences=cut(TEXT, "en"), language="en")
    reading = Reading(claims=tuple(claims), sources=sources, denials=tuple(denials or ()), reader=INFO)
    return Report(article=article, reading=reading)


def claim(n: int, *sources: str, part: str = "") -> Claim:
    content = Span(**place(part)) if part else None
    return Claim(id=f"c{n}", text="", sentences=(n,), sources=sources, content=content)


def test_sentences_names_and_kinds() -> None:
    """Two of three marked sentences are found, one false; one name of two and one kind of two are right."""
    labels = [statement("Mary Hill said it is safe.", "Mary Hill"), statement("Tom Reed doubts it.", "Tom Ford")]
    labels += [statement("The city denied it.", "The city")]

    score = measures.score(gold(statements=labels), report([claim(1, "s1"), claim(2, "s2"), claim(3, "s3")]))

    assert score.sentences == Counts(met=2, gold=3, found=2, predicted=3)
    assert (score.name, score.kind) == (Share(1, 2), Share(1, 2))
    assert score.joint == Counts(met=1, gold=3, found=1, predicted=3)
    assert (score.relation, score.denials) == (None, None)


def test_half_of_the_characters_mark_a_sentence() -> None:
    """A statement that covers less than half of a sentence does not mark it; own-voice claims find nothing."""
    labels = [statement("Mary Hill said it", "Mary Hill"), statement("Tom Re", "Tom Reed")]

    score = measures.score(gold(statements=labels), report([claim(1)]))

    assert score.sentences == Counts(met=0, gold=1, found=0, predicted=0)


def test_content_spans_are_paired_at_half_overlap() -> None:
    """Half of the longer span must be shared, one claim pairs with one statement, the name counts apart."""
    labels = [statement("it is safe", "she", cue="said"), statement("doubts it", "Reed", cue="doubts")]
    claims = [claim(1, "s1", part="it is safe"), claim(2, "s2", part="Tom Reed doubts it. It rained.")]

    score = measures.score(gold(statements=labels), report(claims))

    assert score.relation == Counts(met=1, gold=2, found=1, predicted=2)
    assert score.relation_named == Counts(met=0, gold=2, found=0, predicted=2)


@pytest.mark.parametrize(("linked", "share"), [(("c1",), Share(1, 1)), (("c2",), Share(0, 1)), ((), Share(0, 1))])
def test_denials_and_their_links(linked: tuple[str, ...], share: Share) -> None:
    """A denial is met by its sentence; its link is right when a linked claim's sentences overlap a target."""
    labels = [place("The city denied it.") | {"kind": "denies", "targets": [list(place("it is safe").values())]}]
    denial = Denial(id="d1", sources=(), kind="denies", claims=linked, sentences=(4,))

    score = measures.score(gold(denials=labels), report([claim(1, "s1"), claim(2, "s2")], [denial]))

    assert score.denials == Counts(met=1, gold=1, found=1, predicted=1)
    assert (score.denial_kind, score.link) == (Share(1, 1), share)


def test_a_doubtful_denial_counts_neither_way() -> None:
    """What only one labeller saw is no hit, no miss and no false hit."""
    labels = [place("The city denied it.") | {"kind": "denies", "targets": [], "agreed": False}]
    denial = Denial(id="d1", sources=(), kind="denies", sentences=(4,))

    score = measures.score(gold(denials=labels), report([], [denial]))

    assert score.denials == Counts()


def test_a_name_that_is_not_there_is_not_grounded() -> None:
    """Each name, cue and number is looked up in the article."""
    broken = report([claim(1, "s2"), claim(9, "s1")])

    assert measures.grounded(broken) == Share(3, 4)


def test_floors_mark_without_understanding() -> None:
    """One marks everything, the other what looks like speech."""
    article = report([]).article

    everything, speech = floors.every_sentence(article), floors.quotation_or_verb(article)

    assert [c.sentences for c in everything.reading.claims] == [(1,), (2,), (3,), (4,)]
    assert [c.sentences for c in speech.reading.claims] == [(1,)]


def test_macro_and_pooled_means() -> None:
    """Macro takes the mean over articles that have the share, pooled adds up first; F1 is their harmonic mean."""
    rows = [Counts(met=1, gold=1, found=1, predicted=1), Counts(met=0, gold=3, found=0, predicted=1), Counts()]

    macro, pooled = triple(rows), triple(rows, pooled=True)

    assert (macro.precision.value, macro.recall.value, macro.f1.value) == (0.5, 0.5, 0.5)
    assert (pooled.precision.value, pooled.recall.value) == (0.5, 0.25)
    assert pooled.f1.value == pytest.approx(1 / 3)
    assert macro.f1.low is not None
    assert macro.f1.high is not None
    assert 0 <= macro.f1.low <= 0.5 <= macro.f1.high <= 1
