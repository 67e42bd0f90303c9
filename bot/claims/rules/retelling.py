"""Retelling: other words for the cited sentences that say the same, with names where they only point at somebody."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from bot.article.article import Article
from bot.claims.grammar.evidence import Analysed, Evidence, analysed
from bot.claims.language.verbatim import fold
from bot.claims.people.cases import Case, case_of
from bot.claims.people.entities import Entity
from bot.claims.people.namings import Mention, names
from bot.claims.people.pointing import Pointer
from bot.claims.people.referents import Referents, referents_of
from bot.claims.people.tellers import telling
from bot.claims.rules.anaphora import told_of
from bot.claims.rules.canonical import canonical
from bot.claims.rules.reported import plain, without_asides
from bot.claims.rules.sequels import with_sequel

_FIRST = 12  # characters within which a name is the first thing said
_NOUN_BEFORE = re.compile(r"[A-ZÄÖÜ]\w+ $")
_SHORT = 5  # words that carry meaning in a restatement of which one may be all it takes
_OWNED = {"en": "{}'s", "de": "{}s"}


def retellings(held: Evidence, text: str, *, accused: bool) -> Iterator[tuple[Evidence, Evidence]]:
    """(for how firmly something is told, for of whom): the second has names where the first may point. `text` is the
    restatement, whose names they are; `accused` as of `reported.plain`."""
    told = {n: held.sentence(n).text for n in held.numbers}
    renamed = _retold(held.article, held.language, told, text)
    renamed = {n: with_sequel(held.article, n, sentence, text, held.language) for n, sentence in renamed.items()}
    names = dict(held.retold) | {n: canonical(sentence, held.language) for n, sentence in renamed.items()}
    yield held, replace(held, retold=names)
    things, named = _things(held, text, held.retold), names | _things(held, text, names)
    if named != names:
        yield replace(held, retold=dict(held.retold) | things), replace(held, retold=named)
    said = {n: plain(sentence, held.language, text, accused=accused) for n, sentence in (told | things).items()}
    bare = {n: without_asides(sentence, held.language, text) for n, sentence in said.items()}
    if bare != told | things:
        both = {n: plain(sentence, held.language, text, accused=accused) for n, sentence in (told | named).items()}
        yield replace(held, retold=bare), replace(held, retold=both)


def _things(held: Evidence, text: str, told: Mapping[int, str]) -> dict[int, str]:
    """Sentences by number, those only in which "this" or "the decision" is put as what `text` has in its place."""
    own = analysed(text, held.language)
    found: dict[int, str] = {}
    if any(party.name for party in telling(own)):
        return found
    for n in held.numbers:
        before = [held.sentence(k) for k in range(max(1, n - 2), n)]
        before += [held.sentence(k) for k in (*held.numbers, 1) if k < n - 2]
        put = told_of(analysed(told.get(n, held.article.sentence(n)), held.language), own, before)
        if put:
            found[n] = put
    return found


def _retold(article: Article, language: str, numbers: Iterable[int], text: str) -> dict[int, str]:
    """Sentences by number, those only that change. `text` is the restatement."""
    referents = referents_of(article, language)
    named: dict[Entity, list[tuple[str, str]]] = {}
    for m in names(text, 0, language):
        entity = referents.cast.find(m.words)
        if entity is not None:
            named.setdefault(entity, []).append((text[m.start : m.end], _case(text, m, language)))
    if not named or not _tellers_speak(referents, text, numbers):
        return {}
    own = analysed(text, language)
    told = {n: _named(referents, n, text, named) for n in numbers if _shares(own, article.sentence(n))}
    return {n: sentence for n, sentence in told.items() if sentence != article.sentence(n)}


def _shares(own: Analysed, sentence: str) -> bool:
    """Whether the restatement takes more than one word of the sentence that is no name."""
    told = analysed(sentence, own.words.language)
    german = own.words.language == "de"
    return sum(told.has(token) for token in own.meaning if german or not token.capital) > 1 or len(own.meaning) < _SHORT


def _case(text: str, mention: Mention, language: str) -> str:
    """What a mention may stand for: "first" is the first in its sentence, the subject unless the verb is passive."""
    case = case_of(text, mention.start, mention.end, language)
    return "first" if case == "subject" and mention.start < _FIRST else case


def _named(referents: Referents, n: int, text: str, named: Mapping[Entity, Sequence[tuple[str, str]]]) -> str:
    """Sentence `n` with the names of the restatement `text` for what only points at their bearers."""
    sentence = referents.article.sentence(n)
    told: list[str] = []
    end = 0
    language = referents.language
    doer: tuple[Entity | None, int] = (None, 0)
    for pointer in referents.pointers(n):
        meant = referents.meant(n, pointer)
        if pointer.case == "object" and meant is doer[0] and not sentence[doer[1] : pointer.start].strip().count(" "):
            continue  # "we warned them": not us
        if pointer.case == "subject":
            doer = meant, pointer.end
        fitting = named.get(meant, ()) if meant else ()
        said = next((name for name, case in fitting if _agrees(pointer, case, sentence, language)), None)
        if said is not None and pointer.head and f"{pointer.head} {fold(said)}" in fold(text):
            told += [sentence[end : pointer.end], f" {said}"]  # "the company Kestrel" for "the company"
            end = pointer.end
        elif said is not None:
            told += [sentence[end : pointer.start], _as(pointer, said, sentence, language)]
            end = pointer.end
        elif (owner := _owner(referents, n, pointer, named)) is not None:
            told += [sentence[end : pointer.start], _OWNED[language].format(owner)]
            end = sentence.index(" ", pointer.start)
    return "".join([*told, sentence[end:]])


def _owner(
    referents: Referents, n: int, pointer: Pointer, named: Mapping[Entity, Sequence[tuple[str, str]]]
) -> str | None:
    """The name of whose "our parliament" is, where the restatement has it as an owner's."""
    whose = referents.possessor(n, pointer) if pointer.kind == "kin" and referents.language in _OWNED else None
    return next((name for name, case in named.get(whose, ()) if case == "owner"), None) if whose else None


