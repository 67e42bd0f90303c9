"""Stories: another account of the same thing, in no word that denies."""

import pytest

from bot.claims.denying import Denied, Denying
from bot.claims.grammar.evidence import analysed
from bot.claims.grammar.tense import later
from bot.readers.offline import hear
from tests.claims.articles import article_of_lines


def counters(text: str, language: str, who: str) -> bool:
    """Whether the second sentence may be called another account of the first."""
    about = article_of_lines(text.strip(), language)
    denied = Denied("counters", (2,), (who,), ((1,),), (who,))
    return Denying(about, hear(about)).kind(denied) == "counters"


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("en", "The lift fell because its rope was rotten, the tenant Mara Dunn said.\nAccording to the landlord, the rope had been cut.", "landlord"),
        ("en", "The judge Sol Harker took a bribe, his clerk said.\nHarker, for his part, said the clerk owed him money.", "Sol Harker"),
        ("de", "Der Aufzug sei wegen eines morschen Seils gestürzt, sagte die Mieterin Mara Dunn.\nDer Vermieter erklärte, das Seil sei durchgeschnitten worden.", "Vermieter"),
        ("fr", "L'ascenseur est tombé à cause d'un câble pourri, affirme la locataire Mara Dunn.\nSelon le propriétaire, le câble avait été coupé.", "propriétaire"),
        ("es", "El ascensor cayó por un cable podrido, afirma la inquilina Mara Dunn.\nSegún el propietario, el cable había sido cortado.", "propietario"),
    ],
)  # fmt: skip
def test_facts_of_the_same_thing_are_another_account(language: str, text: str, who: str) -> None:
    """What is told of by the first noun is what the claim tells of, or a word announces another account."""
    assert counters(text, language, who)


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("en", "The lift fell because its rope was rotten, the tenant Mara Dunn said.\nThe landlord said the rope would be replaced in May.", "landlord"),
        ("en", "The lift fell because its rope was rotten, the tenant Mara Dunn said.\nThe firefighter Ola Brand said two engines had come.", "Ola Brand"),
        ("en", "The bread is stale, the cook Tim Fells said.\n\"I have never eaten bread so good,\" the mayor, Ida Roth, said.", "Ida Roth"),
        ("de", "Das Brot sei alt, sagte der Koch Tim Fells.\nSie habe nie besseres Brot gegessen, sagte die Bürgermeisterin Ida Roth.", "Ida Roth"),
        ("fr", "Le pain est rassis, affirme le cuisinier Tim Fells.\n« Je n'ai jamais mangé d'aussi bon pain », a déclaré la maire, Ida Roth.", "Ida Roth"),
        ("es", "El pan está duro, afirma el cocinero Tim Fells.\n«Nunca he comido un pan tan bueno», dijo la alcaldesa, Ida Roth.", "Ida Roth"),
        ("es", "El pan está duro, afirma el cocinero Tim Fells.\nEl pan bajará de precio, dijo la alcaldesa, Ida Roth.", "Ida Roth"),
    ],
)  # fmt: skip
def test_plans_praise_and_other_matters_are_none(language: str, text: str, who: str) -> None:
    """Though they share a word with the claim, or a "never"."""
    assert not counters(text, language, who)


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "the rope would be replaced", True),
        ("en", "the rope had been cut", False),
        ("fr", "elle publiera un rapport", True),
        ("fr", "le câble avait été coupé", False),
        ("es", "no faltarán ayudas para los vecinos", True),
        ("es", "votó lo que figuraba en el programa y seguirá cobrando", False),
    ],
)
def test_what_is_told_first_tells_whether_all_is_to_come(language: str, text: str, told: bool) -> None:
    """By a word for it or by the ending of the first verb."""
    assert later(analysed(text, language)) is told
