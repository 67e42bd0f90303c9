"""Sources of a form, looked for in the article: who is really there, under which name."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bot.article.article import Article
from bot.claims.form import Form, SourceForm
from bot.claims.grammar.titles import before_names
from bot.claims.language.verbatim import Verbatim, find_in_article, fold, in_text
from bot.claims.language.words import spoken_numbers
from bot.claims.people.identity import nouns, same_name, without_apposed, words
from bot.claims.people.media import corrected
from bot.claims.reading import Source

_CASES = ("s", "es")
_COUNTED = 6  # words before the last of a role among which their number stands: "two of the four former deckhands"
_CAPITALISED = r"[^\W\d_a-zß-öø-ÿ][\w’'.]*(?:-[\w’']+)*"


@dataclass(frozen=True, slots=True)
class Found:
    """A source of the form and the name the article gives it; `missing` when it has a name that is not there."""

    form: SourceForm
    name: str | None
    missing: bool


def find_sources(article: Article, form: Form) -> dict[str, Found]:
    """By id; of two with one id the first stays."""
    found: dict[str, Found] = {}
    for source in form.sources:
        if source.id not in found:
            name = _name(article, source)
            found[source.id] = Found(source, name, bool(source.name) and name is None)
    return found


def _name(article: Article, source: SourceForm) -> str | None:
    if not source.name:
        return None
    name = find_in_article(article, source.name) or _in_another_case(article, source.name)
    if name is None or not any(c.isalnum() for c in name):
        return None
    name = _bare(name) if source.kind == "person" else name
    return _fullest(article, name) if source.kind == "person" else name


def _in_another_case(article: Article, name: str) -> str | None:
    """ "Innenministerium" where a German article has only "des Innenministeriums": all of the name without that ending."""
    german = (article.language or "").startswith("de")
    for ending in _CASES if german and name[-1:].isalpha() and not name.endswith("s") else ():
        found = find_in_article(article, name + ending)
        if found is not None:
            return found[: -len(ending)]
    return None


def _bare(name: str) -> str:
    """Without the titles before it; all of it when nothing else is left."""
    words = name.split()
    while len(words) > 1 and fold(words[0]).strip(".") in before_names():
        words = words[1:]
    return name[name.index(words[0]) :] if words else name


def _fullest(article: Article, name: str) -> str:
    """A lone family name becomes the full name when the article has just one that fits."""
    if " " in name or not name[:1].isupper():
        return name
    word = re.escape(name)
    pattern = rf"(?<![\w-])(?:((?:{_CAPITALISED} ){{1,3}}){word}|{word}( [^\W\d_a-zß-öø-ÿ]\w*-[^\W\d_]\w*))(?![\w-])"
    full = {_bare(match.group()) for match in re.finditer(pattern, article.text)}
    full = {candidate for candidate in full if candidate != name and " " in candidate}
    longest = {c for c in full if not any(c != other and other.endswith(c) for other in full)}
    return longest.pop() if len(longest) == 1 else name


def build_source(
    article: Article, found: Found, new_id: str, numbers: Iterable[int], others: Iterable[str] = ()
) -> Source:
    """`numbers` are the sentences that cite it; those that name it are added. `others` are the names of whom its role may be as well."""
    cited = sorted(set(numbers))
    source = found.form
    return Source(
        id=new_id,
        name=found.name,
        kind=source.kind,
        role=_role(article, found, cited, others),
        media=corrected(article, found.name, source.kind, source.media, cited),
        stated_count=_count(article, source, cited),
        sentences=tuple(sorted({*cited, *_naming(article, found.name)})),
    )


def _role(article: Article, found: Found, cited: Iterable[int], others: Iterable[str]) -> str | None:
    """As the article has it: of somebody with a name in a sentence that cites or names them, and there not beside another's name."""
    role = find_in_article(article, found.form.role) if found.form.role else None
    if role is None or found.name is None:
        return role
    theirs = [fold(name) for name in others if not same_name(name, found.name)]
    near = {*cited, *_naming(article, (words(found.name) or (found.name,))[-1])}
    told = (without_apposed(fold(article.sentence(n)), fold(role), theirs) for n in near)
    return role if any(Verbatim(sentence).find(role) for sentence in told) else None  # `in_text` keeps whole articles


def _count(article: Article, source: SourceForm, cited: list[int]) -> int | None:
    """The count, if the sentences that cite the source say that number, or those beside them right before its role."""
    count = source.count
    if count is None or count < 1:
        return None
    beside = {m for n in cited for m in (n - 1, n + 1) if article.has(m)}
    told = [*map(article.sentence, cited), *(_before(article.sentence(n), source.role) for n in beside)]
    return count if any(count in spoken_numbers(text, article.language) for text in told) else None


def _before(sentence: str, role: str | None) -> str:
    """The last word of the role where the sentence has it, with those before it; nothing where it has not."""
    at = sentence.split()
    last = nouns((role or "").split()[-1]) if (role or "").split() else frozenset()
    ends = (i for i, word in enumerate(at) if last and last <= nouns(word))
    return " . ".join(" ".join(at[max(0, end - _COUNTED) : end + 1]) for end in ends)


def _naming(article: Article, name: str | None) -> list[int]:
    """Numbers of the sentences that have the name."""
    if not name:
        return []
    return in_text(article.text).sentences_with(name, article.sentences)
