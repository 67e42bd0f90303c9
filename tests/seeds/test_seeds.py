"""The sample articles are sound: each expectation holds against its own text and its own page."""

import html
import json
import re
from datetime import datetime
from typing import Any, get_args

import pytest

from bot.claims.reading import Certainty, Claim, ClaimKind, Denial, DenialKind, Media, Source, SourceKind, SpeechForm
from tests.seeds.gold import GOLD, NAMES, SEEDS, Seed, gold_text, load, runs

CLAIM_FIELDS = {
    *("id", "text", "sentences", "sources", "via", "cue", "form", "certainty", "hedge", "kind", "wording"),
}
SOURCE_FIELDS = {"id", "name", "kind", "role", "media", "stated_count", "sentences"}
DENIAL_FIELDS = {"id", "sources", "via", "kind", "claims", "implied_claim", "sentences"}
ARTICLE_FIELDS = {"title", "outlet", "byline", "published_at", "language", "canonical_url", "text"}
ANSWERS = {"declines_comment", "no_response", "could_not_reach"}


@pytest.fixture(params=NAMES)
def seed(request: pytest.FixtureRequest) -> Seed:
    return load(request.param)


def page(name: str) -> str:
    return (SEEDS / f"{name}.html").read_text(encoding="utf-8")


def visible(markup: str) -> str:
    """What stands between the tags, on one line with single spaces."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", markup)).split())


def json_ld(markup: str) -> dict[str, Any]:
    """The page's description of its article."""
    block = re.search(r'<script type="application/ld\+json">(.*?)</script>', markup, re.DOTALL)
    assert block
    data = json.loads(block[1])
    nodes = data if isinstance(data, list) else data.get("@graph", [data])
    return next(node for node in nodes if "headline" in node)


def test_there_are_twelve_articles_and_six_languages() -> None:
    """The samples are many and varied enough to be worth measuring on."""
    languages = {load(name).article.language for name in NAMES}

    assert len(NAMES) >= 12
    assert {"en", "de", "fr", "es", "uk", "ar"} <= languages


def test_an_expectation_has_the_fields_of_the_contract(seed: Seed) -> None:
    """The files hold the fields of `claims/1` and no others."""
    row = json.loads((SEEDS / f"{seed.name}.json").read_text(encoding="utf-8"))

    assert set(row["article"]) == ARTICLE_FIELDS
    assert all(set(claim) == CLAIM_FIELDS for claim in row["claims"])
    assert all(set(source) == SOURCE_FIELDS for source in row["sources"])
    assert all(set(denial) == DENIAL_FIELDS for denial in row["denials"])


def test_every_number_names_a_sentence(seed: Seed) -> None:
    """Claims, sources and denials cite sentences that exist, in order and without repetition."""
    reading = seed.reading

    items: list[Claim | Source | Denial] = [*reading.claims, *reading.sources, *reading.denials]
    for item in items:
        assert item.sentences, item.id
        assert list(item.sentences) == sorted(set(item.sentences)), item.id
        assert all(seed.article.has(n) for n in item.sentences), item.id


def test_a_denial_stands_in_one_place(seed: Seed) -> None:
    """A denial's sentences are neighbours, so that it has one start and one end."""
    for denial in seed.reading.denials:
        assert len(list(runs(denial.sentences))) == 1, denial.id


def test_every_id_resolves(seed: Seed) -> None:
    """Ids are unique, every one that is used is defined, and every source is used."""
    reading = seed.reading
    speaking: list[Claim | Denial] = [*reading.claims, *reading.denials]
    used = [source for item in speaking for source in (*item.sources, *item.via)]

    assert {source.id for source in reading.sources} == set(used)
    ids = [*(item.id for item in speaking), *(source.id for source in reading.sources)]
    assert len(set(ids)) == len(ids)
    assert {target for denial in reading.denials for target in denial.claims} <= {claim.id for claim in reading.claims}


def test_a_source_is_cited_where_it_speaks(seed: Seed) -> None:
    """A source's sentences are those of its claims and denials, relayed ones included."""
    items: list[Claim | Denial] = [*seed.reading.claims, *seed.reading.denials]

    for source in seed.reading.sources:
        spoken = {n for item in items if source.id in (*item.sources, *item.via) for n in item.sentences}
        assert set(source.sentences) == spoken, source.id


def test_names_roles_cues_and_hedges_are_verbatim(seed: Seed) -> None:
    """What is said to be the article's own words is."""
    for source in seed.reading.sources:
        assert source.name is None or source.name in seed.article.text, source.id
        assert source.role is None or source.role in seed.article.text, source.id
    for claim in seed.reading.claims:
        passage = seed.article.passage(claim.sentences)
        assert claim.cue is None or claim.cue in passage, claim.id
        assert claim.hedge is None or claim.hedge in passage, claim.id


