"""What changed between two readings of one article."""

from collections.abc import Sequence

from hypothesis import HealthCheck, given, settings

from bot.claims.changes import ClaimChange, DenialChange, changes
from bot.claims.reading import Claim, Denial, ReaderInfo, Reading, Report, Source
from tests.reply.readings import article_of, reports

SOURCES = (
    Source(id="s1", name="Mara Ilves", kind="person", role="director"),
    Source(id="s2", name="Ferry Vell", kind="organisation"),
    Source(id="s3", name=None, kind="anonymous", role="two engineers"),
)
BEFORE = (
    "The ferry to Vell will stay closed until spring, its director, Mara Ilves, said.",
    "Inspectors found cracks in two of the four ramps, she said.",
    "Ferry Vell denied that anybody had been in danger.",
)


def report(sentences: Sequence[str], claims: Sequence[Claim], denials: Sequence[Denial] = ()) -> Report:
    reading = Reading(
        claims=tuple(claims), sources=SOURCES, denials=tuple(denials), reader=ReaderInfo(name="openai", model="m")
    )
    return Report(article=article_of([[sentence] for sentence in sentences]), reading=reading)


def claim(text: str, *sentences: int, source: str = "s1", **more: str) -> Claim:
    return Claim.model_validate({"id": f"c{text}", "text": text, "sentences": sentences, "sources": (source,)} | more)


def denial(*sentences: int, source: str = "s2", kind: str = "denies") -> Denial:
    return Denial.model_validate({"id": f"d{sentences}", "sources": (source,), "kind": kind, "sentences": sentences})


def kinds(found: Sequence[ClaimChange] | Sequence[DenialChange]) -> list[tuple[str, tuple[int, ...], tuple[int, ...]]]:
    return [(each.kind, each.was, each.now) for each in found]


CLOSED = claim("The ferry to Vell will stay closed until spring.", 1)
CRACKS = claim("Inspectors found cracks in two of the four ramps.", 2)


def test_the_same_text_has_no_changes_however_it_was_read() -> None:
    """What a reader says differently of the same sentences is no news."""
    other = claim("Until spring there will be no ferry to Vell.", 1, certainty="possible")

    assert not changes(report(BEFORE, [CLOSED, CRACKS]), report(BEFORE, [other]))


def test_a_claim_in_a_new_sentence_was_added() -> None:
    """Both readings know the rest, which moved down a line."""
    after = ("The repair will cost nine million crowns, Ilves said.", *BEFORE)
    moved = [claim("The ferry to Vell will stay closed until spring.", 2), claim(CRACKS.text, 3)]

    found = changes(
        report(BEFORE, [CLOSED, CRACKS]), report(after, [claim("The repair costs nine million.", 1), *moved])
    )

    assert kinds(found.claims) == [("added", (), (1,))]
    assert not found.denials


def test_a_claim_whose_sentence_went_is_gone() -> None:
    """With the passage that it had."""
    found = changes(report(BEFORE, [CLOSED, CRACKS]), report((BEFORE[0], BEFORE[2]), [CLOSED]))

    assert kinds(found.claims) == [("gone", (2,), ())]
    assert found.claims[0].before == CRACKS


def test_another_figure_is_a_rewording_with_both_passages() -> None:
    """The claim is known by the rest of its words."""
    after = (BEFORE[0], "Inspectors found cracks in all four ramps, she said.", BEFORE[2])

    found = changes(
        report(BEFORE, [CLOSED, CRACKS]),
        report(after, [CLOSED, claim("Inspectors found cracks in all four ramps.", 2)]),
    )

    assert kinds(found.claims) == [("reworded", (2,), (2,))]


def test_a_hedge_weakens_and_its_loss_strengthens() -> None:
    """By how firmly the claim is put in each version."""
    hedged = ("The ferry to Vell may stay closed until spring, its director, Mara Ilves, said.", *BEFORE[1:])
    may = claim("The ferry to Vell may stay closed until spring.", 1, certainty="possible", hedge="may")

    there = changes(report(BEFORE, [CLOSED]), report(hedged, [may]))
    back = changes(report(hedged, [may]), report(BEFORE, [CLOSED]))

    assert kinds(there.claims) == [("weakened", (1,), (1,))]
    assert kinds(back.claims) == [("strengthened", (1,), (1,))]


