"""Phrases that mean what one word means, and verbs that say nothing beside their noun."""

import pytest

from bot.claims.restatement import problems
from tests.claims.articles import article


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("The mayor turned the offer down on Friday.", "The mayor rejected the offer on Friday."),
        ("The league called Sunday's match off.", "The league cancelled Sunday's match."),
        ("He never met the clerk who drew them up.", "He never met the clerk who drafted them."),
        ("The brewery was taken over by Halm in May.", "Halm acquired the brewery in May."),
        ("Police searched four offices.", "Police carried out a search of four offices."),
        ("Four offices were searched.", "A search of four offices was carried out."),
        ("The court fined the ferry line.", "The court imposed a fine on the ferry line."),
        ("The plan was criticised by the union.", "The plan drew criticism from the union."),
        ("The panel criticised the ferry line.", "The ferry line faced criticism from the panel."),
        ("The fund dropped the plan in May.", "The fund abandoned the plan in May."),
        ("Fenn would have a scan on Monday.", "Fenn would undergo a scan on Monday."),
        ("The council opened an inquiry into the fire.", "The council began an inquiry into the fire."),
        ("Four women took the photographs in the 1930s.", "The photographs that four women took in the 1930s."),
        ("Rents rose by more than 10 percent.", "Rents rose by upwards of 10 percent."),
        ("The fine can be up to 400 euros.", "The fine can be a maximum of 400 euros."),
    ],
)
def test_a_phrase_stands_for_its_word(told: str, said: str) -> None:
    """Also with something between its words, in the passive, or as a verb and its noun."""
    assert problems(article(told), said, [1]) == ()


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("The mayor turned the offer down on Friday.", "The mayor accepted the offer on Friday."),
        ("The panel criticised the ferry line.", "The panel faced criticism from the ferry line."),
        ("The army repelled an attack on the port.", "The army carried out an attack on the port."),
        ("Inspectors demanded a search of the plant.", "Inspectors carried out a search of the plant."),
        ("The union lost an appeal against the ruling.", "The union lodged an appeal against the ruling."),
        ("Fenn wanted a scan on Monday.", "Fenn had a scan on Monday."),
        ("Divers were searching the bay for two sailors.", "Divers found two sailors in the bay."),
        ("Taucher suchten in der Bucht nach zwei Matrosen.", "Taucher fanden in der Bucht zwei Matrosen."),
        ("Des plongeurs cherchaient deux marins dans la baie.", "Des plongeurs ont trouvé deux marins dans la baie."),
        ("Unos buzos buscaban a dos marineros en la bahía.", "Unos buzos encontraron a dos marineros en la bahía."),
        ("The union plans to hold a ballot on a strike next week.", "The union will strike next week."),
        ("The fund dropped the plan in May.", "The fund began the plan in May."),
        ("The fine can be up to 400 euros.", "The fine can be more than 400 euros."),
        ("The rebels let the pilot go.", "The rebels laid the pilot off."),
    ],
)
def test_no_phrase_stands_for_another_deed(told: str, said: str) -> None:
    """A verb that says nothing beside its noun is no leave to tell of another deed, or of other doers."""
    assert problems(article(told), said, [1]) != ()
