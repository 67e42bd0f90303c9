"""How the other side answers in news: under another name, behind a "but", by its own checks, and whom the outlet contradicts."""

import pytest

from bot.claims.grounding import ground
from bot.claims.reading import DenialKind, ReaderInfo
from bot.readers.offline import hear
from tests.readers.offline.conftest import Fill

INFO = ReaderInfo(name="offline", model="m", prompt="p")
ACCUSED = "Mary Hill accused Acme of hiding cracks in the bridge.\n"

ANSWERS = [
    ("counters", [1], "The harbour board said it had counted 14 spills since May.\n\nAcme puts the number at three."),
    ("denies", [2], "A market burned in Dareth.\n\nThe rebels blamed the army for the fire.\n\nThe ministry said its men had not fired on Dareth."),
    ("counters", [2], "A market burned in Dareth.\n\nThe rebels blamed the army for the fire.\n\n“It was the rebels who fired,” a spokesman for the army said."),
    ("denies", [2], "Jo Reed said she was paid late.\n\nMary Hill said the ministry had known since June.\n\nBo Hart said Ms Hill was “plain wrong”."),
    ("counters", [1], "“I never got any letter,” Mary Hill said.\n\nThe clerk, Fay Keen, said that a letter had been sent by post."),
    ("counters", [1], "Andrew Pike said that he had received no complaints.\n\nBut according to Mary Hill, her parents wrote to him in 2021."),
    ("denies", [2], "Acme lost tools.\n\nThe mayor said that no tools were missing.\n\nA foreman said that was wrong."),
    ("denies", [2], "Mary Hill said Acme paid late.\n\nShe said Bo Reed had told her to “shut up”.\n\nMr Reed denied using those words."),
    ("denies", [2], "Mary Hill said that Acme paid late.\n\nJo Reed said the ministry had known since June. That is false."),
    ("denies", [1], "Mary Hill told the BBC that nobody had been warned.\n\nThat is contradicted by an email in which Bo Reed told the firm of “deaths”."),
    ("denies", [2], "Jo Reed welcomed the bridge.\n\nAcme denied that the tests had been faked, as the Morning Star reported on Monday."),
    ("counters", [1], "Organisers said 30,000 people had marched; the police put the figure at 4,000."),
    ("counters", [1], "Mary Hill said 900,000 doses had been thrown away.\n\nThe ministry says 310,000 were destroyed."),
    ("denies", [1], "Mary Hill said that Tom Reed did not own a drone. That is untrue: the drone was shown at a fair."),
    ("denies", [2], "Acme said the bridge was old.\n\nMary Hill said Acme had hidden cracks.\n\nAcme denied that it had hidden anything. Ms Hill was “mistaken”, it said."),
    ("denies", [1], "Kastgas said the pipe had frozen.\n\nA diplomat described the firm's explanation as “not credible”."),
    ("denies", [1], "“The boy had a knife,” Neil Farrow said.\n\nThe trial went on.\n\nA second officer, Dawn Price, said she saw no knife."),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "answered", "text"), ANSWERS)
def test_the_other_side_is_heard(fill: Fill, kind: DenialKind, answered: list[int], text: str) -> None:
    """Its answer is a denial that survives the checks, and of what it answers."""
    filled = fill(text)

    shown = ground(filled.article, filled.draft, INFO, hear(filled.article))

    [denial] = [one for one in shown.denials if filled.article.sentences[-1].n in one.sentences]
    told = {claim.id: claim.sentences for claim in shown.claims}
    assert denial.kind == kind
    assert [n for one in denial.claims for n in told[one]] == answered


@pytest.mark.parametrize(
    "text",
    [
        "Mary Hill said that Acme was late.\n\nBo Hart said Ms Hill was wrong to resign.",
        "Nobody warned the tenants, said Lena Falk.\n\nJan Roos said every tenant had a balcony.",
        "Jo Reed said she had not slept.\n\nBut Mary Hill said the town was calm.",
        "Mary Hill said that Acme was late.\n\nThat is sad.",
        "Nurses said the records were altered.\n\nIn a letter, 11 nurses say the records were changed to show another cause.",
    ],
)
def test_what_answers_nobody_is_no_denial(fill: Fill, text: str) -> None:
    """Of what somebody did, of another thing, or by the same people."""
    assert fill(text).draft.form.denials == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Mia Holm sagte, die Stadt habe davon gewusst. Das ist falsch."),
        ("fr", "Claire Dubois a dit que la mairie savait. C’est faux."),
        ("es", "Clara Gómez dijo que el Ayuntamiento lo sabía. Es falso."),
    ],
)
def test_the_outlet_itself_denies(fill: Fill, language: str, text: str) -> None:
    """In nobody's name, what was said in the sentence before."""
    filled = fill(text, language)

    [denial] = filled.draft.form.denials

    assert (denial.sources, denial.sentences, filled.answered(2)) == ([], [2], [1])


def test_two_spokeswomen_speak_for_two(fill: Fill) -> None:
    """Who speaks for the other side is no ally for being a spokeswoman too."""
    filled = fill(
        "The union's spokeswoman, Mary Hill, said the ministry had known since June.\n\n"
        "A spokeswoman for the ministry said that was untrue."
    )

    assert filled.answered(2) == [1]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("denies", "Der „Nordkurier“ berichtete, Minister Jan Holt habe dem Konzern etwas zugesagt. „Ich habe niemandem etwas zugesagt“, sagte Holt."),
        ("denies", "Ein Gutachten der Hochschule ergab eine erhöhte Belastung. Die Firma Lindau stellt das Ergebnis infrage."),
        ("denies", "Das Portal „Klartext“ schrieb, Nora Feld habe abgeschrieben. „Das ist eine Schmutzkampagne“, sagte Feld."),
        ("counters", "Laut Mia Holm hat das Umweltamt drei Beschwerden ignoriert. Das Amt teilte mit, es sei nur eine Beschwerde eingegangen."),
    ],
)  # fmt: skip
def test_the_other_side_is_heard_in_german(fill: Fill, kind: DenialKind, text: str) -> None:
    """By "niemandem", by what is called in question, by a campaign, and by "nur"."""
    filled = fill(text, "de")

    [denial] = filled.draft.form.denials

    assert (denial.kind, filled.answered(2)) == (kind, [1])


def test_a_plural_at_the_head_of_the_sentence_claims(fill: Fill) -> None:
    """ "Farmers in the valley claim that …": "claim" is no noun behind a place."""
    filled = fill("Farmers in the Orrin valley claim that Acme has emptied their wells.")

    assert filled.names(filled.of(1)) == ["Farmers in the Orrin valley"]
