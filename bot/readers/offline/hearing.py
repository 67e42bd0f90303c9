"""Hearing: who speaks in which sentence, to hold a model's sources against."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from bot.article.article import Article
from bot.claims.form import SourceForm
from bot.claims.people.voices import Speaker, Voice
from bot.errors import LanguageUnread
from bot.readers.offline import reader, spokenof
from bot.readers.offline.denying import contraries, facts, refusals
from bot.readers.offline.denying.denied import REJOINED, Denied
from bot.readers.offline.naming.mentions import Mention
from bot.readers.offline.sourcing.sources import Sources
from bot.readers.offline.speech import corrections, retractions
from bot.readers.offline.syntax.sentence import Attribution, Place
from bot.readers.offline.text import chronology
from bot.readers.offline.text.language import Language
from bot.readers.offline.text.passage import Passage

_Kind = Literal["named", "described", "pronoun"]
_Mentioned = tuple[str, str, _Kind]


def hear(article: Article) -> tuple[Voice, ...]:
    """Satisfies `bot.claims.people.voices.Hear`."""
    retold = chronology.of(article)
    if retold:
        return tuple(sorted((retold.voice(one) for one in _hear(retold.article)), key=lambda one: one.n))
    return _hear(article)


def _hear(article: Article) -> tuple[Voice, ...]:
    try:
        seen, found, denied = reader.attributed(article)
    except LanguageUnread:
        return ()
    spoken_of = spokenof.places(seen, found, denied)
    sources = Sources(seen, *spoken_of)
    said: list[_Said] = []
    for attributions, denial in zip(found, denied, strict=True):  # in order: a pronoun looks back
        told: list[Attribution | Denied] = [one for one in attributions if not one.negated]
        told += _reported(denial) if denial else ()
        denies = denial is not None and denial.basis not in REJOINED
        said += [_Said.of(one, sources, seen) for one in (*told, *([denial] if denial and denies else ()))]
    forms = {form.id: form for form in sources.forms()}
    against = (contraries.voice(*one, seen) for one in zip(seen.lines, found, denied, strict=True))
    return (
        *(
            _voice(one, forms, seen, tuple(place for told in spoken_of for place in told.get(one.one.n, ())))
            for one in said
        ),
        *(voice for voice in against if voice),
        *_righted(article, seen, found),
    )


def _reported(denial: Denied) -> Iterator[Attribution]:
    """Whoever is named whose claim is denied: "denied that it had paid, as the Post reported"."""
    hearsay = denial.hearsay
    if hearsay and hearsay.voice and hearsay.voice.name:
        where = hearsay.voice.start, hearsay.voice.end
        yield Attribution(denial.n, "say", (hearsay.voice,), where, (hearsay.place,), where)


def _righted(article: Article, seen: Passage, found: Sequence[Sequence[Attribution]]) -> Iterator[Voice]:
    """What the outlet corrects, or somebody takes back."""
    taken = {said: (n,) for said, n in retractions.of(seen, found).items()}
    for n, righted in (taken | corrections.withdrawn(article, seen.language)).items():
        yield Voice(n, (), (), (0, 0), told=False, righted=righted)


@dataclass(frozen=True, slots=True)
class _Said:
    """An attribution or a denial with its speakers and relays, each with the ids of its source."""

    one: Attribution | Denied
    speakers: tuple[_Mentioned, ...]
    via: tuple[_Mentioned, ...]

    @classmethod
    def of(cls, one: Attribution | Denied, sources: Sources, seen: Passage) -> "_Said":
        def mentioned(mentions: Sequence[Mention]) -> tuple[_Mentioned, ...]:
            return tuple(
                (id_, seen.text[mention.start : mention.end], _kind(mention, seen.text, seen.language))
                for mention in mentions
                if mention.sure
                for id_ in sources.resolve(mention, one.n)
            )

        return cls(one, mentioned(one.sources), mentioned(one.via))


def _voice(said: _Said, forms: Mapping[str, SourceForm], seen: Passage, about: tuple[Place, ...]) -> Voice:
    def speakers(found: tuple[_Mentioned, ...]) -> tuple[Speaker, ...]:
        return tuple(Speaker(forms[id_], words, kind) for id_, words, kind in found)

    one, who, via = said.one, speakers(said.speakers), speakers(said.via)
    if isinstance(one, Denied):
        matter = (one.matter,) if one.matter else ()
        clause = one.implied if one.basis == "stated" and not one.embedded and refusals.clause(one, seen) else None
        return Voice(
            one.n,
            who,
            matter,
            _extent(one.sources),
            via,
            denies=True,
            about=about,
            clause=clause,
            vouches=one.vouches,
        )
    told, denies = one.cue is not None, one.frame == "deny"
    return Voice(one.n, who, one.content, one.group, via, told, denies, account=facts.tells(one, seen), about=about)


def _kind(mention: Mention, text: str, language: Language) -> _Kind:
    if mention.pronoun:
        return "pronoun"
    if mention.kind not in ("organisation", "document"):
        return "named" if mention.kind == "person" else "described"
    first = text[mention.start : mention.end].split(maxsplit=1)[0].lower()
    capitals = any(word[:1].isupper() for word in (mention.name or "").split())
    return "named" if capitals and first not in language["grammar.indefinite"] else "described"


def _extent(mentions: Sequence[Mention]) -> Place:
    return min((m.start for m in mentions), default=0), max((m.end for m in mentions), default=0)
