"""Bodies without their name: "the agency", "die Zeitung", and for whom "a spokeswoman" speaks."""

from collections.abc import Iterator, Sequence

from bot.article.spelling import folded_name
from bot.readers.offline.naming import mentions
from bot.readers.offline.naming.mentions import Mention
from bot.readers.offline.naming.phrase import noun_of
from bot.readers.offline.sourcing.places import before
from bot.readers.offline.sourcing.roll import Known, Roll
from bot.readers.offline.syntax import rightward
from bot.readers.offline.text import fullnames
from bot.readers.offline.text.tokens import Token

_WORDS = 40  # characters of two words
_MODIFIERS = 4  # words of "national food" in "the national food agency"
_JUST_BEFORE = 2  # sentences
_OPENING = 2  # words of "The Larkcell", with which a sentence begins
_NEAR = 3  # sentences within which "the company" is the one named last


class DescribedBodies:
    """Looks up in the roll which body is meant."""

    def __init__(self, roll: Roll) -> None:
        self._roll = roll
        self._passage = roll.passage
        self._language = roll.passage.language
        self._abstract = tuple(self._language["endings.abstract"])  # "Kündigungen", which are no body

    def outlet(self, mention: Mention, n: int) -> Known | None:
        """ "Die Zeitung", "le magazine spécialisé", "el rotativo": the outlet that the article has named, by whatever name."""
        media = self._language["sources.media_words"]
        named = any(word[0].isupper() for word in (mention.name or "").split()[0 if self._language.noun_first else 1 :])
        common = noun_of(mention.described or "", self._language) in map(folded_name, media) and not named
        if (
            not (self._language.noun_first or self._language.capital_nouns)
            or not common
            or not self._roll.is_definite(mention)
        ):
            return None
        heard = [known for known in self._roll.known if self._is_outlet(known, mention.start)]
        if heard:
            return max(heard, key=lambda known: known.last)
        for place, _, name in before(self._roll.bodies, mention.start, n - _NEAR):
            if media & self._two_words(place):
                return self._roll.named(Mention(place, place + len(name), name, "organisation", described=name), n)
        return None

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

    def _two_words(self, place: int) -> frozenset[str]:
        """The two words before this place: "diario La" before "Ribera"."""
        return frozenset(self._passage.text[max(0, place - _WORDS) : place].lower().split()[-2:])

    def described(self, mention: Mention, n: int, length: int) -> Known | None:
        """ "the company", also in "a spokesman for the company"."""
        name = mention.name or ""
        spoken_for = name != mention.described
        name = self._nominative(name.lower()) if self._language.capital_nouns else name
        common = name in self._language["sources.organisations"]
        if not common or not (spoken_for or (length == 1 and self._roll.is_definite(mention))):
            return None
        longer = (known for known in self._roll.ending_in(name) if known.mention.kind == "organisation")
        return max(longer, key=lambda known: known.last, default=None) or self.before(mention, n, name)

    def _nominative(self, noun: str) -> str:
        """ "ministerium" for "Ministeriums", where that is a noun for a body."""
        forms = (noun, noun.removesuffix("s"), noun.removesuffix("es"))
        return next((form for form in forms if form in self._language["sources.organisations"]), noun)

    def spoken_for(self, mention: Mention, n: int, noun: str) -> Known | None:
        """ "A spokeswoman said", right behind what a body says or does: hers; that of the same sentence first, which "its
        spokesman" is of too."""
        words = fullnames.words(mention.described or "")
        if len(words) > 2 or noun not in self._language["sources.spokespeople"]:
            return None
        owned = words[0] in self._language["grammar.possessives"]
        if len(words) > 1 and not owned:
            return None
        here = self._subject_here(mention, n)
        if here is not None or owned:
            return here
        spoke = self._roll.since(n, _JUST_BEFORE)
        if any(self._speaks_by_name(known) for known in spoke):
            return None
        near = [known for known in spoke if known.mention.kind == "organisation"]
        latest = max(
            (known for known in near if known.mention.media == "none"), key=lambda known: known.last, default=None
        )
        return latest or self._subject_before(mention, n)

    def _speaks_by_name(self, known: Known) -> bool:
        """ "Deren Sprecher Timo Rand": the body speaks through him, and "eine Sprecherin" behind him is another body's."""
        role = fullnames.words(known.mention.role or "")
        own = self._language["sources.spokespeople"] | self._language["sources.speaks_for"]
        return known.mention.kind == "person" and not own.isdisjoint(role)

    def _subject_here(self, mention: Mention, n: int) -> Known | None:
        """The body with which its own sentence begins: "The studio knew nothing of it, a spokeswoman said"."""
        tokens, passage = self._passage.lines[n - 1].tokens, self._passage
        told = [token for token in tokens if token.end <= mention.start]
        _, end = rightward.phrase(told, 0, self._language)
        end = next((at for at in range(1, end) if self._language.is_finite(told[at].low)), end)
        found = mentions.read(passage.text, told[:end], self._language, passage.names) if end else None
        if found is None or found.kind != "organisation" or not found.sure or found.pronoun:
            return None
        return self.described(found, n, len(fullnames.words(found.described or ""))) or self._roll.named(found, n)

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

    def before(self, mention: Mention, n: int, noun: str) -> Known | None:
        """The body named last: one whose name holds the noun, else any."""
        best = self._roll.bodies_with(noun, mention.start) or self._of_its_kind(mention, n, noun)
        best = best or self._told_in_full(mention, noun)
        if best is None and noun in self._language["sources.any_body"]:
            near = before(self._roll.bodies, mention.start, n - _NEAR)
            sure = (name for place, _, name in near if self._sure_body(place, name) and not self._no_firm(name, noun))
            often = max(sure, key=self._passage.text.count, default=None)  # of what is named once less is told
            best = self._only_firm(mention, noun) or often
        if best is None:
            return None
        return self._roll.named(Mention(mention.start, mention.end, best, "organisation", described=best), n)

    def _told_in_full(self, mention: Mention, noun: str) -> str | None:
        """ "The agency" is "the national food agency" of which a sentence has told: the same noun, and what tells which."""
        language = self._language
        if language.noun_first or language.capital_nouns:
            return None  # there what tells which stands behind the noun, or in it
        if noun not in language["sources.organisations"] - language["sources.for_firms"]:
            return None  # "the struggling company" has a name elsewhere
        found = None
        for line in self._passage.lines:
            told = [token for token in line.tokens[: _MODIFIERS + 3] if token.end <= mention.start]
            at = next((at for at, token in enumerate(told[:-1]) if token.text == noun), 0)
            if at > 1 and not line.lead and self._is_subject(told, at):
                found = self._passage.text[told[1].start : told[at].end]
        return found

    def _is_subject(self, told: Sequence[Token], noun: int) -> bool:
        """The sentence opens with "The national food agency" and its verb, so that it goes by no other name there."""
        language = self._language
        apart = language["grammar.prepositions"] | language["grammar.determiners"] | language["grammar.coordinators"]
        between = told[1:noun]
        plain = all(token.is_word and token.low not in apart for token in between)
        verb = told[noun + 1]
        return told[0].low in language["grammar.definite"] and plain and verb.text.islower() and verb.low not in apart

    def _no_firm(self, name: str, noun: str) -> bool:
        """ "The company" is never what the article calls a union or a ministry: "the drivers' union, UTW"."""
        language = self._language
        others = tuple(language["sources.no_firms"])
        own = (word.lower() for word in name.split()[:1])
        return noun in language["sources.for_firms"] and any(
            word.endswith(others) for word in (*own, *self._called(name))
        )

    def _only_firm(self, mention: Mention, noun: str) -> str | None:
        """The one body that the article has called a firm: "der Modulhersteller Solarwerk Tessin"."""
        firms = tuple(self._language["sources.for_firms"])
        named = {name for place, _, name in before(self._roll.bodies, mention.start, 1)} if noun in firms else set()
        called = [name for name in named if any(word.endswith(firms) for word in self._called(name))]
        return called[0] if len(called) == 1 else None

    def _called(self, name: str) -> Iterator[str]:
        """The words right before the name, a comma between or not, wherever the article has it."""
        for place, n, other in self._roll.bodies:
            told = [token for token in self._passage.lines[n - 1].tokens if token.end <= place] if other == name else []
            told = told[:-1] if told and told[-1].text == "," else told
            if told:
                yield told[-1].low

    def _of_its_kind(self, mention: Mention, n: int, noun: str) -> str | None:
        """ "Die Behörde" is "das Gesundheitsamt" of the sentences before, and "das Amt" too: a compound that says what kind of
        body it is."""
        fields = (entry.split(":") for entry in self._language["sources.bodies_alike"])
        kinds = tuple(kind for first, *behind in fields if first == noun for kind in behind)
        kinds = (noun, *kinds) if noun in self._language["sources.compounded"] else kinds
        lines = self._passage.lines[max(1, self._passage.lines[n - 1].entry, n - _NEAR) - 1 : n]
        told = (token for line in lines[::-1] for token in line.tokens[::-1] if token.end <= mention.start)
        nouns = (token.text for token in told if token.text[0].isupper())
        forms = (form for noun in nouns for form in (noun, noun.removesuffix("es"), noun.removesuffix("s")))
        return next((form for form in forms if kinds and form.lower().endswith(kinds) and form.lower() != noun), None)

    def _sure_body(self, place: int, name: str) -> bool:
        """A name of several words, one that returns, and one behind a noun for a body: "la société Habitalis"."""
        language = self._language
        if language.capital_nouns and (self._may_be_nouns(place, name) or name.lower().endswith(self._abstract)):
            return False
        if " " in name or (not language.capital_nouns and self._passage.text.count(name) > 1):
            return True
        before = self._passage.text[max(0, place - _WORDS) : place].lower().split()[-1:]
        bodies, noun = language["sources.organisations"], before[0] if before else ""
        return language.inverts and (noun in bodies or language.noun(noun) in bodies)

    def _may_be_nouns(self, place: int, name: str) -> bool:
        """ "Halle Akkus" in "wonach in der Halle Akkus lagerten": where each noun has a capital, two beside one another are a
        name only where they return, tell of a body, or stand behind no more than an article."""
        language, words = self._language, [word.lower() for word in name.split()]
        told = any(language.noun(word) in language["sources.organisations"] for word in words)
        before = self._passage.text[max(0, place - _WORDS) : place].lower().split()[-2:]
        placed = len(before) > 1 and before[0] in language["grammar.prepositions"]
        governed = placed and before[1] in language["grammar.articles"]
        return len(words) > 1 and governed and not told and self._passage.text.count(name) == 1
