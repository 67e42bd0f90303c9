"""Sources: which mentions are one and the same, and what the form says of them."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from bot.claims.form import SourceForm
from bot.readers.offline import bodies, mentions, names, phrases
from bot.readers.offline.documents import author
from bot.readers.offline.language import Language
from bot.readers.offline.mentions import Mention
from bot.readers.offline.passage import Passage
from bot.readers.offline.phrase import noun_of
from bot.readers.offline.tokens import Token

_JUST_BEFORE = 2
_NEAR = 3  # sentences within which "the company" is the one named last


@dataclass
class _Known:
    id: str
    mention: Mention
    role: str | None
    last: int
    roles: set[str] = field(default_factory=set)


class Sources:
    """Grows while the article is read from the top; ids are s1, s2, …"""

    def __init__(self, passage: Passage) -> None:
        self._passage = passage
        self._language = passage.language
        self._known: list[_Known] = []
        self._by_name: dict[str, _Known] = {}
        self._authors: dict[str, str | None] = {}
        self._people, self._bodies = _named_places(passage)

    def resolve(self, mention: Mention, n: int, *, answers: bool = False) -> tuple[str, ...]:
        """The ids that a mention in sentence `n` stands for; () for a pronoun that stands for nobody we know.

        Who `answers` with a denial is, by a mere description, not the person who spoke just before.
        """
        if mention.pronoun:
            return (
                self._group_before(mention, n)
                or self._pronoun(mention, n)
                or self._subject_before(mention, n)
                or (self._accused_before(mention, n) if answers else ())
            )
        known = self._described(mention, n, answers=answers)
        if known is not None:
            known.last = n
            return (known.id,)
        return (self._named(mention, n).id,)

    def _described(self, mention: Mention, n: int, *, answers: bool) -> _Known | None:
        """Whom a description without a name stands for: "the agency", "the minister", "these people"."""
        words = names.words(mention.described or "")
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
            return self._body_described(mention, n, len(words))
        hidden = words[-1] in self._language["sources.hidden_people"] and (self._definite(mention) or "of" in words)
        if mention.kind != "unnamed_group" or not hidden:
            return None
        anonymous = [known for known in self._known if known.mention.kind == "anonymous"]
        return max(anonymous, key=lambda known: known.last, default=None)

    def _hidden(self, mention: Mention, noun: str) -> _Known | None:
        """ "the officials" who spoke before on condition that nobody names them."""
        if mention.kind not in ("unnamed_person", "unnamed_group"):
            return None
        anonymous = [known for known in self._known if known.mention.kind == "anonymous" and known.role]
        same = [known for known in anonymous if names.words(known.role or "")[-1:] == (noun,)]
        return max(same, key=lambda known: known.last, default=None)

    def _definite(self, mention: Mention) -> bool:
        first = self._passage.text[mention.start : mention.end].split(maxsplit=1)[0].lower()
        return first in self._language["grammar.definite"]

    def _person_described(self, mention: Mention, n: int, noun: str, *, answers: bool) -> _Known | None:
        """A spokesperson is the body named last, a role is its holder, "the man" who spoke just before."""
        if noun in self._language["sources.speaks_for"]:
            return self._body_before(mention, n, noun)
        return self._by_role(mention, n) or (
            self._person_near(mention, n, noun) if self._definite(mention) and not answers else None
        )

    def _body_described(self, mention: Mention, n: int, length: int) -> _Known | None:
        """ "the company", also in "a spokesman for the company"."""
        name = mention.name or ""
        common = name in self._language["sources.organisations"]
        spoken_for = name != mention.described
        if not common or not (spoken_for or (length == 1 and self._definite(mention))):
            return None
        spoke = [known for known in self._known if _ends_in(known.mention, name)]
        return max(spoke, key=lambda known: known.last, default=None) or self._body_before(mention, n, name)

    def _written(self, mention: Mention, n: int, noun: str) -> _Known | None:
        """ "the report" goes by the name of its author, where the article tells it."""
        if any(word[0].isupper() for word in (mention.name or "").split()):
            return None
        if noun not in self._authors:
            self._authors[noun] = author(self._passage.text, noun, self._bodies)
        body = self._authors[noun]
        return self._named(replace(mention, name=body, role=mention.described), n) if body else None

    def _person_near(self, mention: Mention, n: int, noun: str) -> _Known | None:
        """ "The woman", "the 34-year-old": the source who spoke last, when that was a person and just before, and no man
        for "the woman". A noun that tells more, as "the contractor", must be what the article calls this person."""
        first = self._passage.text[mention.start : mention.end].split(maxsplit=1)[0].lower()
        if first in self._language["grammar.possessives"]:
            return None
        latest = max(self._known, key=lambda known: known.last, default=None)
        if latest is None or latest.mention.kind != "person" or n - latest.last > 2:
            return None
        if noun not in self._language["sources.anybody"] and not self._called(
            latest, noun_of(mention.described or "", self._language)
        ):
            return None
        told = {self._gender(word) for word in names.words(mention.described or "")} - {None}
        known = self._passage.names.gender.get(latest.mention.name or "")
        return None if told and known and known not in told else latest

    def _gender(self, word: str) -> str | None:
        for gender, words in (("f", "sources.female"), ("m", "sources.male")):
            if word in self._language[words]:
                return gender
        return None

    def _body_before(self, mention: Mention, n: int, noun: str) -> _Known | None:
        """The body named last: one whose name holds the noun, else any."""
        best = None
        for place, line, name in self._bodies:
            if place >= mention.start:
                break
            near = n - line <= _NEAR and noun in self._language["sources.any_body"]
            near = near and (" " in name or self._passage.text.count(name) > 1)
            if noun in names.words(name) or near:
                best = name if best is None or noun in names.words(name) or noun not in names.words(best) else best
        if best is None:
            return None
        return self._named(Mention(mention.start, mention.end, best, "organisation", described=best), n)

    def _named(self, mention: Mention, n: int) -> _Known:
        key = self._key(mention)
        known = self._by_name.get(key) or self._introduced(mention, n)
        if known is None:
            spokesperson = mention.kind == "organisation" and self._is_spokesperson(mention)
            known = _Known(f"s{len(self._known) + 1}", mention, None if spokesperson else mention.role, n)
            self._known.append(known)
        self._by_name[key] = known
        known.last = n
        if mention.media == "state_media":
            known.mention = replace(known.mention, media="state_media")
        body = mention.kind == known.mention.kind == "organisation"
        if mention.role and not body:
            known.role = known.role or mention.role
            known.roles.update(names.words(mention.role))
        elif body and mention.role != known.role:
            known.role = None  # it speaks for itself too, not only through "officials"
        return known

    def _is_spokesperson(self, mention: Mention) -> bool:
        return not self._language["sources.spokespeople"].isdisjoint(names.words(mention.role or ""))

    def _introduced(self, mention: Mention, n: int) -> _Known | None:
        """A name right behind a description is its name where it comes with the same role: "The defence minister said
        …. Defence Minister Kim said …". Without a role it is somebody else's as likely as not, but in the article's lead."""
        if mention.kind != "person":
            return None
        before = max(self._known, key=lambda known: known.last, default=None)
        if before is None or before.mention.kind != "unnamed_person" or n - before.last > 2 or not before.role:
            return None
        first = self._passage.text[before.mention.start : before.mention.end].split()[0].lower()
        if first in self._language["grammar.indefinite"] | self._language["grammar.vague_articles"]:
            return None
        noun, office = noun_of(before.mention.described or "", self._language), names.words(mention.role or "")
        if noun not in office and (office or not self._delayed(before, noun, mention, n)):
            return None
        before.mention = replace(mention, role=before.role)
        return before

    def _called(self, known: _Known, noun: str) -> bool:
        """This noun stands right before the person's name somewhere: "the French minister Jean Roux"."""
        places = [(place, n) for place, n, name in self._people if name == known.mention.name]
        for place, n in places:
            for token in [token for token in self._passage.lines[n - 1].tokens if token.end <= place][:-4:-1]:
                if not token.is_word:
                    break
                if noun and token.low.endswith(noun):
                    return True
        return False

    def _delayed(self, before: _Known, noun: str, mention: Mention, n: int) -> bool:
        """A lead that keeps back the name of its office holder: "France's defence minister told parliament …. Jean Roux
        said …. The defence minister told lawmakers …".

        Nobody else has spoken, the office is a title, the next sentence begins with a new name, and the title returns.
        """
        people = ("person", "unnamed_person")
        if any(known is not before and known.mention.kind in people for known in self._known):
            return False
        opens = mention.start == self._passage.lines[n - 1].start
        new = all(place >= mention.start for place, _, name in self._people if name == mention.name)
        title = self._language.is_title(noun)
        return title and opens and new and n - before.last == 1 and self._returns(noun, n)

    def _returns(self, noun: str, n: int) -> bool:
        """ "the defence minister", somewhere behind sentence `n`."""
        definite = self._language["grammar.definite"]
        return any(
            token.low == noun and any(near.low in definite for near in line.tokens[max(0, at - 2) : at])
            for line in self._passage.lines[n:]
            for at, token in enumerate(line.tokens)
        )

    def _key(self, mention: Mention) -> str:
        name = mention.name or mention.described or ""
        parts = [
            part for part in names.words(name) if part not in ("the", "a", "an", "this", "its", "their", "another")
        ]
        if mention.kind == "organisation" and any(word[0].isupper() for word in name.split()):
            return f"other {' '.join(self._same_body(name, parts))}"
        kind = mention.kind if mention.kind in ("person", "document") else "other"
        return f"{kind} {' '.join(parts)}"

    def _same_body(self, name: str, parts: Sequence[str]) -> Sequence[str]:
        """ "The Foreign Ministry of Veskara", "Veskara's foreign ministry" and "the Veskaran foreign ministry" are one."""
        language, text = self._language, self._passage.text
        national = {
            names.fold(word): bodies.country(text, word, language) for word in name.split() if word[0].isupper()
        }
        kept = [names.fold(national.get(part) or part) for part in parts if part not in language["grammar.tight_links"]]
        return sorted(kept) if language["sources.organisations"] & set(kept) else kept

    def _by_role(self, mention: Mention, n: int) -> _Known | None:
        """ "the defence minister" is the person introduced with these words."""
        wanted = set(names.words(mention.described or ""))
        people = [known for known in self._known if known.mention.kind == "person"]
        for known in sorted(people, key=lambda known: -known.last):
            head = noun_of(mention.described or "", self._language)
            if head in known.roles and len(wanted & known.roles) >= min(2, len(wanted)):
                return known
        return None

    def _pronoun(self, mention: Mention, n: int) -> tuple[str, ...]:
        if mention.pronoun in ("he", "she", "who"):
            return self._person_before(mention, n)
        kinds = (
            ("organisation", "document") if mention.pronoun == "it" else ("unnamed_group", "organisation", "anonymous")
        )
        found = [known for known in self._since(n, 4) if known.mention.kind in kinds]
        if mention.pronoun == "they" and not found:
            found = self._since(n, 2)
        if not found:
            return ()
        best = max(found, key=lambda known: known.last)
        best.last = n
        return (best.id,)

    def _since(self, n: int, reach: int) -> list[_Known]:
        """Who spoke in the last sentences, and in the same entry of a live blog."""
        entry = self._passage.lines[n - 1].entry
        return [known for known in self._known if n - known.last <= reach and known.last >= entry]

    def _group_before(self, mention: Mention, n: int) -> tuple[str, ...]:
        """ "They" are the people whom the sentence before tells of."""
        if mention.pronoun != "they" or self._passage.lines[n - 1].entry == n:
            return ()
        found = self._subject_of(n - 1)
        grouped = found is not None and found.kind == "unnamed_group" and found.sure and not found.pronoun
        return (self._named(found, n).id,) if found is not None and grouped else ()

    def _subject_of(self, n: int) -> Mention | None:
        """What the subject of sentence `n` mentions."""
        line = self._passage.lines[max(0, n - 1)]
        verb = next((at for at, token in enumerate(line.tokens) if at and _finite(token, self._language)), None)
        place = phrases.left(line.tokens, verb, self._language) if verb else None
        if not place:
            return None
        words = line.tokens[place[0] : place[1]]
        return mentions.read(self._passage.text, words, self._language, self._passage.names)

    def _subject_before(self, mention: Mention, n: int) -> tuple[str, ...]:
        """The subject of the sentence before, else somebody whom the article does not name."""
        opens = self._passage.lines[n - 1].entry == n
        found = self._subject_of(n - 1) if mention.pronoun in ("they", "it") and not opens else None
        if mention.pronoun == "it" and (found is None or found.kind not in ("organisation", "document")):
            return ()  # "it seems"
        if (
            found is None
            or found.pronoun
            or (found.kind == "unnamed_group") != (mention.pronoun == "they")
            or not found.sure
        ):
            found = replace(mention, pronoun=None, described=f"{mention.pronoun} {n}")
        return (self._named(found, n).id,)

    def _accused_before(self, mention: Mention, n: int) -> tuple[str, ...]:
        """ "It" that denies is the body named last, in this sentence or the two before."""
        near = [name for place, line, name in self._bodies if place < mention.start and n - line <= _JUST_BEFORE]
        if mention.pronoun != "it" or not near:
            return ()
        body = Mention(mention.start, mention.end, near[-1], "organisation", described=near[-1])
        return (self._named(body, n).id,)

    def _person_before(self, mention: Mention, n: int) -> tuple[str, ...]:
        wanted = {"he": "m", "she": "f"}.get(mention.pronoun or "")
        gender = self._passage.names.gender
        people = [
            known
            for known in self._since(n, 6)
            if known.mention.kind in ("person", "unnamed_person")
            and (wanted is None or gender.get(known.mention.name or "", wanted) == wanted)
        ]
        latest = max(people, key=lambda known: known.last, default=None)
        named, place, line = self._named_before(mention, n, wanted) or (None, 0, 0)
        if latest is not None and (
            named is None or (n - latest.last <= 2 and not self._likelier(named, place, line, latest, wanted))
        ):
            latest.last = n
            return (latest.id,)
        if named is None:
            return ()
        known = self._named(Mention(mention.start, mention.end, named, "person"), n)
        return (known.id,)

    def _likelier(self, named: str, place: int, line: int, latest: _Known, wanted: str | None) -> bool:
        """A pronoun is rather the person just named than who spoke last: where only the first is known to be a woman,
        or where the sentence behind that speaker's begins with the name."""
        gender = self._passage.names.gender
        if latest.mention.name == named or (wanted and gender.get(latest.mention.name or "") == wanted):
            return False
        return (wanted is not None and gender.get(named) == wanted) or (
            line > latest.last and place == self._passage.lines[line - 1].start
        )

    def _named_before(self, mention: Mention, n: int, wanted: str | None) -> tuple[str, int, int] | None:
        """The person named last before the pronoun, in this sentence or the two before: name, place and sentence."""
        best = None
        for place, line, name in self._people:
            if place >= mention.start:
                break
            near = n - line <= 2 and line >= self._passage.lines[n - 1].entry
            if near and self._passage.names.gender.get(name, wanted) == wanted:
                best = name, place, line
        return best

    def forms(self) -> list[SourceForm]:
        return [
            SourceForm(
                id=known.id,
                name=known.mention.name[:300] if known.mention.name else None,
                kind=known.mention.kind,
                role=known.role[:300] if known.role else None,
                media=known.mention.media,
                count=known.mention.count,
            )
            for known in self._known
        ]


def _ends_in(mention: Mention, noun: str) -> bool:
    """A body that goes by more than this noun: "the Danish foreign ministry" for "the ministry"."""
    parts = names.words(mention.name or "")
    return mention.kind == "organisation" and len(parts) > 1 and parts[-1] == noun


def _finite(token: Token, language: Language) -> bool:
    return (
        token.low in language["grammar.auxiliaries"]
        or token.low in language["cues.common_verbs"]
        or token.low.endswith("ed")
    )


_Places = list[tuple[int, int, str]]


def _named_places(passage: Passage) -> tuple[_Places, _Places]:
    """(place, sentence, full name) of every person and of every body named outside quotations, in order."""
    people: _Places = []
    bodies: _Places = []
    for line in passage.lines:
        for run in names.runs(line.tokens, passage.language):
            core = line.tokens[run.core : run.last]
            name = passage.text[core[0].start : core[-1].end]
            full = passage.names.person(name)
            if full:
                people.append((core[0].start, line.n, full))
            elif not line.lead and not all(token.low in passage.language["sources.places"] for token in core):
                bodies.append((core[0].start, line.n, passage.names.body(name) or name))
    return people, bodies
