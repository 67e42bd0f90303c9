"""A denial while its sources and the claims it answers are still looked for."""

from dataclasses import dataclass
from typing import Literal

from bot.claims.reading import DenialKind
from bot.readers.offline.naming.mentions import Mention
from bot.readers.offline.syntax.sentence import Place

Basis = Literal[
    "stated",
    "own deeds",
    "pointing",
    "contrary",
    "rival",
    "continued",
    "notion",
    "lying",
    "account",
    "excuse",
    "sequel",
    "reply",
    "defence",
    "conceded",
    "answer",
    "plea",
    "turn",
    "figure",
    "opposite",
    "correction",
    "topic",
]

REJOINED: frozenset[Basis] = frozenset({"answer", "plea", "opposite"})
"""Mere facts: a denial only where they answer an accusation."""


@dataclass(frozen=True, slots=True)
class Hearsay:
    """What stands at `place` is said by nobody whom the sentence names: by "reports", "accusations" …, the `voice`, or, where
    that is None, only in "the idea that". A `definite` one, "the claim that", was told before."""

    place: Place
    voice: Mention | None
    definite: bool = False


@dataclass(frozen=True, slots=True)
class Denied:
    """A denial found in sentence `n`.

    `matter` are the characters that say what is denied, if any do; `embedded` are those in which the sentence
    itself tells the claim that is denied ("Fans say she mimed, which she denies"), `hearsay` those in which it tells it in
    nobody's name ("denied reports that he had resigned"); `via` relayed the denial. `implied` is what is denied where
    nobody states it.

    `basis` says what makes it one: it is "stated" in so many words; or it is a negated sentence, which denies something
    only where somebody said it: about one's "own deeds" ("I never …"), "pointing" at what was just said
    ("that is wrong"), or "contrary" to it in its own words, of which those at `crux` are negated. So does a "rival" account ("she insisted …"), what is "continued"
    right behind a denial, a "notion" that is rejected, and who is accused of "lying" must have spoken. An "account" answers what is said
    of those who give it, an "excuse" only what they are accused of, and a
    "sequel" nothing but what those deny who have just denied. A "reply" is told right behind an accusation and answers it where
    it is of those who tell it, a "defence" one of whoever it speaks for; an "answer" and a "plea" are the same where
    only mere facts tell it, behind a verb that accuses or by a lawyer. A "turn" is what a party tells right behind the other side, a "figure" another one than was given,
    an "opposite" that what others say not to be is so, a "correction" is what somebody sets right of what was just said, a "topic" a thing of which others spoke and that is taken up.

    `also` is a second reason, for what is negated and another account too.

    It `replies` to what was asked where the reporting word says so.

    It `vouches` for what they told, against whoever attacks it.

    `silence` are the words by which somebody says nothing: "could not comment further". What they said in sentence `withdraws` they
    take back.
    """

    n: int
    kind: DenialKind
    sources: tuple[Mention, ...]
    matter: Place | None
    embedded: Place | None = None
    hearsay: Hearsay | None = None
    via: tuple[Mention, ...] = ()
    basis: Basis = "stated"
    also: Basis | None = None
    implied: Place | None = None
    crux: Place | None = None
    replies: bool = False
    vouches: bool = False
    silence: Place | None = None
    withdraws: int | None = None

    @property
    def retells(self) -> bool:
        """It tells what happened otherwise, of which nobody need have spoken in the same words."""
        return self.basis == "own deeds" or bool({self.basis, self.also} & {"account", "excuse", "sequel"})

    def outweighs(self, silence: "Denied") -> bool:
        """ "The ministry denies it; the union has not responded", "denied it and declined to say more": of the two the denial must
        not be lost; not "did not respond but has denied such things before", which says nothing now."""
        if self.kind not in ("denies", "partly_denies"):
            return False
        first = self.matter is not None and silence.silence is not None and self.matter[0] < silence.silence[0]
        who, silent = ({mention.start for mention in one.sources} for one in (self, silence))
        return first or not who & silent
