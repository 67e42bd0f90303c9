"""What the build of an English sentence tells otherwise: who does what, in whose clause, by a noun, and who is what."""

from collections.abc import Sequence

from bot.claims.grammar.evidence import Analysed
from bot.claims.rules.deeds import deed_problems
from bot.claims.rules.framed import frame_problems
from bot.claims.rules.predicated import predicate_problems
from bot.claims.rules.sayings import saying_problems


def built_problems(text: Analysed, cited: Sequence[Analysed], known: Sequence[Analysed]) -> list[str]:
    """In plain sentences. `known` are the sentences that tell who is who."""
    rules = (frame_problems, saying_problems, deed_problems, predicate_problems)
    return [problem for rule in rules for problem in rule(text, cited, known)]
