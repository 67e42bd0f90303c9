"""Contradictions: what somebody says that denies, by its own words or by another story, what was said before."""

import pytest

from tests.readers.offline.conftest import Fill

BRACKWELL = "Prosecutors accused Brackwell Foods of hiding salmonella tests from inspectors. "


@pytest.mark.parametrize(
    ("denial", "kind"),
    [
        ("Brackwell dismissed the charges as politics.", "denies"),
        ("“We have never hidden a single test,” Brackwell said in a statement.", "denies"),
        ("Brackwell insisted it had not hidden anything.", "denies"),
        ("Ruth Moss, its head, maintained that no test had been hidden.", "denies"),
        ("“That's simply not what happened,” Ruth Moss of Brackwell told reporters.", "denies"),
        ("Asked whether tests had been hidden, Ruth Moss said: “Absolutely not.”", "denies"),
        ("Brackwell has pleaded not guilty.", "denies"),
        ("Ruth Moss laughed off the accusation.", "denies"),
        ("The charges were denied by Brackwell.", "denies"),
        ("Brackwell, which denies the charges, employs 400 people.", "denies"),
        ("Brackwell pushed back on the accusation.", "counters"),
        ("The firm took issue with the word “hiding”.", "rejects_wording"),
        ("Brackwell conceded delays but said no result was withheld.", "partly_denies"),
        ("Brackwell admitted that a test was late but denied fraud.", "partly_denies"),
        ("Ruth Moss, the firm's lawyer, said her client rejected the accusation.", "denies"),
        ("“No test of ours was ever hidden,” Brackwell said.", "denies"),
        ("Brackwell has yet to respond.", "no_response"),
        ("A message left for Brackwell was not immediately returned.", "no_response"),
        ("Emails to Brackwell went unanswered.", "no_response"),
        ("Attempts to reach Ruth Moss were unsuccessful.", "could_not_reach"),
        ("“We don't comment on pending cases,” a Brackwell spokesman said.", "declines_comment"),
        ("Ruth Moss refused to answer questions as she left the court.", "declines_comment"),
    ],
)
def test_an_accusation_is_answered_in_many_ways(fill: Fill, denial: str, kind: str) -> None:
    """Verbs, set phrases, passives, relative clauses and plain negation all make a denial of what was charged."""
    filled = fill(BRACKWELL + denial)

    [found] = filled.draft.form.denials
    assert (found.kind, found.sentences) == (kind, [2])
    assert found.sources
    assert {n for claim in filled.claims if claim.id in found.claims for n in claim.sentences} & {1, 2}


@pytest.mark.parametrize(
    ("claim", "denial"),
    [
        ("Critics say the tax will hurt farmers.", "The minister disagreed."),
        ("Tom Reed said that Mary Hill took the money.", "Hill says she took nothing."),
        ("Goalkeeper Jo Lind said that coach Ana Pell had shouted at her.", "“I have never shouted,” Pell said."),
        ("Acme said that its dam was safe.", "But engineers hired by the county said it was not safe."),
        ("Environmental groups say the plant poisons the river.", "The owner says there is no evidence of that."),
    ],
)
def test_a_contradiction_denies_what_somebody_said(fill: Fill, claim: str, denial: str) -> None:
    """A negated sentence is a denial where it has the words, or the person, of a claim before it."""
    filled = fill(f"{claim} {denial}")

    [found] = filled.draft.form.denials
    assert (found.kind in ("denies", "counters"), found.sentences) == (True, [2])
    assert [claim.sentences for claim in filled.claims if claim.id in found.claims] == [[1]]


@pytest.mark.parametrize(
    "text",
    [
        "The court denied the motion on Tuesday.",
        "The agency denied the visa application.",
        "The goalkeeper denied Marsh a second goal before half-time.",
        "The senator rejected the bill.",
        "The minister dismissed the head of the agency.",
        "“I never eat breakfast,” the swimmer said.",
        "The union said it had no plans to strike.",
        "Researchers found no link between coffee and cancer.",
        "He refused to say that the city is lost.",
        "The company disputes the tax bill in court.",
    ],
)
def test_refusing_and_negating_alone_is_no_denial(fill: Fill, text: str) -> None:
    """A request turned down, a vote, a plain negation: nobody is contradicted."""
    assert fill(text).draft.form.denials == []


MOLL = (
    "Former clerk Jane Moll told the Harbour Post that the mayor, Karl Voss, took cash from the builder Redpoint. "
    "She said he had also ordered the files to be burned. The town has 9,000 people. A hearing is set for June. "
)


