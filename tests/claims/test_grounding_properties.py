"""Whatever article and form come together, the reading holds together and says nothing of its own."""

import json
from itertools import pairwise
from typing import Any, TypeVar

from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from bot.article.article import Article, Sentence
from bot.claims.form import AnswerDraft, AnswerForm, AnswerPartForm, ClaimForm, DenialForm, Draft, Form, SourceForm
from bot.claims.grounding import answer_complaints, complaints, ground, ground_answer
from bot.claims.merge import merge
from bot.claims.reading import Claim, Denial, ReaderInfo, Reading, Report, Span
from bot.claims.restatement import problems
from bot.claims.rollup import rollup
from bot.claims.split import split
from tests.claims.articles import article

INFO = ReaderInfo(name="openai", model="m", prompt="p")
PLAIN = [
    "Mayor José Ibáñez said that 14 pumps could fail by March.",
    "“We are not late,” he told reporters.",
    "Norvik denied that any pump had failed, the state news agency Portpress reported.",
    "Profit rose from $1.9bn to $2.4bn.",
    "Herr Müller sagte, das sei nicht wahr.",
]
anything = st.text(max_size=60)
sayings = st.sampled_from(PLAIN) | anything
languages = st.sampled_from(["en", "de", "fr", "es", "ru", "zh", "xx", "", None])


@st.composite
def articles(draw: st.DrawFn) -> Article:
    lines = draw(st.lists(sayings, max_size=6))
    language = draw(languages)
    if draw(st.booleans()):
        return article("\n".join(lines), language)
    text = " ".join(lines)
    sentences: list[Sentence] = []
    start = 0
    for line in lines:
        if line:
            sentences.append(Sentence(n=len(sentences) + 1, start=start, end=start + len(line)))
        start += len(line) + 1
    return Article(text=text, sentences=tuple(sentences), language=language)


_Filled = TypeVar("_Filled", bound=BaseModel)