def test_numbers_of_a_restatement_stand_in_its_sentences(seed: Seed) -> None:
    """Each figure written in digits is in the cited sentences or their neighbours."""
    for claim in seed.reading.claims:
        near = {m for n in claim.sentences for m in (n - 1, n, n + 1) if seed.article.has(m)}
        passage = seed.article.passage(near)
        for number in re.findall(r"\d[\d.,]*\d|\d", claim.text):
            assert number in passage, (claim.id, number)


def test_quotes_of_a_restatement_stand_in_its_sentences(seed: Seed) -> None:
    """Words that a restatement puts in quotation marks are the article's."""
    for claim in seed.reading.claims:
        passage = seed.article.passage(claim.sentences)
        for quote in re.findall(r"[“„«](.+?)[”“»]", claim.text):
            assert quote.strip(" .,") in passage, (claim.id, quote)


def test_kind_and_name_of_a_source_agree(seed: Seed) -> None:
    """People and bodies with a name have one, those without have none."""
    for source in seed.reading.sources:
        named = source.kind in {"person", "organisation", "document"}
        assert (source.name is not None) == named, source.id


def test_a_denial_answers_a_claim_or_what_nobody_states(seed: Seed) -> None:
    """Each denial has the claims that it answers, or says what is denied without being stated."""
    for denial in seed.reading.denials:
        assert bool(denial.claims) != bool(denial.implied_claim), denial.id


def test_a_refusal_to_comment_is_no_claim(seed: Seed) -> None:
    """A sentence that only tells that somebody gave no answer carries no claim of theirs."""
    for denial in seed.reading.denials:
        if denial.kind in ANSWERS:
            own = [claim for claim in seed.reading.claims if set(claim.sources) & set(denial.sources)]
            assert not any(set(claim.sentences) & set(denial.sentences) for claim in own), denial.id


def test_the_text_is_what_the_page_shows(seed: Seed) -> None:
    """Each paragraph of the expected text stands on the page, in the same order."""
    shown = visible(page(seed.name).split("<body", 1)[1])
    place = 0

    for paragraph in seed.article.text.split("\n\n"):
        place = shown.find(paragraph, place)
        assert place >= 0, paragraph
        place += len(paragraph)


def test_what_surrounds_an_article_is_not_in_its_text(seed: Seed) -> None:
    """Captions, comments, related links, sign-up boxes and footers are no part of the article."""
    around = ("newsletter", "cookie", "comments", "Most read", "©", "Photograph", "Subscribe", "Foto", "Photo")

    assert not [word for word in around if word in seed.article.text]
    assert len(visible(page(seed.name))) > len(seed.article.text) * 1.1


def test_the_page_describes_its_article(seed: Seed) -> None:
    """Title, date, authors, outlet and canonical address are what the page's own markup says."""
    markup = page(seed.name)
    described = json_ld(markup)
    authors = described["author"] if isinstance(described["author"], list) else [described["author"]]
    article = seed.article

    assert described["headline"] == article.title == article.text.split("\n\n")[0]
    assert article.published_at == datetime.fromisoformat(described["datePublished"]).isoformat()
    assert tuple(author["name"] for author in authors) == article.byline
    assert f'<meta property="og:site_name" content="{article.outlet}"' in markup
    assert f'rel="canonical" href="{article.canonical_url}"' in markup
    assert re.search(rf'<html lang="{article.language}\b', markup)
    assert article.canonical_url
    assert ".example/" in article.canonical_url


def test_the_articles_cover_what_the_terms_name() -> None:
    """Every kind of source, claim, denial, certainty, form and medium occurs at least once."""
    readings = [load(name).reading for name in NAMES]
    claims = [claim for reading in readings for claim in reading.claims]
    sources = [source for reading in readings for source in reading.sources]
    denials = [denial for reading in readings for denial in reading.denials]

    assert {source.kind for source in sources} == set(get_args(SourceKind))
    assert {source.media for source in sources} == set(get_args(Media))
    assert {denial.kind for denial in denials} == set(get_args(DenialKind))
    assert {claim.kind for claim in claims} == set(get_args(ClaimKind))
    assert {claim.certainty for claim in claims} == set(get_args(Certainty))
    assert {claim.form for claim in claims} == set(get_args(SpeechForm))
    assert any(len(claim.via) == 2 for claim in claims)
    assert any(not claim.sources for claim in claims)
    assert any(denial.implied_claim for denial in denials)
    assert any(len(denial.sources) > 1 for denial in denials)


def test_one_article_attributes_nothing() -> None:
    """A page without a single attribution is among the samples."""
    assert any(not load(name).reading.sources for name in NAMES)


def test_the_gold_is_up_to_date() -> None:
    """`gold.jsonl` is what the expected readings say; `python -m tests.seeds.gold` makes it anew."""
    assert GOLD.read_text(encoding="utf-8") == gold_text()
