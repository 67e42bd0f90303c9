"""What each sentence of an article tells, as far as a question may ask for it."""

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.article.article import Article
from bot.claims.form import ClaimForm, DenialForm, Form
from bot.claims.reading import SILENT
from bot.readers.offline.syntax import phrasing
from bot.readers.offline.text import tokens, topic
from bot.readers.offline.text.language import ACTS, Language

_QUOTES = frozenset('"“„«»\u2018')
_FEW = 3  # words of a short question


@dataclass(frozen=True, slots=True)
class Told:
    """Sentence `n` has the content words `said`, and by the reading also those that are only `meant`: who "he" is that
    speaks, what a denial answers."""

    n: int
    said: frozenset[str]
    meant: frozenset[str] = frozenset()
    back: tuple[int, ...] = ()  # sentences that it speaks of

    @property
    def all(self) -> frozenset[str]:
        return self.said | self.meant


def by(
    article: Article, language: Language, form: Form, *, plain: bool, why: bool = False, matter: bool = False
) -> list[Told]:
    """The sentences below the headline; whoever "denied the accusations" denies, and with `plain` no more. With a `matter` any
    that rejects something may be asked for."""
    denied = {n for denial in form.denials if denial.kind not in SILENT for n in denial.sentences}
    met = {"accuse"} if plain else set()
    refused = (
        {"deny"} if denied and not plain and not matter else set()
    )  # "rejected a roster" denies nothing where others deny
    own = {s.n: stems(article.sentence(s.n), language) for s in article.sentences[article.lead :]}
    own = {n: (said - met) | {"deny"} if n in denied else said - refused for n, said in own.items()}
    meant = _meant(language, form, own)
    back: dict[int, tuple[int, ...]] = {}
    paragraph = {n: group for group in article.paragraphs for n in group}
    for n in own:
        goes_on = n - 1 in own and n - 1 in paragraph.get(n, ()) and article.sentence(n).lstrip()[:1] in _QUOTES
        if goes_on or (n - 1 in own and _refers(article.sentence(n), language, why=why)):
            farther = why and n - 2 in own and _blames(article.sentence(n), language)
            farther = farther and _points(article.sentence(n - 1), language)
            back[n] = (n - 2, n - 1) if farther else (n - 1,)
            meant.setdefault(n, set()).update(_union(own, back[n]) - ACTS.keys())
    return [Told(n, said, frozenset(meant.get(n, ())) - said, back.get(n, ())) for n, said in own.items()]


def _refers(text: str, language: Language, *, why: bool) -> bool:
    """It begins with "it", "its", "the decision" …, or "announced the decision", for what the sentence before tells of, or where
    asked `why` blames something for that."""
    words = tokens.cut(text, 0, len(text))
    pronouns = language.pronouns | language["grammar.they"] | language["grammar.possessives"]
    lows = [word.low for word in words]
    shell = any(
        one in language["grammar.definite"]
        and other in language["asks.shells"]
        and (not at or lows[at - 1] in language.reporting)
        for at, (one, other) in enumerate(pairwise(lows))
    )
    there = any(low in language["asks.referring"] for low in lows)
    return bool(words) and (lows[0] in pronouns or shell or there or (why and _blames(text, language)))


def _points(text: str, language: Language) -> bool:
    """ "Das teilte sie mit", "Cela a été annoncé": it says no more than that what stands before was told."""
    words = tokens.cut(text, 0, len(text))[:2]
    told = len(words) > 1 and words[1].low in language.reporting | language["grammar.auxiliaries"]
    return told and words[0].low in language["asks.pointing"]


def _blames(text: str, language: Language) -> bool:
    return phrasing.holds(tokens.cut(text, 0, len(text)), "asks.blaming", language)


def _meant(language: Language, form: Form, own: dict[int, frozenset[str]]) -> dict[int, set[str]]:
    called = {one.id: topic.words(f"{one.name or ''} {one.role or ''}", language) for one in form.sources}
    names = frozenset[str]().union(*called.values())
    meant: dict[int, set[str]] = {}
    items: list[ClaimForm | DenialForm] = [*form.claims, *form.denials]
    for item in items:
        for n in item.sentences:
            meant.setdefault(n, set()).update(*(called[id_] for id_ in item.sources))
    claims = {claim.id: claim.sentences for claim in form.claims}
    for denial in form.denials:
        answered = [n for id_ in denial.claims for n in claims[id_]] if denial.kind not in SILENT else []
        for here, there in ((denial.sentences, answered), (answered, denial.sentences)):
            told = _union(own, there) - ACTS.keys() - names
            for n in here:
                meant.setdefault(n, set()).update(told)
    return meant


def _union(own: dict[int, frozenset[str]], numbers: Iterable[int]) -> frozenset[str]:
    return frozenset[str]().union(*(own.get(n, frozenset()) for n in numbers))


def borne(
    found: Iterable[Told], names: Mapping[str, frozenset[str]], article: Article, language: Language
) -> Iterable[Told]:
    """The same, each with the nouns that its names bear, also behind "he" and "it" for the names of the sentence before."""
    before: frozenset[str] = frozenset()
    for one in found:
        text = article.sentence(one.n)
        words = tokens.cut(text, 0, len(text))
        here = frozenset(stem for stem, bearing in names.items() if any(word.text in bearing for word in words))
        pronoun = bool(words) and words[0].low in language.pronouns | language["grammar.possessives"]
        meant = here | before if pronoun else here
        yield replace(one, meant=one.meant | (meant - one.said)) if meant else one
        before = here if here or not pronoun else before


def with_forms(one: Told, found: Set[str]) -> Told:
    """The same, with words that the sentence has in another form."""
    return replace(one, said=one.said | found, meant=one.meant - found)


def meaning(one: Told, found: Iterable[Set[str]]) -> Told:
    """The same, with words that the sentences it speaks of have in another form."""
    return replace(one, meant=one.meant.union(*found) - one.said)


def misses_little(one: Told, events: Set[str], *, exactly: Set[str], named: bool) -> bool:
    """What happened, and to what, stands in the sentence: half of its words, and all but one of two or three.

    Where it is not even `named` what sort of thing is asked for ("which country"), and where a number of things is, two
    words must both be there; one alone must be among those that stand there `exactly`.
    """
    if not named and len(events) == 1 and not events <= exactly:
        return False
    missing = sum(stem not in one.all for stem in events)
    return missing <= (len(events) > (1 if named else _FEW - 1)) or (len(events) > _FEW and 2 * missing <= len(events))


def stems(text: str, language: Language) -> frozenset[str]:
    """The stems of the content words; "deny", "denies" and "denial" have one, as have "accused" and "accusation"."""
    words = tokens.cut(text, 0, len(text))
    done: set[str] = set()
    acts: set[str] = set()
    for name, lists in ACTS.items():
        found = {word.low for word in words if any(word.low in language[entry] for entry in lists)}
        done |= {topic.stem(low) for low in found}
        acts |= {name} if found else set()
    return (
        (topic.words(text, language) - done)
        | acts
        | {topic.stem(word.low) for word in words if reports(word.low, language)}
    )


def reports(low: str, language: Language) -> bool:
    """A reporting word that tells more than that somebody speaks: "predict"."""
    return low in language["cues.say"] and low not in language["grammar.question_words"]
