"""Under what a claim or a denial is found again."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Mention:
    """`item` is the id of the claim or denial, `text` what it says, `terms` the words under which it is found.

    Of a claim also the groups of words that claims `like` it share, and what a `grammar.sameness.Statement` has, so that whoever
    holds it against others need not analyse it.
    """

    kind: Literal["claim", "denial"]
    item: str
    text: str
    terms: frozenset[str]
    like: tuple[frozenset[str], ...] = ()
    plain: str = ""
    bag: frozenset[str] = frozenset()
    values: frozenset[str] = frozenset()
