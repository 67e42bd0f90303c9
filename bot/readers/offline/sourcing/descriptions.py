"""Descriptions: whom "the agency", "the minister" and "these people" stand for."""

from dataclasses import replace

from bot.article.spelling import folded_name
from bot.readers.offline.naming.mentions import Mention
from bot.readers.offline.naming.phrase import noun_of
from bot.readers.offline.sourcing.describedbodies import DescribedBodies
from bot.readers.offline.sourcing.documents import author
from bot.readers.offline.sourcing.dropped import Dropped
from bot.readers.offline.sourcing.holders import Holders
from bot.readers.offline.sourcing.places import before
from bot.readers.offline.sourcing.roll import Known, Roll
from bot.readers.offline.text import fullnames

_JUST_BEFORE = 2  # sentences
_NEAR = 3  # sentences within which "the authors" are those of the study


class Descriptions:
    """Looks descriptions up in the roll, and enters whom they bring in."""

    def __init__(self, roll: Roll) -> None:
        self._roll = roll
        self._passage = roll.passage
        self._language = roll.passage.language
        self._bodies = DescribedBodies(roll)
        self._holders = Holders(roll)
        self._dropped = Dropped(roll.passage)
        self._authors: dict[str, str | None] = {}

    def resolve(self, mention: Mention, n: int, *, answers: bool) -> Known | None:
        """Whom a description without a name stands for: "the agency", "the minister", "these people"."""
        words = fullnames.words(mention.described or "")
        if not words:
            return None
        definite = self._roll.is_definite(mention)
        same = self._told_later(mention, n, words[-1], definite=definite)
        same = self._hidden(mention, words[-1]) if definite and same is None else same
        if same is not None:
            return same
        if mention.kind == "unnamed_person":
            return self._person_described(mention, n, words[-1], answers=answers)
        if mention.kind == "document":
            return self._written(mention, n, words[-1])
        if mention.kind == "organisation":
            return self._bodies.outlet(mention, n) or self._bodies.described(mention, n, len(words))
        if words[-1] in self._language["sources.authors"]:
            owned = words[0] in self._language["grammar.possessives"]  # "its authors"
            return self._work_of(n) if definite or owned else None
        hidden = words[-1] in self._language["sources.hidden_people"] and (definite or "of" in words)
        if mention.kind != "unnamed_group" or not hidden:
            return None
        return max(self._roll.anonymous, key=lambda known: known.last, default=None)

    def _told_later(self, mention: Mention, n: int, noun: str, *, definite: bool) -> Known | None:
        """Whose name the article keeps back for a sentence: "A kitchen fitter …. Martin Doyle, 44, …. The kitchen fitter said"."""
        if mention.kind not in ("unnamed_person", "organisation"):
            return None
        name = self._dropped.called(noun, mention.start) if definite else self._dropped.introduces(mention)
        return (
            self._roll.named(Mention(mention.start, mention.end, name, "person", described=name), n) if name else None
        )

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

    def _person_described(self, mention: Mention, n: int, noun: str, *, answers: bool) -> Known | None:
        """A spokesperson is the body named last, a role is its holder, "the man" who spoke just before."""
        if self._of_hidden(mention, n):
            return self._roll.named(replace(mention, kind="anonymous"), n)
        if noun in self._language["sources.speaks_for"]:
            by_role = self._holders.by_role(mention) if self._language.capital_nouns else None
            return by_role or self._bodies.before(mention, n, noun) or self._bodies.spoken_for(mention, n, noun)
        holder = self._holders.by_role(mention) or self._holders.in_office(mention, n, noun)
        if holder is not None or answers or not self._roll.is_definite(mention):
            return holder
        return self._person_near(mention, n, noun)

    def _written(self, mention: Mention, n: int, noun: str) -> Known | None:
        """ "the report" goes by the name of its author, where the article tells it."""
        if noun in map(folded_name, self._language["sources.any_document"]) and self._roll.is_definite(mention):
            return self._work_of(n)  # "das Papier", "le document"
        if any(word[0].isupper() for word in (mention.name or "").split()):
            return None
        longer = [known for known in self._roll.ending_in(noun) if known.mention.kind == "document"]
        if longer and self._roll.is_definite(mention) and len(fullnames.words(mention.described or "")) == 1:
            return max(longer, key=lambda known: known.last)  # "the filing" is the court filing
        if noun not in self._authors:
            self._authors[noun] = author(self._passage.text, noun, self._roll.bodies, self._language)
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
            alone = first is not None and len(near) == 1 and (self._language.noun_first or self._language.capital_nouns)
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
        return (self._holders.by_role(mention) or self._holders.in_office(mention, n, words[-1])) if words else None
