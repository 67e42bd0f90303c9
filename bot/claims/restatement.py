"""Whether a sentence says what the sentences it cites say: every check in one place.

Strict on purpose: a restatement that is refused is replaced by the article's own words, which costs some
elegance; one that passes and says something else costs the reader's trust.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from bot.article.article import Article
from bot.claims.comparison import Comparison, who_is_who
from bot.claims.grammar.evidence import Analysed, Evidence, analysed, evidence
from bot.claims.language.guessing import guess
from bot.claims.language.lexicon import lexicon
from bot.claims.people.articlekey import ArticleKey
from bot.claims.rules.built import built_problems
from bot.claims.rules.canonical import canonical, in_its_place, otherwise
from bot.claims.rules.complements import complement_problems
from bot.claims.rules.compounds import by_heads
from bot.claims.rules.contested import affirmed
from bot.claims.rules.ellipses import spelled_out
from bot.claims.rules.markup import markup_problems
from bot.claims.rules.modifiers import unmodified
from bot.claims.rules.offices import by_office
from bot.claims.rules.overlap import overlap_problems
from bot.claims.rules.owners import speakers_own_problems
from bot.claims.rules.placed import place_problems
from bot.claims.rules.quantities import quantity_problems
from bot.claims.rules.reductions import reduced
from bot.claims.rules.refuted import refuted_problems
from bot.claims.rules.sequels import with_sequel
from bot.claims.rules.translation import translation_problems
from bot.claims.rules.utterances import utterance_problems
from bot.claims.rules.verdicts import verdict_problems

LONGEST = 1000
_LONGER, _ROOM = 2, 120  # times its sentences, and characters more for the names that stand for pronouns


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
    if len(text) > _LONGER * len(article.passage(held.numbers)) + _ROOM:
        return (*found, "It is far longer than its sentences.")
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
        wide = who_is_who(held, held.introducing((*names, *own.names)))
        return quantity_problems(own, held.near) + overlap_problems(own, held, wide, names)
    if anothers := speakers_own_problems(own, held.cited):
        return anothers  # in whatever words
    plainly = _spelled_out(held, text)
    check = Comparison(plainly, names, denied=denied)
    wide = who_is_who(held, held.introducing((*names, *own.names)))

    def less_stands(said: Analysed) -> bool:
        return any(check.stands(analysed(less, held.language)) for less in _less(said, held))

    def told_wrong(said: Analysed) -> list[str]:
        built = built_problems(said, held.cited, wide) and built_problems(said, plainly.cited, wide)
        return [] if denied else _opposed(said, held.cited, names) + built

    found, told_otherwise = check.problems(own), told_wrong(own)
    found = [] if found and less_stands(own) else found
    others = otherwise(own.text, held.language) if found or told_otherwise else []
    wordings = (analysed(other, held.language) for other in others)
    fitting = (other for other in wordings if in_its_place(other, own, held.cited))
    if any((check.stands(other) or less_stands(other)) and not told_wrong(other) for other in fitting):
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
    check = Comparison(_spelled_out(held, text), (), denied=False, attributed=True)
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
