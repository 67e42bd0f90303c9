"""Overview: questions about the reading as a whole, which say nothing of what it is about: "Who denies it?", "What happened?"."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

from bot.article.article import Article
from bot.claims.form import ClaimForm, DenialForm, Form, SourceForm
from bot.claims.reading import SILENT
from bot.readers.offline.answering import opposing
from bot.readers.offline.text import tokens
from bot.readers.offline.text.language import ACTS, LANGUAGES, Language, load

_MOST = 6  # sentences of an answer
_OPENING = 2  # sentences that tell what an article is about
_UNNAMED = ("anonymous", "unnamed_person", "unnamed_group")


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question's words, those of them that are of a `matter` and no grammar, and the sources that it names."""

    words: frozenset[str]
    matter: frozenset[str]
    sources: frozenset[str]

    def is_only(self, of: frozenset[str], *others: frozenset[str]) -> bool:
        """It has one of these words, and none of a matter but these and the `others`."""
        return bool(self.words & of) and self.matter <= of.union(*others)

    def concerns(self, item: ClaimForm | DenialForm) -> bool:
        return not self.sources or not self.sources.isdisjoint(item.sources)


def of(question: str, article: Article, form: Form, language: Language) -> list[int] | None:
    """The sentences that answer it, none where the reading has no such thing; None for a question about a matter.

    Such a question names nothing of the article, so it may be asked in any language that there are rules for.
    """
    for each in (language, *(load(code) for code in LANGUAGES if code != language.code)):
        if (opposed := opposing.of(question, form, each)) is not None:
            return sorted(dict.fromkeys(opposed))[:_MOST]
        asked = _asked(question, form, each)
        if answers := _answers(asked, each):
            return sorted(list(dict.fromkeys(answers(asked, article, form)))[:_MOST])
    return None


def _asked(question: str, form: Form, language: Language) -> _Asked:
    words = [token for token in tokens.cut(question, 0, len(question)) if token.is_word]
    answering = {id_ for denial in form.denials for id_ in denial.sources}
    named: Mapping[str, frozenset[str]] = {one.id: frozenset(_called(one, one.id in answering)) for one in form.sources}
    lows = frozenset(token.low for token in words)
    whose = [frozenset(id_ for id_, name in named.items() if token.low in name) for token in words]
    whose = [ids for ids in whose if ids]
    doing = bool(words) and words[0].low in language["asks.doing"]  # "did Hill dismiss Roos" asks what Hill did
    sources = frozenset().union(*(whose[:1] if doing else whose))
    idle = language.empty | language["asks.light"]
    meant = {token.low for token in words if token.low not in idle or (token.is_capital and token is not words[0])}
    return _Asked(lows, frozenset(meant.difference(language["overview.matters"], *named.values())), sources)


def _called(source: SourceForm, answers: bool) -> Iterable[str]:
    """The names in its name, and in the role of who speaks for a body; of a "ministry" that denies or keeps silent all words."""
    name = f"{source.name or ''} {source.role or ''}" if source.kind == "person" else source.name or ""
    words = [token for token in tokens.cut(name, 0, len(name)) if token.is_word]
    return (token.low for token in [token for token in words if token.is_capital] or (words if answers else []))


def _answers(asked: _Asked, language: Language) -> Callable[[_Asked, Article, Form], Iterable[int]] | None:
    """What is asked after, if it is the reading."""
    if asked.words & (language["asks.reason"] | language["asks.time"] | language["asks.place"]):
        return None  # that somebody is silent does not tell why, nor since when
    refusing = language["denials.refusing"] | language["overview.refusing"]
    negated = bool(asked.words & language["grammar.negations"])
    denying = language["overview.denying"].union(*(language[name] for name in ACTS["deny"]))
    silences = language["overview.silences"]
    if (negated or asked.words & refusing) and asked.is_only(silences, refusing):
        return _silent
    if asked.is_only(denying) and not negated:
        return _denied
    if asked.is_only(language["asks.reacting"] | silences) and not negated:
        return _reacting
    if asked.is_only(language["overview.unnamed"], language["overview.sources"]):
        return _unnamed
    if asked.is_only(language["overview.sources"]) and not asked.sources:
        return _sources
    return _opening if asked.is_only(language["overview.gist"]) and not asked.sources else None


def _silent(asked: _Asked, article: Article, form: Form) -> Iterable[int]:
    return _standing(one for one in form.denials if one.kind in SILENT and asked.concerns(one))


def _denied(asked: _Asked, article: Article, form: Form) -> Iterable[int]:
    return _standing(one for one in form.denials if one.kind not in SILENT and asked.concerns(one))


def _reacting(asked: _Asked, article: Article, form: Form) -> Iterable[int]:
    """Denials and silences, else what they say once others have spoken."""
    denials = [one for one in form.denials if asked.concerns(one)]
    claims = [one for one in form.claims if asked.concerns(one)] if asked.sources else []
    others = min((one.sentences[0] for one in form.claims if not asked.concerns(one)), default=len(article.sentences))
    return _standing(denials or [one for one in claims if one.sentences[0] > others])


def _unnamed(asked: _Asked, article: Article, form: Form) -> Iterable[int]:
    hidden = {one.id for one in form.sources if one.kind in _UNNAMED}
    return _standing(one for one in form.claims if one.sources and hidden.issuperset(one.sources))


def _sources(asked: _Asked, article: Article, form: Form) -> Iterable[int]:
    """Where each of them speaks first."""
    heard: set[str] = set()
    items: list[ClaimForm | DenialForm] = sorted([*form.claims, *form.denials], key=lambda one: one.sentences[:1])
    for one in items:
        if not heard.issuperset(one.sources):
            heard.update(one.sources)
            yield from one.sentences[:1]


def _opening(asked: _Asked, article: Article, form: Form) -> Iterable[int]:
    """The first sentence below the headline, and the first claim."""
    below = [sentence.n for sentence in article.sentences[article.lead :]]
    claimed = _standing(one for one in form.claims if one.sentences[:1] > [article.lead])
    return list(dict.fromkeys([*below[:1], *claimed]))[:_OPENING]


def _standing(items: Iterable[ClaimForm | DenialForm]) -> Iterable[int]:
    return chain.from_iterable(one.sentences for one in items)
