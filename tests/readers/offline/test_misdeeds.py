"""Misdeeds that somebody says they never did: nobody says so who is not accused of them."""

import pytest

from bot.readers.offline.reader import draft
from tests.claims.articles import article_of_lines

DENIED = [
    ("en", "Trucks passed the bridge on Monday.\n“We never hid a report,” Mary Hill said."),
    ("en", "Trucks passed the bridge on Monday.\nMary Hill said she had never taken a bribe."),
    (
        "de",
        "Am Montag fuhren Lastwagen über die Brücke.\n„Wir haben niemals einen Bericht verschwiegen“, sagte Maria Hügel.",
    ),
    ("fr", "Lundi, des camions ont passé le pont.\n« Nous n'avons jamais caché un rapport », a déclaré Marie Colline."),
    ("es", "El lunes pasaron camiones por el puente.\n«Jamás hemos ocultado un informe», dijo María Colina."),
]
NOT_DENIED = [
    ("en", "Trucks passed the bridge on Monday.\n“We never reached the top,” Mary Hill said."),
    ("en", "Trucks passed the bridge on Monday.\nMary Hill said she had never hidden her love of football."),
    ("en", "Trucks passed the bridge on Monday.\n“We will not hide the report,” Mary Hill said."),
    ("en", "Trucks passed the bridge on Monday.\nMary Hill said she was never threatened."),
    ("en", "Trucks passed the bridge on Monday.\n“We have nothing to hide,” Mary Hill said."),
    ("de", "Am Montag fuhren Lastwagen über die Brücke.\n„Ich habe meine Freude nie verborgen“, sagte Maria Hügel."),
    ("fr", "Lundi, des camions ont passé le pont.\n« Je n'ai jamais caché mon ambition », a déclaré Marie Colline."),
    ("es", "El lunes pasaron camiones por el puente.\n«Nunca he ocultado mi alegría», dijo María Colina."),
]


@pytest.mark.parametrize(("language", "text"), DENIED)
def test_a_misdeed_that_somebody_never_did_is_denied(language: str, text: str) -> None:
    """Also where the article does not tell who accuses them."""
    [denial] = draft(article_of_lines(text, language)).form.denials

    assert (denial.kind, denial.sentences) == ("denies", [2])


@pytest.mark.parametrize(("language", "text"), NOT_DENIED)
def test_what_is_no_misdeed_is_not_denied(language: str, text: str) -> None:
    """Feats, feelings, promises and what others did."""
    assert draft(article_of_lines(text, language)).form.denials == []
