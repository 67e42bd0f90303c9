"""JSON as a model writes it: what may be believed while it grows, and when it is broken."""

import json
from contextlib import suppress
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.claims.form import AnswerForm, Form
from bot.readers.shape import Shape
from bot.readers.written import Unusable, growing, items, unwrapped, whole
from tests.readers.bridge import GOOD, claim, denial, source

FORM = Shape(Form)
ANSWER = Shape(AnswerForm)

words = st.text(max_size=12)
numbers = st.lists(st.integers(1, 400), max_size=3)
forms = st.builds(
    lambda sources, claims, denials: {
        "sources": [source(f"s{n}", name) for n, name in enumerate(sources)],
        "claims": [claim(f"c{n}", text, sentences=cited, sources=[]) for n, (text, cited) in enumerate(claims)],
        "denials": [denial(sentences=cited, sources=[], claims=[], implied=text) for text, cited in denials],
    },
    st.lists(words, max_size=3),
    st.lists(st.tuples(words, numbers), max_size=3),
    st.lists(st.tuples(words, numbers), max_size=3),
)


@pytest.mark.slow
@settings(max_examples=40)
@given(forms, st.booleans(), st.sampled_from([None, 2]))
def test_whatever_is_complete_stays_as_it_is(said: dict[str, Any], ascii_only: bool, indent: int | None) -> None:
    """At any point of any answer the complete items are the first items of the whole, and none is taken back."""
    text = json.dumps(said, ensure_ascii=ascii_only, indent=indent)
    final = Form.model_validate(said)
    seen = [FORM.complete(growing(text[:end])) for end in range(len(text) + 1)]

    sizes = [0 if form is None else FORM.size(form) for form in seen]
    assert all(now <= then for now, then in pairwise(sizes))
    for form in filter(None, seen):
        for key in FORM.lists:
            assert getattr(form, key) == getattr(final, key)[: len(getattr(form, key))]


@given(st.lists(st.tuples(words, numbers), max_size=3), st.booleans())
def test_the_same_holds_for_answers(parts: list[tuple[str, list[int]]], told: bool) -> None:
    """`told` is known before the first part is shown."""
    text = json.dumps({"told": told, "parts": [{"text": text, "sentences": cited} for text, cited in parts]})

    for end in range(len(text) + 1):
        form = ANSWER.complete(growing(text[:end]))
        assert form is None or form.told is told


@given(st.text() | st.text(alphabet='{}[]",:ab1 \n`\\ud8'))
def test_any_text_is_the_form_or_unusable(text: str) -> None:
    """Nothing that a model writes is an error of ours."""
    FORM.complete(growing(text))
    FORM.salvage(items(text))
    with suppress(Unusable):
        whole(FORM, text)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | words,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["sources", "claims", "denials", "id", "told", "parts"]) | words, inner)
    ),
    max_leaves=12,
)


@given(json_values)
def test_any_json_can_be_searched_for_valid_items(value: Any) -> None:
    """Whatever the object is, salvaging finds what is valid in it or nothing."""
    for shape in (FORM, ANSWER):
        form, dropped = shape.salvage(value)
        assert form is None or isinstance(form, shape.model)
        assert dropped >= 0


@pytest.mark.parametrize(
    "text",
    [
        '```json\n{"a": 1}\n```',
        '```\n{"a": 1}\n```\n',
        '  {"a": 1}  ',
        '<think>hm</think>{"a": 1}',
        '<thinking>\nhm {\n</thinking>\n\n```json\n{"a": 1}\n```',
        '\ufeff{"a": 1}',
        'Here it is:\n```json\n{"a": 1}\n```\nHope it helps!',
    ],
)
def test_wrappings_are_taken_off(text: str) -> None:
    """One fence, thoughts, white space and words around the object mean nothing."""
    assert unwrapped(text) == '{"a": 1}'


def test_other_words_are_passed_over() -> None:
    """Whether or not a format was asked for: some servers do not know it, and say nothing of that."""
    chatty = f"Sure! {json.dumps(GOOD)} Anything else?"

    assert whole(FORM, chatty) == Form.model_validate(GOOD)


def test_ids_that_lead_nowhere_take_their_items_with_them() -> None:
    """A claim keeps all its sources or is dropped; a denial of nothing that is left goes too."""
    said = {
        "sources": [source()],
        "claims": [claim(), claim("c2", sources=["s9"]), claim("c3", via=["s8"])],
        "denials": [
            denial(sources=["s1"], claims=["c1", "c2"]),
            denial(sources=["s1"], claims=["c2"]),
            denial(sources=["s1"], claims=["c2"], implied="Something else."),
            denial(sources=["s1"], claims=[]),
            denial(sources=["s7"]),
        ],
    }

    form, dropped = FORM.salvage(said)

    assert form is not None
    assert [each.id for each in form.claims] == ["c1"]
    assert [each.claims for each in form.denials] == [["c1"], [], []]
    assert dropped == 4
