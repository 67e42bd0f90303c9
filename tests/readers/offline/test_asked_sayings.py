"""Questions after what somebody says: who is meant, and which of their sentences answers."""

import pytest

from tests.claims.articles import article
from tests.readers.offline.asking import answered, tried

# Of 33 and 30. May only fall.
MISSED_AT_MOST = 9
INVENTED_AT_MOST = 2

BRIDGE = (
    "The footbridge at Corrow will stay shut over the winter, the council has said. "
    "“The deck is rotten and we will not risk a child's life on it,” said Una Brack, the council's chief engineer. "
    "Shop owners accuse the council of neglect. "
    "“They were told about the deck three times,” said Piet Lomax, who runs a bakery by the river. "
    "He thinks the closure will cost the street 40,000 euros. "
    "Dr Ilse Varn, who studies timber at the University of Hollin, said the wood was only damp. "
    "“It would dry in a month,” she said. "
    "Councillor Emil Dace, defending the plan, said the repairs would take eleven weeks. "
    "The builder of the bridge declined to comment on the rot."
)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("What does the engineer say about the deck?", 2),
        ("What does the baker claim about the deck?", 4),
        ("How much does the baker think the closure will cost?", 5),
        ("What does the expert say about the wood?", 6),
        ("How long does the councillor say the repairs will take?", 8),
        ("How long will the repairs take, according to Emil Dace?", 8),
        ("What does Piet Lomax think the closure will cost?", 5),
    ],
)
async def test_who_is_asked_for_may_be_called_otherwise(question: str, expected: int) -> None:
    """A role, a trade or a kindred word for it finds whose words they are, and the question picks among these."""
    assert expected in await answered(article(BRIDGE, "en"), question)


@pytest.mark.parametrize(
    "question",
    [
        "What does the mayor say about the deck?",
        "What does the police chief think of the closure?",
        "What does Una Brack say about the bakery?",
        "How old does the engineer say the deck is?",
        "Why does the expert think the council waited?",
        "Why did the builder decline to comment?",
        "What did the insurer conclude?",
    ],
)
async def test_who_says_nothing_of_it_answers_nothing(question: str) -> None:
    """Nobody else's words stand in for theirs, nor other words of theirs."""
    assert await answered(article(BRIDGE, "en"), question) == []


async def test_a_denial_answers_what_others_say() -> None:
    """Who is asked about what others claim, and denies it in other words, has answered."""
    page = article(
        "A striker threw a boot at his coach after the game, players say. It missed by inches, one of them said. "
        "Coach Ned Ferrar laughed off the story on Monday. “Nobody threw anything at anybody,” he said. It rained.",
        "en",
    )

    assert 4 in await answered(page, "What does the manager say about the flying boot?")


@pytest.mark.parametrize(
    ("text", "question", "expected"),
    [
        ("The thieves left by the roof. Anna Reed left the firm because of the hours. It rained.", "Why did Anna Reed walk out?", [2]),
        ("The match was cancelled because of snow. The pitch is new.", "Why was the match called off?", [1]),
        ("The burglars got in with a stolen key. The shop is old.", "How did the burglars get in?", [1]),
        ("The hall was built in 1911. It has a red door.", "How old is the hall?", [1]),
        ("The hall will be closed until at least May. It has a red door.", "How long will the hall be closed?", [1]),
        ("Jo Lind won the race by 41 seconds, his best. Fish swim. Rain fell.", "By what margin did Jo Lind win the race?", [1]),
        ("Payroll provider Tally is under attack. It was bought in May by the investor Corvane. Fish swim.", "Who owns the payroll firm?", [2]),
        ("Police made 23 arrests in Esk. Fish swim. Rain fell.", "How many people were arrested in Esk?", [1]),
        ("The lift will not run again until the cause is clear. Fish swim.", "When will the lift run again?", [1]),
        ("The board blamed the price of butter, its chairman said. Fish swim.", "What reason does the board give?", [1]),
        ("The winger has scored just twice since May. Fish swim.", "How many goals has the winger scored?", [1]),
    ],
)  # fmt: skip
async def test_the_kind_of_answer_in_other_words(text: str, question: str, expected: list[int]) -> None:
    """ "Walk out" is to leave, a year of building tells an age, "until May" how long, and "twice" how many."""
    assert await answered(article(text, "en"), question) == expected


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("The state pension age rises to 69, said Ann Reed. Ann Reed leads the party.", "How old is Ann Reed?"),
        ("Ann Reed, who worked there for nineteen years, wept. Fish swim.", "How old is Ann Reed?"),
        ("A cold store, bought for 2 million euros, burned. Fish swim.", "Who bought the cold store?"),
        ("The dam was built in 1938 and holds rain for Lower Esk. Fish swim.", "Who built the dam?"),
        ("The firm runs 212 shops and said sales were down by a tenth in the weeks to the close of April.", "How many shops will close?"),
        ("Jon Vik holds 22 percent of the mill. Fish swim.", "How much is Jon Vik worth?"),
        ("Profits of the mill were a surprise. It has 40 looms, 3 sheds, 2 wells, one pond, and a mill race, and a boiler, and a yard.", "What were the profits of the mill?"),
        ("Jon Vik is the largest shareholder, with 22 percent, and the richest man of Esk. Fish swim.", "How much is Jon Vik worth?"),
        ("Males were twice as likely to visit when a female was at home. Fish swim.", "How many females live there?"),
        ("A firm with its own team spotted the leak. The mill is old.", "Who owns the firm?"),
        ("The trust collapsed owing savers a fortune. The finance director wept.", "Have the savers had their money back?"),
        ("The firm runs shops and expects worse by the end of April. Fish swim.", "Are they going to close any shops?"),
        ("The team plans to play trills to bats. Fish swim.", "Who are the trills aimed at?"),
        ("Ann Vey runs a mill. Sales fell by 8 percent, its accounts show.", "How much debt does the mill have?"),
        ("The chain will shut 41 of its shops. Fish swim.", "Which shops will close?"),
        ("The line was last inspected in March. Fish swim.", "When will the line run again?"),
        ("She knew the tiles in the picture from two other works. Fish swim.", "How big is the picture?"),
        ("The boat was found beneath a pier in May. Fish swim.", "How was the boat found?"),
        ("The diocese did not respond to a request for comment. Fish swim.", "Why did the diocese not respond?"),
    ],
)  # fmt: skip
async def test_no_number_of_something_else(text: str, question: str) -> None:
    """A figure, a reason or a doer near the words of the question may belong to something else."""
    assert await answered(article(text, "en"), question) == []


async def test_a_readers_own_words() -> None:
    """Most questions that use other words than the article are answered, and hardly one that it leaves open."""
    missed, invented = await tried("own_words.toml")

    assert len(missed) <= MISSED_AT_MOST, missed
    assert len(invented) <= INVENTED_AT_MOST, invented
