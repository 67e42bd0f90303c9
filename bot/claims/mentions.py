"""What can be found again of what was read: one mention for each claim and each denial."""

from collections.abc import Iterable, Mapping, Sequence

from bot.article.article import Article
from bot.claims.grammar.sameness import language_of, statement
from bot.claims.grammar.terms import likely, names_of, terms_of
from bot.claims.mention import Mention
from bot.claims.reading import Claim, Denial, Report, Source


def mentions(
    article: Article, claims: Sequence[Claim], sources: Iterable[Source], denials: Iterable[Denial]
) -> tuple[Mention, ...]:
    """In the order of the reading, claims first."""
    language, known = language_of(article), {source.id: source for source in sources}
    texts = {claim.id: claim.text for claim in claims}
    return (
        *(_claim(claim, known, language) for claim in claims),
        *(_denial(denial, article, texts, known, language) for denial in denials),
    )


def mentions_of(report: Report) -> tuple[Mention, ...]:
    """The same of what was read."""
    reading = report.reading
    return mentions(report.article, reading.claims, reading.sources, reading.denials)


def _claim(claim: Claim, known: Mapping[str, Source], language: str) -> Mention:
    """With all that it takes to hold it against others."""
    terms, like = _terms(claim, [claim.text], known, language), likely(claim.text, language)
    said = statement(claim.text, language)
    return Mention("claim", claim.id, claim.text, terms, like, said.plain, said.bag, said.values)


def _denial(
    denial: Denial, article: Article, claims: Mapping[str, str], known: Mapping[str, Source], language: str
) -> Mention:
    """Found under its own sentences and under what it answers."""
    passage = article.passage(n for n in denial.sentences if article.has(n))
    answered = [claims[each] for each in denial.claims if each in claims]
    said = [passage, denial.implied_claim or "", *answered]
    return Mention("denial", denial.id, passage, _terms(denial, said, known, language))


def _terms(told: Claim | Denial, said: Iterable[str], known: Mapping[str, Source], language: str) -> frozenset[str]:
    """The words of what is said, and of who says it."""
    sources = [known[each] for each in (*told.sources, *told.via) if each in known]
    named = [source.name or source.role or "" for source in sources]
    about = " ".join([*said, *named, *(source.role or "" for source in sources)])
    return terms_of(about, language) | names_of(named)
