"""The instructions: where they come from, and that their own example keeps to them."""

import json
import re
from importlib.resources import files
from typing import Any

import pytest
from pydantic import BaseModel

from bot.claims.form import AnswerForm, ClaimForm, DenialForm, Form, SourceForm
from bot.claims.grounding import answer_complaints, complaints
from bot.ports.reader import unchecked
from bot.readers.openai import OpenAIReader
from bot.readers.prompts import Prompt, about, load_prompt
from tests.model_server import ModelServer
from tests.readers.bridge import article
from tests.strict_schema import objections

CLAIMS = load_prompt("claims", Form.model_json_schema())
ANSWER = load_prompt("answer", AnswerForm.model_json_schema())


def blocks(prompt: Prompt, kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)\n```$", prompt.text, re.MULTILINE | re.DOTALL)


def sentences(prompt: Prompt) -> dict[int, str]:
    (text,) = blocks(prompt, "article")
    return {int(n): line for n, line in re.findall(r"^\[(\d+)\] (?:\(\w+\) )?(.*)$", text, re.MULTILINE)}


def statements(form: Form) -> list[ClaimForm | DenialForm]:
    return [*form.claims, *form.denials]


def example() -> Form:
    (filled,) = blocks(CLAIMS, "json")
    return Form.model_validate_json(filled, strict=True)


@pytest.mark.parametrize("model", [Form, AnswerForm])
def test_strict_mode_takes_the_schema(model: type[BaseModel]) -> None:
    """The form's own schema is sent as it is."""
    assert objections(model.model_json_schema()) == []


def test_the_example_cites_sentences_that_exist() -> None:
    """Every number in the worked example is one of its article's."""
    form = example()

    cited = [n for item in statements(form) for n in item.sentences]
    assert cited
    assert set(cited) <= sentences(CLAIMS).keys()
    assert all(item.sentences for item in statements(form))


def test_the_example_quotes_words_that_are_there() -> None:
    """Names and roles stand in the article, cues and hedges in the cited sentences, hedges in the restatement."""
    form, text = example(), sentences(CLAIMS)
    whole = " ".join(text.values())

    for source in form.sources:
        assert (source.name or "") in whole
        assert (source.role or "") in whole
    for claim in form.claims:
        passage = " ".join(text[n] for n in claim.sentences)
        assert claim.cue
        assert claim.cue in passage
        assert (claim.hedge or "") in passage
        assert (claim.hedge or "") in claim.text
        assert set(re.findall(r"\d+", claim.text)) <= set(re.findall(r"\d+", passage))


def test_the_examples_pass_the_checks_of_every_answer() -> None:
    """What is asked of a model's answer is kept by the answers that it is shown."""
    grounding = pytest.importorskip("bot.claims.grounding", exc_type=ImportError)
    lines = sentences(CLAIMS)
    about_ferry = article(*lines.values(), lead=2)

    assert sentences(ANSWER) == lines
    assert list(grounding.complaints(about_ferry, example())) == []
    for block in blocks(ANSWER, "json"):
        assert list(grounding.answer_complaints(about_ferry, AnswerForm.model_validate_json(block))) == []


def test_the_ids_of_the_example_resolve() -> None:
    """Sources, relays and denied claims are there, each id once."""
    form = example()
    sources = [source.id for source in form.sources]
    claims = [claim.id for claim in form.claims]

    assert len(set(sources)) == len(sources)
    assert len(set(claims)) == len(claims)
    for item in statements(form):
        assert {*item.sources, *item.via} <= set(sources)
    assert {claim for denial in form.denials for claim in denial.claims} <= set(claims)


def test_the_example_answers_keep_to_their_article() -> None:
    """Each part of an answer cites sentences that exist, and its numbers and names stand in them."""
    text = sentences(ANSWER)
    told, untold = (AnswerForm.model_validate_json(block, strict=True) for block in blocks(ANSWER, "json"))

    assert (untold.told, untold.parts) == (False, [])
    for part in told.parts:
        passage = " ".join(text[n] for n in part.sentences)
        assert set(re.findall(r"\d+|[A-Z]\w{3,}", part.text)) <= set(re.findall(r"\w+", passage))


@pytest.mark.parametrize("term", [*Form.model_fields, "text", "sentences", "via", "name", "media", "count", "cue"])
def test_each_term_is_defined(term: str) -> None:
    """The instructions explain every key of the form."""
    assert re.search(rf"^\*\*.*{term}|^\*\*.*`{term}`", CLAIMS.text, re.MULTILINE | re.IGNORECASE)


@pytest.mark.parametrize("prompt", [CLAIMS, ANSWER], ids=["claims", "answer"])
def test_each_definition_has_its_example(prompt: Prompt) -> None:
    """One worked example a term."""
    terms = prompt.text.partition("# Terms")[2].partition("# Worked example")[0]

    assert terms.count("\nExample: ") == len(re.findall(r"^\*\*", terms, re.MULTILINE))


TERM_EXAMPLES = re.findall(r"^Example: (.*) → `(\{.*\})`$", CLAIMS.text, re.MULTILINE)
ITEMS: dict[str, type[BaseModel]] = {"sources": SourceForm, "claims": ClaimForm, "denials": DenialForm}


def test_every_term_has_an_example_that_can_be_checked() -> None:
    """Sentences of a little article, and the part of a form that they give."""
    assert len(TERM_EXAMPLES) == len(re.findall("^Example: ", CLAIMS.text, re.MULTILINE)) > 12


@pytest.mark.parametrize(("lines", "given"), TERM_EXAMPLES, ids=[given[:40] for _, given in TERM_EXAMPLES])
def test_the_example_of_a_term_holds_against_its_own_article(lines: str, given: str) -> None:
    """Numbers exist, names, roles, cues and hedges stand there, and each text passes the checks of every answer."""
    told = {int(n): line for n, line in re.findall(r"`\[(\d+)\] (?:\(\w+\) )?([^`]*)`", lines)}
    little = article(*(told.get(n, "Nothing is said here.") for n in range(1, max(told) + 1)), lead=0)
    form = _completed(json.loads(given))

    cited = {n for item in statements(form) for n in item.sentences}
    assert cited <= told.keys()
    for source in form.sources:
        assert (source.name or "") in little.text
        assert (source.role or "") in little.text
    assert list(complaints(little, form)) == []


def _completed(given: dict[str, list[dict[str, Any]]]) -> Form:
    """The form of an example that shows only the keys that it is about."""
    rows: dict[str, list[dict[str, Any]]] = {"sources": [], "claims": [], "denials": []}
    plain = {"n": None, "k": "person", "r": None, "m": "none", "c": None}
    said: dict[str, Any] = {"s": [], "v": [], "q": None, "c": "certain", "h": None, "k": "fact"}
    rows["sources"] = [plain | {"i": n} | item for n, item in enumerate(given.get("sources", []), 1)]
    rows["claims"] = [said | {"i": n} | item for n, item in enumerate(given.get("claims", []), 1)]
    rows["denials"] = [{"s": [], "v": [], "i": None} | item for item in given.get("denials", [])]
    return Form.model_validate(rows, strict=True)


ANSWER_EXAMPLES = re.findall(r"^Example: (.*) → `(\{.*\})`$", ANSWER.text, re.MULTILINE)


@pytest.mark.parametrize(("asked", "given"), ANSWER_EXAMPLES)
def test_the_example_of_an_answer_holds_against_its_own_article(asked: str, given: str) -> None:
    """Each has a question and sentences of its own, which carry every part of its answer."""
    told = {int(n): line for n, line in re.findall(r"`\[(\d+)\] ([^`]*)`", asked)}
    little = article(*(told.get(n, "Nothing is said here.") for n in range(1, max(told) + 1)), lead=0)
    answer = AnswerForm.model_validate_json(given, strict=True)

    assert re.search(r'"[^"]+\?" → ', f"{asked} → ")
    assert {n for part in answer.parts for n in part.sentences} <= told.keys()
    assert list(answer_complaints(little, answer)) == []


def test_every_term_of_an_answer_has_an_example_that_can_be_checked() -> None:
    """None is left in words alone."""
    assert len(ANSWER_EXAMPLES) == len(re.findall("^Example: ", ANSWER.text, re.MULTILINE)) > 5


@pytest.mark.parametrize("model", ITEMS.values(), ids=ITEMS)
def test_each_letter_is_explained(model: type[BaseModel]) -> None:
    """The instructions name every key that a model writes."""
    assert [field.alias for field in model.model_fields.values() if f"`{field.alias}`" not in CLAIMS.text] == []


async def test_what_comes_before_the_article_never_changes() -> None:
    """Servers cache a prefix of 1,024 tokens or more: instructions and schema are the same bytes in every request."""
    async with ModelServer() as server:
        server.answer_with(lambda asked: {"sources": [], "claims": [], "denials": []})
        async with OpenAIReader.of(server.settings(single_call_sentences=20)) as reader:
            for page in (article(), article("Another headline", *["One sentence."] * 50), article("Third", lead=0)):
                for language in (None, "de"):
                    async for _ in reader.in_language(language).read(page, unchecked):
                        pass

    before = {json.dumps([body["response_format"], body["messages"][0]]) for body in server.bodies}
    marks = [re.search(r"<<<article-(\w+)", asked.text) for asked in server.requests]
    assert len(before) == 1
    assert len(before.pop()) / 4 > 1024
    assert all(body["messages"][1]["content"].startswith("<<<article-") for body in server.bodies)
    assert len({mark[1] for mark in marks if mark}) == len(server.requests) > 6


@pytest.mark.parametrize("kind", ["k", "c", "m"])
def test_each_value_is_explained(kind: str) -> None:
    """No value of the form is left to guess."""
    values = {
        value
        for definition in Form.model_json_schema()["$defs"].values()
        for value in definition["properties"].get(kind, {}).get("enum", ())
    }

    assert {value for value in values if f"`{value}`" not in CLAIMS.text} == set()


@pytest.mark.parametrize("prompt", [CLAIMS, ANSWER], ids=["claims", "answer"])
def test_the_prefix_is_long_enough_to_be_cached(prompt: Prompt) -> None:
    """Servers cache from 1,024 tokens on; five characters a token is more than English takes."""
    assert len(prompt.text) > 5 * 1024


def test_the_digest_tells_versions_apart() -> None:
    """A changed schema is another prompt, the same one the same."""
    assert load_prompt("claims", Form.model_json_schema()).digest == CLAIMS.digest
    assert load_prompt("claims", {**Form.model_json_schema(), "title": "Other"}).digest != CLAIMS.digest
    assert CLAIMS.digest != ANSWER.digest


def test_a_prompt_that_is_missing_is_an_error() -> None:
    """Nothing is sent without instructions."""
    with pytest.raises(FileNotFoundError):
        load_prompt("no-such-prompt", {})


def test_the_article_is_sent_as_numbered_sentences() -> None:
    """Headline and standfirst are marked, paragraphs kept apart, what is known about it stands above."""
    text = about(article("A headline", "A standfirst.", "First.", "Sec\u200bond.", lead=2))["content"]

    body = text.split("\n", 1)[1].rsplit("\n", 1)[0]
    assert body == (
        "Title: A headline\nOutlet: The Test\nPublished: 2026-11-02\n\n"
        "[1] (headline) A headline\n\n[2] (standfirst) A standfirst.\n\n[3] First.\n\n[4] Second."
    )


def test_the_checkout_or_the_wheel_holds_the_prompts() -> None:
    """One of the two places is found whatever the current folder is."""
    assert CLAIMS.text.startswith("You read one news article")
    assert files("bot").is_dir()
