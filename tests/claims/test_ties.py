"""Which claims a denial may be said to answer."""

from collections.abc import Iterator

import pytest

from bot.claims.denying import Denying
from bot.claims.reading import SILENT, Claim
from bot.readers.offline import hear
from tests.claims.articles import article_of_lines
from tests.seeds.gold import NAMES, load

HARBOUR = """
Harbour master took gifts, rival says
The harbour master, Olaf Breck, accepted two watches from a shipping line, his rival Dina Soll said.
Tamsin Freight has dumped oil in the bay, the union Deep Water said.
Its lawyer, Ruth Imber, was at sea.
The trial begins in May.
Breck denied the allegations on Monday.
The coastguard denied that oil had been found in the bay.
The coastguard did not see a slick at any time, its spokeswoman, Una Vale, said.
Crane drivers earn too little, the pilots' guild said.
"""
FLEET = """
A fleet sails
Tessaria sent the fleet, the analyst Dina Soll said.
The fleet has forty ships.
It left in May.
The sea was calm.
The Tessarian ministry spoke of a fairy tale.
"""
PONT = """
Un pont qui fâche
Le maire, Luc Ferrand, a favorisé son frère, selon l'opposante Anne Tissier.
La société Calvane a livré du béton trop léger, affirme le laboratoire Orsec.
Les travaux durent depuis deux ans.
Une fête aura lieu en juin.
La société Calvane nie que le béton soit trop léger.
"""
BRUECKE = """
Streit um eine Brücke
Der Bürgermeister Jens Holm hat seinen Bruder bevorzugt, sagte die Rätin Anne Tiede.
Die Firma Kalwein hat zu leichten Beton geliefert, erklärte das Labor Orsek.
Die Arbeiten dauern seit zwei Jahren.
Im Juni wird gefeiert.
Kalwein bestreitet, dass der Beton zu leicht war.
"""
PUENTE = """
Un puente en disputa
El alcalde, Luis Ferrán, favoreció a su hermano, según la concejala Ana Tejero.
La empresa Calvana entregó hormigón demasiado ligero, afirma el laboratorio Orsec.
Las obras duran dos años.
Habrá una fiesta en junio.
La empresa Calvana niega que el hormigón fuera demasiado ligero.
"""


def answers(text: str, language: str, denial: int, claim: int, who: str, claimant: str) -> bool:
    about = article_of_lines(text.strip(), language)
    told = Claim(id="c1", text=about.sentence(claim), sentences=(claim,), wording="quoted")
    return Denying(about, hear(about)).may_answer([denial], told, [who], [claimant])


@pytest.mark.parametrize(
    ("text", "language", "denial", "claim", "who", "claimant"),
    [
        (HARBOUR, "en", 6, 2, "Olaf Breck", "Dina Soll"),
        (HARBOUR, "en", 6, 3, "Olaf Breck", "Deep Water"),
        (HARBOUR, "en", 7, 3, "coastguard", "Deep Water"),
        (HARBOUR, "en", 8, 7, "coastguard", "coastguard"),
        (PONT, "fr", 6, 3, "Calvane", "Orsec"),
        (BRUECKE, "de", 6, 3, "Kalwein", "Orsek"),
        (PUENTE, "es", 6, 3, "Calvana", "Orsec"),
        (FLEET, "en", 6, 2, "Tessarian ministry", "Dina Soll"),
    ],
)
def test_a_denial_answers_what_it_speaks_of(
    text: str, language: str, denial: int, claim: int, who: str, claimant: str
) -> None:
    """The same matter, those who deny, what stands just before, or accusations as such."""
    assert answers(text, language, denial, claim, who, claimant)


@pytest.mark.parametrize(
    ("text", "language", "denial", "claim", "who", "claimant"),
    [
        (HARBOUR, "en", 7, 2, "coastguard", "Dina Soll"),
        (HARBOUR, "en", 7, 9, "coastguard", "pilots' guild"),
        (PONT, "fr", 6, 2, "Calvane", "Anne Tissier"),
        (BRUECKE, "de", 6, 2, "Kalwein", "Anne Tiede"),
        (PUENTE, "es", 6, 2, "Calvana", "Ana Tejero"),
    ],
)
def test_a_denial_answers_no_other_matter(
    text: str, language: str, denial: int, claim: int, who: str, claimant: str
) -> None:
    """What is told of somebody else far from it, in none of its words."""
    assert not answers(text, language, denial, claim, who, claimant)


def ties() -> Iterator[tuple[bool, bool]]:
    """(whether the samples tie it so, whether the checks would) of each denial and each claim by others."""
    for name in NAMES:
        seed = load(name)
        voices = hear(seed.article)
        denying = Denying(seed.article, voices)
        for one in seed.reading.denials if voices else ():
            for claim in seed.reading.claims:
                own = set(claim.sources) & set(one.sources) or set(claim.sentences) & set(one.sentences)
                if one.kind not in SILENT and (claim.id in one.claims or not own):
                    called = [
                        [seed.reading.source(s).name or "" for s in some] for some in (one.sources, claim.sources)
                    ]
                    yield claim.id in one.claims, denying.may_answer(one.sentences, claim, *called)


def test_the_denials_of_the_samples_keep_what_they_answer() -> None:
    """What two careful passes tied stays tied, and of all other claims few can be called denied."""
    seen = list(ties())
    right = [tied for so, tied in seen if so]
    wrong = [tied for so, tied in seen if not so]

    assert len(right) >= 30
    assert right.count(False) <= 2
    assert len(wrong) >= 300
    assert wrong.count(True) <= 0.24 * len(wrong)


WATER = """
Lead in the water
The water company Nordwell has run the works since 2019.
The water has 18 micrograms of lead, the laboratory Orsec said.
{}
It will meet the mayor on Friday.
Somebody broke the laboratory's window on Sunday.
Nordwell, for its part, disputes the laboratory's method.
"""


@pytest.mark.parametrize(
    ("said", "tied"),
    [
        ("Nordwell denied that its director had left for Spain in May.", False),
        ("Nordwell denied that.", True),
        ("Nordwell called the figure a lie.", True),
        ("Nordwell denied that the water had lead.", True),
    ],
)
def test_what_a_denial_tells_itself_it_does_not_answer_elsewhere(said: str, tied: bool) -> None:
    """However near the claim stands, unless it only points at it."""
    assert answers(WATER.format(said), "en", 4, 3, "Nordwell", "Orsec") is tied


def test_one_word_of_both_is_an_accident_far_off() -> None:
    """Where the article does not open with the claim."""
    text = (
        WATER.format("The window is old, the mayor said.\nThe works are shut.") + "Nordwell denies that the mayor knew."
    )

    assert not answers(text, "en", 9, 4, "Nordwell", "Lind")
