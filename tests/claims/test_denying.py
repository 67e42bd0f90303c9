"""The table of denials: what denies nothing is shown as none, a silence as the silence it is, and few denials are refused."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from bot.article.article import Article
from bot.claims.denying import Denied, Denying
from bot.claims.form import ClaimForm, DenialForm, Draft, Form, SourceForm
from bot.claims.grounding import complaints, ground
from bot.claims.people.voices import Voice
from bot.claims.reading import SILENT, Denial, ReaderInfo
from bot.readers.offline import hear
from tests.claims.articles import article, article_of_lines
from tests.claims.test_attributions import sources

TABLES = Path(__file__).parent / "denials"
TUNED = tuple(sorted(path.stem for path in TABLES.glob("tuned_*.toml")))
INFO = ReaderInfo(name="openai", model="m", prompt="p")
NOTHING = "-"
# Of other accounts in no word that denies: (those that are refused, what answers nothing and is believed); they may only fall.
STORIES = {"stories_tuned": (7, 1), "stories_held_out": (8, 4)}
REFUSED_AT_MOST = 0.03
BELIEVED_AT_MOST = 0.02

Row = tuple[str, str, str, list[int], list[int]]


def form(claims: list[tuple[list[int], str]], row: Row) -> Form:
    """The claims of a passage, told in the article's own words, and the one denial of the row."""
    _, kind, denier, numbers, answered = row
    texts = list(dict.fromkeys([denier, *(claimant for _, claimant in claims)]))
    known: list[SourceForm] = [
        one.model_copy(update={"id": f"s{i}"}) for i, t in enumerate(texts) for one in sources(t)
    ]
    ids = {text: known[i].id for i, text in enumerate(texts)}
    more: dict[str, Any] = {"text": "", "via": [], "cue": None, "certainty": "certain", "hedge": None, "kind": "fact"}
    told = [ClaimForm(id=f"c{i}", sentences=ns, sources=[ids[who]], **more) for i, (ns, who) in enumerate(claims, 1)]
    stated: Any = kind
    answers = [f"c{i}" for i in answered]
    denial = DenialForm(sources=[ids[denier]], via=[], kind=stated, claims=answers, implied=None, sentences=numbers)
    return Form(sources=known, claims=told, denials=[denial])


def shown(about: Article, filled: Form, voices: tuple[Voice, ...]) -> Denial | None:
    return next(iter(ground(about, Draft(filled, done=True), INFO, voices).denials), None)


@cache
def seen(*tables: str) -> list[tuple[str, Row]]:
    """(the kind that is shown, row) of every row. No process need ground them that only looks which tests there are."""
    found: list[tuple[str, Row]] = []
    for table in tables or TUNED:
        data: dict[str, Any] = tomllib.loads((TABLES / f"{table}.toml").read_text("utf-8"))
        for passage in data["passage"]:
            about = article(passage["text"].strip(), passage["language"])
            voices = hear(about)
            for row in passage["rows"]:
                denial = shown(about, form(passage["claims"], row), voices)
                found.append((denial.kind if denial else NOTHING, row))
    return found


def test_what_denies_nothing_is_shown_as_no_denial() -> None:
    """Praise, other matters, the accuser's own words, and silences where somebody speaks."""
    wrong = [row for kind, row in seen() if row[0] == NOTHING and kind != NOTHING]

    assert len(wrong) <= BELIEVED_AT_MOST * sum(row[0] == NOTHING for _, row in seen()), wrong


def test_few_denials_are_refused() -> None:
    """Denials, counter-stories and silences that the sentences tell: nearly all of them stand."""
    right = [(kind, row) for kind, row in seen() if row[0] == row[1]]
    refused = [(kind, row) for kind, row in right if kind != row[0]]

    assert len(refused) <= REFUSED_AT_MOST * len(right), refused


@pytest.mark.parametrize("table", STORIES)
def test_another_account_of_the_same_is_shown_and_other_matters_are_not(table: str) -> None:
    """ "The film was on time" where it was said to be late; not praise, plans and what else the same people say."""
    told = seen(table)
    refused = [row for kind, row in told if row[0] == row[1] != kind]
    believed = [row for kind, row in told if row[0] == NOTHING != kind]

    assert len(refused) <= STORIES[table][0], refused
    assert len(believed) <= STORIES[table][1], believed


def test_a_silence_is_shown_as_the_silence_it_is() -> None:
    """Whatever a model calls it, "did not return calls" is no denial."""
    mended = [(kind, row) for kind, row in seen() if row[0] in SILENT and row[1] != row[0]]

    assert mended
    assert [(kind, row) for kind, row in mended if kind != row[0]] == []


