"""Numbered sentences."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.article.article import Article
from bot.article.manuscript import article_of_file
from bot.article.sentences import cut
from tests.processor import allowed, seconds_of


def told(text: str, language: str | None = "en") -> list[str]:
    return [text[sentence.start : sentence.end] for sentence in cut(text, language)]


@pytest.mark.parametrize(
    "sentences",
    [
        ["Lt Gen Karl Brandt, the chief of staff, accused the union.", "He left."],
        ["Lt. Gen. Karl Brandt met Sen. Holt, Gov. Nord and Rep. Lind.", "They agreed."],
        ["Mr. Lind, Mrs. Holt, Ms. Berg and Dr. Nord came.", "Prof. Lind did not."],
        ["This came after U.S. Secretary Lind told the U.N. Security Council.", "It met."],
        ["He lives in the U.S.", "The end is near."],
        ["She went to Washington, D.C.", "He stayed."],
        ["J. R. Lind and Maria K. Holt signed.", "John F. Nord did not."],
        ["“We began. We shall end,” he said.", "“No!” she said.", "He left."],
        ["“Really?” asked Mr Lind.", "Nobody answered."],
        ["“We waited … .” he said.", "He sat down."],
        ["He said: “It is over. It is done. We go.”", "Then he left."],
        ["“It is over.”", "She said no more."],
        ['"It is true," he said.', '"It is not," she replied.'],
        ["Prices rose 3.5 per cent to $4.20.", "They fell in May."],
        ["He came at 5 p.m. Monday.", "She came at 6 a.m. and left."],
        ["No. 5 won.", "It was the first time."],
        ["Norwell Inc. said so.", "Courier Corp. did not."],
        ["“The cables broke.", "Then the deck did, and nobody was told."],
        ["Non-U.S. citizens were counted.", "Others were not."],
        ["It was agreed in May.", "Councillor Lind asked me.", "Harbour staff do art.", "Mayor Holt came."],
        ["It closed on 3 May.", "“We tried,” said Ms. May."],
        ["The dam held.*", "Engineers doubted it.†", "“It leaks.”**", "* Measured in March."],
    ],
    ids=lambda sentences: sentences[0][:30],
)
def test_english(sentences: list[str]) -> None:
    """Titles, initials, numbers and quotations do not end a sentence; stops do."""
    assert told(" ".join(sentences)) == sentences


@pytest.mark.parametrize(
    ("language", "sentences", "gap"),
    [
        ("de", ["Geprüft wurde zuletzt am 4. Februar, sagte er.", "Das war Nr. 4."], " "),
        ("de", ["Er sagte: „Wir gehen. Sie bleiben.“", "Am 3. Oktober kam Dr. Lind."], " "),
        ("fr", ["Il a dit : « Nous partons. Ils restent. »", "Puis M. Lind est parti."], " "),
        ("es", ["¿Quién lo dijo?", "El Sr. Lind lo negó."], " "),
        ("es", ["Madrid, 12 mar (ANP).- La ministra negó los pagos.", "No hubo ninguno."], " "),
        ("ru", ["Министр сообщил, что мост закрыт.", "Компания это отрицает."], " "),
        ("ar", ["قال الوزير إن الجسر مغلق.", "هل هذا صحيح؟", "نعم."], " "),
        ("hi", ["मंत्री ने कहा कि पुल बंद है।", "कंपनी ने इनकार किया।"], " "),
        ("zh", ["他说：“我们要去。他们也要去。”", "然后他走了。"], ""),
        ("ja", ["「行く。帰る。」と彼は言った。", "終わりだ。"], ""),
        (None, ["他说他要去。", "然后他走了。"], ""),
    ],
)
def test_other_languages(language: str | None, sentences: list[str], gap: str) -> None:
    """Each language's own stops and quotation marks count, also where the language is unknown."""
    assert told(gap.join(sentences), language) == sentences


def test_no_sentence_crosses_a_line() -> None:
    """A line break ends a sentence whatever stands before it."""
    assert told("A headline without a stop\nThe minister said so.\r\n\r\nThe company\u2028denied it.") == [
        "A headline without a stop",
        "The minister said so.",
        "The company",
        "denied it.",
    ]


@settings(max_examples=300)
@given(st.text(st.characters() | st.sampled_from("“”‘’\"'.!? \n\t«»()…AaMr.") , max_size=400), st.sampled_from(["en", "de", "zh", "xx", "", None]))  # fmt: skip
def test_any_text_is_cut_in_order_and_without_loss(text: str, language: str | None) -> None:
    """Spans are trimmed, not empty, in order, apart, within one line, and leave out nothing but white space."""
    sentences = cut(text, language)

    assert [sentence.n for sentence in sentences] == list(range(1, len(sentences) + 1))
    end = 0
    for sentence in sentences:
        piece = text[sentence.start : sentence.end]
        assert piece
        assert piece == piece.strip()
        assert len(piece.splitlines()) == 1
        assert sentence.start >= end
        assert not any(map(str.isalnum, text[end : sentence.start]))
        end = sentence.end
    assert not any(map(str.isalnum, text[end:]))


def test_paragraphs_of_an_article_follow_its_lines() -> None:
    """Sentences of one line are one paragraph."""
    text = "One headline\n\nThe first one. The second one.\nThe third one."
    article = Article(text=text, sentences=cut(text, "en"))

    assert article.paragraphs == ((1,), (2, 3), (4,))


@pytest.mark.parametrize(
    "text",
    [
        "The minister said that “it is. It was,” and Mr. Lind of the U.S. left. " * 3000,
        "“a " * 80_000,
        '"' * 200_000,
        "A. " * 80_000,
        "‘a. " * 60_000,
        "word " * 40_000,
        "a" * 400_000,
        "“\n" * 80_000,
        ". " * 100_000,
        "(“[" * 60_000,
    ],
    ids=[
        "prose",
        "opened quotes",
        "straight quotes",
        "initials",
        "apostrophes",
        "no stop",
        "no space",
        "lines",
        "stops",
        "brackets",
    ],
)
def test_long_texts_take_little_time(text: str) -> None:
    """40,000 words are cut in about a second at most, also when made to be slow."""
    assert min(seconds_of(lambda: cut(text, "en")) for _ in range(2)) < allowed(2.0)


def test_the_article_this_started_from(shared_data: object) -> None:
    """The headline is sentence 1, and each paragraph falls into the sentences that a person would count."""
    from pathlib import Path

    text = Path(str(shared_data), "articles", "north-korea-troops.txt").read_text(encoding="utf-8")
    article = article_of_file(text)

    assert article.text == text
    assert article.lead == 1
    assert article.title == article.sentence(1)
    assert len(article.sentences) == 17
    assert [len(paragraph) for paragraph in article.paragraphs] == [1, 1, 1, 2, 1, 2, 2, 1, 2, 1, 1, 2]
    assert article.sentence(12).startswith("Lt Gen")
    assert article.sentence(17).startswith("“If NATO")
