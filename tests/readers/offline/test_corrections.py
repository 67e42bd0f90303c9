"""What an article takes back in a correction is nobody's claim, and no answer by itself."""

import pytest

from bot.claims.form import AnswerForm
from bot.ports.reader import unchecked
from bot.readers.offline import OfflineReader
from tests.readers.offline.conftest import Fill

BODY = {
    "en": "Mary Hill said the bridge is old.\n\n",
    "de": "Clara Weber sagte, die Brücke sei alt.\n\n",
    "fr": "Claire Dubois a dit que le pont est vieux.\n\n",
    "es": "Clara Gómez dijo que el puente es viejo.\n\n",
}


@pytest.mark.parametrize(
    ("code", "correction"),
    [
        ("en", "Correction: An earlier version of this article said Norvald lost $221m. The figure is $212m."),
        ("en", "CORRECTION: An earlier version said that Tom Reed resigned in May. He resigned in June."),
        ("en", "This story was amended on Monday. A previous version reported that nine people had died; eight did."),
        ("en", "Clarification: Tuesday’s report said Acme denied the theft. It was Norland."),
        ("en", "Correction, 20 November: The article originally said the fine was $4m. It is $3m."),
        ("de", "Berichtigung: In einer früheren Version hieß es, Norvald habe 221 Millionen verloren. Es waren 212."),
        ("de", "Korrektur: Eine frühere Fassung dieses Artikels berichtete, Jan Roth sei zurückgetreten."),
        ("fr", "Rectificatif : Une version antérieure de cet article affirmait que Norvald a perdu 221 millions."),
        ("fr", "Correction : Selon une première version de cet article, neuf personnes sont mortes. Huit sont mortes."),
        ("es", "Corrección: Una versión anterior de este artículo decía que Norvald perdió 221 millones. Son 212."),
        ("es", "Fe de errores: En una versión anterior, este diario afirmó que Juan Roca negó el robo."),
    ],
)  # fmt: skip
def test_an_earlier_version_is_no_source(fill: Fill, code: str, correction: str) -> None:
    """Neither its figure nor its denial is taken, with or without a label."""
    filled = fill(BODY[code] + correction, code)

    assert [claim.sentences for claim in filled.claims if claim.sources] == [[1]]
    assert filled.draft.form.denials == []


RIGHTED = {
    "en": "Correction: An earlier version of this article said that Ruth Bell had resigned. She has not.",
    "de": "Berichtigung: In einer früheren Version hieß es, Rut Beller sei zurückgetreten. Das ist sie nicht.",
    "fr": "Rectificatif : Une version antérieure de cet article affirmait que Rose Bel avait démissionné. C'est inexact.",
    "es": "Corrección: Una versión anterior de este artículo decía que Rosa Bel había dimitido. No es así.",
}


@pytest.mark.parametrize("code", RIGHTED)
def test_what_is_right_is_told_beside_what_was_wrong(fill: Fill, code: str) -> None:
    """In the outlet's own voice and words, neither sentence without the other."""
    filled = fill(BODY[code] + RIGHTED[code], code)

    [claim] = [claim for claim in filled.claims if not claim.sources]
    assert (claim.sentences, claim.text) == ([2, 3], "")
    assert filled.content(claim) == RIGHTED[code]


def test_nobody_denies_what_the_outlet_takes_back(fill: Fill) -> None:
    """A denial of something else, in its words, stands for itself."""
    text = (
        "Correction: our report on the mill\n\nWe reported that the councillor Ruth Bell had called the auditors liars. "
        "She did not.\n\nPaul Ord denied that he had meant the auditors."
    )

    [denial] = fill(text).draft.form.denials
    assert denial.claims == []


