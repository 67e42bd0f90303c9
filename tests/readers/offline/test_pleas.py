"""Lawyers answer for those they speak for, in German, French and Spanish as in English."""

import pytest

from tests.readers.offline.conftest import Fill


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "de",
            "Die Zeugin Ruth Adler sagte, Kurt Mohn habe den Schuppen angezündet. Sein Mandant sei an jenem Abend in Fulda gewesen, sagte Verteidiger Max Roth.",
        ),
        (
            "de",
            "Nach Angaben der Staatsanwaltschaft hat Ida Kern das Geld behalten. „Sie hat jeden Euro eingezahlt“, sagte ihre Anwältin Mia Lutz.",
        ),
        (
            "fr",
            "Selon le parquet, Léo Morin a vendu les tableaux. Les tableaux sont dans la réserve du musée, a déclaré son avocate, Anne Petit.",
        ),
        (
            "fr",
            "La procureure affirme que Léo Morin a gardé l'argent. « Il a tout versé à la caisse en juin », a répondu l'avocat de M. Morin, Paul Roux.",
        ),
        (
            "es",
            "La fiscalía sostiene que Luis Mora vendió los cuadros. Los cuadros están en el sótano del museo, dijo su abogada, Ana Prieto.",
        ),
        (
            "es",
            "Según la fiscal, Luis Mora guardó el dinero. «Lo ingresó todo en junio», respondió el abogado de Mora, Iván Soto.",
        ),
    ],
)
def test_what_a_lawyer_tells_of_a_client_answers_what_was_just_said(fill: Fill, language: str, text: str) -> None:
    """Without a "not": the second sentence counters the first."""
    assert fill(text, language).only_counters(2, said=1)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "de",
            "Nach Angaben der Polizei war der Laster alt. Die Anwältin der Familie, Mia Lutz, sagte, die Hilfe sei spät gekommen.",
        ),
        (
            "de",
            "Die Zeugin Ruth Adler sagte, Kurt Mohn habe den Schuppen angezündet. Sein Mandant sei tief erschüttert, sagte sein Anwalt Max Roth.",
        ),
        (
            "de",
            "Die Zeugin Ruth Adler sagte, Kurt Mohn habe den Schuppen angezündet. Man werde Berufung einlegen, sagte sein Anwalt Max Roth.",
        ),
        (
            "fr",
            "Selon la police, le camion était vieux. L'avocate de la famille, Anne Petit, a déclaré que les secours étaient arrivés tard.",
        ),
        (
            "fr",
            "Selon le parquet, Léo Morin a vendu les tableaux. Il est bouleversé, a déclaré son avocate, Anne Petit.",
        ),
        (
            "es",
            "Según la policía, el camión era viejo. La abogada de la familia, Ana Prieto, dijo que la ayuda llegó tarde.",
        ),
        (
            "es",
            "La fiscalía sostiene que Luis Mora vendió los cuadros. Recurriremos la sentencia, dijo su abogada, Ana Prieto.",
        ),
        (
            "es",
            "El puente necesita obras, dijo la ingeniera Eva Lobo. El alcalde, Luis Mora, dijo que la reparación cuesta un millón.",
        ),
    ],
)
def test_lawyers_of_victims_feelings_and_appeals_answer_nothing(fill: Fill, language: str, text: str) -> None:
    """Nor does somebody who is no lawyer and speaks of the same thing."""
    assert fill(text, language).draft.form.denials == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "de",
            "Die Zeugin Ruth Adler sagte, Kurt Mohn habe das Geld genommen. „Das ist eine Räuberpistole“, sagte sein Anwalt Max Roth.",
        ),
        (
            "es",
            "El exconcejal Iván Soto declaró que la alcaldesa cobró comisiones. «Eso es un cuento», dijo Ana Prieto.",
        ),
        ("fr", "La comptable affirme que le maire a gardé l'argent. « Ce sont des sornettes », a répondu Léo Morin."),
    ],
)
def test_what_was_said_is_called_a_tale(fill: Fill, language: str, text: str) -> None:
    """A name for stories denies what was just said."""
    [denial] = fill(text, language).draft.form.denials

    assert (denial.kind, denial.sentences) == ("denies", [2])
