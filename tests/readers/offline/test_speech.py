"""Who says what, in the forms that newspapers use."""

import pytest

from tests.readers.offline.conftest import Fill


@pytest.mark.parametrize(
    ("text", "name", "cue", "content"),
    [
        ("Mary Hill said the bridge is safe.", "Mary Hill", "said", "the bridge is safe"),
        ("The bridge is safe, Mary Hill said.", "Mary Hill", "said", "The bridge is safe"),
        ("The bridge is safe, said Mary Hill, an engineer.", "Mary Hill", "said", "The bridge is safe"),
        ("“The bridge is safe,” said Mary Hill.", "Mary Hill", "said", "“The bridge is safe,”"),
        ("\"The bridge is safe,\" Mary Hill told reporters.", "Mary Hill", "told", "\"The bridge is safe,\""),
        ("''The bridge is safe,'' Mary Hill said.", "Mary Hill", "said", "''The bridge is safe,''"),
        ("Mary Hill, who built it, said that the bridge is safe.", "Mary Hill", "said", "the bridge is safe"),
        ("Mary Hill told The Daily that the bridge is safe.", "Mary Hill", "told", "the bridge is safe"),
        ("According to Mary Hill, the bridge is safe.", "Mary Hill", "According to", "the bridge is safe"),
        ("The bridge is safe, according to Mary Hill.", "Mary Hill", "according to", "The bridge is safe"),
        ("Mary Hill accused the city of hiding cracks.", "Mary Hill", "accused", "the city of hiding cracks"),
        ("The city was warned by Mary Hill that the bridge is safe.", "Mary Hill", "warned", "the bridge is safe"),
        ("In an interview on Monday, Mary Hill said the bridge is safe.", "Mary Hill", "said", "the bridge is safe"),
        ("The Transport Ministry said the bridge is safe.", "Transport Ministry", "said", "the bridge is safe"),
    ],
)  # fmt: skip
def test_a_source_is_found_around_its_cue(fill: Fill, text: str, name: str, cue: str, content: str) -> None:
    """Cue before, after or inside, direct or not: one claim with its source, its cue and the asserted words."""
    filled = fill(text)

    [claim] = filled.claims
    assert (filled.names(claim), claim.cue, filled.content(claim)) == ([name], cue, content)


def test_a_quotation_split_by_its_cue_is_one_claim(fill: Fill) -> None:
    """What goes on behind the cue belongs to it; the content is its longer part."""
    filled = fill("“It is,” Mary Hill said, “the safest bridge that anybody ever built here.”")

    [claim] = filled.claims
    assert filled.content(claim) == "“the safest bridge that anybody ever built here.”"


def test_a_quotation_without_a_cue_goes_on(fill: Fill) -> None:
    """The next quotation of the paragraph has the same source."""
    filled = fill("“The bridge is safe,” Mary Hill said. “We tested the bridge and it is safe in winter.”")

    assert [filled.names(claim) for claim in filled.claims] == [["Mary Hill"]]
    assert filled.claims[0].sentences == [1, 2]


def test_a_paragraph_of_nothing_but_quotation_goes_on(fill: Fill) -> None:
    """A paragraph that is one quotation continues the speaker of the paragraph before."""
    filled = fill("Mary Hill said the bridge is safe.\n\n“We tested every bolt of it over the whole winter.”")

    assert filled.names(filled.of(2)) == ["Mary Hill"]


def test_a_colon_opens_what_follows(fill: Fill) -> None:
    """ "The report found:" holds for the bullets below."""
    filled = fill("The audit found:\n- Rents have doubled since 2010.\n- Few flats are empty.\nIt rained on Monday.")

    assert [claim.sentences for claim in filled.claims] == [[2], [3]]
    assert {source.kind for claim in filled.claims for source in filled.sources(claim)} == {"document"}


def test_a_transcript_names_its_speakers(fill: Fill) -> None:
    """Paragraphs that begin with a name and a colon are that person's, to their end."""
    filled = fill(
        "Mary Hill met Tom Reed on Monday.\nHILL: The bridge is safe. We tested it.\nREED: I doubt it.\nHILL: Come and see."
    )

    assert [(claim.sentences, filled.names(claim)) for claim in filled.claims] == [
        ([2, 3], ["Mary Hill"]),
        ([4], ["Tom Reed"]),
        ([5], ["Mary Hill"]),
    ]


def test_a_transcript_need_not_name_its_speakers_elsewhere(fill: Fill) -> None:
    """Labels that return are people of their own where these speak of themselves."""
    filled = fill(
        "Transcript of the session\nMARY HILL: I think the bridge is safe.\nTOM REED: We doubt it. It was never tested.\n"
        "MARY HILL: Come and see.\nTOM REED: I will."
    )

    assert [(claim.sentences, filled.names(claim)) for claim in filled.claims] == [
        ([2], ["MARY HILL"]),
        ([3, 4], ["TOM REED"]),
        ([5], ["MARY HILL"]),
        ([6], ["TOM REED"]),
    ]


def test_headings_that_return_are_nobodys_words(fill: Fill) -> None:
    """Nobody speaks of themselves behind them."""
    filled = fill("Results\nGoals: Three.\nCards: Two.\nGoals: None at all.\nCards: Six.")

    assert filled.claims == []


