"""Who says a claim, on what footing, how firmly, and who denies it, in words."""

import pytest

from bot.claims.reading import Denial, Source
from bot.reply.catalogue import words
from bot.reply.compose import reading_reply
from tests.reply.readings import CLAIMS, SOURCES, report_of
from tests.reply.telling import CLAIM, item, source, told


def test_single_source_is_said() -> None:
    """Several claims that all rest on one source are marked in the counts."""
    assert "single source" in told(report_of(claims=CLAIMS[:2])).counts
    assert "single source" not in told(report_of()).counts


@pytest.mark.parametrize(
    ("known", "who"),
    [
        ({"name": "Kim Yong-hyun", "role": "defence minister"}, "Kim Yong-hyun (defence minister)"),
        ({"name": "Reuters", "kind": "organisation"}, "Reuters"),
        ({"name": "The port authority", "kind": "organisation"}, "The port authority"),
        ({"role": "a neighbour", "kind": "unnamed_person"}, "A neighbour"),
        ({"kind": "anonymous"}, "Anonymous sources"),
        ({"kind": "anonymous", "stated_count": 3}, "3 anonymous sources"),
        ({"kind": "anonymous", "role": "security officials", "stated_count": 3}, "Security officials (3)"),
        ({"kind": "document"}, "A document"),
        ({"name": "President Ada Roe", "role": "President"}, "President Ada Roe"),
        ({"name": " \u200b ", "kind": "person"}, "An unnamed person"),
    ],
)
def test_who_is_named_as_a_reader_would(known: dict[str, object], who: str) -> None:
    """Name with role, or the role, or what kind of source it is."""
    assert item(CLAIM, source(**known)).who == who


def test_relays_are_named_after_the_source() -> None:
    """Whom it reached the outlet through is said with it."""
    assert told(report_of()).claims[2].who == "Unnamed engineers, via The Evening Courier and Radio North"


def test_relay_without_a_source_speaks_for_itself() -> None:
    """What another outlet reports without saying from whom is that outlet's, second-hand."""
    told_by = item(CLAIM.model_copy(update={"sources": (), "via": ("s3",)}))

    assert (told_by.who, told_by.footing) == ("The Evening Courier", "second-hand")


def test_article_within_a_sentence_is_lower_case_but_not_in_a_title() -> None:
    """ "The port authority" began a sentence; "The Evening Courier" is a name."""
    denial = told(report_of()).claims[3].denials[0]

    assert denial.text == "Denied by the port authority and Baltmar (shipping firm)"


def test_many_names_end_in_a_number() -> None:
    """Ten people who speak together are five names and how many others."""
    people = [Source(id=f"s{i}", name=f"Person {i}", kind="person") for i in range(10)]
    claim = CLAIM.model_copy(update={"sources": tuple(person.id for person in people)})

    assert item(claim, *people).who == "Person 0, Person 1, Person 2, Person 3, Person 4 and 5 others"


@pytest.mark.parametrize(
    ("known", "via", "footing"),
    [
        ({"name": "A"}, (), "named"),
        ({"kind": "anonymous"}, (), "anonymous"),
        ({"kind": "unnamed_group"}, (), "unnamed"),
        ({"kind": "document", "name": "The filing"}, (), "document"),
        ({"name": "ONA", "kind": "organisation", "media": "state_media"}, (), "state media"),
        ({"name": "The Courier", "kind": "organisation", "media": "other_media"}, (), "other media"),
        ({"kind": "anonymous"}, ("s3",), "anonymous · second-hand"),
        ({"name": "A"}, ("s9",), "named · via state media"),
    ],
)
def test_footing_says_how_the_source_stands_behind_it(
    known: dict[str, object], via: tuple[str, ...], footing: str
) -> None:
    """Named, anonymous, unnamed, document, other or state media, and whether it came through somebody."""
    claim = CLAIM.model_copy(update={"via": via})

    assert item(claim, source(**known), *SOURCES[2:]).footing == footing


def test_two_who_stand_behind_it_differently_are_told_apart() -> None:
    """One has a name and the other has none: "named · unnamed" would be both at once of one."""
    claim = CLAIM.model_copy(update={"sources": ("s1", "s2"), "via": ()})
    both = (
        Source(id="s1", name="A", kind="person"),
        Source(id="s2", name=None, role="its allies", kind="unnamed_group"),
    )

    assert item(claim, *both).footing == "named and unnamed"


