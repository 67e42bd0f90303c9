"""A PDF becomes an article: headline, people, paragraphs, and where each page begins."""

import re
from collections.abc import Sequence

from bot.article.article import Article
from bot.article.asides import OPENS_MORE
from bot.article.body import tidied
from bot.article.byline import people, signatures, without_credits
from bot.article.instants import DAY, moment
from bot.article.language import language_of
from bot.article.pdf import pdf_of
from bot.article.prose import plain, prose, words
from bot.article.sentences import cut
from bot.article.typeset import Paragraph, body_size, paragraphs_of
from bot.errors import NotAnArticle

# What programs write into the title of a file when nobody else does.
_NO_TITLE = re.compile(
    r"(?:microsoft (?:word|powerpoint|excel)|untitled|unbenannt|sans titre|sin título|document|dokument|layout|print|pdf|scan|slide)\b.*"
    r"|.*\.(?:docx?|odt|rtf|pdf|indd|qxd|qxp|pptx?|xlsx?|html?|tex|txt)|[\W\d_]*|\S*",
    re.IGNORECASE,
)


def article_of_pdf(body: bytes) -> Article:
    """Raises `PageError`: `PdfLocked`, `PdfBroken`, `PdfScanned`, `NotAnArticle`, `TooLong`."""
    pdf = pdf_of(body)
    told = paragraphs_of(pdf.leaves)
    headline = _headline(told)
    title = _title(pdf.info.title, headline, told)
    signed = signatures(one.text for one in told[:20])
    byline = people([pdf.info.author], None) or people(signed, None)
    body_of_it = _body(told, title, headline, byline)
    if sum(prose([one.text for one in body_of_it])) < 25:
        raise NotAnArticle("no article in the file")
    article = _assembled(title, byline, body_of_it)
    published = _day_shown(told, article.language) or pdf.info.published
    return article.model_copy(update={"published_at": published, "modified_at": pdf.info.modified})


def _day_shown(told: Sequence[Paragraph], language: str | None) -> str | None:
    """That of a short line near the top: a file may be made of an old page today."""
    lines = (one.text for one in told[:12] if one.page == 1 and words(one.text) <= 12)
    return next((when for line in lines if (day := DAY.search(line)) and (when := moment(day[0], language))), None)


def _headline(told: Sequence[Paragraph]) -> Paragraph | None:
    """The largest text of the first page with three words or more, if it is larger than the body."""
    first = told[0].page if told else 1
    large = [one for one in told if one.page == first and words(one.text) >= 3 and len(one.text) <= 300]
    largest = max(large, key=lambda one: one.size, default=None)
    return largest if largest is not None and largest.size > 1.15 * body_size(told) else None


def _title(said: str, headline: Paragraph | None, told: Sequence[Paragraph]) -> str | None:
    """What the file says, in the words of the page if it shows them; else the headline; else a first line without a stop."""
    shown = [one.text for one in told if one.page == 1][:20]
    stated = "" if _NO_TITLE.fullmatch(said) else said[:300]
    on_page = next((text for text in shown if words(text) >= 3 and plain(text) and plain(text) in plain(stated)), None)
    if on_page is not None:
        return on_page
    if headline is not None and (not stated or words(headline.text) >= 4):
        return headline.text
    if stated:
        return stated
    first = shown[0] if shown else ""
    return first if 3 <= words(first) <= 25 and not prose([first]) else None


def _body(
    told: Sequence[Paragraph], title: str | None, headline: Paragraph | None, byline: Sequence[str]
) -> list[Paragraph]:
    """The paragraphs below the headline, without credits and what is put between them."""
    below = list(told)
    place = next((n for n, one in enumerate(told) if title and plain(one.text) == plain(title)), None)
    if place is None and headline is not None:
        place = told.index(headline) - 1
    if place is not None and not prose([one.text for one in told[:place]]):
        below = list(told[place + 1 :])
    below = below[: _end(below)]
    kept = set(without_credits(tidied("\n".join(one.text for one in below)), byline))
    return [one for one in below if one.text in kept and plain(one.text) != plain(title or "")]


def _end(told: Sequence[Paragraph]) -> int:
    """Where what follows an article begins, if a printed web page goes on behind it: most of the prose is told by then."""
    whole = sum(prose([one.text for one in told]))
    so_far = 0
    for place, one in enumerate(told):
        if so_far > 0.6 * whole and OPENS_MORE.fullmatch(one.text):
            return place
        so_far += sum(prose([one.text]))
    return len(told)


def _assembled(title: str | None, byline: tuple[str, ...], body: Sequence[Paragraph]) -> Article:
    text = title or ""
    starts: dict[int, int] = {1: 0}
    for one in body:
        text += "\n\n" if text else ""
        for offset, page in ((0, one.page), *one.turns):
            starts.setdefault(page, len(text) + offset)
        text += one.text
    language = language_of("\n".join(one.text for one in body))
    sentences = cut(text, language)
    end = len(title or "")
    return Article(
        title=title,
        byline=byline,
        language=language,
        text=text,
        sentences=sentences,
        lead=sum(sentence.end <= end for sentence in sentences) if title else 0,
        pages=_pages(starts),
    )


def _pages(starts: dict[int, int]) -> tuple[int, ...]:
    """Where each page begins; one without text begins where the next one does."""
    offsets: list[int] = []
    for page in range(max(starts), 0, -1):
        offsets.append(starts.get(page, offsets[-1] if offsets else 0))
    return tuple(reversed(offsets))
