"""Antecedents: whether a source that a reader gives is the one whom a sentence mentions as speaking."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

from bot.article.article import Article
from bot.claims.grammar.parties import Party
from bot.claims.language.verbatim import in_text
from bot.claims.people.identity import apart, definite, indefinite, nouns, owned, same_name, telling, words
from bot.claims.people.voices import Speaker, Voice
from bot.claims.reading import SourceKind

_BACK = 6  # sentences back in which a pronoun finds the name it stands for
_OWNER = re.compile(r"[^\W_]+['’]s\b")  # in "Lund's lawyer" Lund does not speak
_NAMED_BEHIND = re.compile(r",\s+[^\W\d_a-zß-öø-ÿ]")  # "The builder, Kroon & Partners" is nobody else
_ARTICLES = "the|der|die|das|le|la|les|el|los|las"
_OPENING = 30  # characters within which a sentence begins with a name
_BODIES = frozenset({"organisation", "document"})


@dataclass(frozen=True, slots=True)
class Named:
    """A source that a reader gives: its name in the article's characters, None if unnamed, its kind and role."""

    name: str | None
    kind: SourceKind
    role: str | None

    def stands_in(self, text: str) -> bool:
        """A person and a document by the last word of the name, a body by all of it, the unnamed by a word of their role."""
        if self.name is None:
            return self.described_in(text)
        own, there = words(self.name), set(words(text))
        return own[-1:] != () and (own[-1] in there if self.kind in ("person", "document") else set(own) <= there)

    def is_party(self, party: Party) -> bool:
        """Whether the last word of the name is one of the party's, and nothing in it is another's first name."""
        own, there = words(self.name or ""), [token.low for token in party.tokens]
        return own[-1:] != () and own[-1] in there and not apart(self.name or "", " ".join(there))

    def described_in(self, text: str) -> bool:
        """By a word of the role."""
        return not nouns(self.role or "").isdisjoint(nouns(text))


