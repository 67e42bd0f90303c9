"""A reading as what can be found again: one mention for each claim and each denial."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from bot.article.article import Article
from bot.claims.grammar.sameness import language_of
from bot.claims.grammar.terms import names_of, terms_of
from bot.claims.reading import Claim, Denial, Reading, Source


@dataclass(frozen=True, slots=True)
class Mention:
    """`item` is the id of the claim or denial, `text` what it says, `terms` the words under which it is found."""

    kind: Literal["claim", "denial"]
    item: str
    text: str
    terms: frozenset[str]


def mentions(article: Article, reading: Reading) -> tuple[Mention, ...]:
    """In the order of the reading, claims first."""
    language, known = language_of(article), {source.id: source for source in reading.sources}
    claims = {claim.id: claim.text for claim in reading.claims}
    return (
        *(_mention(claim, claim.text, [claim.text], known, language) for claim in reading.claims),
        *(_denial(denial, article, claims, known, language) for denial in reading.denials),
    )


def _denial(
    denial: Denial, article: Article, claims: dict[str, str], known: dict[str, Source], language: str
) -> Mention:
    """Found under its own sentences and under what it answers."""
    passage = article.passage(n for n in denial.sentences if article.has(n))
    answered = [claims[each] for each in denial.claims if each in claims]
    return _mention(denial, passage, [passage, denial.implied_claim or "", *answered], known, language)


def _mention(told: Claim | Denial, text: str, said: Iterable[str], known: dict[str, Source], language: str) -> Mention:
    sources = [known[each] for each in (*told.sources, *told.via) if each in known]
    named = [source.name or source.role or "" for source in sources]
    about = " ".join([*said, *named, *(source.role or "" for source in sources)])
    kind: Literal["claim", "denial"] = "claim" if isinstance(told, Claim) else "denial"
    return Mention(kind, told.id, text, terms_of(about, language) | names_of(named))
