"""What a clause with "who" or between commas is told of: the noun before it."""

from bot.claims.grammar.clauses import before
from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.nouns import is_noun
from bot.claims.grammar.verbs import is_verb
from bot.claims.language.smallwords import GERMAN_RELATIVE, RELATIVE

_PRONOUNS = frozenset(["he", "she", "they", "it", "we", "i"])
_ENDS = frozenset('.!?;:—–()…",')


def past_relative(text: Analysed, at: int) -> list[int]:
    """ "the firm that runs the harbour withdrew": what stands before a clause that ends right before the verb."""
    seen = False
    for i in range(at - 1, 0, -1):
        low = text.tokens[i].low
        if low in _ENDS:
            return []
        told = low == "that" and any(t.low in text.words.reporting for t in text.tokens[max(0, i - 5) : i])
        if low in ("who", "which", "that") and seen and not told and is_noun(text, i - 1) and i - 1 in text.content:
            return [i - 1]
        seen = seen or is_verb(text, i)
    return []


def antecedents(text: Analysed, at: int) -> list[int]:
    """What "who" and "which" mean: the noun before them."""
    for i in range(at - 1, -1, -1):
        low = text.tokens[i].low
        if low in RELATIVE and not (low == "that" and i - 1 not in text.content):
            return [] if low == "that" and is_verb(text, i - 1) else _noun_before(text, i)
        if i in text.content:
            break
    return []


def bare_relative(text: Analysed, at: int) -> bool:
    """ "lofts he never finished": a noun, then a pronoun and the verb."""
    i = at - 1
    while i > 0 and transparent(text, i):
        i -= 1
    return i > 0 and text.tokens[i].low in _PRONOUNS and i - 1 in text.content and is_noun(text, i - 1)


def transparent(text: Analysed, index: int) -> bool:
    """Auxiliaries, adverbs and negations, which may stand between a conjunction and its verb."""
    low = text.tokens[index].low
    return (
        low in text.words.auxiliaries
        or low in text.words.passive
        or low.endswith("ly")
        or low in ("not", "to", "never")
    )


def relative_from(text: Analysed, index: int) -> list[int]:
    for i in range(index - 1, max(-1, index - 4), -1):
        if text.tokens[i].low in ("who", "which"):
            return _noun_before(text, i)
    return []


def before_insertion(text: Analysed, at: int) -> list[int]:
    """ "Maria Bell, the owner, said": the name before the pair of commas; or that between them, "its owner, Maria Bell,"."""
    commas = [i for i in range(at) if text.tokens[i].low == ","]
    if len(commas) < 2 or any(is_verb(text, i) for i in range(commas[-1], at)):
        return []
    named = [i for i in before(text, commas[-2]) if i in text.content and text.tokens[i].capital][::-1]
    between = range(commas[-2] + 1, commas[-1])
    framed = between and all(i in text.content and text.tokens[i].capital for i in between)
    owner = bool(named) and text.tokens[named[-1]].possessive
    # "L'adjoint que Ferrand avait nommé, Karim Oudin,": the name between belongs to the noun before the clause.
    told = text.words.language != "en" and any(text.tokens[i].low in RELATIVE for i in range(commas[-2]))
    return list(between) if framed and (owner or told or not named) else named


def after_relative(text: Analysed, at: int) -> int | None:
    """ "Lund, who succeeded Berg, met Holt": the name before ", who", where the clause ends right before the verb."""
    end = at - 1
    while end > 0 and (transparent(text, end) or text.tokens[end].low in ("se", "s")):
        end -= 1
    if end < 1 or text.tokens[end].low != ",":
        return None
    opens = RELATIVE | (GERMAN_RELATIVE if text.words.language == "de" else frozenset())
    for i in range(end - 1, 1, -1):
        if text.tokens[i].low in _ENDS - {","}:
            return None
        if text.tokens[i].low in opens and text.tokens[i - 1].low == ",":
            return i - 2 if i - 2 in text.content and text.tokens[i - 2].capital else None
    return None


def _noun_before(text: Analysed, index: int) -> list[int]:
    noun = [j for j in range(index - 1, -1, -1) if j in text.content and is_noun(text, j)][:1]
    named = (
        noun and noun[0] > 1 and text.tokens[noun[0]].capital and text.tokens[noun[0] - 1].low in ("of", "for", "de")
    )
    head = [noun[0] - 2] if named and noun[0] - 2 in text.content and text.tokens[noun[0] - 2].capital else []
    return [*head, *noun]
