"""What a denial answers in French, Spanish and German: the report behind it, "this claim", and nothing of who asks."""

import pytest

from tests.readers.offline.conftest import Fill


@pytest.mark.parametrize(
    ("code", "text", "answered"),
    [
        (
            "fr",
            "La ministre Anne Roux a démenti avoir conclu un accord. « Il n'y a rien », a-t-elle dit. Selon le site La Sonde, elle aurait promis de signer.",
            [3],
        ),
        (
            "fr",
            "Le club a nié avoir payé des arbitres. Selon le quotidien Le Sud, deux dirigeants auraient versé de l'argent.",
            [2],
        ),
        (
            "es",
            "La consejera Ana Ruiz negó que vaya a vender el hospital. Respondía a una noticia. Según el diario La Ribera, habría encargado un estudio.",
            [3],
        ),
        (
            "es",
            "Tambos del Litoral negó estar en venta. El portal Agro Sur había publicado que ambas firmas estarían cerca de un acuerdo.",
            [2],
        ),
    ],
)  # fmt: skip
def test_a_denial_at_the_top_answers_the_report_behind_it(
    fill: Fill, code: str, text: str, answered: list[int]
) -> None:
    """Where an article begins with it, what is then passed on in the conditional is what is denied."""
    filled = fill(text, code)

    [denial] = filled.draft.form.denials
    claims = [claim for claim in filled.claims if claim.id in denial.claims]
    assert sorted(n for claim in claims for n in claim.sentences) == answered


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "Le club a nié avoir payé des arbitres. Selon la mairie, le stade coûtera trois millions."),
        ("es", "El club negó haber pagado a los árbitros. Según el alcalde, el estadio costará tres millones."),
    ],
)
def test_plain_speech_behind_a_denial_is_not_what_it_answers(fill: Fill, code: str, text: str) -> None:
    """In the indicative somebody speaks of something else."""
    [denial] = fill(text, code).draft.form.denials

    assert denial.claims == []


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "Paul Roux affirme que les camions puent. Anne Petit dit que les camions roulent de nuit. La société Biogaz réfute cette affirmation."),
        ("es", "Paul Roux afirma que los camiones huelen. Ana Gil dice que los camiones van de noche. La empresa Biogaz negó esa versión."),
        ("de", "Paul Roux sagt, die Laster stänken. Anna Petit sagt, die Laster führen nachts. Die Firma Biogas bestreitet diese Darstellung."),
    ],
)  # fmt: skip
def test_this_claim_is_the_one_just_told(fill: Fill, code: str, text: str) -> None:
    """ "Cette affirmation" is one, and the last."""
    filled = fill(text, code)

    [denial] = filled.draft.form.denials
    assert [claim.sentences for claim in filled.claims if claim.id in denial.claims] == [[2]]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("es", "Luis Gil dijo a este diario que el puente es viejo. Las obras empezaron en mayo. El club Alba ganó la copa. El Ministerio de Pesca no respondió a las consultas de este diario."),
        ("es", "Luis Gil dijo a este periódico que el puente es viejo. Las obras empezaron en mayo. El club Alba ganó la copa. El Ministerio de Pesca no respondió a este periódico."),
        ("fr", "Luc Roy a dit au Riverain que le pont est vieux. Les travaux ont commencé. Le club a gagné. La Fédération de voile n'a pas rappelé Le Riverain."),
    ],
)  # fmt: skip
def test_who_asks_is_no_matter(fill: Fill, code: str, text: str) -> None:
    """The paper's own name ties a silence to nothing that somebody said to it."""
    [denial] = fill(text, code).draft.form.denials

    assert denial.claims == []
