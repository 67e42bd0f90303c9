"""Characters that nobody sees."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.article.characters import one_line, visible
from bot.article.charset import decoded


@pytest.mark.parametrize(
    ("hidden", "shown"),
    [
        ("mini\u200bster", "minister"),
        ("\ufeffThe minister", "The minister"),
        ("the \u202etset\u202c minister", "the tset minister"),
        ("soft\u00adhyphen", "softhyphen"),
        ("a\U000e0041\U000e0042\U000e007fb", "ab"),
        ("a\u2060\u2063b", "ab"),
        ("a\x00\x08\x1bb", "ab"),
        ("a\ud800b", "ab"),
        ("one\r\ntwo\rthree\u2028four\x85five", "one\ntwo\nthree\nfour\nfive"),
        ("zero\u200cwidth\u200djoiners", "zerowidthjoiners"),
    ],
)
def test_what_is_not_seen_is_taken_out(hidden: str, shown: str) -> None:
    """Zero-width, bidirectional, tag and control characters vanish; every line break becomes one kind."""
    assert visible(hidden) == shown


@pytest.mark.parametrize("text", ["می‌خواهم", "👩‍👩‍👧", "क्‍ष", "❤️", "naïve\tcafé", "שלום", "한국어 조선"])
def test_what_is_written_with_joiners_stays(text: str) -> None:
    """Persian, Hindi and emoji need their joiners."""
    assert visible(text) == text


@given(st.text())
def test_doing_it_twice_changes_nothing(text: str) -> None:
    """The result holds nothing that would be taken out again, and can be encoded."""
    shown = visible(text)

    assert visible(shown) == shown
    assert one_line(one_line(text)) == one_line(text)
    shown.encode("utf-8")


GERMAN = "Die Brücke bleibt für sechs Wochen gesperrt, sagte die Ministerin. „Wir gehen kein Risiko ein.“ Die Firma bestreitet das."
RUSSIAN = (
    "Министр сообщил во вторник, что мост останется закрытым ещё шесть недель. Компания отрицает, что её предупреждали."
)
JAPANESE = "大臣は火曜日、橋はさらに六週間閉鎖されると述べた。会社は警告を受けたことを否定した。"


@pytest.mark.parametrize(
    ("text", "encoding", "header", "meta"),
    [
        (GERMAN, "utf-8", None, ""),
        (GERMAN, "utf-8", "iso-8859-1", ""),
        (GERMAN, "utf-8", "utf-8", "<meta charset=iso-8859-1>"),
        (GERMAN, "utf-8-sig", None, ""),
        (GERMAN, "cp1252", "iso-8859-1", ""),
        (GERMAN, "cp1252", None, "<meta charset='windows-1252'>"),
        (GERMAN, "cp1252", "utf-8", ""),
        (GERMAN, "utf-16", None, ""),
        (RUSSIAN, "cp1251", "windows-1251", ""),
        (RUSSIAN, "cp1251", None, '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">'),
        (RUSSIAN, "koi8-r", None, ""),
        (JAPANESE, "shift_jis", "Shift_JIS", ""),
        (JAPANESE, "euc-jp", None, "<meta charset=euc-jp>"),
        (GERMAN, "utf-8", "no-such-charset", ""),
        (GERMAN, "utf-8", "zip", ""),
    ],
)
def test_the_charset_is_found(text: str, encoding: str, header: str | None, meta: str) -> None:
    """A header that lies, a page that says so itself, or nothing but the bytes: the text arrives."""
    body = f"<html><head>{meta}</head><body><p>{text}</p></body></html>".encode(encoding)

    assert text in decoded(body, header)


def test_one_bad_byte_does_not_turn_a_page_into_another_charset() -> None:
    """A page in UTF-8 with one broken character stays UTF-8."""
    body = GERMAN.encode() * 20 + b"\xff" + GERMAN.encode() * 20

    assert decoded(body, "utf-8").count("Brücke") == 40
    assert decoded(body, None).count("Brücke") == 40


@given(st.binary(), st.none() | st.text() | st.sampled_from(["utf-7", "idna", "utf-16", "hex", "rot13", "undefined", "mbcs", "unicode_escape"]))  # fmt: skip
def test_any_bytes_become_text(body: bytes, header: str | None) -> None:
    """Nothing is raised, whatever the bytes and whatever the header says."""
    assert isinstance(decoded(body, header), str)
