"""What a sentence calls wrong, unproven or denied is told as no fact, and each of two speakers and verbs keeps its own."""

import pytest

from bot.claims.restatement import problems
from tests.claims.articles import article

WRONG = [
    (
        "en",
        "Early reports that the tanker had hit a rock were wrong, the coastguard confirmed.",
        "The tanker had hit a rock.",
    ),
    (
        "en",
        "Initial claims that a nurse had locked the ward proved false, the hospital said.",
        "A nurse had locked the ward.",
    ),
    ("en", 'The judge said there was "no evidence that the driver left the road".', "The driver left the road."),
    ("en", "There was no sign that the lock had been forced, Inspector Moll said.", "The lock had been forced."),
    ("en", "The minister disputed that the bridge had been inspected in May.", "The bridge had been inspected in May."),
    ("en", "Investigators ruled out that the cable had been cut.", "The cable had been cut."),
    ("en", "The council has no record that the letter arrived.", "The letter arrived."),
    (
        "de",
        "Erste Berichte, wonach der Tanker einen Felsen gerammt habe, waren falsch.",
        "Der Tanker hat einen Felsen gerammt.",
    ),
    (
        "de",
        "Die Behauptung, die Klinik habe ein Kind verloren, ist falsch, sagte er.",
        "Die Klinik hat ein Kind verloren.",
    ),
    (
        "de",
        "Es gebe keine Hinweise darauf, dass der Wächter das Tor geöffnet habe.",
        "Der Wächter hat das Tor geöffnet.",
    ),
    ("de", "Die Ermittler schlossen aus, dass das Kabel durchtrennt worden war.", "Das Kabel war durchtrennt worden."),
    ("fr", "Il n'existe aucune preuve que le gardien ait ouvert la grille.", "Le gardien a ouvert la grille."),
    ("fr", "La rumeur que la boulangerie va fermer est infondée, dit son patron.", "La boulangerie va fermer."),
    ("es", "El rumor de que la panadería cierra es infundado, dijo su dueño.", "La panadería cierra."),
    ("es", "Las informaciones de que el petrolero había encallado eran falsas.", "El petrolero había encallado."),
]

STANDING = [
    (
        "en",
        "Police found no evidence that the guard had opened the gate.",
        "Police found no evidence that the guard had opened the gate.",
    ),
    ("en", "Tests proved that earlier reports were right and the water was clean.", "The water was clean."),
    (
        "en",
        "The trust denies that any meadow was flooded and says heavy rain is to blame.",
        "Heavy rain is to blame, the trust says.",
    ),
    ("en", "The clerk did not dispute that the stamps were gone.", "The clerk said that the stamps were gone."),
    ("en", "Althera denied this and said that all effects had been reported.", "All effects had been reported."),
    ("es", "Almansa lo niega y sostiene que la alerta salió a las dos.", "La alerta salió a las dos."),
]


@pytest.mark.parametrize(("language", "told", "said"), WRONG)
def test_what_is_called_wrong_is_no_fact(language: str, told: str, said: str) -> None:
    """Neither a report that was wrong, nor what there is no evidence of, nor what somebody rules out."""
    assert problems(article(told, language), said, [1])


@pytest.mark.parametrize(("language", "told", "said"), STANDING)
def test_what_is_told_beside_it_stands(language: str, told: str, said: str) -> None:
    """So does what says itself that there is no evidence, and what nobody disputes."""
    assert problems(article(told, language), said, [1]) == ()


def test_what_another_sentence_tells_stands() -> None:
    """One calls it wrong, another tells it."""
    told = article("Early reports that the tanker had hit a rock were wrong. A day later the tanker hit a rock.")

    assert problems(told, "The tanker hit a rock.", [1, 2]) == ()


SIGNED = "Brandl accepted that he had signed the lease but disputed that he had read it."
STAMPS = "The clerk admitted taking the stamps but denied selling the letters."
VERTRAG = "Der Wirt räumte ein, dass er den Vertrag unterschrieben hatte, bestritt aber, dass er ihn gelesen hatte."


@pytest.mark.parametrize(
    ("language", "told", "said"),
    [
        ("en", SIGNED, "Brandl accepted that he had read the lease."),
        ("en", SIGNED, "Brandl disputed that he had signed the lease but accepted that he had read it."),
        ("en", STAMPS, "The clerk admitted selling the letters."),
        ("de", VERTRAG, "Der Wirt bestritt, dass er den Vertrag unterschrieben hatte."),
        ("fr", "Il a reconnu avoir signé le bail mais a nié avoir lu l'annexe.", "Il a reconnu avoir lu l'annexe."),
        (
            "es",
            "Ella admitió haber firmado el acta pero negó haber leído el anexo.",
            "Ella admitió haber leído el anexo.",
        ),
    ],
)
def test_what_is_contested_is_not_granted(language: str, told: str, said: str) -> None:
    """Each verb keeps what it takes."""
    assert problems(article(told, language), said, [1])


@pytest.mark.parametrize(
    ("language", "told", "said"),
    [
        ("en", SIGNED, "Brandl accepted that he had signed the lease."),
        ("en", STAMPS, "The clerk denied selling the letters but admitted taking the stamps."),
        (
            "de",
            VERTRAG,
            "Der Wirt bestritt, dass er den Vertrag gelesen hatte, räumte aber ein, dass er ihn unterschrieben hatte.",
        ),
    ],
)
def test_what_is_granted_may_come_in_another_order(language: str, told: str, said: str) -> None:
    """Or alone."""
    assert problems(article(told, language), said, [1]) == ()


FERRY = "Brandl said the ferry cost 14 million; Ritter said it cost 19 million."
DATES = "It was not clear when the quay would open. Brandl said in June; Ritter said not before October."


@pytest.mark.parametrize(
    ("told", "said", "numbers", "names"),
    [
        (FERRY, "Brandl said the ferry cost 19 million.", [1], ()),
        (FERRY, "The ferry cost 19 million.", [1], ("Otto Brandl",)),
        (DATES, "The quay would open in June.", [1, 2], ("Paula Ritter",)),
        (DATES, "The quay would open not before October.", [1, 2], ("Otto Brandl",)),
    ],
)
def test_of_two_speakers_in_a_sentence_none_says_what_the_other_says(
    told: str, said: str, numbers: list[int], names: tuple[str, ...]
) -> None:
    """Whether the text names who speaks, or its source is shown beside it."""
    assert problems(article(told), said, numbers, names)


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("Brandl said the ferry cost 14 million.", ()),
        ("The ferry cost 19 million.", ("Paula Ritter",)),
        ("Brandl said the ferry cost 14 million, and Ritter said it cost 19 million.", ()),
    ],
)
def test_each_of_two_speakers_says_their_own(said: str, names: tuple[str, ...]) -> None:
    """And both may be told of."""
    assert problems(article(FERRY), said, [1], names) == ()
