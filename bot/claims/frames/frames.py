"""Frames: for each verb of an English sentence who does it and whom or what it takes, where the sentence's build tells."""

from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from bot.claims.frames.phrases import Phrase, Phrases
from bot.claims.frames.subjects import Subjects
from bot.claims.frames.words import WORDS
from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.kinds import sorts
from bot.claims.grammar.voice import auxiliary_passive, passive

_INVERTED = frozenset(",q.")
_ENDS = frozenset("VXGERSC.,")  # behind these nothing hangs on the verb any more
_BEFORE_GOAL = frozenset({"on", "by"})  # "called on the board to sell", "was told by the board to sell"
_LONGEST = 300  # tokens
_NEAR = 8  # words behind a participle among which "by" stands


@dataclass(frozen=True, slots=True)
class Frame:
    """`at` is the verb. `doers` and `taken` are those that may be, None where the build does not tell; none where there are
    none. In a passive `taken` is its subject, and `doers` whom "by" names; whoever is blamed is taken. `goal` is the verb behind
    "to" or "whether", `led` the phrases behind that prepositions lead, `kept` what a passive still takes, "was awarded damages",
    `raised` of whom "is expected to" tells, and `manner` the adverbs that say how."""

    at: int
    passive: bool
    doers: tuple[Phrase, ...] | None
    taken: tuple[Phrase, ...] | None
    goal: int | None = None
    led: tuple[tuple[str, Phrase], ...] = ()
    manner: tuple[str, ...] = ()
    negated: bool = False
    infinitive: bool = False
    auxiliaries: tuple[str, ...] = ()
    kept: tuple[Phrase, ...] = ()
    raised: tuple[Phrase, ...] = ()


@lru_cache(maxsize=4096)
def frames(text: Analysed) -> dict[int, Frame]:
    """By the index of the verb; none in a sentence longer than anybody writes, whose verbs would be looked for too long."""
    return _Clauses(text).frames if len(text.tokens) <= _LONGEST else {}


