"""Parts of speech: what each word of an English sentence is, told by small words, forms, and what stands around it."""

from functools import lru_cache

from bot.claims.frames import relatives
from bot.claims.frames.bare import bare, made_to_do
from bot.claims.frames.closed import closed, low_at, past_form
from bot.claims.frames.forms import (
    NOMINAL,
    done_by,
    finite,
    led,
    participle,
    plain,
    takes_clause,
    third_person,
    undergone,
)
from bot.claims.frames.words import WORDS
from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.verbs import is_verb


@lru_cache(maxsize=4096)
def parts(text: Analysed) -> tuple[str, ...]:
    """For each token one of: X auxiliary, V verb, E participle without an auxiliary, G gerund, T "to" of an infinitive,
    N noun, name, number or adjective, D determiner, O pronoun, P preposition, R relative, S what opens a clause, C "and",
    A adverb, "t" a time, "," a comma, "." another mark, "q" what is looked through."""
    found = [closed(text, i) for i in range(len(text.tokens))]
    for i, part in enumerate(found):
        if part == "?":
            found[i] = _open(text, found, i)
    for i in (*bare(text, found), *made_to_do(text, found)):
        found[i] = "V"
    for i in range(len(found) - 1, -1, -1):
        found[i] = _settled(text, found, i)
    return tuple(found)


def _open(text: Analysed, found: list[str], i: int) -> str:
    """A word of an open class; those before it are told, but for what only their verb tells."""
    low = text.tokens[i].low
    k = i - 1
    while k >= 0 and found[k] in "Aq":
        k -= 1
    before = found[k] if k >= 0 else "."
    lead = low_at(text, k)
    if before == "X":
        return _behind_auxiliary(text, i, lead)
    if before == "to" and low_at(text, k - 1) != "according":
        return "V" if plain(text, i) and low_at(text, i + 1) not in WORDS.relative else "N"
    if low.endswith("ing") and len(low) > 4:
        return _ing(text, found, i, before)
    if low_at(text, i - 1) == "-":
        return "N"  # "methanol-fuelled"
    belongs = low in WORDS.belonging and low_at(text, i + 1) == "to"
    if belongs or (lead == "who" and k == i - 1 and relatives.begins(text, i)):
        return "V"
    if (before in ("R", "that") and third_person(text, i, relative=before == "R" or found[k - 1] == "N")) or (
        lead in WORDS.alone and _behind_alone(text, i)
    ):
        return "V"
    if before in ("D", "P") or (k >= 0 and k == i - 1 and text.tokens[k].possessive and not _takes_name(text, i)):
        return "N"
    return _participle_of(text, found, i, before) or _finite_or_noun(text, found, i, before)


def _takes_name(text: Analysed, i: int) -> bool:
    """ "Saint Bride's asked Velmora", which is nothing of Saint Bride's."""
    return past_form(text, i) and i + 1 < len(text.tokens) and text.tokens[i + 1].capital


def _participle_of(text: Analysed, found: list[str], i: int, before: str) -> str | None:
    """A participle without its auxiliary, or what may be one; None for any other word."""
    if relatives.of_object(found, i):
        return "V"
    if done_by(text, i) or (undergone(text, i) and _told_of(text, found, i)):
        return "E"
    if before == "N" and text.tokens[i].low.endswith("ed") and _part(found, i + 1) in ("C", ".", ","):
        return "E/V"
    stays = before == "V" and undergone(text, i) and low_at(text, i + 1) not in WORDS.opening | WORDS.pronouns
    return "N" if stays else None  # "stays closed"


def _finite_or_noun(text: Analysed, found: list[str], i: int, before: str) -> str:
    k = next((k for k in range(i - 1, -1, -1) if found[k] not in "Aq"), -1)
    if before in (",", "N", "C") and third_person(text, i) and _may_do(text, i, k, before):
        return "N/V"
    takes = before in ("N", "O") and (takes_clause(text, i, k) or relatives.past(text, found, i))
    if before == "N" and relatives.ends(text, found, i):
        return "V"
    if before == "N" and not takes and not finite(text, i, text.tokens[k]):
        return "N"
    if is_verb(text, i) or _past_behind(text, i, before):
        return _verb(text, i, before)
    low = text.tokens[i].low
    vague = before == "N" and low.endswith(("ed", "s"))  # "the director used blood samples"
    return "N/V" if vague and (takes or low.endswith("ed")) else "V" if takes else "N"


def _may_do(text: Analysed, i: int, k: int, before: str) -> bool:
    """ "Quillon disagrees with", "the report blames Lien", ", now coaches in", "and calls the"."""
    following = text.tokens[i + 1]
    takes = following.low in WORDS.opening | WORDS.pronouns
    named = following.capital and not text.tokens[k].low.endswith("s")
    return before == "," or (takes if before == "C" else text.tokens[k].capital or named)


def _behind_alone(text: Analysed, i: int) -> bool:
    """ "Another said", "the other lost a kidney"."""
    takes = low_at(text, i + 1) in WORDS.determiners
    return text.tokens[i].low in text.words.reporting or (participle(text, i) and takes)