class Antecedents:
    """`known` are all sources that a reader found in the article, `voices` those whom rules hear."""

    def __init__(self, article: Article, voices: Iterable[Voice], known: Iterable[Named]) -> None:
        voices = tuple(voices)
        self._about = {voice.n: voice.about for voice in voices if voice.about}
        heard = [(voice, speaker.source) for voice in voices if voice.told for speaker in voice.speakers]
        speakers = [source for _, source in heard]
        self._spoke = {(voice.n, source.name) for voice, source in heard}
        self._article = article
        self._known = {one.name: one.kind == "person" for one in speakers if one.name}
        self._known |= {one.name: one.kind == "person" for one in known if one.name}
        self._sharing: dict[str, list[str]] = {}
        for name in self._known:
            self._sharing.setdefault((words(name) or ("",))[-1], []).append(name)

    def named_in(self, numbers: Iterable[int]) -> bool:
        """Whether the sentences name one of them."""
        passage = set(words(self._article.passage(numbers)))
        return any(set(words(name)[-1:]) <= passage for name in self._known if name != name.lower())

    def may_be(self, source: Named, speaker: Speaker, voice: Voice) -> bool:
        """Whether `speaker` of `voice` is the source: by name, by a description that fits, or by pointing back at it."""
        heard = speaker.source.name
        if source.name is None:
            return _unnamed(source, speaker)
        if heard and (same_name(source.name, heard) or self._apposed(heard, source.name)):
            return speaker.kind != "pronoun" or not self._overtaken(source, voice)
        if speaker.kind == "named":
            return self._told_with(source, speaker, voice) or _short_for(source, speaker)
        if speaker.kind == "described":
            return self._described(source, speaker, voice)
        return _of_one_sort(source, speaker) and not self._goes_on(speaker, voice) and self._named_last(source, voice)

    def _goes_on(self, speaker: Speaker, voice: Voice) -> bool:
        """Whom rules hear spoke just before: who is named since is only spoken of, "She gave it to Lund. 'He took it,' she said"."""
        heard = speaker.source
        spoke = heard.name is not None and (voice.n - 1, heard.name) in self._spoke
        return spoke and not self._overtaken(Named(heard.name, heard.kind, None), voice)

    def _apposed(self, description: str, name: str) -> bool:
        """ "The regulator, the Rail Safety Board," said once: "the regulator" is that board."""
        if description != description.lower() or name == name.lower():
            return False
        words = rf"(?<!\w){re.escape(description)},? (?:(?:{_ARTICLES}) )?{re.escape(name)}(?!\w)"
        return re.search(words, self._article.text, re.IGNORECASE) is not None

    def _described(self, source: Named, speaker: Speaker, voice: Voice) -> bool:
        """ "The minister" by the role, "the company" by the name before it, "a former guard" by the name behind it."""
        if source.kind in _BODIES:
            return self._body_described(source, speaker, voice)
        if _NAMED_BEHIND.search(speaker.words):
            return self._told_with(source, speaker, voice)
        tied = not nouns(f"{source.role or ''} {source.name}").isdisjoint(nouns(_OWNER.sub(" ", speaker.words)))
        if indefinite(speaker.words):
            return tied and not self._places(source.name or "", 0, voice.group[0])
        if not _of_one_sort(source, speaker):
            return self._told_with(source, speaker, voice)
        if tied and not speaker.source.name:
            return True
        plain = definite(speaker.words) and speaker.source.kind == "unnamed_person"
        return (tied or plain) and self._named_last(source, voice)

    def _body_described(self, source: Named, speaker: Speaker, voice: Voice) -> bool:
        """ "The company" and "its lawyers" by the name before them, "the document" for any that is one."""
        if self._told_with(source, speaker, voice):
            return True
        if source.kind == speaker.source.kind == "document" and definite(speaker.words):
            return True
        own = telling(speaker.words) <= nouns(f"{source.role or ''} {source.name}")
        return (own or owned(speaker.words)) and self._named_last(source, voice, proper=not telling(speaker.words))

    def _told_with(self, source: Named, speaker: Speaker, voice: Voice) -> bool:
        """The words that mention the speaker have the name too: "people, including Lund", "the director of Norvik"."""
        heard = speaker.source
        if heard.kind == source.kind == "person" or (heard.name and apart(source.name or "", heard.name)):
            return False
        start, end = voice.group
        return source.stands_in(_OWNER.sub(" ", f"{speaker.words} {self._article.text[start:end]}"))

    def _overtaken(self, source: Named, voice: Voice) -> bool:
        """The sentence of a pronoun, or the one before, begins with somebody else: "Owner Greg Palmer disagreed. He said …"."""
        if voice.n < 2 or source.kind != "person":
            return False
        starts = [self._article.sentences[at].start for at in (voice.n - 2, voice.n - 1)]
        mine = self._places(source.name or "", starts[0], voice.group[0])
        told = [*self._about.get(voice.n - 1, ()), *voice.about]
        for start in starts:
            near = [one for one in self._near(start, voice.group[0]) if not _within(one[0], told)]
            places = [at for at, n, person in near if person and not same_name(n, source.name or "")]
            if any(place < start + _OPENING for place in places) and not any(place >= start for place in mine):
                return True
        return False

    def _named_last(self, source: Named, voice: Voice, *, proper: bool = False) -> bool:
        """Nobody else of its kind is named between this one and the words that only point at somebody; `proper`: by a name
        of its own, for no ministry is "the company"."""
        start, end = self._article.sentences[max(1, voice.n - _BACK) - 1].start, voice.group[0]
        mine = [place for place in self._places(source.name or "", start, end) if not _within(place, voice.about)]
        others = [
            place
            for place, name, person in self._near(start, end)
            if not _within(place, voice.about)
            and person == (source.kind == "person")
            and not same_name(name, source.name or "")
            and not (proper and name == name.lower())
        ]
        return bool(mine) and max(mine) > max(others, default=-1)

    def _places(self, name: str, start: int, end: int) -> list[int]:
        """Where the article has the name or, unless others share it, its last word."""
        sharing = self._sharing.get((words(name) or ("",))[-1], ())
        shared = name == name.lower() or any(apart(name, other) for other in sharing)
        wanted = name if shared else (words(name)[-1:] or (name,))[0]
        found = in_text(self._article.text).occurrences(wanted, start)
        places = [at for at, _ in takewhile(lambda place: place[0] < end, found)]
        return places if wanted == name else [at for at in places if self._article.text[at].isupper()]

    def _near(self, start: int, end: int) -> list[tuple[int, str, bool]]:
        """Place, name and whether it is a person's of everybody known who is named from `start` to before `end`."""
        first, last = (bisect_left(self._named, (place,)) for place in (start, end))
        return self._named[first:last]

    @cached_property
    def _named(self) -> list[tuple[int, str, bool]]:
        whole = len(self._article.text)
        known = self._known.items()
        return sorted((at, name, person) for name, person in known for at in self._places(name, 0, whole))


def _within(place: int, about: Iterable[tuple[int, int]]) -> bool:
    """Where only somebody else than who speaks can be named: "Lund had told him, he said"."""
    return any(start <= place < end for start, end in about)


def _of_one_sort(source: Named, speaker: Speaker) -> bool:
    """ "She" is no ministry, "they" is no single person."""
    heard = speaker.source.kind
    if heard == "unnamed_group":
        return source.kind != "person"
    return (heard in _BODIES) == (source.kind in _BODIES)


def _short_for(source: Named, speaker: Speaker) -> bool:
    """ "Larkfield" for Larkfield Tolls, though a person is called so too."""
    short = words(speaker.words)
    return source.kind in _BODIES and bool(short) and words(source.name or "")[: len(short)] == short


def _unnamed(source: Named, speaker: Speaker) -> bool:
    """Nobody named speaks, and if both are described, with a word in common."""
    heard = speaker.source
    described = nouns(f"{speaker.words} {heard.name or ''} {heard.role or ''}")
    if speaker.kind == "named" and heard.kind == "person":
        return False  # whom the sentence names has a name
    if source.role and nouns(source.role) & described:
        return True
    if speaker.kind == "named":
        return False
    if speaker.kind == "described" and (source.role or heard.kind in _BODIES):
        return source.kind == heard.kind == "anonymous"
    return not any(word[:1].isupper() for word in (heard.name or "").split())
