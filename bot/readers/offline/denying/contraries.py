"""Contraries: what in a sentence contradicts, withdraws or keeps silent, whoever speaks, to hold what a model says against."""

from collections.abc import Sequence

from bot.claims.people.voices import Contrary, Voice
from bot.claims.reading import SILENT, DenialKind
from bot.readers.offline.denying import facts, grants, silences
from bot.readers.offline.denying.denied import Basis, Denied
from bot.readers.offline.speech import corrections
from bot.readers.offline.syntax import phrasing
from bot.readers.offline.syntax.sentence import Attribution, Place
from bot.readers.offline.text import tokens
from bot.readers.offline.text.language import ANSWERS, OF_WHAT_WAS_SAID, UNTRUE, Language
from bot.readers.offline.text.passage import Line, Passage
from bot.readers.offline.text.tokens import Token

_SURE = frozenset[Basis](("stated", "notion", "lying"))
_ANNOUNCED = frozenset[Basis](("rival", "pointing", "conceded", "account", "defence", "plea", "figure"))
_TOLD = frozenset[Basis](("answer", "reply"))
_TURNED = 3  # words between a negation and the word of denying that it turns
_OBJECT = 8  # words around "rejected" among which what was said stands


def voice(line: Line, found: Sequence[Attribution], denied: Denied | None, passage: Passage) -> Voice | None:
    """What the sentence has of these, as a voice without speakers; `found` are its attributions, `denied` its denial."""
    silence = _silence(line, denied, passage)
    contrary = _contrary(line, found, denied, passage, silence[1] if silence else None)
    withdrawn = corrections.in_line(line, passage)
    if silence is None and contrary is None and not withdrawn:
        return None
    kept_silent = silence[0] if silence else None
    return Voice(line.n, (), (), (0, 0), told=False, silence=kept_silent, contrary=contrary, withdrawn=withdrawn)


def _silence(line: Line, denied: Denied | None, passage: Passage) -> tuple[DenialKind, Place] | None:
    if denied and denied.kind in SILENT:
        return denied.kind, denied.silence or (line.start, line.end)
    return silences.unnamed(line, passage)


def _contrary(
    line: Line, found: Sequence[Attribution], denied: Denied | None, passage: Passage, silence: Place | None
) -> Contrary | None:
    language = passage.language
    words = [word for word in _spelled_out(line, passage) if not _within(word, silence)]
    if not (denied and denied.basis in _SURE) and facts.surpass(words, language):
        return None
    lists = ANSWERS if silence else (*ANSWERS, *UNTRUE)
    opening = [at for at, word in enumerate(words) if word.low in language.contradicting]  # few do
    if any(_contradicts(words, at, lists, language) for at in opening):
        return "plain"
    if silence:
        return None
    if denied is not None and denied.basis not in _TOLD:
        return _on(denied)
    if denied is not None and line.tokens[0].low in language["denials.but_openings"]:
        return "answer"  # "But according to her, …"
    said = [place for one in found if not one.negated for place in one.content]
    heard = [word for word in words if not said or any(_within(word, place) for place in said)]
    return "perhaps" if any(_negates(heard, at, language) for at in range(len(heard))) else None


def _on(denied: Denied) -> Contrary:
    """By what it is a denial."""
    if denied.basis in _SURE or denied.also in _SURE or denied.replies:
        return "plain"
    return "own" if denied.basis == "own deeds" else "answer" if _ANNOUNCED & {denied.basis, denied.also} else "perhaps"


def _spelled_out(line: Line, passage: Passage) -> list[Token]:
    """The words of the sentence with those of its quotations."""
    parts = (
        (token,) if not token.is_quote else tokens.cut(passage.text, token.start, token.end) for token in line.tokens
    )
    return [word for part in parts for word in part]


def _contradicts(words: Sequence[Token], at: int, lists: Sequence[str], language: Language) -> bool:
    if any(_negates(words, before, language) for before in range(max(0, at - _TURNED), at)):
        return False  # "did not deny", "neither confirm nor deny"
    if any(phrasing.phrase(words, at, f"denials.{name}", language) for name in lists):
        return not (phrasing.phrase(words, at, "denials.denies", language) and grants.denied(words[at:], language))
    if not any(phrasing.phrase(words, at, f"denials.{name}", language) for name in OF_WHAT_WAS_SAID):
        return False
    told = language["denials.of_matters"] | language["denials.carriers"] | language["denials.wording"]
    near = words[max(0, at - _OBJECT) : at + _OBJECT]
    return any(word.low in told | language["denials.pointers"] for word in near)


def _negates(words: Sequence[Token], at: int, language: Language) -> bool:
    return words[at].negates(language.negating) and not phrasing.phrase(words, at, "denials.no_negation", language)


def _within(word: Token, place: Place | None) -> bool:
    return place is not None and place[0] <= word.start < place[1]
