"""Descriptions: whom "the agency", "the minister" and "these people" stand for."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property

from bot.article.spelling import folded_name
from bot.readers.offline import fullnames, offices
from bot.readers.offline.documents import author
from bot.readers.offline.mentions import Mention
from bot.readers.offline.phrase import noun_of
from bot.readers.offline.roll import Known, Roll, before

_WORDS = 40  # characters of two words
_JUST_BEFORE = 2  # sentences
_OPENING = 2  # words of "The Larkcell", with which a sentence begins
_NEAR = 3  # sentences within which "the company" is the one named last


class Descriptions:
    """Looks descriptions up in the roll, and enters whom they bring in."""

    def __init__(self, roll: Roll) -> None:
        self._roll = roll
        self._passage = roll.passage
        self._language = roll.passage.language
        self._authors: dict[str, str | None] = {}

    def resolve(self, mention: Mention, n: int, *, answers: bool) -> Known | None:
        """Whom a description without a name stands for: "the agency", "the minister", "these people"."""
        words = fullnames.words(mention.described or "")
        if not words:
            return None
        same = self._hidden(mention, words[-1]) if self._definite(mention) else None
        if same is not None:
            return same
        if mention.kind == "unnamed_person":
            return self._person_described(mention, n, words[-1], answers=answers)
        if mention.kind == "document":
            return self._written(mention, n, words[-1])
        if mention.kind == "organisation":
            return self._outlet(mention, n) or self._body_described(mention, n, len(words))
        if words[-1] in self._language["sources.authors"]:
            return self._work_of(n) if self._definite(mention) else None
        hidden = words[-1] in self._language["sources.hidden_people"] and (self._definite(mention) or "of" in words)
        if mention.kind != "unnamed_group" or not hidden:
            return None
        return max(self._roll.anonymous, key=lambda known: known.last, default=None)

    def _work_of(self, n: int) -> Known | None:
        """ "Los autores" are those of the study that the sentences before tell of."""
        written = [known for known in self._roll.since(n, _NEAR) if known.mention.kind == "document"]
        return max(written, key=lambda known: known.last, default=None)

    def _hidden(self, mention: Mention, noun: str) -> Known | None:
        """ "the officials" who spoke before on condition that nobody names them."""
        if mention.kind not in ("unnamed_person", "unnamed_group"):
            return None
        same = [known for known in self._roll.anonymous if fullnames.words(known.role or "")[-1:] == (noun,)]
        return max(same, key=lambda known: known.last, default=None)

    def _of_hidden(self, mention: Mention, n: int) -> bool:
        """ "One of them said": one of those who spoke just before on condition that nobody names them."""
        first = (mention.described or "").split(maxsplit=1)[0].lower()
        latest = self._roll.latest()
        near = latest is not None and latest.mention.kind == "anonymous" and n - latest.last <= _JUST_BEFORE
        return near and first in self._language["grammar.one"]

    def _definite(self, mention: Mention) -> bool:
        """Its first word says so; who is interviewed has none."""
        first, *_ = [*self._passage.text[mention.start : mention.end].split(maxsplit=1), ""]
        elided = first.replace("’", "'").partition("'")[0] + "'" if self._noun_first else first  # "l'édile"
        return bool({first.lower(), elided.lower()} & self._language["grammar.definite"])

    def _person_described(self, mention: Mention, n: int, noun: str, *, answers: bool) -> Known | None:
        """A spokesperson is the body named last, a role is its holder, "the man" who spoke just before."""
        if self._of_hidden(mention, n):
            return self._roll.named(replace(mention, kind="anonymous"), n)
        if noun in self._language["sources.speaks_for"]:
            by_role = self._by_role(mention) if self._language["grammar.capital_nouns"] else None
            return by_role or self._body_before(mention, n, noun) or self._spoken_for(mention, n, noun)
        return (
            self._by_role(mention)
            or self._in_office(mention, n, noun)
            or (self._person_near(mention, n, noun) if self._definite(mention) and not answers else None)
        )

    def _spoken_for(self, mention: Mention, n: int, noun: str) -> Known | None:
        """ "A spokeswoman said", right behind what a body says or does: hers."""
        alone = len(fullnames.words(mention.described or "")) == 1
        if not alone or noun not in self._language["sources.spokespeople"]:
            return None
        near = [known for known in self._roll.since(n, _JUST_BEFORE) if known.mention.kind == "organisation"]
        latest = max(
            (known for known in near if known.mention.media == "none"), key=lambda known: known.last, default=None
        )
        return latest or self._subject_before(mention, n)

    def _subject_before(self, mention: Mention, n: int) -> Known | None:
        """The body that the sentence before begins with."""
        if n < 2 or self._passage.lines[n - 1].entry == n:
            return None
        line = self._passage.lines[n - 2]
        early = [token.end for token in line.tokens[:_OPENING]]
        near = before(self._roll.bodies, mention.start, n - 1)
        name = next((name for place, _, name in [*near][::-1] if early and place < early[-1]), None)
        if name is None:
            return None
        return self._roll.named(Mention(mention.start, mention.end, name, "organisation", described=name), n)

    def _body_described(self, mention: Mention, n: int, length: int) -> Known | None:
        """ "the company", also in "a spokesman for the company"."""
        name = mention.name or ""
        spoken_for = name != mention.described
        name = name.lower() if self._language["grammar.capital_nouns"] else name
        common = name in self._language["sources.organisations"]
        if not common or not (spoken_for or (length == 1 and self._definite(mention))):
            return None
        return max(self._roll.ending_in(name), key=lambda known: known.last, default=None) or self._body_before(
            mention, n, name
        )

    def _outlet(self, mention: Mention, n: int) -> Known | None:
        """ "Die Zeitung", "le magazine spécialisé", "el rotativo": the outlet that the article has named, by whatever name."""
        media = self._language["sources.media_words"]
        named = any(word[0].isupper() for word in (mention.name or "").split()[0 if self._noun_first else 1 :])
        common = noun_of(mention.described or "", self._language) in map(folded_name, media) and not named
        if (
            not (self._noun_first or self._language["grammar.capital_nouns"])
            or not common
            or not self._definite(mention)
        ):
            return None
        heard = [known for known in self._roll.known if self._is_outlet(known, mention.start)]
        if heard:
            return max(heard, key=lambda known: known.last)
        for place, _, name in before(self._roll.bodies, mention.start, n - _NEAR):
            if media & self._before(place):
                return self._roll.named(Mention(place, place + len(name), name, "organisation", described=name), n)
        return None

    @property
    def _noun_first(self) -> bool:
        return bool(self._language["grammar.noun_first"])

    @property
    def _capital_nouns(self) -> bool:
        return bool(self._language["grammar.capital_nouns"])

    def _is_outlet(self, known: Known, place: int) -> bool:
        """It is known as one, goes by a noun for one, or has an article of its own: "selon La Gazette du Port"."""
        one = known.mention
        if (
            one.kind != "organisation"
            or one.start >= place
            or not any(word[0].isupper() for word in (one.name or "").split())
        ):
            return False
        media = self._language["sources.media_words"]
        first = self._passage.text[one.start : one.end].split(maxsplit=1)[0]
        opens = any(line.start == one.start for line in self._passage.lines)
        own = first[0].isupper() and not opens and first.lower() in self._language["grammar.articles"]
        return one.media != "none" or bool(media & set((one.described or "").lower().split())) or own

    def _before(self, place: int) -> frozenset[str]:
        """The two words before this place: "diario La" before "Ribera"."""
        return frozenset(self._passage.text[max(0, place - _WORDS) : place].lower().split()[-2:])

    def _written(self, mention: Mention, n: int, noun: str) -> Known | None:
        """ "the report" goes by the name of its author, where the article tells it."""
        if noun in map(folded_name, self._language["sources.any_document"]) and self._definite(mention):
            return self._work_of(n)  # "das Papier", "le document"
        if any(word[0].isupper() for word in (mention.name or "").split()):
            return None
        if noun not in self._authors:
            self._authors[noun] = author(self._passage.text, noun, self._roll.bodies)
        body = self._authors[noun]
        return self._roll.named(replace(mention, name=body, role=mention.described), n) if body else None

    def _person_near(self, mention: Mention, n: int, noun: str) -> Known | None:
        """ "The woman", "the 34-year-old": the source who spoke last, when that was a person and just before, and no man
        for "the woman". A noun that tells more, as "the contractor", must be what the article calls this person."""
        first = self._passage.text[mention.start : mention.end].split(maxsplit=1)[0].lower()
        if first in self._language["grammar.possessives"]:
            return None
        told_of = self._told_of(mention, n) if self._anybody(mention, noun) else None
        latest = told_of or self._roll.latest()
        if latest is None or n - latest.last > 2:
            return None
        if latest.mention.kind == "anonymous" and self._roll.is_one(latest) and self._anybody(mention, noun):
            return latest
        if latest.mention.kind != "person":
            return None
        if not self._anybody(mention, noun) and not self._called(
            latest, noun_of(mention.described or "", self._language)
        ):
            return None
        told = {self._gender(word) for word in fullnames.words(mention.described or "")} - {None}
        known = self._passage.names.gender.get(latest.mention.name or "")
        return None if told and known and known not in told else latest

    def _told_of(self, mention: Mention, n: int) -> Known | None:
        """The person whom the sentence before begins with: "Hannah Pell, who is due in May, …. “…,” said the 31-year-old"."""
        if n < 2 or self._passage.lines[n - 1].entry == n:
            return None
        line = self._passage.lines[n - 2]
        near = [*before(self._roll.people, mention.start, n - 1)]
        first = near[-1] if near else None
        if first is None or any(
            token.is_word and token.end <= first[0] and token.text[0].islower() for token in line.tokens
        ):
            alone = first is not None and len(near) == 1 and (self._noun_first or self._capital_nouns)
            if first is None or not alone:
                return None  # only where nobody else is named: "Als Zeugin wurde Tanja Wiechert gehört"
        return self._roll.named(Mention(mention.start, mention.end, first[2], "person"), n - 1)

    def _anybody(self, mention: Mention, noun: str) -> bool:
        """A noun for whoever it is: "the man", "die 29-Jährige bei Instagram"."""
        anybody = {folded_name(word) for word in self._language["sources.anybody"]}
        return not anybody.isdisjoint((noun, noun_of(mention.described or "", self._language)))

    def _gender(self, word: str) -> str | None:
        for gender, words in (("f", "sources.female"), ("m", "sources.male")):
            if word in self._language[words]:
                return gender
        return None

    def _body_before(self, mention: Mention, n: int, noun: str) -> Known | None:
        """The body named last: one whose name holds the noun, else any."""
        best = self._roll.bodies_with(noun, mention.start)
        if best is None and noun in self._language["sources.any_body"]:
            near = before(self._roll.bodies, mention.start, n - _NEAR)
            sure = (name for place, _, name in near if self._sure_body(place, name))
            best = max(sure, key=self._passage.text.count, default=None)  # of what is named once less is told
        if best is None:
            return None
        return self._roll.named(Mention(mention.start, mention.end, best, "organisation", described=best), n)

    def _sure_body(self, place: int, name: str) -> bool:
        """A name of several words, one that returns, and one behind a noun for a body: "la société Habitalis"."""
        if " " in name or (not self._capital_nouns and self._passage.text.count(name) > 1):
            return True
        before = self._passage.text[max(0, place - _WORDS) : place].lower().split()[-1:]
        bodies, noun = self._language["sources.organisations"], before[0] if before else ""
        known = self._noun_first or self._capital_nouns
        return known and (noun in bodies or self._language.noun(noun) in bodies)

    def _called(self, known: Known, noun: str) -> bool:
        """This noun stands right before the person's name somewhere: "the French minister Jean Roux"."""
        for place, n in self._roll.places_of.get(known.mention.name or "", ()):
            for token in [token for token in self._passage.lines[n - 1].tokens if token.end <= place][:-4:-1]:
                if not token.is_word:
                    break
                if noun and token.low.endswith(noun):
                    return True
        return False

    def in_office(self, mention: Mention, n: int) -> Known | None:
        """Who holds the office that the mention names."""
        words = fullnames.words(mention.described or "")
        return (self._by_role(mention) or self._in_office(mention, n, words[-1])) if words else None

    def _in_office(self, mention: Mention, n: int, noun: str) -> Known | None:
        """ "El alcalde", "el edil": the one person before whose name the article has put this office, also where they have not
        spoken yet: "un primo del alcalde, Rogelio Ibarra"."""
        ordered = self._noun_first or self._capital_nouns
        before = (mention.described or "").split()[:-1]
        qualified = before and not (self._capital_nouns and all(word[0].islower() for word in before))
        if not ordered or not self._definite(mention) or qualified:
            return None  # "die parteilose Rathauschefin" holds the office, "el alcalde de Brive" another one
        alike = self._alike.get(noun, {noun})
        held = {name for office in alike for place, name in self._held.get(office, ()) if place < mention.start}
        if len(held) != 1:
            return None
        person = held.pop()
        return self._roll.named(Mention(mention.start, mention.end, person, "person", role=noun, described=person), n)

    @cached_property
    def _alike(self) -> Mapping[str, set[str]]:
        """The nouns for one office, by each of them."""
        fields = [set(map(folded_name, entry.split(":"))) for entry in self._language["sources.offices"]]
        return {noun: field for field in fields for noun in field}

    @cached_property
    def _held(self) -> Mapping[str, list[tuple[int, str]]]:
        """Place and name of everybody named right behind an office, by its noun."""
        found: dict[str, list[tuple[int, str]]] = {}
        for place, n, name in self._roll.people:
            office = offices.before(self._passage.lines[n - 1].tokens, place)
            nouns = {office, self._language.noun(office)} if office else set()  # "minister" of "verkehrsminister"
            for noun in nouns:
                found.setdefault(folded_name(noun), []).append((place, name))
        return found

    def _by_role(self, mention: Mention) -> Known | None:
        """ "the defence minister" is the person introduced with these words."""
        wanted = set(fullnames.words(mention.described or ""))
        holding = self._roll.holding(noun_of(mention.described or "", self._language))
        return next((known for known in holding if len(wanted & known.roles) >= min(2, len(wanted))), None)