@pytest.mark.parametrize(
    "denial",
    [
        "“I have never taken a cent from anyone,” Voss said.",
        "“Not one word of that is true,” Voss told reporters.",
        "Voss called Moll's account “pure invention”.",
        "Voss said the claims were politically motivated.",
        "Voss accused Moll of lying.",
        "“She is lying,” Voss said.",
        "“I did nothing wrong,” Voss said.",
        "Voss contradicted Moll.",
        "“I absolutely deny that,” Voss told the Post.",
        "Voss issued a flat denial.",
        "No files were burned, the mayor's office said.",
        "Redpoint said it had paid nobody.",
        "Moll's account is disputed by Redpoint.",
        "Redpoint tells it differently: it says the money was a loan.",
        "Redpoint countered that the payment was a loan.",
        "No such payment was made, Redpoint said.",
        "Asked if he had taken the cash, Voss said he had not.",
    ],
)
def test_a_denial_goes_back_over_what_stands_between(fill: Fill, denial: str) -> None:
    """Whatever its words, it answers what somebody said of those who deny, not what the article tells last."""
    filled = fill(MOLL + denial)

    [found] = filled.draft.form.denials
    answered = {n for claim in filled.claims if claim.id in found.claims for n in claim.sentences}
    assert found.sentences == [5]
    assert answered & {1, 2}
    assert not answered & {3, 4}


@pytest.mark.parametrize(
    "text",
    [
        "Voss said he had not seen the weather report.",
        "Voss said he would not resign.",
        "Voss did not dispute that he had met the builder.",
        "Voss is not going to talk about it now, he said.",
        "Three bakers near the harbour said they had heard nothing.",
        "“The Post told me I was mistaken,” Voss said.",
        "Asked if he had taken the cash, Voss said he had.",
        "Anna Reed accused the council of lying.",
        "The Post said that a boat sank without warning.",
    ],
)
def test_a_negation_alone_denies_nothing(fill: Fill, text: str) -> None:
    """What is not done, known or planned contradicts nobody, nor does a lie of somebody who has said nothing."""
    assert fill(MOLL + text).draft.form.denials == []


QUARRY = (
    "Engineer Paula Drent told the inquiry that foreman Colin Mabb had ordered the blast without a siren. "
    "A walker, Tessa Orme, said Mabb was seen running from the shed. "
)


@pytest.mark.parametrize(
    "denial",
    [
        "Mabb insisted that the siren went off twice.",
        "The siren, Mabb maintained, was working.",
        "Mabb told a different story: the shed was empty.",
        "Mabb said the opposite, that the siren was heard in the village.",
        "Mabb puts it down to the wind.",
        "Mabb finds the story laughable.",
        "Mabb would have none of it.",
        "Mabb hit back within hours.",
        "Asked by the inquiry's own counsel whether he had run, Mabb shook his head.",
        "“Did I run? No, never,” Mabb said.",
        "Asked by Drent's lawyer whether he had run, Mabb said that he had not, but had walked fast.",
        "Nor, said Mabb, had he run.",
        "Mabb said that this was entirely false.",
        "“Absolute rubbish,” was Mabb's reply.",
        "Mabb's version is different: nobody ran.",
        "Mabb brushed the claims aside.",
        "“She's making it up,” said Mabb.",
        "“I didn't do anything of the sort,” Mabb said.",
        "Mabb said that there was “not a shred of evidence” for the claim.",
        "Mabb vowed to sue, saying the story was made up.",
        "Mabb disputed the timeline.",
    ],
)
def test_another_story_answers_what_was_told(fill: Fill, denial: str) -> None:
    """Who insists, judges, gestures or tells it otherwise denies, also without a "not"."""
    filled = fill(QUARRY + denial)

    [found] = filled.draft.form.denials
    assert found.sentences == [3]
    assert {n for claim in filled.claims if claim.id in found.claims for n in claim.sentences} & {1, 2, 3}
    assert [source.name for source in filled.draft.form.sources if source.id in found.sources] == ["Colin Mabb"]


@pytest.mark.parametrize(
    "text",
    [
        "Mabb went home. The minister insisted that taxes will fall.",
        "The quarry employs 40 people. Mabb found a fossil there in 1998.",
        "A bus company shook its fleet up. A driver shook her head at the rain.",
        "Mabb said he was born in Harlow.",
        "Mabb denied the quarry workers a raise.",
        "Mabb waved the lorry away.",
    ],
)
def test_another_matter_answers_nothing(fill: Fill, text: str) -> None:
    """Insisting, finding and shaking one's head deny nothing where nothing was said of it or of them."""
    assert fill(QUARRY.replace("Mabb was", "a dog was") + text).draft.form.denials == []
