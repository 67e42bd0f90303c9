"""Who stands before a verb of an English sentence: past insertions, phrases, relative clauses and verbs that share it."""

from dataclasses import replace

from bot.claims.frames.phrases import Phrase, Phrases
from bot.claims.frames.sharing import Sharing
from bot.claims.frames.words import WORDS


class Subjects:
    """Of the verbs of one sentence; None wherever its build does not tell."""

    def __init__(self, phrases: Phrases) -> None:
        self.phrases = phrases
        self.text = phrases.text
        self.parts = phrases.parts
        self.sharing = Sharing(phrases)
        self.start = self.sharing.start
        self._told: dict[int, tuple[Phrase, ...] | None] = {}

    def ending(self, k: int, depth: int) -> tuple[Phrase, ...] | None:
        """The subjects that end at `k`."""
        while k >= 0 and (self.parts[k] in "qtA" or self.parts[k : k + 2] == ("P", "t")):
            k -= 1
        if k < 0 or depth > 4:
            return None
        match self.parts[k]:
            case ",":
                return self._shared(k) if self.sharing.in_series(k) else self._past_insertion(k, depth)
            case "C":
                return self._shared(k)
            case "R":
                return self.antecedents(k)
            case "N" | "D" | "O":
                return self._chain(k, depth)
            case "V":
                return self._past_relative(k, None)
        return None

    def _past_insertion(self, closing: int, depth: int) -> tuple[Phrase, ...] | None:
        """What stands before "…," and, where that is a name or what somebody is, that too."""
        opened = self._opening(closing)
        meant = self.ending(opened - 1, depth + 1) if opened is not None else None
        if opened is None or meant is None:
            return None
        inserted = None if self._age(opened) else self.phrases.beginning_at(opened + 1)
        beside = any(phrase.places[-1] == opened - 1 for phrase in meant) or self._led_on(opened)
        return meant if inserted is None or not beside else (*meant, inserted)

    def _led_on(self, opened: int) -> bool:
        """ "An expert for the court, Anton Hesse, had", "a man who left in May, Omar Dahl, said", but not "hired by the builder,
        Ostra, had"."""
        if self.parts[opened - 1] not in "NDO":
            return True
        phrase = self.phrases.ending_at(opened - 1)
        lead = phrase.places[0] - 1 if phrase is not None else -1
        return (
            self.parts[max(0, lead - 1) : lead + 1] == ("N", "P")
            and self.text.tokens[lead].low not in self.text.words.by
        )

    def _opening(self, closing: int) -> int | None:
        """The comma that opens what the one at `closing` ends: a name, a relative clause, a participle."""
        k = closing - 1
        while k >= 0 and self.parts[k] not in (",", "."):
            k -= 1
        return k if k > 0 and self.parts[k] == "," and not self._joined(k, closing) else None

    def _joined(self, opened: int, closing: int) -> bool:
        """ "Kim, Lee and Park,": a list."""
        told = set("VXR") & set(self.parts[opened:closing]) or self._age(opened)
        return "C" in self.parts[opened:closing] and not told

    def _age(self, opened: int) -> bool:
        """ "The men, aged 24 and 31, had"."""
        return self.text.tokens[opened + 1].low in WORDS.aged

    def _shared(self, joint: int) -> tuple[Phrase, ...] | None:
        """ "closed the plant and moved": those of the verbs before; told once for each "and", of which there may be many."""
        if joint not in self._told:
            self._told[joint] = None
            self._told[joint] = self._of_earlier(joint)
        return self._told[joint]

    def _of_earlier(self, joint: int) -> tuple[Phrase, ...] | None:
        """Of the verbs before that have the same form, or of all."""
        end = next((k for k in range(joint, -1, -1) if self.parts[k] == "."), -1)
        verb = next((k for k in range(joint, len(self.parts)) if self.parts[k] == "V"), joint)
        earlier = [k for k in range(end + 1, joint) if self.parts[k] == "V" and not self.sharing.quoted(k, joint)]
        nearest = earlier[-1:] if earlier and self.sharing.may_share(verb, earlier[-1]) else []
        same = [k for k in earlier if self.sharing.agrees(verb, k) or k in nearest]
        found: list[Phrase] = []
        for k in same or earlier:
            start = self.start(k)
            mine = None if "T" in self.parts[start:k] else self.ending(start - 1, depth=3)
            if mine is None:
                return None
            found += mine
        return tuple(dict.fromkeys(found)) or None

    def antecedents(self, k: int) -> tuple[Phrase, ...] | None:
        """Of "who" and "which" at `k`: the phrases right before, up to the verb."""
        if k and self.parts[k - 1] in "PC":
            return None
        if self._asks(k):
            return (Phrase((k,), k, told=True),)  # nobody whom the sentence tells of
        found: list[Phrase] = []
        k -= 1
        while k >= 0:
            while k >= 0 and self.parts[k] in ",qtA":
                k -= 1
            phrase = self.phrases.ending_at(k)
            if phrase is None:
                nested = k >= 0 and self.parts[k] == "V" and self.parts[self.start(k) - 1] == "R"
                return None if nested else tuple(found) or None  # "the bank that cleared the cheques, which"
            found.append(replace(phrase, pronoun=False, told=True))
            k = phrase.places[0] - 1
            if k >= 0 and self.parts[k] in "PC":
                k -= 1
        return tuple(found) or None

    def _asks(self, k: int) -> bool:
        """ "to find out who had leaked it"."""
        ahead = k - 1
        while ahead > 0 and self.parts[ahead] in "qA":
            ahead -= 1
        return self.text.tokens[k].low == "who" and ahead >= 0 and self.parts[ahead] in "VP"

    def _chain(self, k: int, depth: int) -> tuple[Phrase, ...] | None:
        """The phrase that ends at `k` and, where a preposition leads it, the one that it belongs to."""
        phrase = self.phrases.ending_at(k)
        if phrase is None:
            return None
        before = phrase.places[0] - 1
        while before >= 0 and self.parts[before] in "qA":
            before -= 1
        nominative = phrase.pronoun and self.text.tokens[k].low in WORDS.nominative
        return (phrase,) if before < 0 or nominative else self._behind(before, phrase, depth)

    def _behind(self, before: int, phrase: Phrase, depth: int) -> tuple[Phrase, ...] | None:
        """By what stands before the phrase."""
        match self.parts[before]:
            case "R" if self.text.tokens[before].low == "whose":
                return (replace(phrase, owners=tuple(one.head for one in self.antecedents(before) or ())),)
            case "P":
                return self._led(before, phrase, depth)
            case "C":
                other = self.ending(before - 1, depth + 1) if self.phrases.ending_at(before - 1) else ()
                return None if other is None else (phrase, *other)
            case "V":
                return self._past_relative(before, phrase)
            case "G":
                deed = self._gerund(before)
                return (phrase,) if self.reports(before) else (*deed, replace(phrase, part=True)) if deed else None
            case "E" | "T" | "X":
                return None
        return (phrase,)

    def _gerund(self, at: int) -> tuple[Phrase, ...]:
        """ "Removing it would cost", "spending on roads rose": what is done, where its clause begins with it."""
        opens = at == 0 or self.parts[at - 1] in "S." or self.text.tokens[at - 1].low == "that"
        return (Phrase((at,), at),) if opens else ()

    def _led(self, at: int, phrase: Phrase, depth: int) -> tuple[Phrase, ...] | None:
        """What stands before the phrase that the preposition at `at` leads; "340 of 900 workers" are both."""
        k = at - 1
        while k >= 0 and self.parts[k] in "qtA":
            k -= 1
        if k >= 0 and self.parts[k] in "EG":
            return self._gerund(k) or self.ending(k - 1, depth + 1)
        if k >= 0 and self.parts[k] == "V":
            return self._past_contact(k, depth)
        if k < 0 or self.parts[k] not in "NDO":
            return None
        whole = self.ending(k, depth + 1)
        named = self.text.tokens[at].low == "in" and self.text.tokens[phrase.head].capital
        part = (replace(phrase, part=True),) if self.text.tokens[at].low == "of" or named else ()
        return None if whole is None else (*whole, *part)

    def _past_contact(self, verb: int, depth: int) -> tuple[Phrase, ...] | None:
        """ "the fees it paid to its owner rose": a clause that tells of the noun before without "that"."""
        inner = self.phrases.ending_at(self.start(verb) - 1)
        before = inner.places[0] - 1 if inner is not None else -1
        return self.ending(before, depth + 1) if before >= 0 and self.parts[before] == "N" else None

    def _past_relative(self, verb: int, phrase: Phrase | None) -> tuple[Phrase, ...] | None:
        """ "the university that carried it out has": the phrase is what a verb before takes, or begins a clause it takes."""
        own = () if phrase is None else (phrase,)
        start = self.start(verb) - 1
        if phrase is not None and (to := [k for k in range(start + 1, verb) if self.parts[k] == "T"]):
            return self.ending(to[0] - 1, depth=2)  # "a proposal to build three reservoirs was"
        if phrase is None and (who := self._object_relative(start)) is not None:
            return self.antecedents(who)
        makes_do = phrase is not None and self.text.tokens[verb].low in WORDS.causing - WORDS.have
        if start < 0 or self.parts[start] != "R" or makes_do:
            return own or None
        meant = self.antecedents(start)
        return None if meant is None else (*meant, *own) if self.reports(verb) else meant

    def before_participle(self, at: int) -> tuple[Phrase, ...] | None:
        k = at - 1
        while k >= 0 and self.parts[k] in ",qA":
            k -= 1
        return self.antecedents(k + 1) if k >= 0 and self.parts[k] in "ND" else None

    def _object_relative(self, k: int) -> int | None:
        """ "an expert whom the court appointed found": where "whom" stands before the phrase that ends at `k`."""
        inner = self.phrases.ending_at(k)
        who = inner.places[0] - 1 if inner is not None else -1
        return who if who >= 0 and self.parts[who] == "R" else None

    def reports(self, verb: int) -> bool:
        return self.text.tokens[verb].low in self.text.words.reporting
