"""Votes as rows of gold, as far as they go.

Where people found a reading good and nobody found fault, its statements and denials are taken for right. Where somebody
did, nothing is: the row holds the text to be labelled, and under `votes` what they said, claim by claim.
"""

from collections.abc import Iterator
from typing import Any

from bot.article.article import Article
from bot.claims.reading import Reading
from bot.evaluation.gold import Gold, GoldDenial, Statement, Vote
from bot.ports import Ballot, Remarked


def gold_row(ballot: Ballot) -> dict[str, Any]:
    """A row that `eval` reads. Beside gold's own fields: `good` and `bad` count people, `reader` says who read.

    Who voted is not in it: their words are, and those say enough.
    """
    article, reading = ballot.article, ballot.reading
    faults = tuple(_faults(ballot))
    right = ballot.good > 0 and not faults
    gold = Gold(
        id=article.address or article.digest[:16],
        text=article.text,
        language=article.language,
        lead=article.lead,
        statements=tuple(_statements(article, reading)) if right else None,
        denials=tuple(_denials(article, reading)) if right else None,
        votes=faults,
    )
    said = {"good": ballot.good, "bad": ballot.bad, "reader": reading.reader.model_dump(mode="json")}
    return gold.model_dump(mode="json") | said


def _faults(ballot: Ballot) -> Iterator[Vote]:
    """What was said; then those who voted it down without a word, as one."""
    info = ballot.reading.reader
    reader = info.model or info.name
    claims = {claim.id: claim for claim in ballot.reading.claims}
    for said in ballot.remarks:
        claim = claims.get(said.claim)
        yield Vote(
            what=said.what,
            claim=claim.text if claim else None,
            sentences=claim.sentences if claim else (),
            comment=said.comment or None,
            reader=reader,
            at=_at(said),
        )
    if ballot.bad_at is not None and ballot.bad > 0 and not ballot.remarks:
        yield Vote(reader=reader, at=ballot.bad_at.isoformat(timespec="seconds"), count=ballot.bad)


def _at(said: Remarked) -> str:
    return said.at.isoformat(timespec="seconds")


def _statements(article: Article, reading: Reading) -> Iterator[Statement]:
    """The sentences of each claim that somebody asserts."""
    sources = {source.id: source for source in reading.sources}
    for claim in reading.claims:
        speaking = [sources[each] for each in (*claim.sources, *claim.via) if each in sources]
        for start, end in _spans(article, claim.sentences) if speaking else ():
            yield Statement(
                start=start, end=end, source_name=speaking[0].name, source_kind=speaking[0].kind, cue=claim.cue
            )


def _denials(article: Article, reading: Reading) -> Iterator[GoldDenial]:
    sources = {source.id: source for source in reading.sources}
    claims = {claim.id: claim for claim in reading.claims}
    for denial in reading.denials:
        speaking = [sources[each] for each in (*denial.sources, *denial.via) if each in sources]
        targets = [span for each in denial.claims if each in claims for span in _spans(article, claims[each].sentences)]
        for start, end in _spans(article, denial.sentences):
            yield GoldDenial(
                start=start,
                end=end,
                source_name=speaking[0].name if speaking else None,
                kind=denial.kind,
                targets=tuple(targets),
                implied_claim=denial.implied_claim,
            )


def _spans(article: Article, numbers: tuple[int, ...]) -> list[tuple[int, int]]:
    known = [article.sentences[n - 1] for n in sorted(set(numbers)) if article.has(n)]
    return [(sentence.start, sentence.end) for sentence in known]
