"""German clauses: who does what in each, told by the order of its words.

A clause of its own has its verb second, others have it at the end.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.germanphrases import Phrases
from bot.claims.grammar.kinds import sorts
from bot.claims.grammar.verbs import POSTPOSED
from bot.claims.language.smallwords import AND
from bot.claims.language.token import Token

_MARKS = frozenset({",", ";", ":", "–", "—", "(", ")", ".", "!", "?"})
_OBLIQUE_RELATIVE = frozenset({"den", "dem", "denen"})
_RELATIVE = _OBLIQUE_RELATIVE | {"der", "die", "das", "welche", "welcher", "welches"}
_WHOSE = frozenset({"deren", "dessen"})
_SINGULAR = frozenset({"ein", "das", "der"})
_EITHER = frozenset({"die", "das", "eine", "ein"})  # of a subject or an object
_PARTED_INFINITIVE = re.compile(r"[a-z]{2,}zu[a-z]+n$")
_PREFIXES = "ab|an|auf|aus|bei|ein|fest|frei|hin|her|los|mit|nach|nieder|statt|um|vor|weg|weiter|zuruck|zusammen"
_PARTICIPLE = re.compile(rf"({_PREFIXES})?(ge|be|ver|ent|er|zer|miss)[a-z]+(t|en)$")
_ENDS = 3  # words of a verb at the end: "hätte verkauft werden sollen"


@dataclass(frozen=True, eq=False)
class Clause:
    """Who does it, by the places of the words of that phrase and of its head; and where its verbs stand, of which `deed` tells most. `passive` is None
    where "werden" may stand before an infinitive: "wird entlassen", "wird vergeben"."""

    text: Analysed
    subject: tuple[int, ...]
    head: tuple[int, ...]
    verbs: tuple[int, ...]
    deed: int
    passive: bool | None

    @property
    def doer(self) -> tuple[Token, ...]:
        return tuple(self.text.tokens[i] for i in self.head)


@lru_cache(maxsize=2048)
def clauses(text: Analysed) -> tuple[Clause, ...]:
    """Those of which it is plain who does it."""
    return tuple(_Reader(text).clauses())


class _Reader(Phrases):
    """Reads a sentence part by part: a subject may wait for its verb behind an insertion, or be shared behind "und"."""

    def __init__(self, text: Analysed) -> None:
        super().__init__(text)
        self._waiting: tuple[int, ...] = ()
        self._shared: tuple[int, ...] = ()

    def clauses(self) -> Iterator[Clause]:
        for part in self._parts():
            found = None if self._infinitive(part) else self._clause(part)
            if found is not None:
                yield found

    def _parts(self) -> Iterator[list[int]]:
        part: list[int] = []
        for i, token in enumerate(self.text.tokens):
            joins = token.low in AND and i + 1 < len(self.text.tokens) and self.finite(i + 1)
            if token.low in _MARKS or joins:
                yield from [part] if part else []
                part = []
            elif token.low != '"':
                part.append(i)
        yield from [part] if part else []

    def _infinitive(self, part: Sequence[int]) -> bool:
        """ "die Akten zu öffnen", "alle Unterlagen vorzulegen": it has no subject of its own."""
        lows = [self.text.tokens[i].low for i in part]
        led = "zu" in lows[-_ENDS:-1] and lows[-1].endswith("n")
        return led or bool(_PARTED_INFINITIVE.match(lows[-1]))

    def _clause(self, part: list[int]) -> Clause | None:
        if self.finite(part[0]) and not self.plain_form(part, 0) and not self.adjective(part, 0):
            pronoun = self.low(part, 1) in self.known.subjective | {"sie"}
            behind = () if self._goes_on(part) else self._after(part, 0)
            subject = self._waiting or behind or (() if pronoun else self._shared)
            inserted = not self._waiting and self.low(part, 0) in self.words.reporting  # "…, sagte Taschner, und …"
            self._waiting, self._shared = (), self._shared if inserted else subject
            return self._made(subject, part, 0)
        if self.low(part, 0) in self.known.subordinating:
            return self._final(part[1:])
        end = self.phrase(part, 0)
        if end == len(part):
            self._waiting += tuple(part)  # "a lawyer, Eva Lund,"
            return None
        at = next((k for k in range(end, len(part)) if self.finite(part[k])), None) if end else None
        at = None if at == len(part) - 1 and self.plain_form(part, at) else at
        behind_comma = part[0] > 0 and self.text.tokens[part[0] - 1].low == ","
        second = at is not None and all(self.adverb(part[k]) for k in range(end, at))
        second = second and not (behind_comma and self._closed(part, at or 0))
        led = self.low(part, 0) in self.words.prepositions and self.low(part, 1) in _RELATIVE and self._ends(part)
        if behind_comma and self.low(part, 0) in _WHOSE:
            return self._final(part[1:])
        if behind_comma and not second and (self.low(part, 0) in _RELATIVE or led):
            return self._relative(part, led=led)
        return self._main(part, end, at if second else None)

    def _goes_on(self, part: list[int]) -> bool:
        """ "Die Polizei ermittelt, hält Sabotage für möglich": a verb behind a comma has the subject of the one before."""
        comma = part[0] > 0 and self.text.tokens[part[0] - 1].low == ","
        known = self._shared and not self._waiting and self.low(part, 0) not in self.words.reporting
        bare = self.low(part, 1) not in self.words.determiners | self.words.pronouns
        more = len(part) > 1 + len(self._after(part, 0))  # not ", forderte Emil Roth"
        return comma and bool(known) and bare and more and self._alike_in_number(part[0])

    def _alike_in_number(self, verb: int) -> bool:
        """No verb of many where the subject before is one: "…, so kommen Züge"."""
        plural = self.text.tokens[verb].low.endswith("en")
        return not plural or len(self._shared) > 1

    def _main(self, part: list[int], end: int, at: int | None) -> Clause | None:
        """With its verb second: who does it stands before, or right behind it."""
        self._waiting = ()
        if at is None:
            at = next((k for k in range(1, len(part)) if self.finite(part[k])), None)
            pronoun = self.low(part, 0) in self.known.subjective | {"sie"}
            extended = self.low(part, 0) in self.words.determiners  # "das auf 300 Euro geschätzte Bild"
            unclear = (end or extended) and not self.oblique(part, 0)
            subject = () if at is None or pronoun or unclear else self._after(part, at)
        elif self._behind(part, end, at):
            subject = self._after(part, at)
        else:
            subject = () if self._either(part, end, at) else tuple(part[:end])
        self._shared = subject
        return None if at is None else self._made(subject, part, at)

    def _behind(self, part: Sequence[int], end: int, at: int) -> bool:
        """Whether what stands before the verb is no subject."""
        pronoun = self.low(part, at + 1) in self.known.subjective
        plural = self.low(part, 0) in _SINGULAR and self.low(part, at).endswith("en")
        return pronoun or plural or self.oblique(part, 0) or self.low(part, end) in POSTPOSED

    def _either(self, part: Sequence[int], end: int, at: int) -> bool:
        """ "Die Klage wies der Richter ab", "Entwarnung gaben die Meteorologen": the object may stand first."""
        bare = end == 1 and self.low(part, at).endswith("en") and self.low(part, at + 1) == "die"
        return bare or (self.low(part, 0) in _EITHER and self.low(part, at + 1) in ("der", "sie"))

    def _relative(self, part: list[int], *, led: bool) -> Clause | None:
        """ "den Kniep entlassen hatte": behind an object of its own stands who does it; "der" mostly does it himself."""
        if led or self.low(part, 0) in _OBLIQUE_RELATIVE:
            return self._final(part[2 if led else 1 :])
        noun = self.low(part, 2)
        if self.low(part, 0) != "der" and self.low(part, 1) in ("der", "ein") and "person" in sorts("de", noun):
            return self._final(part[1:])  # "die ein Gutachter untersucht hat"
        named = len(part) > 1 and (self.text.tokens[part[1]].capital or self.low(part, 1) in ("der", "ein", "er"))
        if self.low(part, 0) != "der" or named:
            return None
        run: list[int] = []
        while (before := (run[0] if run else part[0] - 1) - 1) >= 0 and self.text.tokens[before].capital:
            run.insert(0, before)
        return self._made(tuple(run), part, None)

    def _final(self, part: list[int]) -> Clause | None:
        """With its verb at the end: who does it stands first, behind pronouns that are no subject."""
        start = 0
        while self.low(part, start) in self.known.objective | {"sich"}:
            start += 1
        end = self.phrase(part, start)
        plain = start < end < len(part) and not self.oblique(part, start)
        return self._made(tuple(part[start:end]), part, None) if plain else None

    def _after(self, part: list[int], at: int) -> tuple[int, ...]:
        """The phrase right behind the verb."""
        start = at + 1 + (self.low(part, at + 1) == "sich")
        end = self.phrase(part, start)
        return () if not end or self.oblique(part, start) else tuple(part[start:end])

    def _made(self, subject: tuple[int, ...], part: list[int], at: int | None) -> Clause | None:
        head = tuple(self.head(subject))
        if not head:
            return None
        places = [*([] if at is None else [part[at]]), *(i for i in part[-_ENDS:] if i not in subject)]
        content = (i for i in dict.fromkeys(places) if i in self.text.content)
        verbs = tuple(i for i in content if not self.text.tokens[i].capital)
        being = at is not None and self.low(part, at) in self.known.are | self.known.was | {"sei", "seien"}
        if not verbs or (being and not _PARTICIPLE.match(self.text.tokens[verbs[-1]].low)):
            return None  # "ist klein"
        lexical = at is not None and self.low(part, at) not in self.known.helping and part[at] in verbs
        deed = part[at] if at is not None and lexical else verbs[-1]
        return Clause(self.text, subject, head, verbs, deed, self._passive(part, verbs))

    def _passive(self, part: Sequence[int], verbs: Sequence[int]) -> bool | None:
        lows = {self.text.tokens[i].low for i in part}
        if any(self.text.tokens[i].low in self.known.been and "ü" not in self.text.tokens[i].text for i in part):
            return True
        if not lows & self.known.becoming or not verbs:
            return False
        return True if self.text.tokens[verbs[-1]].low.endswith("t") else None

    def _ends(self, part: Sequence[int]) -> bool:
        """With its verb at the end."""
        return not self.text.tokens[part[-1]].capital

    def _closed(self, part: Sequence[int], at: int) -> bool:
        """ "den Kniep entlassen hatte": it ends with its finite verb, so that the one before is none."""
        last, first = self.low(part, -1 + len(part)), self.low(part, 0)
        behind = at == len(part) - 1
        ended = last in self.known.helping and (behind or self.low(part, at) not in self.known.helping)
        return first in _RELATIVE and (ended or behind)
