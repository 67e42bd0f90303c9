"""Denials, refusals to comment, and what they answer."""

import pytest

from tests.readers.offline.conftest import Fill

ACCUSED = "Mary Hill accused the city of hiding cracks in the bridge. "


@pytest.mark.parametrize(
    ("denial", "kind"),
    [
        ("The city denied the accusation.", "denies"),
        ("The city partly denied the accusation.", "partly_denies"),
        ("The city rejected the accusation.", "denies"),
        ("“That is not true,” the city said.", "denies"),
        ("The city declined to comment.", "declines_comment"),
        ("The city did not respond to a request for comment.", "no_response"),
        ("The city could not be reached for comment.", "could_not_reach"),
    ],
)
def test_a_denial_is_found_and_answers_the_accusation(fill: Fill, denial: str, kind: str) -> None:
    """Whatever form it takes, it is linked to what it answers."""
    filled = fill(ACCUSED + denial)

    [found] = filled.draft.form.denials
    assert (found.kind, found.sentences) == (kind, [2])
    assert [filled.names(c) for c in filled.claims if c.id in found.claims] == [["Mary Hill"]]


def test_such_allegations_are_all_of_them(fill: Fill) -> None:
    """A plural answers every accusation near it, and nothing else."""
    filled = fill(
        "The US has accused North Korea of sending weapons to Russia.\n"
        "Mary Hill, the Ukrainian chief of staff, accused Pyongyang of supplying shells.\n"
        "Police said it rained.\nMoscow and Pyongyang have denied such allegations."
    )

    [denial] = filled.draft.form.denials
    assert [c.sentences for c in filled.claims if c.id in denial.claims] == [[1], [2]]
    assert len(denial.sources) == 2


def test_the_claim_may_stand_in_the_denial(fill: Fill) -> None:
    """ "declined to comment on reports that …" tells itself what it answers: not the outlet says so, but "reports"."""
    filled = fill("The school declined to comment on reports that Tom Reed had been fired.")

    [denial] = filled.draft.form.denials
    [claim] = filled.claims
    [source] = filled.sources(claim)
    assert denial.claims == [claim.id]
    assert (source.name, source.kind, source.role) == (None, "unnamed_group", "reports")
    assert filled.content(claim) == "Tom Reed had been fired"


def test_what_nobody_says_is_implied(fill: Fill) -> None:
    """An idea that is rejected has no speaker, so that it is told with the denial alone, and never in the outlet's voice."""
    filled = fill("The ministry rejected suggestions that bread will be rationed.")

    [denial] = filled.draft.form.denials
    assert (denial.claims, denial.implied, filled.claims) == ([], "bread will be rationed", [])


def test_hearsay_is_what_somebody_said_before(fill: Fill) -> None:
    """ "denied reports of a ransom" answers the paper that reported it, where the article names it."""
    filled = fill("Acme News reported that the clinic paid a ransom. The clinic denied reports of a ransom.")

    [denial] = filled.draft.form.denials
    assert [filled.names(claim) for claim in filled.claims] == [["Acme News"]]
    assert denial.claims == [filled.claims[0].id]


@pytest.mark.parametrize("text", ["Voters would reject the claim.", "The city did not deny the claim."])
def test_no_denial_where_none_is_made(fill: Fill, text: str) -> None:
    """A possible denial and a negated one are none."""
    assert fill(text).draft.form.denials == []


def test_who_denies_having_done_it_is_the_subject(fill: Fill) -> None:
    """A gerund behind the verb is what is denied and nobody who speaks."""
    filled = fill("Mary Hill accused Acme of fraud. Ben Stone, who retired last year, flatly denies having seen it.")
    [denial] = filled.draft.form.denials

    assert [source.name for source in filled.draft.form.sources if source.id in denial.sources] == ["Ben Stone"]


def test_a_fairy_tale_is_a_denial(fill: Fill) -> None:
    """Who calls an accusation by a name for untruths denies it."""
    filled = fill("Norland accused Acme of bribery. Acme called the affair “a fairy tale for children”.")
    [denial] = filled.draft.form.denials

    assert (denial.kind, denial.claims) == ("denies", [filled.claims[0].id])


def test_nobody_denies_what_they_said_themselves(fill: Fill) -> None:
    """ "The mayor" who disputes a claim is not the person who made it just before."""
    filled = fill("Mary Hill said the dam leaks. The mayor disputes that.")
    [denial] = filled.draft.form.denials

    assert not set(denial.sources) & set(filled.claims[0].sources)
    assert denial.claims == [filled.claims[0].id]


def test_a_denial_keeps_its_relay(fill: Fill) -> None:
    """An agency that passes a denial on is shown beside who denies."""
    filled = fill(
        "Norland accused Acme of bribery. The Acmean ministry denied the accusation, according to the state news agency ANA."
    )
    [denial] = filled.draft.form.denials

    assert [source.name for source in filled.draft.form.sources if source.id in denial.via] == ["ANA"]