def _behind_auxiliary(text: Analysed, i: int, lead: str) -> str:
    low = text.tokens[i].low
    if lead in WORDS.be | WORDS.getting:
        return "V" if low.endswith("ing") or participle(text, i) else "N"
    if lead in WORDS.have:
        return "V" if participle(text, i) else "N"
    return "V" if not low.endswith(NOMINAL) else "N"


def _ing(text: Analysed, found: list[str], i: int, before: str) -> str:
    follows = _part(found, i + 1)
    if before == "D":
        return "N"
    if follows == "?" and before not in (",", "P") and not text.tokens[i + 1].low.endswith("ly"):
        return "N"
    return "G"


def _past_behind(text: Analysed, i: int, before: str) -> bool:
    """ "that carried it out", "Brandt drank before": a past form behind its subject."""
    k = i + 2 if low_at(text, i + 1) in WORDS.adverbs else i + 1
    taken = text.tokens[k : k + 1]
    takes = any(t.low in WORDS.determiners | WORDS.pronouns or t.capital or t.kind == "number" for t in taken)
    return participle(text, i) and (before in ("R", "O", "that") or (before == "N" and takes))


def _told_of(text: Analysed, found: list[str], i: int) -> bool:
    """ "used a password sold online", "properly cooked meat": a participle behind the verb of its clause, or with an adverb
    before a noun."""
    if text.tokens[i - 1].low.endswith("ly") and i + 1 in text.content and not text.tokens[i + 1].low.endswith("ly"):
        return i < 2 or found[i - 2] not in ("N", "O", "X", "R", "that")
    for k in range(i - 1, -1, -1):
        if found[k] not in ("N", "D", "q", "P", "t") or (k == i - 1 and found[k] not in ("N", "t")):
            taking = found[k] == "V" or (
                found[k] == "G" and bool({"V", "X"} & set(found[:k]))
            )  # "warned against eating fish caught"
            return taking and k < i - 1 and text.tokens[k].low not in text.words.reporting
    return False


def _verb(text: Analysed, i: int, before: str) -> str:
    prepositional = i + 1 < len(text.tokens) and led(text, i + 1)
    if prepositional and before in ",N" and undergone(text, i) and text.tokens[i].low not in text.words.reporting:
        return "E/V"
    return "V"


def _settled(text: Analysed, found: list[str], i: int) -> str:
    """What only shows with the words behind; those are told already."""
    part, after = found[i], _next(found, i)
    if part == "X":
        if _part(found, i + 1) == "O" and _part(found, i + 2) == "V":
            return "X"  # "had he received"
        return "X" if after in ("V", "X") else "V"
    if part == "to":
        according = low_at(text, i - 1) == "according"
        return "T" if after in ("V", "X") and _part(found, i + 1) != "D" and not according else "P"
    if part == "that":
        noun = _part(found, i - 1) in ("N", "t")
        named = i + 1 < len(text.tokens) and (text.tokens[i + 1].capital or text.tokens[i + 1].kind == "number")
        opens = named or _part(found, i + 1) in ("D", "O", "t", "q") or _opens(found, i)
        return "R" if noun and after in ("V", "X") else "S" if opens else "D"
    if part == "P/S":
        as_what = text.tokens[i].low == "as" and _part(found, i + 1) == "N" and not text.tokens[i + 1].capital
        return "S" if _opens(found, i) and not as_what else "P"
    if part == "N/V":
        return "N" if _later_verb(found, i) or _earlier_verb(text, found, i) else "V"
    if part == "E/V":
        return "E" if _later_verb(found, i) else "V"
    return part


def _opens(found: list[str], i: int) -> bool:
    """Whether a subject and its verb follow."""
    k, nouns = i + 1, 0
    while k < len(found) and found[k] in ("N", "D", "O", "q", "A", "P", "t"):
        nouns += found[k] in ("N", "O", "t")
        k += 1
    return nouns > 0 and k < len(found) and found[k] in ("X", "V")


def _later_verb(found: list[str], i: int) -> bool:
    """Whether a finite verb follows in the same clause, with no word between that opens another."""
    for part in found[i + 1 :]:
        if part in ("S", "R", "C", ".", ",", "T", "O", "to", "that"):
            return False
        if part in ("X", "V"):
            return True
    return False


def _earlier_verb(text: Analysed, found: list[str], i: int) -> bool:
    """Whether the clause has one already, that does not only report."""
    for k in range(i - 1, -1, -1):
        if found[k] in ("S", "R", "C", ".", ",", "T", "that") or text.tokens[k].low in text.words.reporting:
            return False
        if found[k] in ("X", "V", "G", "to"):
            return True
    return False


def _next(found: list[str], i: int) -> str:
    k = i + 1
    while k < len(found) and found[k] in ("A", "q"):
        k += 1
    return _part(found, k)


def _part(found: list[str], i: int) -> str:
    return found[i] if 0 <= i < len(found) else "."
