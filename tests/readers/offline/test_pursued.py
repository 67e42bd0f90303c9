"""What goes on behind a denial with no word for saying: "He had been at home that night"."""

import pytest

from bot.article.manuscript import article_from_text
from bot.readers.offline.reader import draft

PURSUED = [
    "John Bray said that Mary Hill had struck a driver on Monday night. Hill denied striking anybody. She had been at home that night.",
    "John Bray said that Mary Hill had struck a driver on Monday night. Hill called the story a fairy tale. She had been in Oslo.",
    "Jean Bray a affirmé que Marie Colline avait frappé un chauffeur lundi soir. Marie Colline a nié avoir frappé qui que ce soit. Elle avait passé la nuit chez elle.",
    "Juan Bray afirmó que María Colina había golpeado a un conductor el lunes. Colina negó haber golpeado a nadie. Había pasado la noche en casa.",
]
ALONE = [
    "John Bray said that Mary Hill had struck a driver. Hill thanked the police. She had been at home that night.",
    "John Bray said that Mary Hill had struck a driver. Hill denied striking anybody. She was seen at a dance later.",
    "John Bray said that Mary Hill had struck a driver. Hill denied striking anybody.\n\nShe had been at home that night.",
]


@pytest.mark.parametrize("text", PURSUED)
def test_what_goes_on_behind_a_denial_is_the_deniers(text: str) -> None:
    """It is told in the past perfect, and belongs to the denial."""
    form = draft(article_from_text(text)).form

    [denial] = form.denials
    assert denial.sentences == [2, 3]
    assert denial.sources in [claim.sources for claim in form.claims if claim.sentences[-1] == 3]


@pytest.mark.parametrize("text", ALONE)
def test_what_does_not_go_on_is_told_by_nobody(text: str) -> None:
    """Behind no denial, in another tense, in another paragraph."""
    form = draft(article_from_text(text)).form

    assert not any(3 in denial.sentences for denial in form.denials)
    assert not any(claim.sources for claim in form.claims if 3 in claim.sentences)