_CONTRACTED = {"du": "de ", "del": "de ", "au": "à ", "al": "a "}  # an article that holds a preposition


def _agrees(pointer: Pointer, case: str, sentence: str, language: str) -> bool:
    """Who owns something there owns it here; who bears it there is not he who does it here."""
    described = pointer.kind in ("noun", "client", "new", "kin")
    own = _described_case(pointer, sentence, language) if described else pointer.case
    if described and own == "subject":
        return case != "owner"
    if own == "owner":
        return case == "owner"
    return case != "owner" and not (own == "object" and case == "first")


def _described_case(pointer: Pointer, sentence: str, language: str) -> Case:
    article = sentence[pointer.start :].split(" ", 1)[0].casefold()
    genitive = language == "de" and article in ("des", "der") and bool(_NOUN_BEFORE.search(sentence[: pointer.start]))
    if genitive or article in ("du", "del"):
        return "owner"
    return "object" if article in _CONTRACTED else case_of(sentence, pointer.start, pointer.end, language)


def _as(pointer: Pointer, name: str, sentence: str, language: str) -> str:
    """The name in the form that the place asks for."""
    if pointer.kind == "noun":
        article = sentence[pointer.start :].split(" ", 1)[0].casefold()
        genitive = language == "de" and _described_case(pointer, sentence, language) == "owner"
        return ("von " if genitive else _CONTRACTED.get(article, "")) + name
    if pointer.start == pointer.end:
        return f"{name} "
    if pointer.case != "owner" or pointer.kind in ("client", "kin"):
        return name
    return _OWNED.get(language, "{}").format(name)


def _tellers_speak(referents: Referents, text: str, numbers: Iterable[int]) -> bool:
    """Whom the restatement names as saying something says it there."""
    own = analysed(text, referents.language)
    tellers = [party for party in telling(own) if party.name]
    speakers = [one for n in numbers for one in (referents.speaker(n), referents.speaking(n))]
    return all(
        any(e is not None and any(t.low in e.words for t in party.tokens) for e in speakers) for party in tellers
    )
