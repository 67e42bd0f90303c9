"""Voices: who speaks in which sentence, as rules hear it, beside what a reader says."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from bot.article.article import Article
from bot.claims.form import Form, SourceForm
from bot.claims.reading import DenialKind

Contrary = Literal["plain", "own", "answer", "perhaps"]
"""A word that contradicts by itself ("denied", "untrue"), or what does so only beside what it answers: what the speaker has not
done, an account that is announced as another ("insisted", "for its part"), any other negation."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """A source as rules understand it, and `words`, the article's own by which this sentence mentions it.

    `kind` tells whether those words name it, describe it ("the minister") or only point at it ("she").
    """

    source: SourceForm
    words: str
    kind: Literal["named", "described", "pronoun"]


@dataclass(frozen=True, slots=True)
class Voice:
    """In sentence `n`, `speakers` say or deny what stands at `content` (characters of the article, half open).

    `told`: the sentence itself says so, in the characters at `group`; otherwise it goes on with what another one tells.
    `about` is where the sentence names whom a pronoun that speaks in it does not stand for.
    `account`: they tell what was or is so, and no plan, wish or verdict.
    `clause` is where the sentence tells what is denied; who `vouches` only stands by what they told.
    `silence`, by what it is `contrary`, and `withdrawn`, that it tells what an earlier version of the article had wrong, tell of a
    whole sentence, whoever speaks: such a voice has no speakers. Nor has one that is `righted` by sentences in which who spoke, or
    the outlet itself, takes it back.
    """

    n: int
    speakers: tuple[Speaker, ...]
    content: tuple[tuple[int, int], ...]
    group: tuple[int, int]
    via: tuple[Speaker, ...] = ()
    told: bool = True
    denies: bool = False
    account: bool = False
    about: tuple[tuple[int, int], ...] = ()
    clause: tuple[int, int] | None = None
    vouches: bool = False
    silence: DenialKind | None = None
    contrary: Contrary | None = None
    withdrawn: bool = False
    righted: tuple[int, ...] = ()


def instead_of(voices: Sequence[Voice]) -> str:
    """Whom the sentences name, as the end of a complaint."""
    who = names_of([speaker for voice in voices for speaker in voice.speakers])
    return f"; they name {who}" if who else ""


def names_of(speakers: Sequence[Speaker]) -> str:
    """Each once, by name or in the article's words; those whom only a pronoun means and nobody names are left out."""
    named = [s.source.name or s.words for s in speakers if s.kind != "pronoun" or s.source.name]
    return " and ".join(repr(name) for name in dict.fromkeys(named))


def concerns_voices(form: Form) -> bool:
    """Whether it can be held against voices: what quotes the article and names nobody cannot, what finds nothing at all can."""
    if not (form.claims or form.denials):
        return True
    restated = any(claim.text.strip() or claim.sources for claim in form.claims)
    return restated or bool(form.denials)


Hear = Callable[[Article], tuple[Voice, ...]]
"""All voices of an article, in its order; none in a language that the rules do not know."""
