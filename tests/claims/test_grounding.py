"""From a filled form to a checked reading."""

from typing import Any

import pytest

from bot.claims.form import AnswerDraft, AnswerForm, AnswerPartForm, ClaimForm, DenialForm, Draft, Form, SourceForm
from bot.claims.grounding import answer_complaints, complaints, ground, ground_answer
from bot.claims.reading import ReaderInfo, Reading
from tests.claims.articles import article

INFO = ReaderInfo(name="openai", model="m", prompt="p")
HARBOUR = article(
    "Harbour tunnel may open late\n"
    "Mayor José Ibáñez said on Monday that the tunnel could open in March. “We are not late,” Mr Ibáñez told reporters.\n"
    "Two engineers, who asked not to be named, said that 14 of the 40 pumps had failed. "
    "The state news agency Portpress quoted the builder Norvik as saying that the pumps were fine.\n"
    "Norvik denied that any pump had failed. The port authority declined to comment."
)


def source(**changes: Any) -> SourceForm:
    row: dict[str, Any] = {
        "id": "s1",
        "name": "José Ibáñez",
        "kind": "person",
        "role": None,
        "media": "none",
        "count": None,
    }
    return SourceForm(**(row | changes))


def claim(**changes: Any) -> ClaimForm:
    row: dict[str, Any] = {
        "id": "c1",
        "text": "The tunnel could open in March.",
        "sentences": [2],
        "sources": ["s1"],
        "via": [],
        "cue": "said",
        "certainty": "possible",
        "hedge": "could",
        "kind": "prediction",
    }
    return ClaimForm(**(row | changes))


def denial(**changes: Any) -> DenialForm:
    row: dict[str, Any] = {
        "sources": ["s1"],
        "via": [],
        "kind": "denies",
        "claims": ["c1"],
        "implied": None,
        "sentences": [6],
    }
    return DenialForm(**(row | changes))


def read(form: Form) -> Reading:
    return ground(HARBOUR, Draft(form, done=True), INFO)


def form(*claims: ClaimForm, sources: tuple[SourceForm, ...] = (), denials: tuple[DenialForm, ...] = ()) -> Form:
    return Form(sources=list(sources or (source(),)), claims=list(claims), denials=list(denials))


def test_a_faithful_claim_stands() -> None:
    """A restatement that says what its sentence says keeps its words."""
    reading = read(form(claim()))

    assert [(c.text, c.wording) for c in reading.claims] == [("The tunnel could open in March.", "restated")]
    assert reading.dropped == 0


def test_a_stronger_claim_is_quoted() -> None:
    """A dropped hedge turns the claim into the article's own sentence."""
    reading = read(form(claim(text="The tunnel will open in March.")))

    assert reading.claims[0].wording == "quoted"
    assert reading.claims[0].text == HARBOUR.sentence(2)


def test_missing_sentences_are_left_out() -> None:
    """A number that does not exist is removed; an item left with none is dropped and counted."""
    reading = read(form(claim(sentences=[2, 99, -1]), claim(id="c2", sentences=[0, 77])))

    assert [c.sentences for c in reading.claims] == [(2,)]
    assert reading.dropped == 1


def test_an_invented_source_takes_its_claim_along() -> None:
    """Neither a source whose name the article lacks nor a claim that rests on it alone is shown."""
    reading = read(form(claim(), sources=(source(name="Ingrid Holm"),)))

    assert reading.claims == ()
    assert reading.sources == ()
    assert reading.dropped == 2


def test_names_come_back_in_the_articles_own_characters() -> None:
    """Case, diacritics and titles of the reader give way to the fullest name of the article."""
    names = [
        read(form(claim(), sources=(source(name=name),))).sources[0].name
        for name in ("jose ibanez", "Ibáñez", "Mr Ibáñez")
    ]

    assert names == ["José Ibáñez"] * 3


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Selon Mme Roux, le bassin ferme.", "Roux"),
        ("D’après M. Roux, le bassin ferme.", "Roux"),
        ("Laut Frau Holm schließt das Bad.", "Holm"),
        ("Gestern Abend kam sie. Für Holm ist das zu spät.", "Holm"),
        ("Según Ruiz, la piscina cierra.", "Ruiz"),
        ("By Monday Lund knew. But Lund said nothing.", "Lund"),
        ("Selon Claire Roux, le bassin ferme.", "Claire Roux"),
    ],
)
def test_the_word_that_opens_a_sentence_is_no_part_of_a_name(text: str, name: str) -> None:
    """A lone family name stays alone where only "Selon" or "Laut" stands before it."""
    family = name.rsplit(maxsplit=1)[-1]
    told = form(claim(text="", sentences=[1]), sources=(source(name=family),))

    reading = ground(article(text), Draft(told, done=True), INFO)

    assert [one.name for one in reading.sources] == [name]


def test_answers_rest_on_sentences() -> None:
    """A part that says something else becomes the article's sentence; without parts the article does not tell."""
    parts = [
        AnswerPartForm(text="Norvik denied that any pump had failed.", sentences=[6]),
        AnswerPartForm(text="All 40 pumps failed.", sentences=[4]),
    ]
    answer = ground_answer(HARBOUR, "Did pumps fail?", AnswerDraft(AnswerForm(told=True, parts=parts), done=True), INFO)
    empty = ground_answer(HARBOUR, "Who paid?", AnswerDraft(AnswerForm(told=True, parts=[]), done=True), INFO)

    assert [(part.wording, part.sentences) for part in answer.parts] == [("restated", (6,)), ("quoted", (4,))]
    assert not empty.told
    assert {c.item for c in answer_complaints(HARBOUR, AnswerForm(told=True, parts=parts))} == {"part 2"}


def test_denials_follow_their_claims() -> None:
    """Ids run in the order of the article, and a denial keeps pointing at what it denies."""
    reading = read(
        form(
            claim(
                id="c9",
                text="14 of the 40 pumps had failed.",
                sentences=[4],
                sources=["s7"],
                hedge=None,
                certainty="certain",
            ),
            claim(id="c4"),
            sources=(
                source(),
                source(id="s7", name=None, kind="anonymous", count=2),
                source(id="s3", name="Norvik", kind="organisation"),
            ),
            denials=(denial(sources=["s3"], claims=["c9"]),),
        )
    )

    assert [c.id for c in reading.claims] == ["c1", "c2"]
    assert reading.denials[0].claims == ("c2",)
    assert reading.source(reading.claims[1].sources[0]).stated_count == 2


def test_complaints_name_ids() -> None:
    """What a model is told names the item and the fault."""
    found = complaints(HARBOUR, form(claim(text="The tunnel will open in May.", sentences=[2, 50])))

    assert {c.item for c in found} == {"c1"}
    assert any("50" in c.problem for c in found)
    assert any("could" in c.problem for c in found)


def test_a_claim_shown_in_the_articles_words_is_as_firm_as_they_are() -> None:
    """A hedge that the restatement dropped stands in the words that are shown, and in what is said of them."""
    dropped = claim(text="The tunnel will open in March.", certainty="certain", hedge=None)

    (shown,) = read(Form(sources=[source()], claims=[dropped], denials=[])).claims

    assert (shown.wording, shown.certainty) == ("quoted", "possible")


def test_a_claim_quoted_for_another_reason_stays_as_firm_as_it_was() -> None:
    """A wrong number makes no plain statement uncertain."""
    wrong = claim(text="15 of the 40 pumps had failed.", sentences=[4], certainty="certain", hedge=None, kind="figure")

    (shown,) = read(Form(sources=[source()], claims=[wrong], denials=[])).claims

    assert (shown.wording, shown.certainty) == ("quoted", "certain")