@pytest.mark.parametrize(
    ("claim", "firmness"),
    [
        ({"certainty": "certain"}, "as certain"),
        ({"certainty": "probable", "hedge": "highly likely"}, "likely (“highly likely”)"),
        ({"certainty": "possible", "hedge": "may"}, "possible (“may”)"),
        ({"certainty": "unstated"}, "not asserted"),
        ({"certainty": "unstated", "kind": "opinion"}, "opinion"),
        ({"certainty": "unstated", "kind": "directive"}, "demand"),
    ],
)
def test_firmness_is_the_sources_own_with_its_hedge(claim: dict[str, str], firmness: str) -> None:
    """Certain, likely, possible or not asserted, and the words that say so."""
    assert item(CLAIM.model_copy(update=claim)).firmness == firmness


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("denies", "Denied by the mayor’s office"),
        ("partly_denies", "Denied in part by the mayor’s office"),
        ("rejects_wording", "Wording rejected by the mayor’s office"),
        ("counters", "Countered by the mayor’s office"),
        ("declines_comment", "No comment from the mayor’s office"),
        ("no_response", "No response from the mayor’s office"),
        ("could_not_reach", "The mayor’s office could not be reached"),
    ],
)
def test_each_kind_of_denial_has_its_words(kind: str, text: str) -> None:
    """A refusal to comment is not told as a denial."""
    denial = Denial.model_validate(
        {"id": "d1", "sources": ("s10",), "kind": kind, "claims": ("c1",), "sentences": (11,)}
    )
    reply = told(report_of(claims=[CLAIM], denials=[denial]))

    assert [line.text for line in reply.claims[0].denials] == [text]
    assert reply.other_denials == ()


def test_denial_of_what_nobody_states_says_what_is_denied() -> None:
    """The implied claim stands in the line."""
    denial = Denial(id="d1", sources=("s10",), kind="denies", implied_claim="That it fell.", sentences=(11,))

    assert told(report_of(denials=[denial])).other_denials[0].text == "Denied by the mayor’s office: That it fell."


def test_a_denial_of_no_claim_that_does_not_say_what_quotes_its_sentence() -> None:
    """Who reads "Denied by …" alone learns nothing."""
    denial = Denial(id="d1", sources=("s7",), kind="denies", sentences=(9,))

    [line] = told(report_of(denials=[denial])).other_denials

    assert line.text == f"Denied by Baltmar (shipping firm): “{report_of().article.sentence(9)}”"


def test_who_denies_what_only_they_claim_withdraws_it() -> None:
    """It is no denial by another."""
    denial = Denial(id="d1", sources=("s1",), kind="denies", claims=("c1",), sentences=(5,))

    [line] = told(report_of(denials=[denial])).claims[0].denials

    assert line.text.startswith("Withdrawn by Anna Lindqvist")


def test_what_would_be_said_twice_is_said_once() -> None:
    """Two sentences that say nobody answered are one line with the passages of both, beside a claim and beside none."""
    silences = [Denial(id=f"d{n}", sources=("s4",), kind="no_response", sentences=(n,)) for n in (2, 5, 5)]

    beside = told(report_of(claims=[CLAIM], denials=[each.model_copy(update={"claims": ("c1",)}) for each in silences]))
    other = told(report_of(denials=silences))

    assert [[p.n for p in line.passages] for line in beside.claims[0].denials] == [[2, 5]]
    assert [[p.n for p in line.passages] for line in other.other_denials] == [[2, 5]]


def test_denial_of_several_claims_stands_beside_each() -> None:
    """Whoever reads one claim sees that it is denied."""
    denial = Denial(id="d1", sources=("s6",), kind="denies", claims=("c1", "c2", "c99"), sentences=(8,))
    reply = told(report_of(denials=[denial]))

    assert [[line.id for line in claim.denials] for claim in reply.claims] == [["d1"], ["d1"], [], [], []]


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "Rejected by "), ("de", "Abgelehnt: "), ("fr", "Rejeté : "), ("es", "Rechazado: ")],
)
def test_a_demand_is_rejected_and_not_denied(language: str, said: str) -> None:
    """What somebody wants is neither true nor untrue."""
    demand = CLAIM.model_copy(update={"kind": "directive"})
    denial = Denial(id="d1", sources=("s2",), kind="denies", claims=("c1",), sentences=(3,))
    report = report_of(claims=[demand], sources=SOURCES, denials=[denial])

    [line] = reading_reply(report, words(language)).claims[0].denials
    assert line.text.startswith(said)