ACCUSED = """
Watchdog accuses bank of hiding fees
Corvin Bank hid fees from 30,000 customers, the money watchdog Fairpurse said.
Corvin Bank denied that on Monday.
"The bank's letters were clear," Lars Hume said.
"""
CLAIMS = [([2], "Fairpurse, organisation"), ([3], "Corvin Bank, organisation")]


def test_what_denies_nothing_is_complained_about() -> None:
    """A model is told what is wrong with its denial, so that it can mend it."""
    about = article(ACCUSED.strip())
    filled = form(CLAIMS, (NOTHING, "denies", "Lars Hume, person", [4], [1]))

    (told,) = complaints(about, filled, voices=hear(about))

    assert told.item == "d1"
    assert "deny nothing" in told.problem


def test_nobody_denies_what_only_they_claim() -> None:
    """The denial answers what others say, and falls where nothing else is left of it."""
    about = article(ACCUSED.strip())
    voices = hear(about)

    both = shown(about, form(CLAIMS, ("denies", "denies", "Corvin Bank, organisation", [3], [1, 2])), voices)
    own = shown(about, form(CLAIMS, (NOTHING, "denies", "Fairpurse, organisation", [2], [1])), voices)

    assert both is not None
    assert both.claims == ("c1",)
    assert own is None


@pytest.mark.parametrize(
    ("language", "told", "silence"),
    [
        ("en", "Mill owner Jo Farr plans to shut the mill, the union Steel said.", "Farr declined to comment."),
        ("de", "Die Firma Kalwein will das Werk schließen, sagte Jo Farr.", "Kalwein wollte das nicht bestätigen."),
        ("fr", "Le groupe Valm va fermer l'usine, affirme Jo Farr.", "Le groupe n'a pas confirmé cette information."),
        ("es", "La empresa Solm cerrará la planta, dijo Jo Farr.", "La empresa no quiso hacer comentarios."),
    ],
)
def test_a_silence_is_no_claim(language: str, told: str, silence: str) -> None:
    """What tells only that somebody kept silent is left out of the claims, and the reader hears why."""
    about = article_of_lines(f"{told}\n{silence}", language)
    more: dict[str, Any] = {"via": [], "cue": None, "certainty": "certain", "hedge": None, "kind": "fact"}
    claims = [ClaimForm(id=f"c{n}", text="", sentences=[n], sources=[], **more) for n in (1, 2)]
    filled = Form(sources=[], claims=claims, denials=[])
    voices = hear(about)

    assert 2 not in {
        n for claim in ground(about, Draft(filled, done=True), INFO, voices).claims for n in claim.sentences
    }
    assert any("kept silent" in one.problem for one in complaints(about, filled, voices=voices))


def test_a_word_for_what_somebody_is_contradicts_nothing() -> None:
    """A prosecutor's "prosecutors have not" is no answer to what somebody at "the prosecutor's office" tells."""
    told = "Prosecutors have opened no inquiry, said chief prosecutor Ida Holm."
    about = article_of_lines(f"{told}\nA person at the prosecutor's office said files had been requested.", "en")
    called = ("Ida Holm", "chief prosecutor")

    assert Denying(about, hear(about)).kind(Denied("denies", (1,), ("Ida Holm",), ((2,),), called)) is None


VIEWS = """
Hill may slide
The hill above Osk may slide by spring, Ann Hart said.
"We do not share that assessment," said mayor Tom Reed.
"""


def test_who_does_not_share_a_view_denies_it() -> None:
    """Whatever the words of what was said."""
    about = article(VIEWS.strip())
    filled = form([([2], "Ann Hart, person")], ("denies", "denies", "Tom Reed, person", [3], [1]))

    told = shown(about, filled, hear(about))

    assert told is not None
    assert told.claims == ("c1",)


FAR = """
Mayor favoured a cousin
The mayor gave a cousin the contract for the pool, according to a report that the Echo has.
Rain is due. Snow is due. Hail is due. Wind is due. Sun is due. Fog is due.
Ann Hart said she had warned the county in May.
The county says it never received a report.
"""


def test_one_word_of_both_is_no_answer_far_from_it() -> None:
    """A "not" beside a word that the claim has too answers what stands near."""
    about = article(FAR.strip())
    denier = about.sentences[-1].n
    filled = form([([2], "report, document")], (NOTHING, "denies", "county, organisation", [denier], [1]))

    assert shown(about, filled, hear(about)) is None