def built(form: type[_Filled], /, **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[_Filled]:
    """By the names of the fields; `builds` would add the aliases that a model writes."""
    return st.fixed_dictionaries(fields).map(lambda given: form(**given))


ids = st.sampled_from(["s1", "s2", "s3", "c1", "c2", "", "x"])
numbers = st.lists(st.integers(-2, 9), max_size=4)
names = st.sampled_from(["José Ibáñez", "jose ibanez", "Norvik", "Nobody Here", "", "  ", "!"]) | anything
sources = built(
    SourceForm,
    id=ids,
    name=st.none() | names,
    kind=st.sampled_from(["person", "organisation", "document", "anonymous", "unnamed_person", "unnamed_group"]),
    role=st.none() | anything,
    media=st.sampled_from(["none", "other_media", "state_media"]),
    count=st.none() | st.integers(-3, 20),
)
claims = built(
    ClaimForm,
    id=ids,
    text=sayings,
    sentences=numbers,
    sources=st.lists(ids, max_size=3),
    via=st.lists(ids, max_size=2),
    cue=st.none() | anything | st.just("said"),
    certainty=st.sampled_from(["certain", "probable", "possible", "unstated"]),
    hedge=st.none() | anything | st.just("could"),
    kind=st.sampled_from(["fact", "figure", "prediction", "intention", "opinion", "directive"]),
)
denials = built(
    DenialForm,
    sources=st.lists(ids, max_size=2),
    via=st.lists(ids, max_size=2),
    kind=st.sampled_from(["denies", "partly_denies", "declines_comment", "no_response"]),
    claims=st.lists(ids, max_size=3),
    implied=st.none() | sayings,
    sentences=numbers,
)
forms = built(
    Form,
    sources=st.lists(sources, max_size=4),
    claims=st.lists(claims, max_size=4),
    denials=st.lists(denials, max_size=3),
)
spans = st.dictionaries(
    ids, st.tuples(*[st.none() | st.builds(Span, start=st.integers(-5, 90), end=st.integers(-5, 90))] * 2), max_size=2
)
answers = built(
    AnswerForm,
    told=st.booleans(),
    parts=st.lists(built(AnswerPartForm, text=sayings, sentences=numbers), max_size=4),
)


@settings(max_examples=150)
@given(articles(), forms, spans)
def test_a_reading_holds_together(
    page: Article, form: Form, places: dict[str, tuple[Span | None, Span | None]]
) -> None:
    """Ids resolve, sentences exist, names and quoted words are the article's, and the rest passed the checks."""
    reading = ground(page, Draft(form, done=True, spans=places), INFO)

    known = {source.id for source in reading.sources}
    claim_ids = {claim.id for claim in reading.claims}
    items: list[Claim | Denial] = [*reading.claims, *reading.denials]
    for item in items:
        assert {*item.sources, *item.via} <= known
        assert item.sentences
        assert all(page.has(n) for n in item.sentences)
    for claim in reading.claims:
        if claim.wording == "quoted":
            assert claim.text == page.excerpt(claim.sentences)
        else:
            sources = [reading.source(s).name for s in (*claim.sources, *claim.via)]
            assert not problems(page, claim.text, claim.sentences, [name for name in sources if name])
        assert (
            claim.cue is None or claim.cue in page.text or claim.cue in page.passage(range(1, len(page.sentences) + 1))
        )
    for source in reading.sources:
        assert source.name is None or source.name in page.text
        assert source.role is None or source.role in page.text
    assert all(set(denial.claims) <= claim_ids for denial in reading.denials)
    assert len(reading.claims) + len(reading.denials) <= len(form.claims) + len(form.denials)


@settings(max_examples=60)
@given(articles(), forms)
def test_a_reading_travels(page: Article, form: Form) -> None:
    """Its JSON validates back into the same reading, rolls up, and the complaints name what they are about."""
    reading = ground(page, Draft(form, done=True), INFO)
    figures = rollup(reading, page)

    assert Reading.model_validate_json(reading.model_dump_json()) == reading
    json.dumps(Report(article=page, reading=reading).as_json())
    assert 0 <= figures.named_share + figures.anonymous_share + figures.document_share <= 1.001
    assert all(complaint.problem for complaint in complaints(page, form))


@settings(max_examples=60)
@given(articles(), answers)
def test_an_answer_holds_together(page: Article, form: AnswerForm) -> None:
    """Each part cites sentences that exist and is theirs, or passed the checks."""
    answer = ground_answer(page, "?", AnswerDraft(form, done=True), INFO)

    assert answer.told == bool(answer.parts)
    for part in answer.parts:
        assert part.sentences
        assert part.text == page.excerpt(part.sentences) or not problems(page, part.text, part.sentences)
    answer_complaints(page, form)


@settings(max_examples=60)
@given(st.lists(forms, max_size=4))
def test_merged_parts_resolve(parts: list[Form]) -> None:
    """One form comes out, its ids are unique and all that is cited exists."""
    merged = merge(parts)

    source_ids = [source.id for source in merged.sources]
    claim_ids = [claim.id for claim in merged.claims]
    assert len(source_ids) == len(set(source_ids))
    assert len(claim_ids) == len(set(claim_ids))
    items: list[ClaimForm | DenialForm] = [*merged.claims, *merged.denials]
    assert {s for item in items for s in (*item.sources, *item.via)} <= set(source_ids)
    assert {c for denial in merged.denials for c in denial.claims} <= set(claim_ids)


@settings(max_examples=60)
@given(st.lists(st.integers(1, 9), max_size=30), st.integers(1, 20), st.integers(0, 19))
def test_parts_cover_the_article(paragraphs: list[int], size: int, overlap: int) -> None:
    """Every sentence is in a part, parts move on, and none is longer than asked."""
    page = article("\n".join("Word one. " * length for length in paragraphs))
    overlap = min(overlap, size - 1)

    parts = split(page, size, overlap)

    assert sorted({n for part in parts for n in part}) == [sentence.n for sentence in page.sentences]
    assert all(len(part) <= size for part in parts)
    assert all(a.start < b.start and a.stop < b.stop for a, b in pairwise(parts))