@pytest.mark.parametrize(
    ("code", "text", "kept"),
    [
        (
            "en",
            (
                "Correction: our report on the ferry\n\nThe story wrongly said that 30 people had been hurt. The port authority "
                "says it was nine.\n\nWe also reported that Mary Hill had called for a ban. Hill said she called for an inquiry."
            ),
            [[3], [5]],
        ),
        (
            "de",
            (
                "Berichtigung: unser Bericht über die Fähre\n\nIm Artikel hieß es, 30 Menschen seien verletzt worden. Clara Weber "
                "sagte, es seien neun.\n\nAuch schrieben wir, Jan Roth habe gelogen."
            ),
            [[3]],
        ),
        (
            "fr",
            (
                "Rectificatif : notre article sur le bac\n\nNous avons aussi écrit que Claire Dubois avait menti. Claire Dubois a "
                "dit que le bac est vieux."
            ),
            [[3]],
        ),
        (
            "es",
            (
                "Corrección: nuestra nota sobre el barco\n\nTambién publicamos que Clara Gómez había mentido. Clara Gómez dijo que "
                "el barco es viejo."
            ),
            [[3]],
        ),
    ],
)
def test_below_a_headline_that_corrects_only_what_stands_is_told(
    fill: Fill, code: str, text: str, kept: list[list[int]]
) -> None:
    """What "the story" and "we" said is taken back wherever it stands; who puts it right is heard."""
    assert [claim.sentences for claim in fill(text, code).claims if claim.sources] == kept


@pytest.mark.parametrize(
    "text",
    [
        "Correction: Mary Hill said the bridge is old, not new.",
        "An earlier version of the bill banned bridges, Mary Hill said.",
        "Mary Hill said an earlier version of the report was wrong.",
    ],
)
def test_what_stands_is_read(fill: Fill, text: str) -> None:
    """A correction may say who said what, and a bill may have earlier versions."""
    assert [filled.names(claim) for filled in [fill(text)] for claim in filled.claims] == [["Mary Hill"]]


@pytest.mark.parametrize(
    ("code", "text", "question", "expected"),
    [
        (
            "en",
            ("Norvald Steel lost $212m in the third quarter.\n\nCorrection: An earlier version of this article said "
            "Norvald Steel lost $221m in the third quarter. The figure is $212m."),
            "How much did Norvald Steel lose in the third quarter?",
            [1],
        ),
        (
            "en",
            ("Steel is made here.\n\nCorrection: An earlier version of this article said Norvald Steel lost $221m in the "
            "third quarter. The figure is $212m."),
            "How much did Norvald Steel lose in the third quarter?",
            [2, 3],
        ),
        (
            "en",
            "Steel is made here.\n\nAn earlier version of this article misstated when Norvald Steel opened the mill in May.",
            "When did Norvald Steel open the mill?",
            [],
        ),
        (
            "de",
            ("Stahl wird hier gemacht.\n\nBerichtigung: In einer früheren Version hieß es, Norvald habe 2024 das Werk in "
            "Esk geschlossen. Geschlossen wurde es 2025."),
            "Wann hat Norvald das Werk in Esk geschlossen?",
            [2, 3],
        ),
    ],
)  # fmt: skip
async def test_no_answer_rests_on_it_alone(
    fill: Fill, code: str, text: str, question: str, expected: list[int]
) -> None:
    """What holds answers; where only the correction tells, what is right stands beside what was wrong."""
    article = fill(text, code).article

    [answer] = [one async for one in OfflineReader().answer(article, question, [], unchecked)]

    assert isinstance(answer.form, AnswerForm)
    assert [n for part in answer.form.parts for n in part.sentences] == expected


BARE = {
    "en": "Sam Cole said the dam broke. In an earlier version, we said four barns were flooded. In fact two were.",
    "de": "Sven Kohl sagte, der Damm sei gebrochen. In einer früheren Fassung hieß es, vier Scheunen seien überflutet. Es sind zwei.",
    "fr": "Samuel Colin a dit que la digue avait cédé. Dans une première version, nous écrivions que quatre granges étaient inondées. Deux le sont.",
    "es": "Saúl Cano dijo que el dique cedió. Este diario publicó inicialmente que había cuatro graneros inundados. Son dos.",
}  # fmt: skip


@pytest.mark.parametrize("code", BARE)
def test_an_earlier_version_needs_no_article_beside_it(fill: Fill, code: str) -> None:
    """What it said is claimed by nobody: the words behind "in an earlier version" tell whose text that was."""
    claims = fill(BARE[code], code).draft.form.claims

    assert [(claim.sentences, bool(claim.sources)) for claim in claims] == [([1], True), ([2, 3], False)]


def test_an_earlier_version_of_a_bill_corrects_nothing(fill: Fill) -> None:
    """Nor of anything else that is no article."""
    filled = fill("An earlier version of the bill said towns may forbid it, Ann Hart said.")

    assert filled.names(filled.of(1)) == ["Ann Hart"]
