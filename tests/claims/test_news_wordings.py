"""What news says in one of two ways: each stands for the other, and the lie beside it does not."""

import pytest

from bot.claims.restatement import problems
from tests.claims.articles import article

OFFICE = "Ida Holm was elected mayor in 2020."
ROCHE = "The opposition leader, Fergus Roche, said the council had abandoned the town."
TERM = "He was sentenced to four years in prison for fraud."
JOBS = "The closure will cost 340 jobs."
POWER = "Half of the country's electricity came from wind and a fifth from gas."
OUTPUT = "The association fears that output will drop by 40 percent."
BAN = "The pesticide has been banned since 2018."
ADVICE = "Doctors advised the patient against travelling."
DENIAL = "The minister has been accused of taking bribes, which he denies."
FINAL = "Chile lost the final to Brazil."
SALE = "The Sigrid, which was built in 1984, was sold to Nordline by a Greek shipping line."
STEEL = "Castora exported steel worth 1.8 billion dollars to Norvia last year."
PLANT = "Velar will shut its plant in April, two years earlier than planned, it announced on Monday."
HEAT = "The bill would ban outdoor work when the temperature exceeds 38 degrees."
SUBSIDY = "The state has granted a subsidy of 25 million euros."
CITY = "The city has a population of 250,000."
LANTZ = "Theo Lantz, who voted against the plan, said it would harm children."
PELL = "Gordon Pell said he would not block the change but would review it after two years."
MAIZE = "Farmers lost a quarter of the maize harvest, and the association fears that output will drop by 40 percent."
BOATS = "Holt said that the company had chartered two boats from a rival, Baltic Shuttle, and that they would arrive on Thursday."
REPORT = "Inspectors are expected to examine the ship on Wednesday, and their report could be ready within a week."
JUDGE = "The two men are to appear before a judge on Monday and face up to seven years in prison."
FISH = "The agency found traces of pesticide and advised anglers not to eat fish caught downstream."
AUDIENCE = "The orchestra's audience grew by more than a third, to 96,000 a season."
ECHO = "A former employee told the Echo that the sprinklers had been out of order since January."
BULLY = '"No artistic success can justify such behaviour," said the chair of the board, Elin Saar.'
BOARD = "They were replaced by Kim Osei, a former banker, and Dale Frost, who used to run Billow."
FUND = "Morven has sold its online business to the investment fund Kestrel for 310 million pounds."
SHARES = "Morven's shares closed 3.5 percent lower at 214 pence."
COSTS = '"Costs have risen by a third in two years," Brandt said.'
STAFF = "Morven employs 9,400 people, of whom 800 work in the online business."
FEE = "The club has raised its annual fee from 240 to 310 euros."
FORGED = "The 63-year-old is alleged to have forged invoices."
POST = "Interest in the post of treasurer is low."
PRAISE = "Lowen praised the company for renewing its fleet."

