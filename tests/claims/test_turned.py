"""What a restatement turns: less and how much, whose, on which side, and who undergoes it."""

import pytest

from bot.claims.grammar.evidence import analysed
from bot.claims.rules.belongings import belonging_problems
from bot.claims.rules.camps import camp_problems
from bot.claims.rules.differences import difference_problems
from bot.claims.rules.undergone import undergone_problems


@pytest.mark.parametrize(
    ("sentence", "text", "wrong"),
    [
        ("The choir has 30 fewer singers than last year.", "The choir has 30 singers.", True),
        ("The choir has 30 fewer singers than last year.", "The choir is 30 singers smaller than last year.", False),
        ("The choir has 30 singers, more than last year.", "The choir has 30 singers.", False),
        ("The choir took in 30 more singers.", "The choir took in an additional 30 singers.", False),
    ],
)
def test_a_difference_is_no_amount(sentence: str, text: str, wrong: bool) -> None:
    """ "30 fewer" are not 30, whatever they are counted from."""
    assert bool(difference_problems(analysed(text, "en"), [analysed(sentence, "en")])) is wrong


@pytest.mark.parametrize(
    ("language", "sentence", "text", "wrong"),
    [
        ("en", "The bakers' side says it was theft.", "The millers' side says it was theft.", True),
        ("en", "The bakers' side says it was theft.", "The side of the bakers says it was theft.", False),
        ("en", "A drug has side effects.", "The pill's side effects are known.", False),
        ("de", "Von Seiten der Bäcker hieß es, er lüge.", "Von Seiten der Müller hieß es, er lüge.", True),
        ("fr", "Côté norlandais, on parle de vol.", "Côté sudlandais, on parle de vol.", True),
        ("es", "Fuentes norlandesas hablan de robo.", "Fuentes sureñas hablan de robo.", True),
        ("es", "Fuentes norlandesas hablan de robo.", "Hablan de robo fuentes citadas por la radio.", False),
    ],
)  # fmt: skip
def test_one_side_does_not_say_what_another_says(language: str, sentence: str, text: str, wrong: bool) -> None:
    """By a noun or an adjective beside the word for a side."""
    assert bool(camp_problems(analysed(text, language), [analysed(sentence, language)])) is wrong


@pytest.mark.parametrize(
    ("language", "sentence", "text", "wrong"),
    [
        ("en", "The guild said the millers' carts blocked the road.", "The guild said its own carts blocked the road.", True),
        ("en", "The guild said the millers' carts blocked the road.", "The millers let their own carts block the road, the guild said.", False),
        ("de", "Die norische Zunft sagte, sudische Karren sperrten den Weg.", "Norische Karren sperrten den Weg, sagte die Zunft.", True),
        ("fr", "La guilde dit que les charrettes des meuniers bloquaient la route.", "La guilde dit que ses propres charrettes bloquaient la route.", True),
        ("es", "El gremio dijo que los carros de los molineros cerraban el paso.", "El gremio dijo que sus propios carros cerraban el paso.", True),
    ],
)  # fmt: skip
def test_nobody_owns_what_is_anothers(language: str, sentence: str, text: str, wrong: bool) -> None:
    """ "Its own" is whose it is in the sentence, and an adjective stays with its noun."""
    assert bool(belonging_problems(analysed(text, language), [analysed(sentence, language)])) is wrong


@pytest.mark.parametrize(
    ("language", "sentence", "text", "wrong"),
    [
        ("en", "A cart had been sunk by the millers.", "A cart had sunk the millers.", True),
        ("en", "A cart had been sunk by the millers.", "The millers had sunk a cart.", False),
        ("en", "The bakers were given the wrong flour.", "The bakers received the wrong flour.", False),
        ("de", "Zwei Bäcker seien von Müllern gestoßen worden.", "Zwei Bäcker hätten Müller gestoßen.", True),
    ],
)
def test_who_undergoes_something_does_it_to_nobody(language: str, sentence: str, text: str, wrong: bool) -> None:
    """A passive told as a deed of whom it befell."""
    assert bool(undergone_problems(analysed(text, language), [analysed(sentence, language)])) is wrong
