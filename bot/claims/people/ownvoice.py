"""Own voice: whether what a text tells in nobody's name is what somebody says in its sentences."""

from collections.abc import Iterable, Sequence, Set

from bot.article.article import Article, Sentence
from bot.claims.grammar.evidence import Analysed, analysed
from bot.claims.grammar.parties import Party
from bot.claims.grammar.verb import verb_at
from bot.claims.grammar.verbs import ACCORDING, verbs
from bot.claims.language.guessing import guess
from bot.claims.language.token import Token
from bot.claims.language.verbatim import fold
from bot.claims.people.identity import nouns
from bot.claims.people.tellers import utterances
from bot.claims.people.voices import Voice, names_of

_MOST = 0.5  # of a text's words, those that only a voice has
_TELLING = 2
_BEFORE, _BEHIND = 3, 5  # words around one for a view among which stands whose it is
# Turns of meaning that tell a thing as what somebody says, whoever that is.
_DISTANT = frozenset({"accuse", "deny", "hearsay", "reported", "supposed"})
_DENYING = _DISTANT | {"not", "nor"}


class OwnVoice:
    """By the voices of an article, those too whose speaker no rule made out."""

    def __init__(self, article: Article, voices: Iterable[Voice], language: str) -> None:
        self._article = article
        self._language = language
        self._voices: dict[int, list[Voice]] = {}
        for voice in voices:
            if voice.content:
                self._voices.setdefault(voice.n, []).append(voice)

    def problems(self, text: str, numbers: Sequence[int]) -> list[str]:
        """One plain sentence where the text is told as the article's own, and is what somebody says or denies."""
        denier = self.denied(text, numbers)
        if denier:
            only = f"its sentences only tell that {names_of(denier.speakers)} denies it"
            return [f"It is told as the article's own, and {only}."]
        voice = self.untold(text, numbers)
        if voice is None:
            return []
        name = names_of(voice.speakers) or repr(self._article.text[slice(*voice.group)])
        return [f"It is told as the article's own, and its sentences name {name} for it."]

    def untold(self, text: str, numbers: Iterable[int]) -> Voice | None:
        """The voice that says most of the text, which names nobody for it; None where the article says as much itself."""
        cited = sorted(set(numbers))
        here = self._telling_in(cited)
        voices = [voice for voice in here if not voice.denies]
        abroad = guess(text) if voices else None
        if abroad and abroad != self._language:
            return None if attributing(analysed(text, abroad)) else self._telling_all(cited, voices)
        said = analysed(text, self._language) if here else None
        if said is None or not said.words.known or self._repeats(text, cited):
            return None
        voices = here if "not" in said.classes() else voices  # "did not know" is what "denied having known" says
        told = [party for verb in utterances(said) for party in verb.subjects]
        unnamed = [voice for voice in voices if not _speaks(told, voice)]
        own = self._outside(cited, voices) if unnamed else said
        lent = [token for token in said.meaning if not own.has(token)]
        return next((voice for voice in unnamed if self._lends(voice, said, lent, voices)), None)

    def _telling_in(self, cited: Sequence[int]) -> list[Voice]:
        return [voice for n in cited for voice in self._voices.get(n, ())]

    def _telling_all(self, cited: Sequence[int], voices: Sequence[Voice]) -> Voice | None:
        """The first voice where most of each sentence is what voices say, whatever a text in another language takes of it."""
        spoken = all(_share(self._article.sentences[n - 1], voices) > _MOST for n in cited)
        return voices[0] if voices and spoken else None

    def _repeats(self, text: str, cited: Sequence[int]) -> bool:
        """Whether it is a sentence, or are all of them, as they stand but for marks: who speaks in them is there too."""
        sentences = [_bare(self._article.sentence(n)) for n in cited]
        return _bare(text) in {*sentences, "".join(sentences)}

    def denied(self, text: str, numbers: Iterable[int]) -> Voice | None:
        """The voice that denies most of the text, which denies nothing; None where another tells it, or the article itself."""
        cited = sorted(set(numbers))
        voices = self._telling_in(cited)
        said = analysed(text, self._language) if any(voice.denies for voice in voices) else None
        if said is None or not said.words.known or _about_claims(said) or self._repeats(text, cited):
            return None
        own = self._outside(cited, voices)
        lent = [token for token in said.meaning if not own.has(token)]
        telling = [voice for voice in voices if self._enough(voice, said, lent)]
        only = bool(telling) and all(voice.denies for voice in telling)
        return telling[0] if only and not self._turned(said, voices, _DENYING) else None

    def _lends(self, voice: Voice, said: Analysed, lent: Sequence[Token], voices: Sequence[Voice]) -> bool:
        """Whether most of what is told is the voice's, and nothing in the text says so."""
        return self._enough(voice, said, lent) and not self._attributed(said, voice, voices)

    def _enough(self, voice: Voice, said: Analysed, lent: Sequence[Token]) -> bool:
        """Whether most of what is told, apart from who speaks, is the voice's."""
        spoken = self._spoken([voice])
        about = [token for token in said.meaning if not nouns(token.text) & _called(voice)]
        needed = max(min(_TELLING, len(about)), _MOST * len(about))
        return bool(about) and sum(map(spoken.has, lent)) >= needed

    def _spoken(self, voices: Sequence[Voice]) -> Analysed:
        words = (self._article.text[start:end] for voice in voices for start, end in voice.content)
        return analysed(" ".join(words), self._language)

    def _outside(self, numbers: Sequence[int], voices: Sequence[Voice]) -> Analysed:
        """What the sentences tell beside the words of their voices."""
        text = self._article.text
        spans = sorted(span for voice in voices for span in voice.content)
        parts: list[str] = []
        for n in numbers:
            sentence = self._article.sentences[n - 1]
            at = sentence.start
            for start, end in (span for span in spans if sentence.start <= span[0] < sentence.end):
                parts.append(text[at : max(at, start)])
                at = max(at, end)
            parts.append(text[at : sentence.end])
        return analysed(" ".join(parts), self._language)

    def _turned(self, said: Analysed, voices: Sequence[Voice], turns: frozenset[str]) -> bool:
        """Whether the text has a turn of meaning that the words of the voices have not."""
        there = {token.low for token in self._spoken(voices).tokens}
        return any(op.name in turns and said.tokens[op.at].low not in there for op in said.operators)

    def _attributed(self, said: Analysed, voice: Voice, voices: Sequence[Voice]) -> bool:
        """Whether a word of the text that is none of the voice's own tells that somebody says it."""
        voices = [each for each in voices if each.n == voice.n]
        if self._turned(said, voices, _DISTANT):
            return True
        spoken = self._spoken(voices)
        there = {token.low for token in spoken.tokens}
        if _credited(said, voice, there, spoken):
            return True
        cue = analysed(self._article.text[slice(*voice.group)], self._language)
        told = [*utterances(said), *(verb_at(said, i) for i in verbs(said) if cue.has(said.tokens[i]))]
        return any(
            _speaks(verb.subjects, voice) or (verb.token.low not in there and not _within(verb.subjects, spoken))
            for verb in told
        )


