"""One catalogue, complete in every language."""

import re
from pathlib import Path
from typing import Any

import pytest

from bot.reply.catalogue import LANGUAGES, Words, placeholders, words
from tests.reply.errortree import classes

BOT = Path(__file__).parents[2] / "bot"


def shape(value: Any) -> Any:
    """What two languages must have in common: forms, number of variants, placeholders of each."""
    if isinstance(value, dict):
        return {form: placeholders(text) for form, text in value.items()}
    if isinstance(value, list):
        return [placeholders(text) for text in value]
    return placeholders(value)


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_each_language_has_the_same_keys_and_placeholders(language: str) -> None:
    """Nothing is missing, nothing is left over, nothing is filled differently."""
    english = {key: shape(value) for key, value in words("en").strings().items()}

    assert {key: shape(value) for key, value in words(language).strings().items()} == english | {
        key: {"one": here["one"], "other": english[key]["other"]}
        for key, value in words(language).strings().items()
        if isinstance(here := shape(value), dict)
    }


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_each_language_is_translated(language: str) -> None:
    """No sentence is left in English."""
    english, other = words("en").strings(), words(language).strings()

    same = [key for key, value in english.items() if isinstance(value, str) and len(value) > 25 and other[key] == value]
    assert same == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_error_has_its_sentence(language: str) -> None:
    """Each class of the tree has one plain sentence, and no sentence lacks its class."""
    codes = {error.code for error in classes()}

    assert {key.removeprefix("error.") for key in words(language).strings() if key.startswith("error.")} == codes


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_runs_the_bot_is_not_told_to_ask_who_runs_it(language: str) -> None:
    """On the command line the two are one: every sentence that sends people to them has another there."""
    said, plain = words(language).of_operator().strings(), words(language).strings()
    whom = {"en": "whoever runs me", "de": "die mich betreiben", "fr": "s’occupe de moi", "es": "se ocupa de mí"}

    sent = {key for key, value in plain.items() if key.startswith("error.") and whom[language] in str(value)}
    assert {key for key in sent if said[key] != plain[key]} == sent - {
        "error.settings"
    }  # whoever starts it reads which


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_has_nothing_to_press_is_told_what_to_run(language: str) -> None:
    """On the command line no note asks for another try without saying how."""
    said, plain = words(language).of_operator().strings(), words(language).strings()
    again = {"en": "ry again", "de": "ersuch", "fr": "éessayez", "es": "nténtalo"}

    asked = {
        key for key, value in plain.items() if key.startswith(("note.", "answer.")) and again[language] in str(value)
    }
    assert {key for key in asked if said[key] != plain[key]} == asked
    assert not [key for key in asked if again[language] in str(said[key])]
    assert len(asked) == 5


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_error_is_one_sentence(language: str) -> None:
    """One full stop, at the end, and a way on."""
    for key, value in words(language).strings().items():
        if key.startswith(("error.", "operator.")):
            for sentence in [value] if isinstance(value, str) else value:
                assert re.fullmatch(r"(?:[^.!?]|[.](?! ))+\.", sentence), sentence
                assert len(sentence) <= 230


def test_every_string_that_code_asks_for_is_there() -> None:
    """Keys written out in the code exist, so that no path ends in a missing string."""
    code = "\n".join(file.read_text(encoding="utf-8") for file in BOT.rglob("*.py"))
    asked = set(re.findall(r"""(?:words|said)\(\s*"([a-z]+\.[a-z_]+)\"""", code))

    assert len(asked) > 50
    assert {key for key in asked if key not in words("en")} == set()


def test_number_chooses_the_form() -> None:
    """One and many; in French none is singular too."""
    assert words("en")("counts.claims", n=1) == "1 claim"
    assert words("en")("counts.claims", n=0) == "0 claims"
    assert words("fr")("counts.claims", n=0) == "0 affirmation"
    assert words("fr")("counts.claims", n=2) == "2 affirmations"


def test_first_variant_that_needs_nothing_unknown_is_said() -> None:
    """A limit is named where it is known."""
    assert "than 15 s to" in words("en")("error.too_slow", seconds=15)
    assert words("en")("error.too_slow").startswith("The website took too long")


def test_list_is_joined_as_in_speech() -> None:
    """Commas, and the last with its word."""
    assert [words("en").join(names) for names in ([], ["a"], ["a", "b"], ["a", "b", "c", "d"])] == [
        "",
        "a",
        "a and b",
        "a, b, c and d",
    ]
    assert words("de").join(["a", "b"]) == "a und b"


@pytest.mark.parametrize(
    ("tag", "language"), [("de-AT", "de"), ("FR_ca", "fr"), ("pt", "en"), (None, "en"), ("", "en")]
)
def test_language_tag_finds_its_catalogue(tag: str | None, language: str) -> None:
    """Regions fall back to their language, the rest to English."""
    assert words(tag).language == language


def test_unknown_key_is_an_error() -> None:
    """A typing slip in a key does not reach people as an empty string."""
    with pytest.raises(KeyError):
        words("en")("counts.nonsense")


def test_braces_in_a_value_stay_as_they_are() -> None:
    """What is filled in is never read as a placeholder."""
    catalogue = Words("en", {"t": {"k": "by {who}"}})

    assert catalogue("t.k", who="{n} {0}") == "by {n} {0}"