SAME = [
    (OFFICE, "Ida Holm became mayor in 2020."),
    (ROCHE, "Fergus Roche accused the council of abandoning the town."),
    (TERM, "He received a four-year prison sentence for fraud."),
    (JOBS, "340 jobs will be lost as a result of the closure."),
    (POWER, "Wind accounted for half of the country's electricity."),
    (OUTPUT, "The association fears a 40 percent drop in output."),
    (BAN, "The pesticide was banned in 2018."),
    (ADVICE, "Doctors advised the patient not to travel."),
    (DENIAL, "The minister denies taking bribes."),
    (FINAL, "Brazil beat Chile in the final."),
    (SALE, "Nordline bought the Sigrid from a Greek shipping line."),
    (STEEL, "Norvia imported steel worth 1.8 billion dollars from Castora last year."),
    (PLANT, "Velar will shut its plant two years earlier than planned."),
    (HEAT, "The bill would ban outdoor work at temperatures above 38 degrees."),
    (SUBSIDY, "The state has granted a 25-million-euro subsidy."),
    (CITY, "250,000 people live in the city."),
    (LANTZ, "Theo Lantz said the plan would harm children."),
    (PELL, "Gordon Pell said the change would be reviewed after two years."),
    (MAIZE, "25 percent of the maize harvest was lost."),
    (BOATS, "The company has chartered two boats from Baltic Shuttle."),
    (REPORT, "The inspectors' report could be ready within a week."),
    (JUDGE, "If convicted, the two men could be jailed for up to seven years."),
    (FISH, "Anglers were advised against eating fish caught downstream."),
    (AUDIENCE, "The orchestra's audience rose by over a third to 96,000 a season."),
    (ECHO, "The Echo quoted a former employee as saying the sprinklers had not been working since January."),
    (BULLY, "Elin Saar said artistic success could not justify such behaviour."),
    (BOARD, "Kim Osei and Dale Frost replaced them."),
    (FUND, "Kestrel bought Morven's online business for 310 million pounds."),
    (FUND, "Kestrel paid 310 million pounds for Morven's online business."),
    (SHARES, "Morven's shares fell 3.5 percent to 214 pence."),
    (COSTS, "Brandt said costs rose by one third within two years."),
    (STAFF, "800 of Morven's 9,400 employees work in the online business."),
    (FEE, "The annual fee rises to 310 euros."),
    (FORGED, "The 63-year-old is said to have forged invoices."),
    (POST, "There is little interest in the post of treasurer."),
]
OTHERS = [
    (OFFICE, "Ida Holm became mayor in 2021."),
    ("Ida Holm was elected deputy mayor in 2020.", "Ida Holm became mayor in 2020."),
    (ROCHE, "The council accused Fergus Roche of abandoning the town."),
    (PRAISE, "Lowen accused the company of renewing its fleet."),
    (TERM, "He received a five-year prison sentence for fraud."),
    ("The closure could cost 340 jobs.", "340 jobs will be lost as a result of the closure."),
    (POWER, "Gas accounted for half of the country's electricity."),
    (OUTPUT, "The association reported a 40 percent drop in output."),
    ("The pesticide has not been used since 2018.", "The pesticide was used in 2018."),
    (ADVICE, "Doctors advised the patient to travel."),
    ("The minister has accused the mayor of taking bribes.", "The minister denies taking bribes."),
    (FINAL, "Chile beat Brazil in the final."),
    (SALE, "A Greek shipping line bought the Sigrid from Nordline."),
    (STEEL, "Castora imported steel worth 1.8 billion dollars from Norvia last year."),
    (
        "Velar will shut its mine in May and its plant in April, two years earlier than planned.",
        "Velar will shut its mine two years earlier than planned.",
    ),
    (HEAT, "The bill would ban outdoor work at temperatures below 38 degrees."),
    (SUBSIDY, "The state has granted a 25-million-dollar subsidy."),
    (CITY, "250,000 voters live in the city."),
    (LANTZ, "Theo Lantz voted for the plan."),
    (PELL, "Gordon Pell said he would block the change after two years."),
    (MAIZE, "Output dropped by 40 percent."),
    (
        "The company bought boats from a rival of its founder, Lee Oram, in May.",
        "The company bought boats from Lee Oram in May.",
    ),
    (REPORT, "The inspectors' report will be ready within a week."),
    (JUDGE, "The two men were jailed for seven years."),
    (FISH, "Anglers were advised to eat fish caught downstream."),
    (AUDIENCE, "The orchestra's audience rose by over a third to 69,000 a season."),
    (ECHO, "A former employee quoted the Echo as saying the sprinklers had not been working since January."),
    (BULLY, "Elin Saar said artistic success could justify such behaviour."),
    ("Lee was replaced by Kim Osei, and Dale Frost was dismissed.", "Dale Frost replaced Lee."),
    (FUND, "Morven bought Kestrel's online business for 310 million pounds."),
    (FUND, "Morven paid 310 million pounds for Kestrel."),
    (SHARES, "Morven's shares rose 3.5 percent to 214 pence."),
    (COSTS, "Brandt said costs rose by one third within three years."),
    (STAFF, "9,400 of Morven's 800 employees work in the online business."),
    (FEE, "The annual fee rises to 240 euros."),
    ("Rooms cost from 240 to 310 euros.", "Prices rise to 310 euros."),
    (FORGED, "The 63-year-old forged invoices."),
    ("Interest in the post of treasurer is high.", "There is little interest in the post of treasurer."),
]


@pytest.mark.parametrize(("told", "restated"), SAME)
def test_another_wording_of_the_news_stands(told: str, restated: str) -> None:
    """Offices, jobs, shares and sums are told in one of several ways."""
    assert problems(article(told), restated, [1]) == ()


@pytest.mark.parametrize(("told", "restated"), OTHERS)
def test_what_only_sounds_like_it_is_found(told: str, restated: str) -> None:
    """Another's share, another's office, what only may be."""
    assert problems(article(told), restated, [1])


def test_longer_is_not_shorter_where_nothing_follows() -> None:
    """The words before tell what is compared, though a neighbouring sentence has the contrary."""
    school = article("The week will be shorter. Each school day will be 50 minutes longer.")

    assert problems(school, "Each school day will be 50 minutes longer.", [2]) == ()
    assert problems(school, "Each school day will be 50 minutes shorter.", [2])