@pytest.mark.parametrize(
    ("text", "implied"),
    [
        ("Norland on Friday denied that its troops had crossed the border.", "its troops had crossed the border"),
        ("The actor Leo Marsh has denied having met his rival.", "having met his rival"),
    ],
)
def test_what_nobody_states_is_implied(fill: Fill, text: str, implied: str) -> None:
    """Where no sentence holds the claim, the denial tells it itself."""
    [denial] = fill(text).draft.form.denials

    assert (denial.claims, denial.implied) == ([], implied)


@pytest.mark.parametrize(
    "text",
    [
        "Fans claimed that the singer mimed, which her agency denies.",
        "Tom Reed claims the report was forged, an assertion the institute rejects.",
        "Although the minister denies it, two aides say that he shouted at staff.",
        "Reports in Spain claim that Rovers asked a coach, but Foss dismissed those reports as “paper talk”.",
    ],
)
def test_claim_and_denial_share_a_sentence(fill: Fill, text: str) -> None:
    """The other clause of the sentence is what is denied, in the name of who says it."""
    filled = fill(text)

    [denial] = filled.draft.form.denials
    [claim] = [claim for claim in filled.claims if claim.id in denial.claims]
    assert claim.sources
    assert set(claim.sources).isdisjoint(denial.sources)


def test_two_reports_that_are_rejected_are_two_denials(fill: Fill) -> None:
    """Each denies what it tells itself, and not a claim that shares no more than one word of it."""
    filled = fill(
        "Acme cut corners on its new line, two engineers said. The minister dismissed reports that the line would close. "
        "She rejected claims of a cover-up."
    )

    first, second = filled.draft.form.denials
    told = {claim.id: filled.content(claim) for claim in filled.claims}
    assert [told[id_] for id_ in first.claims] == ["the line would close"]
    assert [told[id_] for id_ in second.claims] == ["a cover-up"]


def test_the_suggestion_is_what_was_suggested(fill: Fill) -> None:
    """A definite "suggestion that" goes back to what somebody has just said; "suggestions that" may be anybody's."""
    filled = fill(
        "Mary Hill said the firm had deleted the logs. It rejected the suggestion that records were destroyed."
    )

    [denial] = filled.draft.form.denials
    assert denial.claims == [filled.of(1).id]


def test_a_denial_goes_on_in_its_paragraph(fill: Fill) -> None:
    """A negated sentence right behind a denial denies too, whoever of them says it."""
    filled = fill(
        "Drivers said the depot had switched off the meters.\nThe depot rejected the accusation. "
        "“At no time was a meter off,” manager Rita Sool said."
    )

    assert [denial.sentences for denial in filled.draft.form.denials] == [[2], [3]]
    assert [denial.claims for denial in filled.draft.form.denials] == [["c1"], ["c1"]]


def test_what_explains_a_denial_is_part_of_it(fill: Fill) -> None:
    """What who denies tells right behind on the same matter is cited with the denial, not counted again."""
    filled = fill(
        "Drivers said the depot had switched off the meters in its buses.\n"
        "The depot denied the accusation. It said the meters in its buses were checked each night."
    )

    [denial] = filled.draft.form.denials
    assert denial.sentences == [2, 3]


def test_what_is_conceded_first_makes_a_denial_partial(fill: Fill) -> None:
    """ "Accepted … but said nobody had …" concedes one thing and denies another."""
    filled = fill(
        "The union says three patients died because nobody heard their bells. The chief doctor, Ivo Lamm, accepted that "
        "nights were hard but said no patient had died for want of care."
    )

    [denial] = filled.draft.form.denials
    assert (denial.kind, denial.sentences) == ("partly_denies", [2])


def test_talk_in_the_same_sentence_is_what_is_denied(fill: Fill) -> None:
    """ "After a week of speculation" tells that others say it."""
    filled = fill("The mayor will not step down, her office said on Friday after a week of speculation.")

    assert [denial.kind for denial in filled.draft.form.denials] == ["denies"]


def test_a_reply_answers_what_was_asked(fill: Fill) -> None:
    """Not what the article tells between the question and the answer."""
    filled = fill(
        "Reporter Jo Lind asked the mayor, Karl Voss, about his work for the pill maker Zell. "
        "Zell has paid fines over allegations of fraud, the Post reported. “I never worked for them. That is pure fiction,” Voss replied."
    )

    [denial] = filled.draft.form.denials
    assert [claim.sentences for claim in filled.claims if claim.id in denial.claims] == [[1]]


def test_rejected_words_stand_in_the_rejection(fill: Fill) -> None:
    """Where nobody said them before, the sentence itself tells what is rejected."""
    filled = fill("The firm took issue with the paper's description of its cash as “a cliff”, saying it had enough.")

    [denial] = filled.draft.form.denials
    assert denial.kind == "rejects_wording"
    assert [claim.sentences for claim in filled.claims if claim.id in denial.claims] == [[1]]


def test_a_title_tells_who_she_is(fill: Fill) -> None:
    """ "Ms Crane" and "Mr Farrow" anywhere in the article tell who "she" that denies is."""
    filled = fill(
        "Councillor Miles Farrow accused the mayor, Ida Crane, of selling her flat. She denied it. "
        "Ms Crane was calm. Mr Farrow was not."
    )

    [denial] = filled.draft.form.denials
    assert [source.name for source in filled.draft.form.sources if source.id in denial.sources] == ["Ida Crane"]
