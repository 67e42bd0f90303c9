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


def test_declining_is_no_claim(fill: Fill) -> None:
    """ "Declined to comment" stands among the denials only."""
    filled = fill("The city declined to comment on the bridge.")

    assert [claim.sources for claim in filled.claims] == []


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


@pytest.mark.parametrize("asked", ["Asked about the missing key, ", "When asked about the missing key, "])
def test_no_comment_answers_what_was_asked(fill: Fill, asked: str) -> None:
    """The question in the sentence tells the claim, also where another accusation stands nearer."""
    filled = fill(
        "Mary Hill said the key was stolen from Acme. Norland accused Acme of flooding the valley. "
        f"{asked}an Acme spokesman declined to comment."
    )
    [denial] = filled.draft.form.denials

    assert denial.kind == "declines_comment"
    assert [claim.sentences for claim in filled.claims if claim.id in denial.claims] == [[1]]


@pytest.mark.parametrize("silent", ["government", "Norland"])
@pytest.mark.parametrize("said", ["accused {} of hiding the figures", "said {} had hidden the figures"])
def test_silence_answers_only_what_concerns_the_silent(fill: Fill, silent: str, said: str) -> None:
    """Neither the article's main claim nor one that stands nearer is answered where it tells nothing of the silent."""
    body = f"the {silent}" if silent.islower() else silent
    filled = fill(
        f"Police chief Tom Reed said the road was closed. Mary Hill {said.format(body)}. Jean Roux said it rained. "
        f"{body[0].upper()}{body[1:]} did not respond to a request for comment."
    )

    [denial] = filled.draft.form.denials
    assert denial.claims == [filled.of(2).id]


def test_silence_answers_one_claim_where_none_concerns_the_silent(fill: Fill) -> None:
    """What was said just before is what a request for comment was about."""
    filled = fill(
        "Police chief Tom Reed said the road was closed. Mary Hill said the bakery would open. "
        "The government did not respond to a request for comment."
    )

    [denial] = filled.draft.form.denials
    assert denial.claims == [filled.of(2).id]


def test_who_denies_having_done_it_is_the_subject(fill: Fill) -> None:
    """A gerund behind the verb is what is denied and nobody who speaks."""
    filled = fill("Mary Hill accused Acme of fraud. Ben Stone, who retired last year, flatly denies having seen it.")
    [denial] = filled.draft.form.denials

    assert [source.name for source in filled.draft.form.sources if source.id in denial.sources] == ["Ben Stone"]


@pytest.mark.parametrize(
    ("silence", "kind", "who"),
    [
        ("Neither Acme nor Bolt responded to a request for comment.", "no_response", ["Acme", "Bolt"]),
        ("Neither Acme nor Bolt commented.", "declines_comment", ["Acme", "Bolt"]),
        ("Sir Leo Hall could not be reached at his house.", "could_not_reach", ["Leo Hall"]),
    ],
)
def test_silence_in_other_words(fill: Fill, silence: str, kind: str, who: list[str]) -> None:
    """Each who did not answer is a source of the silence, which hangs on the accusation."""
    filled = fill(f"Norland accused Acme of bribery. {silence}")
    [denial] = filled.draft.form.denials

    assert denial.kind == kind
    assert [source.name for source in filled.draft.form.sources if source.id in denial.sources] == who
    assert denial.claims == [filled.claims[0].id]


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


def test_a_denial_passes_over_a_refusal_to_comment(fill: Fill) -> None:
    """Who refuses to comment says nothing that the next sentence could deny."""
    filled = fill(
        "Mary Hill said the key was stolen. Norland accused Acme of bribery. "
        "Asked about the stolen key, Bolt declined to comment. The Acmean ministry called the affair “a fairy tale”."
    )
    denial = filled.draft.form.denials[-1]

    assert [claim.sentences for claim in filled.claims if claim.id in denial.claims] == [[2]]


def test_a_denial_keeps_its_relay(fill: Fill) -> None:
    """An agency that passes a denial on is shown beside who denies."""
    filled = fill(
        "Norland accused Acme of bribery. The Acmean ministry denied the accusation, according to the state news agency ANA."
    )
    [denial] = filled.draft.form.denials

    assert [source.name for source in filled.draft.form.sources if source.id in denial.via] == ["ANA"]


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


@pytest.mark.parametrize(
    "silence",
    [
        "The city said it could not comment further.",
        "The city said that it would not be commenting on the bridge.",
        "“We cannot comment further at this stage,” the city said.",
        "The city said it had nothing further to add.",
    ],
)
def test_saying_that_one_does_not_comment_is_no_statement(fill: Fill, silence: str) -> None:
    """It stands among the denials only, in the name of who keeps silent."""
    filled = fill(ACCUSED + silence)

    [denial] = filled.draft.form.denials
    assert denial.kind == "declines_comment"
    assert [source.name for source in filled.draft.form.sources if source.id in denial.sources] == ["city"]
    assert [claim.sentences for claim in filled.claims] == [[1]]


@pytest.mark.parametrize(
    "silence",
    [
        "The city said it could not comment because the case was in court.",
        "“We cannot comment. The bridge is safe,” the city said.",
    ],
)
def test_a_reason_for_silence_is_a_statement(fill: Fill, silence: str) -> None:
    """Who tells more than that they say nothing has said something."""
    assert [claim.sentences for claim in fill(ACCUSED + silence).claims] == [[1], [2]]


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


def test_the_suggestion_is_what_was_suggested(fill: Fill) -> None:
    """A definite "suggestion that" goes back to what somebody has just said; "suggestions that" may be anybody's."""
    filled = fill(
        "Mary Hill said the firm had deleted the logs. It rejected the suggestion that records were destroyed."
    )

    [denial] = filled.draft.form.denials
    assert denial.claims == [filled.of(1).id]


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


def test_silence_answers_the_clause_it_is_about(fill: Fill) -> None:
    """Who will not confirm that something is so keeps silent on just that."""
    filled = fill(
        "A fund said Acme had hidden debts. The regulator would neither confirm nor deny that it was looking into the firm."
    )

    [denial] = filled.draft.form.denials
    [claim] = [claim for claim in filled.claims if claim.id in denial.claims]
    assert (claim.sentences, claim.sources) == ([2], [])
    assert filled.content(claim) == "it was looking into the firm"


def test_a_reply_answers_what_was_asked(fill: Fill) -> None:
    """Not what the article tells between the question and the answer."""
    filled = fill(
        "Reporter Jo Lind asked the mayor, Karl Voss, about his work for the pill maker Zell. "
        "Zell has paid fines over allegations of fraud, the Post reported. “I never worked for them. That is pure fiction,” Voss replied."
    )

    [denial] = filled.draft.form.denials
    assert [claim.sentences for claim in filled.claims if claim.id in denial.claims] == [[1]]


def test_silence_on_something_else_answers_nothing(fill: Fill) -> None:
    """Who will not be drawn on a reshuffle, of which nobody speaks, keeps silent on no claim."""
    filled = fill(
        "Arne Kvist said Birgit Solvang had spent a weekend on a yacht. Premier Jens Ulvik refused to be drawn on a reshuffle."
    )

    [denial] = filled.draft.form.denials
    assert (denial.kind, denial.claims) == ("declines_comment", [])


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