class _Clauses:
    def __init__(self, text: Analysed) -> None:
        self.text = text
        self.phrases = Phrases(text)
        self.subjects = Subjects(self.phrases)
        self.parts = self.phrases.parts

    @cached_property
    def frames(self) -> dict[int, Frame]:
        return {i: self._frame(i) for i, part in enumerate(self.parts) if part in "VEG" and not self._helps(i)}

    def _helps(self, i: int) -> bool:
        """ "is late", "has to go": no deed of its own."""
        low = self.text.tokens[i].low
        return low in WORDS.be | WORDS.modal or (low in WORDS.have and "T" in self.parts[i + 1 : i + 2])

    def _frame(self, at: int) -> Frame:
        start = self.subjects.start(at)
        doers, taken, undergone = self._sides(start, at)
        ahead, led = range(start, at), self._led(at)
        return Frame(
            at,
            undergone,
            doers,
            self._blamed(at, led) or taken,
            self._goal(at),
            led,
            self._manner(start, at),
            negated=any(self.text.tokens[k].low in WORDS.negating for k in ahead),
            infinitive=any(self.parts[k] == "T" for k in ahead),
            auxiliaries=tuple(self.text.tokens[k].low for k in ahead if self.parts[k] == "X"),
            kept=(self._objects(at) or ()) if undergone and taken else (),
            raised=self._raised(at, start) if undergone and taken is None else (),
        )

    def _sides(self, start: int, at: int) -> tuple[tuple[Phrase, ...] | None, tuple[Phrase, ...] | None, bool]:
        """Who does it, whom or what it takes, and whether it is a passive."""
        if self.parts[at] == "E":
            return self._agent(at), self.subjects.before_participle(at), True
        if self.parts[at] == "G":
            return self._controller(at), self._objects(at), False
        infinitive = "T" in self.parts[start:at]
        subjects = None if infinitive else self.subjects.ending(start - 1, depth=0)
        if self.parts[start - 1 : start] == ("P",):
            subjects = self._controller(start)
        if self._passive(start, at):  # "is expected to" does not tell what it takes
            vague = self._goal(at) is not None and self.text.tokens[at].low not in WORDS.moved
            return self._agent(at), None if vague else self._undergone(at, subjects), True
        found = self.phrases.beginning_at(at + 1)
        inverted = self.subjects.reports(at) and not infinitive and self._quoted(start)
        inverted = inverted and found is not None and not self.phrases.begins_clause(found)
        inverted = inverted and self.text.tokens[at].low not in WORDS.telling
        if found is not None and inverted and (subjects is None or self._closes(found)):
            return (found,), None, False
        taken = self._objects(at)
        return subjects, self._whom(subjects) if taken == () else taken, False

    def _raised(self, at: int, start: int) -> tuple[Phrase, ...]:
        """The subject of "is expected to"."""
        told = self._goal(at) is not None and "T" not in self.parts[start:at]
        return (self.subjects.ending(start - 1, depth=0) or ()) if told else ()

    def _whom(self, subjects: tuple[Phrase, ...] | None) -> tuple[Phrase, ...]:
        """Of "customers whom it had overcharged" the customers."""
        before = min((phrase.places[0] for phrase in subjects or ()), default=0) - 1
        whom = before > 0 and self.text.tokens[before].low == "whom"
        return (self.subjects.antecedents(before) or ()) if whom else ()

    def _controller(self, at: int) -> tuple[Phrase, ...] | None:
        """Of "blamed Kim for signing it" and "Kim was criticised for signing it" Kim."""
        if self.parts[at - 1 : at] != ("P",) or self.text.tokens[at - 1].low not in ("for", "of"):
            return None
        verb = next((k for k in range(at - 1, -1, -1) if self.parts[k] in "VSR.GE"), 0)
        if self.parts[verb] != "V" or self.text.tokens[verb].low not in WORDS.judging:
            return None
        judged = self._sides(self.subjects.start(verb), verb)[1] or ()
        return tuple(phrase for phrase in judged if self._acts(phrase)) or None

    def _acts(self, phrase: Phrase) -> bool:
        """A name, a person or a body; "blamed weak demand for closing" tells of who blames."""
        head = self.text.tokens[phrase.head]
        return phrase.pronoun or head.capital or bool(sorts(self.text.words.language, head.low))

    def _undergone(self, at: int, subjects: tuple[Phrase, ...] | None) -> tuple[Phrase, ...] | None:
        """Those before, and of "was awarded damages" what stands behind too."""
        more = self._objects(at)
        return None if subjects is None or more is None else (*subjects, *more)

    def _goal(self, at: int) -> int | None:
        """The verb of "to grant" in the same clause."""
        for k in range(at + 1, len(self.parts)):
            if self.parts[k] == "T":
                return next((j for j in range(k, len(self.parts)) if self.parts[j] == "V"), None)
            low = self.text.tokens[k].low
            if low != "whether" and (self.parts[k] in _ENDS or (self.parts[k] == "P" and low not in _BEFORE_GOAL)):
                break
        return None

    def _passive(self, start: int, at: int) -> bool:
        begun = max((k for k in range(start, at) if self.parts[k] == "T"), default=start)  # "is to open"
        auxiliaries = [self.text.tokens[k].low for k in range(begun, at) if self.parts[k] == "X"]
        low = self.text.tokens[at].low
        be = bool(auxiliaries) and auxiliaries[-1] in WORDS.be | WORDS.getting and not low.endswith("ing")
        return be or (not auxiliaries and (auxiliary_passive(self.text, at) or self._appears(at)))

    def _appears(self, at: int) -> bool:
        """ "appeared in the journal" for "was published in it"."""
        return " " in self.text.tokens[at].text and passive(self.text, at) and not self._agent(at)

    def _quoted(self, start: int) -> bool:
        return start > 0 and self.parts[start - 1] in _INVERTED

    def _closes(self, phrase: Phrase) -> bool:
        """ ", said Omar Dahl." with nothing behind."""
        return self.parts[phrase.places[-1] + 1 : phrase.places[-1] + 2] in ((), (".",))

    def _agent(self, at: int) -> tuple[Phrase, ...] | None:
        """Whom "by" names right behind, none where nobody is named."""
        for k in range(at + 1, min(at + _NEAR, len(self.parts))):
            if self.text.tokens[k].low in self.text.words.by:
                phrase = self.phrases.beginning_at(k + 1)
                return None if phrase is None else self._named(phrase)
            if self.parts[k] in ("V", ".", ",", "S", "R", "C"):
                break
        return ()

    def _named(self, phrase: Phrase) -> tuple[Phrase, ...]:
        """Nobody "by Friday" and "by a tenth"."""
        if self.phrases.timed(phrase) or self.text.tokens[phrase.head].kind == "number":
            return ()
        return (*self.phrases.listed(phrase), *self._belonging(phrase))

    def _objects(self, at: int) -> tuple[Phrase, ...] | None:
        """What stands right behind the verb; None where that begins another clause."""
        phrase = self.phrases.behind(at)
        while phrase is not None and self.phrases.timed(phrase):
            phrase = self.phrases.behind(phrase.places[-1])
        if phrase is None:
            return ()
        if self.phrases.begins_clause(phrase):
            return None
        listed = [*self.phrases.listed(phrase), *self._belonging(phrase)]
        second = None if phrase.pronoun else self.phrases.behind(listed[-1].places[-1])
        if second is None or self.phrases.begins_clause(second) or self.phrases.timed(second):
            return tuple(listed)
        return (*listed, second)

    def _led(self, at: int) -> tuple[tuple[str, Phrase], ...]:
        """ "advised the board against a sale": up to the next verb or clause."""
        found = []
        for k in range(at + 1, len(self.parts)):
            if self.parts[k] in _ENDS - {"G"} or self.parts[k] == "T":
                break
            if self.parts[k] == "P" and (phrase := self.phrases.beginning_at(k + 1)) is not None:
                found.append((self.text.tokens[k].low, phrase))
        return tuple(found)

    def _blamed(self, at: int, led: tuple[tuple[str, Phrase], ...]) -> tuple[Phrase, ...]:
        """ "blamed the delay on the board" takes whom "blamed the board for it" takes."""
        blames = self.text.tokens[at].low.startswith("blam")
        on = [phrase for preposition, phrase in led if blames and preposition == "on"]
        return (*self.phrases.listed(on[0]), *self._belonging(on[0])) if on else ()

    def _manner(self, start: int, at: int) -> tuple[str, ...]:
        """ "took it lightly", "openly said": before the verb, and behind it up to the next verb or clause."""
        end = next((k for k in range(at + 1, len(self.parts)) if self.parts[k] in _ENDS), len(self.parts))
        lows = (self.text.tokens[k].low for k in range(start, end) if self.parts[k] == "A")
        return tuple(low for low in lows if low.endswith("ly"))

    def _belonging(self, phrase: Phrase) -> list[Phrase]:
        """ "completion of the deal"."""
        end = phrase.places[-1] + 1
        preposition = self.text.tokens[end].low if end < len(self.parts) else ""
        more = self.phrases.beginning_at(end + 1) if preposition == "of" else None
        return [] if more is None else [replace(more, part=True)]
