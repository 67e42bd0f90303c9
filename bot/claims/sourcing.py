"""Sourcing: whether those whom a reader names are the ones who say it, by the voices of the sentences it cites."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from bot.article.article import Article
from bot.claims.form import SourceForm
from bot.claims.grammar.evidence import Analysed, analysed, evidence
from bot.claims.grammar.parties import Party
from bot.claims.language.guessing import guess
from bot.claims.language.verbatim import find_in_article
from bot.claims.people.antecedents import Antecedents, Named
from bot.claims.people.identity import same_name, words
from bot.claims.people.ownvoice import OwnVoice
from bot.claims.people.tellers import accusing, ahead_of_told, denying, speaking, telling
from bot.claims.people.voices import Speaker, Voice, instead_of, names_of
from bot.claims.repeating import Repeating
from bot.claims.sources import Found
from bot.claims.told import Told

_BACK, _AHEAD = 3, 2  # sentences within which the voice stands that a sentence without one goes on with
_TELLING = 2  # words that only one voice has tell that the text repeats it


class Sourcing:
    """`found` are the sources of the form by their ids."""

    def __init__(self, article: Article, voices: Sequence[Voice], found: Mapping[str, Found]) -> None:
        self._article = article
        self._voices = [voice for voice in voices if voice.speakers]
        self._by_sentence: dict[int, list[Voice]] = {}
        for voice in self._voices:
            self._by_sentence.setdefault(voice.n, []).append(voice)
        heard = [speaker.source for voice in self._voices for speaker in voice.speakers if speaker.source.name]
        self._heard = {source.name: source for source in reversed(heard)}
        self._called: dict[str, SourceForm | None] = {}
        self._ends = {n: group[-1] for group in article.paragraphs for n in group}
        self._unclear = {voice.n for voice in voices if voice.told and not voice.speakers}
        self._sources = found
        self._language = evidence(article, [1]).language
        self._repeating = Repeating(article, self._language)
        self._own = OwnVoice(article, voices, self._language)
        self._withdrawn = {voice.n for voice in voices if voice.withdrawn}
        self._antecedents = Antecedents(article, voices, [self._named(id_) for id_ in found])

    def problems(self, told: Told) -> list[str]:
        """One plain sentence for each source, or relay, who is not the one that its sentences tell."""
        voices = self._speaking(told)
        if not told.sources:
            spoken = not told.denies and told.text is not None and any(voice.speakers for voice in voices)
            return self.untold(told.text or "", told.numbers) if spoken else []
        denied = self._denied(told)
        if denied:
            return denied
        says = "denies it" if told.denies else "says so"
        found = [
            f"Its sentences do not tell that {self._label(id_)} {says}{instead_of(voices)}."
            for id_ in told.sources
            if not self._supported(self._named(id_), told, voices)
        ]
        found += [
            f"Its sentences do not tell that it came through {self._label(id_)}."
            for id_ in told.via
            if not self._relays(self._named(id_), told.numbers)
        ]
        return found or self._borrowed(told, voices)

    def misquoted(self, text: str, numbers: Sequence[int]) -> list[str]:
        """One sentence for each party that the text itself lets speak, and that does not in these sentences."""
        language = guess(text) or self._language
        own = language == self._language
        told = Told((), (), tuple(numbers), text if own else None)
        voices, said = self._speaking(told), analysed(text, language)
        found = []
        for party in (*telling(said), *accusing(said)):
            named = party.name and (own or find_in_article(self._article, str(party)) is not None)
            source = self._known_as(str(party), capital=named)
            if source is None:
                found += self._repeating.of_another(party, said, voices, told.numbers) if own else []
            elif not self._supported(source, told, voices):
                found.append(f"{str(party)!r} does not say so in its sentences{instead_of(voices)}.")
            elif own and not denying(said):
                found += self._swapped(source, said, told.numbers)
        return found

    def _swapped(self, source: Named, said: Analysed, numbers: Sequence[int]) -> list[str]:
        """Of what the text lets the source say, the sentences give all to somebody else who speaks in them."""
        voices = [voice for voice in self._within(numbers) if voice.told]
        mine = [voice for voice in voices if self._among(source, [voice])]
        others = [voice for voice in voices if voice not in mine and self._repeating.repeats(said, voice)]
        if not mine or not others or any(self._repeating.repeats(said, voice) for voice in mine if not voice.denies):
            return []
        return [f"It lets {source.name!r} say what {names_of(others[0].speakers)} says in its sentences."]

    def _known_as(self, name: str, *, capital: bool) -> Named | None:
        """The source that goes by the name; nobody for a word that is none."""
        if name not in self._called:
            heard = reversed(self._heard.items())  # who spoke first comes first
            self._called[name] = next((one for called, one in heard if called and same_name(name, called)), None)
        known = self._called[name]
        if known is not None:
            return Named(known.name, known.kind, known.role)
        return Named(name, "person", None) if capital and len(words(name)) > 1 else None

    def heard(self, told: Told) -> tuple[tuple[Speaker, ...], tuple[Speaker, ...]]:
        """Who says it and through whom, where the sentences themselves name one party; () where they leave it open, as a pronoun
        does: a reader may understand it better than rules."""
        if self.denied_only(told):
            return (), ()
        voices = [voice for voice in self._speaking(told) if voice.denies or not told.denies]
        parties = {tuple(speaker.source.id for speaker in voice.speakers) for voice in voices}
        plain = all(speaker.kind != "pronoun" for voice in voices for speaker in voice.speakers)
        return (voices[0].speakers, voices[0].via) if len(parties) == 1 and plain else ((), ())

    def owned(self, told: Told, n: int) -> bool | None:
        """Whether one of the sources speaks in sentence `n`, or one relays them; None where rules hear nobody in it."""
        voices = self._by_sentence.get(n, [])
        named, alone = map(self._named, (*told.sources, *told.via)), replace(told, numbers=(n,))
        return any(self._supported(one, alone, voices) for one in named) if voices else None

    def tells(self, told: Told, n: int) -> bool:
        """Whether sentence `n` itself tells that one of the sources speaks."""
        return any(voice.told for voice in self._by_sentence.get(n, ())) and bool(self.owned(told, n))

    def _named(self, id_: str) -> Named:
        found = self._sources[id_]
        return Named(found.name, found.form.kind, found.form.role)

    def _within(self, numbers: Iterable[int]) -> list[Voice]:
        """The voices of these sentences, in the article's order."""
        return [voice for n in sorted(set(numbers)) for voice in self._by_sentence.get(n, ())]

    def _label(self, id_: str) -> str:
        return repr((source := self._named(id_)).name or source.role or source.kind)

    def _speaking(self, told: Told) -> list[Voice]:
        """The voices that the sentences themselves tell; of several those that say the text."""
        found = [voice for voice in self._within(told.numbers) if voice.told]
        if told.denies:
            return [voice for voice in found if voice.denies] or found
        return self._repeating.saying(found, told.text) if told.text and len(found) > 1 else found

    def _supported(self, source: Named, told: Told, voices: Sequence[Voice]) -> bool:
        parties = self._parties(told, voices)
        if any(source.is_party(party) for party in parties):
            return True
        if told.denies and parties and not any(voice.denies for voice in voices):
            return False
        if voices and (source.name is None or source.kind == "document") and self._relayed(source, told, voices):
            return True
        return self._among(source, voices) if voices else self._goes_on(source, told.numbers)

    def _relayed(self, source: Named, told: Told, voices: Sequence[Voice]) -> bool:
        """The sentences have it, and rules hear but an outlet, or nobody of flesh and blood."""
        speakers = [speaker.source for voice in voices for speaker in voice.speakers]
        if source.kind == "document":
            relayed = all(speaker.kind != "person" for speaker in speakers)
        else:
            via = [self._named(id_) for id_ in told.via]
            relayed = all(speaker.media != "none" for speaker in speakers) or all(
                any(self._antecedents.may_be(one, speaker, voice) for one in via)
                for voice in voices
                for speaker in voice.speakers
            )
        return relayed and source.stands_in(self._article.passage(told.numbers))

    def _parties(self, told: Told, voices: Sequence[Voice]) -> list[Party]:
        """Names before verbs of saying, or of denying: what the rules of restatements hear."""
        pointed = {v.n for v in voices if any(speaker.kind == "pronoun" for speaker in v.speakers)}
        numbers = {v.n for v in voices} - pointed if voices else told.numbers
        return [
            party
            for s in self._analysed(numbers)
            for party in (denying(s) if told.denies else speaking(s))
            if party.name
        ]

    def _analysed(self, numbers: Iterable[int]) -> list[Analysed]:
        return [analysed(self._article.sentence(n), self._language) for n in numbers]

    def _among(self, source: Named, voices: Sequence[Voice]) -> bool:
        return any(self._antecedents.may_be(source, speaker, voice) for voice in voices for speaker in voice.speakers)

    def _goes_on(self, source: Named, numbers: Sequence[int]) -> bool:
        """Nothing in the sentences tells who speaks: they name the source, or go on with the voice beside them."""
        passage = self._article.passage(numbers)
        if source.stands_in(ahead_of_told(self._analysed(numbers))):
            return True
        near = self._within(numbers)
        if near:
            return self._among(source, near)
        if self._antecedents.named_in(numbers):
            return False
        if source.name is None:
            return self._unnamed(source, numbers)
        if self._reports(numbers):
            return source.described_in(passage)
        before = self._within(range(numbers[0] - _BACK, numbers[0]))
        after = self._within(range(numbers[-1] + 1, min(self._ends[numbers[-1]], numbers[-1] + _AHEAD) + 1))
        near = [voice for voice in before if voice.n == before[-1].n] + [v for v in after if v.n == after[0].n]
        return self._among(source, near)

    def _unnamed(self, source: Named, numbers: Sequence[int]) -> bool:
        """ "One of them", after whom nobody else spoke, or nobody that the article describes."""
        near = [n for n in range(numbers[0] - _AHEAD, numbers[-1] + 1) if self._article.has(n)]
        told = [n for n in near if source.described_in(self._article.sentence(n))]
        since = self._within(range(told[-1] + 1, numbers[0])) if told else ()
        return source.role is None or (bool(told) and (not since or self._among(source, since)))

    def _reports(self, numbers: Sequence[int]) -> bool:
        """Somebody speaks in them whom no rule made out."""
        unheard = (s.words.reporting & s.lows for s in self._analysed(numbers))
        return any(unheard) or not self._unclear.isdisjoint(numbers)

    def _relays(self, source: Named, numbers: Sequence[int]) -> bool:
        """The sentences have it, or those before hear it relay; a body may speak in them, as "the Post reported"."""
        if source.stands_in(self._article.passage(numbers)):
            return True
        near = self._within(range(numbers[0] - _BACK, numbers[-1] + 1))
        spoken = [(one, v) for v in near for one in (*v.via, *(() if source.kind == "person" else v.speakers))]
        return any(self._antecedents.may_be(source, one, voice) for one, voice in spoken)

    def _denied(self, told: Told) -> list[str]:
        """That one of the sources only denies it."""
        voice = self.denied_only(told)
        mine = voice is not None and any(self._among(self._named(id_), [voice]) for id_ in told.sources)
        return [f"Its sentences tell that {names_of(voice.speakers)} denies it."] if voice and mine else []

    def denied_only(self, told: Told) -> Voice | None:
        """The voice that denies what they are to have said, where none of the sentences tells it otherwise."""
        return None if told.denies or told.text is None else self._own.denied(told.text, told.numbers)

    def withdrawn(self, numbers: Iterable[int]) -> list[str]:
        """What an earlier version had wrong nobody claims any more: only with the words that say so may it be shown."""
        return [f"Sentence {n} tells what an earlier version had wrong." for n in numbers if n in self._withdrawn]

    def untold(self, text: str, numbers: Sequence[int]) -> list[str]:
        """Most of what is told as the article's own stands in somebody's words, who is not named with it."""
        return self._own.problems(text, numbers)

    def _borrowed(self, told: Told, voices: Sequence[Voice]) -> list[str]:
        """What only somebody else among the cited says."""
        known = [self._named(id_) for id_ in (*told.sources, *told.via)]
        mine = [v for v in voices if any(self._among(source, [v]) for source in known)]
        said = analysed(told.text or "", self._language)
        shared = {token for voice in mine for token in self._repeating.shared(said, voice)}
        for voice in voices if said.words.known and mine else ():
            if voice not in mine and len(set(self._repeating.shared(said, voice)) - shared) >= _TELLING:
                return [f"Part of it is what {names_of(voice.speakers)} says in its sentences."]
        return []
