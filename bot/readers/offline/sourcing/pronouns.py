"""Pronouns: whom "he", "it" and "they" stand for."""

from dataclasses import replace

from bot.claims.reading import SourceKind
from bot.readers.offline.naming.mentions import Mention
from bot.readers.offline.sourcing import disjoint, documents, subjects
from bot.readers.offline.sourcing.descriptions import Descriptions
from bot.readers.offline.sourcing.places import before
from bot.readers.offline.sourcing.roll import Known, Roll
from bot.readers.offline.text import fullnames
from bot.readers.offline.text.passage import Line

_JUST_BEFORE = 2  # sentences
_SCENE = 6  # sentences
_WORD = 20  # characters of the word before a name
_DESCRIBED = 4  # words of "the former team captain"


class Pronouns:
    """Looks pronouns up in the roll and in the sentence before."""

    def __init__(self, roll: Roll, descriptions: Descriptions) -> None:
        self._roll = roll
        self._descriptions = descriptions
        self._passage = roll.passage
        self._language = roll.passage.language
        self._called_so: dict[str, str] = {}

    def resolve(self, mention: Mention, n: int, *, answers: bool) -> tuple[str, ...]:
        """The ids that it stands for in sentence `n`; () for nobody we know. Who `answers` with a denial may be the accused."""
        if self._are_two(mention):
            return self._group_before(mention, n) or (self._roll.named(_group(mention, self._passage.text), n).id,)
        return (
            self._group_before(mention, n)
            or self._pronoun(mention, n)
            or self._subject_before(mention, n)
            or (self._accused_before(mention, n) if answers else ())
        )

    def _are_two(self, mention: Mention) -> bool:
        """ "Both", "beide": never one body, whoever spoke last."""
        words = self._passage.text[mention.start : mention.end].lower().split()
        return mention.pronoun == "they" and words[:1] != [] and words[0] in self._language["grammar.two"]

    def _pronoun(self, mention: Mention, n: int) -> tuple[str, ...]:
        spoke = self._body_that_spoke(n) if mention.pronoun == "who" else None
        if spoke is not None:
            self._roll.hear(spoke, n)
            return (spoke.id,)
        if mention.pronoun in ("he", "she", "who"):
            return self._body_told_of(mention, n) or self._person_before(mention, n)
        kinds = (
            ("organisation", "document") if mention.pronoun == "it" else ("unnamed_group", "organisation", "anonymous")
        )
        written = self._written_before(mention, n)
        if written is not None:
            return (self._roll.named(written, n).id,)
        found = [known for known in self._roll.since(n, 4) if known.mention.kind in kinds]
        if mention.pronoun == "they" and not found:
            found = self._roll.since(n, 2)
        if not found:
            return ()
        best = max(found, key=lambda known: known.last)
        self._roll.hear(best, n)
        return (best.id,)

    def _written_before(self, mention: Mention, n: int) -> Mention | None:
        """ "It" is the letter of "His lawyer sent a letter", which somebody writes who is no body."""
        if mention.pronoun != "it" or n < 2 or self._passage.lines[n - 1].entry == n:
            return None
        noun = documents.introduced(self._passage.lines[n - 2].tokens, self._language)
        writer = subjects.opening(self._passage, n - 1) if noun else None
        if noun is None or writer is None or writer.kind not in ("person", "unnamed_person"):
            return None
        return Mention(noun.start, noun.end, noun.text, "document", described=noun.text)

    def _body_told_of(self, mention: Mention, n: int) -> tuple[str, ...]:
        """ "She" is the spokeswoman, and "elle" is "la banque", whom the sentence before tells of, where that names nobody."""
        lists = {"he": ("sources.male", "sources.female"), "she": ("sources.female", "sources.male")}
        if mention.pronoun not in lists or self._passage.lines[n - 1].entry == n:
            return ()
        if next(before(self._roll.people, mention.start, n - 1), None) is not None:
            return ()
        found = subjects.opening(self._passage, n - 1)
        if found is None or found.kind != "organisation" or not found.sure:
            return ()
        own, other = (self._language[name] for name in lists[mention.pronoun])
        spoken = self._language["sources.spokespeople"] & set(fullnames.words(found.role or ""))
        first = self._passage.text[found.start : found.end].split(maxsplit=1)[0].lower()
        articles = self._language["grammar.he_articles" if mention.pronoun == "he" else "grammar.she_articles"]
        elided = self._language.noun_first and first.startswith(("l'", "l’"))
        gendered = (self._language.noun_first and first in own) or first in articles or elided
        return (self._roll.named(found, n).id,) if gendered or (spoken and not spoken & other) else ()

    def _body_that_spoke(self, n: int) -> Known | None:
        """The verb alone goes on with the body that spoke in the sentence before: "La Jefatura lo niega. Hubo un pasillo, indica"."""
        latest = self._roll.latest()
        body = latest is not None and latest.mention.kind == "organisation" and latest.mention.media == "none"
        return latest if latest is not None and body and latest.last == n - 1 else None

    def _group_before(self, mention: Mention, n: int) -> tuple[str, ...]:
        """ "They" are the people whom the sentence before tells of."""
        if mention.pronoun != "they" or self._passage.lines[n - 1].entry == n:
            return ()
        found = subjects.opening(self._passage, n - 1)
        grouped = found is not None and found.kind == "unnamed_group" and found.sure and not found.pronoun
        return (self._roll.named(found, n).id,) if found is not None and grouped else ()

    def _subject_before(self, mention: Mention, n: int) -> tuple[str, ...]:
        """The subject of the sentence before, else somebody whom the article does not name."""
        opens = self._passage.lines[n - 1].entry == n
        found = subjects.opening(self._passage, n - 1) if mention.pronoun in ("they", "it") and not opens else None
        if mention.pronoun == "it" and (found is None or found.kind not in ("organisation", "document")):
            return ()  # "it seems"
        if (
            found is None
            or found.pronoun
            or (found.kind == "unnamed_group") != (mention.pronoun == "they")
            or not found.sure
        ):
            kind: SourceKind = "unnamed_person" if mention.kind == "person" else mention.kind
            found = replace(mention, kind=kind, pronoun=None, described=f"{mention.pronoun} {n}")
        return (self._roll.named(found, n).id,)

    def _accused_before(self, mention: Mention, n: int) -> tuple[str, ...]:
        """ "It" that denies is the body named last, in this sentence or the two before."""
        near = next(before(self._roll.bodies, mention.start, n - _JUST_BEFORE), None)
        if mention.pronoun != "it" or near is None:
            return ()
        body = Mention(mention.start, mention.end, near[2], "organisation", described=near[2])
        return (self._roll.named(body, n).id,)

    def _person_before(self, mention: Mention, n: int) -> tuple[str, ...]:
        tacit = self._tacit(n) if mention.pronoun == "who" else None
        if tacit is not None:
            return (tacit.id,)
        wanted = {"he": "m", "she": "f"}.get(mention.pronoun or "")
        told = disjoint.tellers(self._passage.lines[n - 1], mention, self._language)
        people = [
            known
            for known in self._roll.since(n, 6)
            if self._is_somebody(known, n)
            and self._may_be(known.mention.name or "", wanted, told)
            and not disjoint.accuses(self._passage.lines[n - 1], known.mention, mention, self._language)
        ]
        latest = max(people, key=lambda known: known.last, default=None)
        near = self._named_before(mention, n, wanted) or (self._alone(mention, n, wanted) if not people else None)
        named, place, line = near or (None, 0, 0)
        if latest is not None and (
            named is None or (n - latest.last <= 2 and not self._likelier(named, place, line, latest, wanted, n))
        ):
            self._roll.hear(latest, n)
            self._learn(latest.mention.name, wanted)
            return (latest.id,)
        if named is None:
            return ()
        self._learn(named, wanted)
        known = self._roll.named(Mention(mention.start, mention.end, named, "person"), n)
        return (known.id,)

    def _tacit(self, n: int) -> Known | None:
        """Who does what the sentence before tells, by an office: "El exgerente declaró tres horas. Las tuberías existen, dijo."."""
        latest = self._roll.latest()
        spoke = latest is not None and latest.last == n - 1
        if spoke or not self._language["endings.pro_drop"] or self._passage.lines[n - 1].entry == n:
            return None
        found = subjects.opening(self._passage, n - 1)
        office = found is not None and not found.pronoun and found.kind == "unnamed_person"
        if found is None or not office:
            return None
        return self._descriptions.in_office(found, n) or self._roll.named(found, n)

    def _is_somebody(self, known: Known, n: int) -> bool:
        """A single person, also one whom nobody may name: "A source said …. He said …"."""
        if known.mention.kind != "anonymous":
            return known.mention.kind in ("person", "unnamed_person")
        return n - known.last <= _JUST_BEFORE and self._roll.is_one(known)

    def _learn(self, name: str | None, gender: str | None) -> None:
        """Who was "she" once is no "he" further down."""
        if name and gender:
            self._called_so.setdefault(name, gender)

    def _likelier(self, named: str, place: int, line: int, latest: Known, wanted: str | None, n: int) -> bool:
        """A pronoun is rather the person just named than who spoke last: where only the first is known to be a woman,
        or where the sentence behind that speaker's begins with the name."""
        if latest.mention.name == named:
            return False
        gender = self._passage.names.gender
        meant, known = (wanted and gender.get(name or "") == wanted for name in (named, latest.mention.name))
        told = known or (wanted is not None and self._told_by_role(latest) == wanted)
        if bool(meant) != bool(told) and (meant or line < n - 1 or latest.last == line):
            return bool(meant)
        if line <= latest.last or self._roll.tells_of(place, n):
            return False
        return self._begins(place, self._passage.lines[line - 1]) or self._introduced(named, place)

    def _told_by_role(self, known: Known) -> str | None:
        """ "A spokesman" is a man, "the councilwoman" a woman."""
        words = set(fullnames.words(known.mention.role or ""))
        male, female = (bool(words & self._language[name]) for name in ("sources.male", "sources.female"))
        return None if male == female else "m" if male else "f"

    def _introduced(self, named: str, place: int) -> bool:
        """ "Le soigneur s'appelle Dario Benvenuti. Il …": a new name is what the sentence is for, wherever it stands."""
        first = next((at for at, _ in self._roll.places_of.get(named, ())), None)
        before = self._passage.text[max(0, place - _WORD) : place].split()[-1:]
        owned = not self._language["grammar.prepositions"].isdisjoint(word.lower() for word in before)
        return self._language.inverts and first == place and not owned

    def _begins(self, place: int, line: Line) -> bool:
        """Nothing but what describes the person stands before the name: "Team captain Bea Holloway"."""
        before = [token for token in line.tokens if token.start < place]
        never = self._language["grammar.prepositions"] | self._language["grammar.conjunctions"]
        return len(before) <= _DESCRIBED and not any(
            not token.is_word or token.low in never or subjects.is_finite(token, self._language) for token in before
        )

    def _named_before(self, mention: Mention, n: int, wanted: str | None) -> tuple[str, int, int] | None:
        """The person named last before the pronoun, in this sentence or the two before: name, place and sentence."""
        first = max(n - _JUST_BEFORE, self._passage.lines[n - 1].entry)
        near = self._roll.people_before(mention.start, first, n)
        told = disjoint.tellers(self._passage.lines[n - 1], mention, self._language)
        found = [(name, place, line) for place, line, name in near if self._may_be(name, wanted, told)]
        sexed = (one for one in found if wanted and self._passage.names.gender.get(one[0]) == wanted)
        sure = next((one for one in sexed if one[2] == found[0][2]), None)  # "Colin Marsh" before "Bright Start"
        return sure or next(iter(found), None)

    def _alone(self, mention: Mention, n: int, wanted: str | None) -> tuple[str, int, int] | None:
        """The only person of whom the sentences before tell, though none of them speaks: the hero of a long-read."""
        first = max(n - _SCENE, self._passage.lines[n - 1].entry)
        told = [(name, place, line) for place, line, name in self._roll.people_before(mention.start, first, n)]
        one = len({name for name, _, _ in told}) == 1 and self._may_be(told[0][0], wanted, frozenset())
        return told[0] if one else None

    def _may_be(self, name: str, wanted: str | None, never: frozenset[str]) -> bool:
        """Neither a title nor an earlier "she" tells that this is a woman where a man is wanted."""
        names = self._passage.names
        told = {names.gender.get(name, names.styled.get(name)), self._called_so.get(name)} - {None}
        return (wanted is None or told <= {wanted}) and disjoint.surname(name) not in never


def _group(mention: Mention, text: str) -> Mention:
    told = text[mention.start : mention.end]
    return replace(mention, kind="unnamed_group", pronoun=None, role=told, described=told)
