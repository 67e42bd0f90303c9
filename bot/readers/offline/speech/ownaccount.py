"""Own accounts: "nach eigenen Angaben zahlte der Verein alles": the subject of the sentence says so of itself."""

from bot.claims.reading import SourceKind
from bot.readers.offline.naming.mentions import Mention
from bot.readers.offline.naming.pronouns import Pronoun
from bot.readers.offline.sourcing import speakers
from bot.readers.offline.speech import content
from bot.readers.offline.syntax import phrases, phrasing, rightward, trimming
from bot.readers.offline.syntax.cues import Cue
from bot.readers.offline.syntax.sentence import Attribution, Place, Sentence

_POINTED: tuple[tuple[Pronoun, str], ...] = (("he", "cues.by_he"), ("she", "cues.by_she"), ("they", "cues.by_they"))


def read(sentence: Sentence, cue: Cue) -> Attribution | None:
    """The words `cue` stand before the verb, whose subject follows, or somewhere behind the subject."""
    tokens = sentence.tokens
    sources = _pointed(sentence, cue) or _told(sentence, cue)
    if not sources or not all(source.sure or source.kind in ("person", "organisation") for source in sources):
        return None
    before = trimming.trimmed(sentence, 0, cue.first)
    after = trimming.trimmed(sentence, cue.last, len(tokens))
    group = trimming.extent(tokens[cue.first : cue.last])
    return Attribution(
        sentence.line.n,
        "according",
        sources,
        group,
        content.known(before, after),
        group,
        quotes=sentence.line.quotes,
        parenthetical=True,
    )


def _pointed(sentence: Sentence, cue: Cue) -> tuple[Mention, ...]:
    """ "By her account": hers who was told of before."""
    tokens = sentence.tokens
    for pronoun, name in _POINTED:
        if phrasing.phrase(tokens, cue.first, name, sentence.language) == cue.last:
            kind: SourceKind = "unnamed_group" if pronoun == "they" else "person"
            return (Mention(tokens[cue.first].start, tokens[cue.last - 1].end, None, kind, pronoun=pronoun),)
    return ()


def _told(sentence: Sentence, cue: Cue) -> tuple[Mention, ...]:
    place = _subject(sentence, cue)
    return speakers.read(sentence, place) if place and place[0] < place[1] else ()


def _subject(sentence: Sentence, cue: Cue) -> Place | None:
    """ "Nach eigenen Angaben zahlte der Verein", "Der Verein zahlte nach eigenen Angaben"."""
    tokens, language = sentence.tokens, sentence.language
    leads_in = not any(token.is_word and token.low not in language["grammar.openers"] for token in tokens[: cue.first])
    if leads_in:
        start, end = rightward.phrase(tokens, cue.last + 1, language)
        verbs = language.reporting if not language.verb_second else frozenset[str]()
        told = (at for at in range(start + 1, end) if tokens[at].low in verbs or language.is_finite(tokens[at].low))
        return start, next(told, end) if verbs else end
    verb = next((at for at in range(1, cue.first) if _is_verb(sentence, at)), None)
    return phrases.left(tokens, verb, language) if verb is not None else None


def _is_verb(sentence: Sentence, at: int) -> bool:
    """The first small word behind a noun that goes on with no genitive: the verb stands second."""
    token, before, language = sentence.tokens[at], sentence.tokens[at - 1], sentence.language
    linking = language["grammar.genitives"] | language["grammar.prepositions"] | language["grammar.articles"]
    small = token.is_word and token.text[0].islower() and token.low not in linking
    return small and (before.text[0].isupper() or before.low in language.pronouns) and before.low not in linking