def attributing(said: Analysed) -> bool:
    """Whether any word of a text tells that somebody says it, whoever that is."""
    words = said.words
    telling = words.reporting | words.vocabulary.judging | words.vocabulary.crediting | words.vocabulary.accusations
    telling |= ACCORDING | words.contents
    return bool(said.classes() & _DENYING) or any(not telling.isdisjoint((t.low, t.stem)) for t in said.tokens)


def _share(sentence: Sentence, voices: Iterable[Voice]) -> float:
    """How much of a sentence, by characters and apart from who says it, stands in somebody's words."""
    here = [voice for voice in voices if voice.n == sentence.n]
    lent = sum(_inside(span, sentence) for voice in here for span in voice.content)
    naming = sum(_inside(group, sentence) for group in {voice.group for voice in here})
    return lent / max(1, sentence.end - sentence.start - naming)


def _inside(span: tuple[int, int], sentence: Sentence) -> int:
    return max(0, min(span[1], sentence.end) - max(span[0], sentence.start))


def _bare(text: str) -> str:
    """Its letters and digits, whatever their case and their diacritics."""
    return "".join(filter(str.isalnum, fold(text)))


def _credited(said: Analysed, voice: Voice, there: Set[str], spoken: Analysed) -> bool:
    """ "In Pike's view", "nach Angaben der Polizei", "Brandt bestätigt, dass": the speaker is named beside a noun for what they say, or does
    something that the voice tells nothing of."""
    called = _called(voice)
    for at, token in enumerate(said.tokens):
        near = said.tokens[max(0, at - _BEFORE) : at + _BEHIND + 1]
        crediting = token.low in said.words.vocabulary.crediting and token.low not in there
        if crediting and any(nouns(each.text) & called for each in near):
            return True
    helping = said.words.auxiliaries if voice.denies else frozenset[str]()
    known = [token.low for token in said.tokens if voice.denies and spoken.has(token)]
    own = (verb_at(said, at) for at in verbs(said) if said.tokens[at].low not in {*there, *helping, *known})
    return any(_speaks(verb.subjects, voice) for verb in own)


def _about_claims(said: Analysed) -> bool:
    """ "The accusations are baseless": what is said of them."""
    nouns_ = said.words.contents | said.words.vocabulary.rumours | said.words.vocabulary.accusations
    return any(token.low in nouns_ for token in said.tokens)


def _speaks(parties: Iterable[Party], voice: Voice) -> bool:
    return any(nouns(str(party)) & _called(voice) for party in parties)


def _within(parties: Iterable[Party], spoken: Analysed) -> bool:
    """Whether the words speak of one of them."""
    return any(spoken.has(token) for party in parties for token in party.tokens)


def _called(voice: Voice) -> frozenset[str]:
    """The words by which its speakers go."""
    return frozenset[str]().union(*(nouns(f"{s.words} {s.source.name or ''}") for s in voice.speakers))
