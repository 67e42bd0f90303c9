"""Questions that want a verdict."""

import pytest

from bot.intake.verdict import asks_for_a_verdict, asks_for_the_truth, asks_whether_it_is_true


@pytest.mark.parametrize(
    "text",
    [
        "Is this true?",
        "so, is that really true",
        "Was it all fake?",
        "Stimmt das?",
        "Ist das wahr?",
        "C’est vrai ?",
        "¿Es verdad?",
    ],
)
def test_who_asks_whether_it_is_true_asks_for_nothing_else(text: str) -> None:
    """In the four languages, with or without a mark."""
    assert asks_for_the_truth(text)


@pytest.mark.parametrize(
    "text",
    [
        "Which of them is lying?",
        "Who is right?",
        "So who is telling the truth?",
        "Who lied?",
        "Who is lying here?",
        "Who should we believe?",
        "Can I trust the ministry?",
        "Is Pike guilty?",
        "Is the mayor of Kelston lying?",
        "Are the accusations against Pike true?",
        "Did the minister lie?",
        "Is he a liar?",
        "Wer von beiden lügt?",
        "Wer lügt hier?",
        "Qui ment ici ?",
        "Wer hat recht?",
        "Ist Lenz schuldig?",
        "Lügt die Bürgermeisterin?",
        "Hat sie gelogen?",
        "Wem kann man glauben?",
        "Qui ment ?",
        "Le maire est-il coupable ?",
        "Est-ce que le maire ment ?",
        "Qui faut-il croire ?",
        "¿Quién miente?",
        "¿Es el alcalde culpable?",
        "¿Quién tiene razón?",
    ],
)
def test_who_asks_for_a_verdict_is_heard(text: str) -> None:
    """Who lies, who is guilty, whom to believe."""
    assert asks_for_a_verdict(text)


@pytest.mark.parametrize(
    "text",
    [
        "Who denies it?",
        "Was Pike found guilty?",
        "Did she plead guilty?",
        "Is Pike accused of lying?",
        "Who says that Pike is lying?",
        "Did the council say that he lied?",
        "Which of them was there?",
        "Is the bridge closed?",
        "What did Pike tell the council?",
        "Wer hat das Geld?",
        "Wurde er schuldig gesprochen?",
        "A-t-il été reconnu coupable ?",
        "¿Fue declarado culpable?",
        "Who is the owner?",
    ],
)
def test_what_an_article_can_tell_is_no_verdict(text: str) -> None:
    """Also what a court found, and what somebody says of somebody."""
    assert not asks_for_a_verdict(text)


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Is it true that the bridge is closed?", True),
        ("So is it really true that nobody was hurt?", True),
        ("Stimmt es, dass die Brücke gesperrt ist?", True),
        ("Est-il vrai qu’elle a fermé ?", True),
        ("Est-ce que c’est vrai que le pont est fermé ?", True),
        ("¿Es verdad que el puente está cerrado?", True),
        ("Who says that it is true?", False),
        ("Is the bridge closed?", False),
        ("Stimmt die Partei zu?", False),
    ],
)
def test_who_asks_whether_something_is_true_asks_for_more(text: str, asks: bool) -> None:
    """An article may tell of it; what is asked for beside that is a verdict."""
    assert asks_whether_it_is_true(text) == asks
