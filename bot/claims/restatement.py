"""Whether a sentence says what the sentences it cites say: every check in one place.

Strict on purpose: a restatement that is refused is replaced by the article's own words, which costs some
elegance; one that passes and says something else costs the reader's trust.
"""

from collections.abc import Sequence

from bot.article.article import Article
from bot.claims.dates import date_problems
from bot.claims.evidence import analysed, evidence
from bot.claims.markup import markup_problems
from bot.claims.names import name_problems
from bot.claims.quantities import quantity_problems
from bot.claims.roles import role_problems
from bot.claims.turns import turn_problems
from bot.claims.wording import word_problems

LONGEST = 1000


def problems(
    article: Article, text: str, numbers: Sequence[int], names: Sequence[str] = (), *, denied: bool = False
) -> tuple[str, ...]:
    """What is wrong with `text` as a restatement of sentences `numbers`, in plain sentences; empty when it stands.

    `names` are those of its sources. `denied`: the sentences deny what `text` says. Deterministic, linear in the
    length of what it looks at, for any Unicode text.
    """
    found = markup_problems(text, article.text)
    if len(text) > LONGEST:
        return (*found, f"It is longer than {LONGEST} characters.")
    held = evidence(article, numbers)
    if not held.numbers:
        return (*found, "It cites no existing sentence.")
    own = analysed(text, held.language)
    introducing = held.introducing((*names, *own.names))
    found += quantity_problems(own, held.near)
    found += word_problems(own, held.cited, held.near, held.earlier, introducing)
    found += date_problems(own, held.cited)
    found += turn_problems(own, held.cited, held.near)
    found += name_problems(own, held.cited, (*held.near, *held.earlier, *introducing), article.text, names)
    if own.words.known:
        found += role_problems(own, held.cited, held.earlier, (*held.near, *held.earlier, *introducing))
    return tuple(dict.fromkeys(found))
