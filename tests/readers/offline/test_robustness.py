"""No text makes the reader fail, or wait."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.article.article import Article, Sentence
from bot.article.sentences import cut
from bot.readers.offline.reader import draft
from tests.processor import allowed, seconds_of

MARKS = "“ ” \" ' ’ ‘ « » „ , . : ; ( ) — - • ? ! ''"
TALK = (
    "said told Smith Mr. Kim the minister who that and as according to denied claims quoted accused of by ’s 's not is was"
    " U.S. report it they He asked if Headline: PENCE: never"
)
ODD = ["\n", "\n\n", " ", "\u2028", "\u200b", "\ud800", "😀", "declined to comment", "on Monday"]
WORDS = st.sampled_from([*TALK.split(), *MARKS.split(), *ODD])


def by_line(text: str, language: str) -> Article:
    """Each line is a sentence; cutting finer is the article stage's work."""
    spans, place = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            spans.append((place, place + len(line.rstrip("\r\n"))))
        place += len(line)
    sentences = tuple(Sentence(n=n, start=a, end=b) for n, (a, b) in enumerate(spans, 1) if a < b)
    return Article(text=text, sentences=sentences, language=language)


def grounded(article: Article) -> bool:
    """Numbers exist, and names, cues and hedges stand in the text."""
    form = draft(article).form
    verbatim = [source.name for source in form.sources] + [w for claim in form.claims for w in (claim.cue, claim.hedge)]
    numbers = [n for claim in form.claims for n in claim.sentences] + [n for one in form.denials for n in one.sentences]
    return all(word in article.text for word in verbatim if word) and all(article.has(n) for n in numbers)


@settings(max_examples=80)
@given(st.lists(WORDS, max_size=60).map(" ".join), st.sampled_from(["en", "de", "fr", "es"]))
def test_any_mixture_of_words_and_marks_is_read(text: str, language: str) -> None:
    """Whatever newspapers' words and marks are mixed, the form fills and holds only what is there."""
    assert grounded(by_line(text, language))


@settings(max_examples=60)
@given(st.text(st.characters(), max_size=300))
def test_any_unicode_is_read(text: str) -> None:
    """Surrogates, controls and unassigned characters included."""
    assert grounded(by_line(text, "en"))


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    ["“" * 50_000, '"' * 50_000, "'" * 50_000, "(" * 20_000, '"a ' * 10_000, "he said, " * 2_500, "Smith and " * 4_000,
     "who said " * 4_000, "Mr. " * 15_000, "— x " * 8_000, "a'" * 50_000, "the report by X said Y Institute report " * 400],
    ids=lambda text: text[:12],
)  # fmt: skip
def test_a_hostile_text_stays_linear(text: str) -> None:
    """Tens of thousands of marks in one sentence are read in a few seconds, not in minutes."""
    assert seconds_of(lambda: draft(by_line(text, "en"))) < allowed(5)


def test_five_thousand_words_take_a_second() -> None:
    """An article of 5,000 words with a claim in every line; on a slower processor as much longer as other work takes there."""
    line = "Mary Hill, an engineer at the Hill Institute, said on Monday that the old bridge may close. “It is old,” she said.\n"
    article = by_line(line * 230, "en")
    draft(by_line(line, "en"))  # the word lists are read once

    # A few tries, for other programs slow a processor too.
    assert any(seconds_of(lambda: draft(article)) < allowed(1.0) for _ in range(4))


@pytest.mark.parametrize("text", ["\ud800", "A \ud83d said it. “B \udfff.” C.", "x. " * 2000 + "\udc00 y. z"])
def test_half_a_character_is_cut_like_any_other(text: str) -> None:
    """Lone surrogates, as broken pages have them, are characters without a meaning."""
    sentences = cut(text, "en")

    assert "".join(text[s.start : s.end] for s in sentences).replace(" ", "") == text.replace(" ", "")
    assert draft(Article(text=text, sentences=sentences, language="en", lead=0)).done


def _quarrels(count: int) -> Article:
    """Sentences in which ever other people accuse and deny."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    names = [f"A{letters[at // 26 % 26]}{letters[at % 26]}mel" for at in range(count)]
    text = "".join(
        f"Mary {name} accused Acme of hiding cracks. {name} Corp denied the accusation. Tom {name} declined to comment.\n"
        for name in names
    )
    return Article(text=text, sentences=cut(text, "en"), language="en", lead=0)


@pytest.mark.slow
def test_many_denials_take_no_longer_each() -> None:
    """Twice as many people who accuse and deny take about twice as long."""
    small, large = _quarrels(150), _quarrels(300)
    draft(small)

    short = seconds_of(lambda: draft(small))
    # A second try, for other programs slow a processor too.
    assert any(seconds_of(lambda: draft(large)) < 3.5 * short for _ in range(2))
