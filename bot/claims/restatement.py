"""Whether a sentence says what the sentences it cites say: every check in one place.

Strict on purpose: a restatement that is refused is replaced by the article's own words, which costs some
elegance; one that passes and says something else costs the reader's trust.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from bot.article.article import Article
from bot.claims.grammar.evidence import Analysed, Evidence, analysed, evidence
from bot.claims.grammar.names import name_problems
from bot.claims.language.guessing import guess
from bot.claims.language.lexicon import lexicon
from bot.claims.people.articlekey import ArticleKey
from bot.claims.people.bearers import bearer_problems
from bot.claims.people.officers import spoken_for
from bot.claims.people.possessors import possessor_problems
from bot.claims.people.tellers import telling
from bot.claims.plainrules import SIDES, TURNS, by
from bot.claims.rules.agents import agent_problems
from bot.claims.rules.alignment import aligned
from bot.claims.rules.alternatives import alternative_problems
from bot.claims.rules.built import built_problems
from bot.claims.rules.bystanders import bystander_problems
from bot.claims.rules.canonical import canonical, in_its_place, otherwise
from bot.claims.rules.complements import complement_problems
from bot.claims.rules.compounds import by_heads
from bot.claims.rules.contested import affirmed
from bot.claims.rules.crossings import crossing_problems
from bot.claims.rules.doers import doer_problems
from bot.claims.rules.edits import edit_problems
from bot.claims.rules.ellipses import spelled_out
from bot.claims.rules.markup import markup_problems
from bot.claims.rules.modifiers import unmodified
from bot.claims.rules.nominatives import nominative_problems
from bot.claims.rules.offices import by_office
from bot.claims.rules.overlap import overlap_problems
from bot.claims.rules.owners import owner_problems, speakers_own_problems
from bot.claims.rules.paired import paired_problems
from bot.claims.rules.placed import place_problems
from bot.claims.rules.preverbal import preverbal_problems
from bot.claims.rules.quantities import quantity_problems
from bot.claims.rules.reductions import reduced
from bot.claims.rules.refuted import refuted_problems
from bot.claims.rules.retelling import retellings
from bot.claims.rules.roles import role_problems
from bot.claims.rules.sequels import with_sequel
from bot.claims.rules.speakers import speaker_problems
from bot.claims.rules.spokenof import spoken_of_problems
from bot.claims.rules.subjects import subject_problems
from bot.claims.rules.substitutions import substitution_problems
from bot.claims.rules.translation import translation_problems
from bot.claims.rules.turns import turn_problems
from bot.claims.rules.unproven import unproven_problems
from bot.claims.rules.utterances import utterance_problems
from bot.claims.rules.verdicts import verdict_problems
from bot.claims.rules.wording import points_back, word_problems

LONGEST = 1000


def problems(
    article: Article,
    text: str,
    numbers: Sequence[int],
    names: Sequence[str] = (),
    *,
    denied: bool = False,
    language: str | None = None,
) -> tuple[str, ...]:
    """What is wrong with `text` as a restatement of sentences `numbers`, in plain sentences; empty when it stands.

    `names` are those of its sources. `denied`: the sentences deny what `text` says. `language` is the one that was
    asked for, None for the article's own. Deterministic, linear in the
    length of what it looks at, for any Unicode text; kept, because growing drafts ask again and again.
    """
    return _problems(ArticleKey(article), text, tuple(numbers), tuple(names), denied=denied, asked=language)


@lru_cache(maxsize=2048)
def _problems(
    read: ArticleKey, text: str, numbers: tuple[int, ...], names: tuple[str, ...], *, denied: bool, asked: str | None
) -> tuple[str, ...]:
    article = read.article
    found = markup_problems(text, article.text)
    if len(text) > LONGEST:
        return (*found, f"It is longer than {LONGEST} characters.")
    held = evidence(article, numbers)
    if not held.numbers:
        return (*found, "It cites no existing sentence.")
    if not denied and text.strip() in {article.sentence(n).strip() for n in held.numbers}:
        return tuple(found)  # nothing is restated
    language = guess(text) or lexicon(asked).language
    if language and held.language and language != held.language:
        found += translation_problems(text, language, held, denied=denied)
    else:
        found += _restated(held, text, names, denied=denied)
    return tuple(dict.fromkeys(found))


def _restated(held: Evidence, text: str, names: tuple[str, ...], *, denied: bool) -> list[str]:
    own = analysed(_plainly(text, held.language), held.language)
    if not own.words.known:
        wide = _wide(held, held.introducing((*names, *own.names)))
        return quantity_problems(own, held.near) + overlap_problems(own, held, wide, names)
    if anothers := speakers_own_problems(own, held.cited):
        return anothers  # in whatever words
    check = _Check(_spelled_out(held, text), names, denied=denied)
    wide = _wide(held, held.introducing((*names, *own.names)))

    def wrong(said: Analysed) -> tuple[list[str], list[str]]:
        found = check.problems(said)
        if found and any(not check.problems(analysed(less, held.language)) for less in _less(said, held)):
            found = []
        return found, [] if denied else _opposed(said, held.cited, names) + built_problems(said, held.cited, wide)

    found, told_otherwise = wrong(own)
    others = otherwise(own.text, held.language) if found or told_otherwise else []
    wordings = (analysed(other, held.language) for other in others)
    if any(in_its_place(other, own, held.cited) and wrong(other) == ([], []) for other in wordings):
        return []
    if found and not denied and (meant := affirmed(own, held)):
        return _contested(*meant) and found
    return found + told_otherwise


def _less(own: Analysed, held: Evidence) -> Iterator[str]:
    """What says no more than the text, each made when the one before does not stand."""
    for less in (by_heads(own.text, held), by_office(own.text, held), reduced(own, held), unmodified(own, held)):
        if less and less != own.text:
            yield less


def _contested(text: str, held: Evidence) -> list[str]:
    """What is wrong with what somebody says and another, who denies it, says is not so."""
    own = analysed(text, held.language)
    check = _Check(_spelled_out(held, text), (), denied=False, attributed=True)
    return check.problems(own) or _opposed(own, held.cited, ())


def _opposed(own: Analysed, cited: Sequence[Analysed], names: tuple[str, ...]) -> list[str]:
    """What stands in no words of the sentences: what is called wrong, contested, or said by the other of two."""
    found = refuted_problems(own, cited) + complement_problems(own, cited) + verdict_problems(own, cited)
    found += place_problems(own, cited)
    return found + utterance_problems(own, cited, names)


def _plainly(text: str, language: str) -> str:
    return spelled_out(canonical(text, language), language)


def _spelled_out(held: Evidence, text: str) -> Evidence:
    told = {n: with_sequel(held.article, n, held.article.sentence(n), text, held.language) for n in held.numbers}
    told = {n: _plainly(sentence, held.language) for n, sentence in told.items()}
    changed = {n: sentence for n, sentence in told.items() if sentence != held.article.sentence(n)}
    return replace(held, retold=changed) if changed else held


def _wide(held: Evidence, introducing: tuple[Analysed, ...]) -> tuple[Analysed, ...]:
    """The sentences that tell who is who."""
    return (*held.near, *held.earlier, *introducing, *held.topical)


class _Check:
    """Of texts against one evidence, in its own words or in others that say the same."""

    def __init__(self, held: Evidence, names: tuple[str, ...], *, denied: bool, attributed: bool = False) -> None:
        self._held = held
        self._names = names
        self._attributed = attributed or bool(names)
        self._denied = denied

    def problems(self, own: Analysed) -> list[str]:
        """What is wrong by the sentences' own words, if something is by all others too."""
        turned, parties = self._turned(own, self._held, self._held), self._parties(own, self._held)
        told = retellings(self._held, own.text, accused=self._attributed or bool(telling(own)))
        if not turned and not parties:
            named = next(told)[1]
            return self._edited(own, self._held) + crossing_problems(own, named.cited)
        for plain, named in told:
            unsaid = not turned and plain is self._held
            if self._stands(own, plain, named, [] if unsaid else self._turned(own, plain, named)):
                return []
        return turned + parties

    def _stands(self, own: Analysed, plain: Evidence, named: Evidence, turned: list[str]) -> bool:
        """Whether the text says what is told plainly, of those who are named; `turned` is what is wrong with the first."""
        alone = len(named.cited) == 1
        if turned and (alone or telling(own)):
            return False
        if turned:
            places = aligned(own, named.cited)
            rest = replace(plain, numbers=tuple(named.numbers[i] for i in places))
            if not 0 < len(places) < len(named.cited) or self._turned(own, rest, rest):
                return False
        elif self._parties(own, named, uttered=False) and not (
            (alone or not telling(own)) and aligned(own, named.cited)
        ):
            return False
        return not self._edited(own, named)

    def _introducing(self, own: Analysed, held: Evidence) -> tuple[Analysed, ...]:
        return held.introducing((*self._names, *own.names))

    def _edited(self, own: Analysed, held: Evidence) -> list[str]:
        """What is wrong where nothing else was found."""
        return edit_problems(own, held.cited, _wide(held, self._introducing(own, held)))

    def _turned(self, own: Analysed, held: Evidence, named: Evidence) -> list[str]:
        """What is told of whom aside: how much, when, and how firmly. What a number counts may only be pointed at: `named`."""
        found = quantity_problems(own, held.near)
        found = found and quantity_problems(own, (*held.near, *named.cited))
        found += turn_problems(own, held.cited, held.near, denied=self._denied, attributed=self._attributed)
        wide = _wide(held, self._introducing(own, held))
        found += nominative_problems(own, held.cited, wide) + preverbal_problems(own, held.cited, wide)
        found += [] if self._denied else paired_problems(own, held.cited)
        found += [] if self._denied else unproven_problems(own, held.cited)
        found += [] if self._denied else alternative_problems(own, held.cited)
        return found + by(TURNS, own, held.cited)

    def _parties(self, own: Analysed, held: Evidence, *, uttered: bool = True) -> list[str]:
        """Who does, says and is what."""
        introducing = self._introducing(own, held)
        wide = _wide(held, introducing)
        found = word_problems(own, held, introducing)
        found += bearer_problems(own.text, held)
        found += possessor_problems(own.text, held)
        found += agent_problems(own, held.cited, wide)
        found += doer_problems(own, held.cited, wide)
        found += owner_problems(own, held.cited, wide)
        found += name_problems(own, held.cited, wide, held.article.text, self._names)
        found += speaker_problems(own, held.cited, wide, self._names, uttered=uttered)
        found += subject_problems(own, held.cited, wide)
        found += spoken_of_problems(own, held.cited, (*held.cited, *wide))
        found += bystander_problems(own, held.cited, wide)
        found += substitution_problems(own, held.cited, wide)
        told = (*held.cited, *held.earlier[:1]) if any(map(points_back, held.cited)) else held.cited
        speakers = (*self._names, *spoken_for(held, wide))
        return found + by(SIDES, own, held.cited) + role_problems(own, told, held.earlier, wide, speakers)