def test_a_hedge_of_the_same_strength_is_a_rewording() -> None:
    """ "likely" became "very likely"."""
    old = ("The ferry will likely stay closed, Mara Ilves said.",)
    new = ("The ferry will very likely stay closed, Mara Ilves said.",)

    found = changes(
        report(old, [claim("The ferry will likely stay closed.", 1, certainty="probable", hedge="likely")]),
        report(new, [claim("The ferry will very likely stay closed.", 1, certainty="probable", hedge="very likely")]),
    )

    assert kinds(found.claims) == [("reworded", (1,), (1,))]


def test_another_speaker_for_the_same_words_is_a_change() -> None:
    """A correction of who said it."""
    after = ("The ferry to Vell will stay closed until spring, two engineers said.", *BEFORE[1:])

    found = changes(report(BEFORE, [CLOSED]), report(after, [claim(CLOSED.text, 1, source="s3")]))

    assert kinds(found.claims) == [("reworded", (1,), (1,))]


def test_a_remark_beside_an_unchanged_claim_is_no_change() -> None:
    """The sentence grew, the claim in it did not."""
    after = (BEFORE[0], "Inspectors found cracks in two of the four ramps, she said on Monday evening.", BEFORE[2])

    assert not changes(report(BEFORE, [CLOSED, CRACKS]), report(after, [CLOSED, CRACKS]))


def test_two_claims_of_one_sentence_keep_apart() -> None:
    """Each is matched with its own, not with its neighbour."""
    old = ("Ilves said that the ramps were cracked and that nine workers were laid off.",)
    new = ("Ilves said that the ramps were cracked and that twelve workers were laid off.",)
    cracked = claim("The ramps were cracked.", 1)

    found = changes(
        report(old, [cracked, claim("Nine workers were laid off.", 1)]),
        report(new, [claim("Twelve workers were laid off.", 1), cracked]),
    )

    assert [(each.kind, each.after and each.after.text) for each in found.claims] == [
        ("reworded", "Twelve workers were laid off.")
    ]


def test_denials_come_and_go() -> None:
    """Each with its passage."""
    without = BEFORE[:2]

    there = changes(report(without, [CLOSED]), report(BEFORE, [CLOSED], [denial(3)]))
    back = changes(report(BEFORE, [CLOSED], [denial(3)]), report(without, [CLOSED]))

    assert kinds(there.denials) == [("added", (), (3,))]
    assert kinds(back.denials) == [("removed", (3,), ())]


def test_a_denial_that_became_one_in_part_is_shown_with_both_passages() -> None:
    """Who denies is the same, what it is worth is not."""
    after = (*BEFORE[:2], "Ferry Vell denied in part that anybody had been in danger.")

    found = changes(report(BEFORE, [], [denial(3)]), report(after, [], [denial(3, kind="partly_denies")]))

    assert kinds(found.denials) == [("changed", (3,), (3,))]


def test_a_denial_that_is_only_worded_anew_is_none() -> None:
    """The same denial by the same people."""
    after = (*BEFORE[:2], "Ferry Vell has denied that anyone was ever in danger.")

    assert not changes(report(BEFORE, [], [denial(3)]), report(after, [], [denial(3)])).denials


def test_what_went_shows_the_sentence_that_stands_in_its_place() -> None:
    """A claim that the new version no longer makes, though a sentence like it is there."""
    after = (BEFORE[0], "Did inspectors find cracks in two of the four ramps?", BEFORE[2])

    found = changes(report(BEFORE, [CLOSED, CRACKS]), report(after, [CLOSED]))

    assert kinds(found.claims) == [("gone", (2,), (2,))]


@settings(max_examples=15, suppress_health_check=list(HealthCheck))
@given(before=reports(), after=reports())
def test_any_two_readings_can_be_compared(before: Report, after: Report) -> None:
    """Every change names claims and sentences that are there, and nothing is told twice."""
    found = changes(before, after)

    olds = [id(each.before) for each in found.claims if each.before]
    news = [id(each.after) for each in found.claims if each.after]
    assert len(olds) == len(set(olds))
    assert len(news) == len(set(news))
    assert not changes(before, before)


def test_what_stood_there_before_took_nobodys_place() -> None:
    """A sentence that both versions have is no new wording of one that is gone, however near it comes."""
    kept = "Inspectors found cracks in two of the six ramps at Ostra, Ferry Vell said."
    before = (*BEFORE, kept)

    found = changes(report(before, [CLOSED, CRACKS]), report((BEFORE[0], BEFORE[2], kept), [CLOSED]))

    assert kinds(found.claims) == [("gone", (2,), ())]
