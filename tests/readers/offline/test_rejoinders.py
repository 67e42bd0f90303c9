"""Who is accused and answers in plain facts denies by it, and so does their lawyer."""

import pytest

from bot.readers.offline import hear
from tests.claims.articles import article_of_lines
from tests.readers.offline.conftest import Fill


@pytest.mark.parametrize(
    "text",
    [
        "Carla Voss accused Emil Sand of sacking a pilot. Sand said the pilot had resigned in March.",
        "Nils Berg alleged that Emil Sand had deleted the log. Sand said the file was moved to another server.",
        "The union accused the port authority of hiding a crash. The authority said it had been logged within an hour.",
        "Karl Brandt blamed his deputy, Ida Roth, for the delay. Roth said she was on leave since April.",
        "Karl Munk claimed that Eva Storm had met him in secret. She said they had met at a public reception.",
        "It is alleged that Karl Brandt took a car. He said it had been a loan.",
        "Ilse Ek had driven for six hours, investigators said. She had slept all night, her lawyer, Ruth Dane, said.",
        "Prosecutors said Lena Voss took the cash. A lawyer for Voss said she had lent it to them.",
    ],
)
def test_facts_behind_an_accusation_answer_it(fill: Fill, text: str) -> None:
    """The first sentence is what the second counters, without a "not"."""
    filled = fill(text)

    [denial] = filled.draft.form.denials
    assert (denial.kind, denial.sentences) == ("counters", [2])
    assert {n for claim in filled.claims if claim.id in denial.claims for n in claim.sentences} == {1}


@pytest.mark.parametrize(
    "text",
    [
        "Ivo Lenz accused Mara Stein of bullying. Stein said she was saddened by the words of her former captain.",
        "Ivo Lenz accused the club of ignoring complaints. The club said it had opened an inquiry.",
        "Ivo Lenz accused the club of wasting money. The club said its board would meet on Friday.",
        "Lena Falk praised Jan Roos for his patience. Roos said he had learned it from his mother.",
        "Lena Falk said the band had played well. Conductor Jan Roos said the band had rehearsed for weeks.",
        "Prosecutors said Lena Voss took the cash. Her lawyer said she would appeal.",
        "Police said the lorry was old. The widow's lawyer, Max Orr, said the family had been told nothing.",
        "Karl Brandt accused Ida Roth of theft. Meteorologists said the storm had begun in the north.",
    ],
)
def test_feelings_plans_and_other_matters_answer_nothing(fill: Fill, text: str) -> None:
    """Who regrets, announces or speaks of something else denies nothing, nor does who was not accused."""
    assert fill(text).draft.form.denials == []


@pytest.mark.parametrize(
    "text",
    [
        "A clerk has accused Stella Voss of fraud. The clerk, Len Purdy, said he saw her carry two sacks.",
        "Karl Brandt accused Ida Roth of theft. Roth said Brandt had paid for silence.",
        "Karl Brandt was accused by Ida Roth of theft. Roth said she had seen him on the stairs.",
    ],
)
def test_who_accuses_answers_nothing(fill: Fill, text: str) -> None:
    """More from the one who accuses, and an accusation in turn, are claims and no denials."""
    assert fill(text).draft.form.denials == []


def test_facts_that_answer_an_accusation_are_heard_as_told_and_not_as_a_denial() -> None:
    """Whether they deny is seen beside what they answer; who is held to have said them has said them."""
    about = article_of_lines("The union accused Brill of theft.\nBrill said the money had been paid back in May.")

    told = [voice for voice in hear(about) if voice.n == 2 and voice.speakers]

    assert [(voice.account, voice.denies) for voice in told] == [(True, False)]


@pytest.mark.parametrize(
    ("text", "answered"),
    [
        ("Sand told the broadcaster Kanal 6 that the minister had been briefed. Kanal 6 stood by its report.", []),
        (
            "Sand told Kanal 6 that the minister knew. The ministry called the report false. Kanal 6 stood by its report.",
            [2],
        ),
        ("The minister accused Kanal 6 of lying. Kanal 6 stood by its report.", [1]),
    ],
)
def test_who_stands_by_a_report_answers_who_attacks_it(fill: Fill, text: str, answered: list[int]) -> None:
    """Never whose words it reports."""
    filled = fill(text)

    vouching = [one for one in filled.draft.form.denials if one.kind == "counters"]
    assert [one.claims for one in vouching] == [[filled.of(n).id] for n in answered]