@pytest.mark.parametrize(
    "text",
    [
        "The report was published on Monday.",
        "What did the mayor say?",
        "State law bans such claims.",
        "The mayor did not say when the bridge opens.",
        "Residents who said little were thanked.",
        "She was told to leave.",
    ],
)
def test_no_claim_where_nobody_asserts(fill: Fill, text: str) -> None:
    """Nouns that look like reporting words, questions, negations and passives are no attribution."""
    assert fill(text).claims == []


def test_a_nested_attribution_belongs_to_the_outer_source(fill: Fill) -> None:
    """What officials reported is part of what Mary Hill said."""
    filled = fill("Mary Hill said officials reported a rise in traffic.")

    assert [filled.names(claim) for claim in filled.claims] == [["Mary Hill"]]


def test_two_clauses_are_two_claims(fill: Fill) -> None:
    """Each of two sources in one sentence has its own words."""
    filled = fill("Mary Hill said the bridge is safe, but Tom Reed warned that it is not.")

    assert [(filled.names(c), filled.content(c)) for c in filled.claims] == [
        (["Mary Hill"], "the bridge is safe"),
        (["Tom Reed"], "it is not"),
    ]


def test_a_headline_counts_only_alone(fill: Fill) -> None:
    """A headline that the body repeats is not cited."""
    filled = fill("Bridge is safe, engineer says\n\nMary Hill said the old bridge is safe.", lead=1)

    assert [claim.sentences for claim in filled.claims] == [[2]]


@pytest.mark.parametrize("closing", ["”", '"'])
def test_a_quotation_goes_on_behind_its_speaker(fill: Fill, closing: str) -> None:
    """A quotation that stands alone behind "Mr Hill said" is his, also with mixed marks."""
    filled = fill(f"“A crack is not yet a hole,{closing} Mark Hill said. “I would like to see who dug it, and why.”")

    assert {n for claim in filled.claims for n in claim.sentences} == {s.n for s in filled.article.sentences}
    assert {name for claim in filled.claims for name in filled.names(claim)} == {"Mark Hill"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“The dam is safe,” the mayor’s spokesman, Leo Marsh, told reporters in Esk.", "Leo Marsh"),
        ("“The dam is safe,” its managing director, Ada Holt, wrote in an e-mail.", "Ada Holt"),
        ("A Western diplomat, who lives in Esk, said the dam is safe.", None),
    ],
)
def test_an_office_and_a_name_are_one_subject(fill: Fill, text: str, name: str | None) -> None:
    """The commas around a name or a clause do not part a speaker from the verb."""
    filled = fill(text)

    assert filled.names(filled.claims[0]) == [name]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The mayor told miners this weekend he would close the dam.", "he would close the dam"),
        ("Mary Hill vowed not to repeat that mistake.", "not to repeat that mistake"),
        ("Mary Hill has mocked the plan, adding that it is late.", "the plan"),
        ("Mary Hill denounced the plan as costly, but Tom Reed learned from it.", "the plan as costly"),
        ("After Mary Hill insisted that the dam is safe, the city has closed it.", "the dam is safe"),
        ("Mary Hill estimates that the dam will last; the city will build another.", "the dam will last"),
    ],
)
def test_content_ends_with_its_clause(fill: Fill, text: str, content: str) -> None:
    """What the article goes on to tell by itself is no part of what somebody says."""
    filled = fill(text)

    assert filled.content(filled.claims[0]) == content


def test_a_quotation_behind_a_clause_of_the_article(fill: Fill) -> None:
    """ "When …, Mary Hill said, “…”" attributes the quotation and not the clause before it."""
    filled = fill("When the lake had risen for a week, Mary Hill said, “We will open the gates.”")

    [claim] = filled.claims
    assert filled.content(claim) == "“We will open the gates.”"


def test_one_act_of_speech_in_two_verbs(fill: Fill) -> None:
    """ "said, referring to the gates, …" is one claim with the first verb as its cue."""
    filled = fill("Mary Hill said, referring to the gates, “We will open them.”")

    assert [claim.cue for claim in filled.claims] == ["said"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Mary Hill called it a disgrace.", True),
        ("Mary Hill called the findings reassuring.", True),
        ("Mary Hill called her mother.", False),
        ("Mary Hill called the police on Monday.", False),
        ("Reports in Spain claim that the dam leaks.", True),
        ("The dam will close in May, tenants say.", True),
    ],
)
def test_a_verb_speaks_where_its_clause_lets_it(fill: Fill, text: str, said: bool) -> None:
    """Calling somebody is no speech, calling something a name is; a month is no "may"."""
    assert bool(fill(text).claims) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("El exconcejal Tomás Arrieta declaró ante la jueza que él mismo entregó los sobres.", True),
        ("El exconcejal Tomás Arrieta declaró ante el tribunal que no sabía nada.", True),
        ("El exconcejal Tomás Arrieta declaró ante la jueza que instruye el caso.", False),
        ("El exconcejal Tomás Arrieta declaró ante el tribunal.", False),
    ],
)
def test_who_testifies_says_what_a_clause_tells(fill: Fill, text: str, *, said: bool) -> None:
    """ "Declaró ante la jueza" alone tells only where somebody spoke."""
    assert bool(fill(text, "es").claims) is said
