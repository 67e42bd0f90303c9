"""What one verb of a sentence takes another does not: "accepted that he had signed it but disputed that he had read it"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.negations import NEGATIONS
from bot.claims.language.likeness import alike, meet
from bot.claims.language.smallwords import AND, NOT
from bot.claims.language.token import Token
from bot.claims.rules.stances import stances

_CLOSE = 2  # words before a French or Spanish verb among which its pronoun stands
_NEAR = 3  # words before a verb among which "not" turns it


@dataclass(frozen=True, slots=True)
class _Stance:
    """Its verb, whether it grants or contests, and the words that it takes, of which `deed` is the verb; `near` are those before
    an "and". `said`: it is only told behind a denial."""

    verb: Token
    grants: bool
    taken: tuple[Token, ...]
    deed: Token | None
    near: tuple[Token, ...]
    said: bool


def complement_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for each thing that the text has granted and its sentences contested, or the other way round."""
    own = list(_stances(text))
    theirs = [each for sentence in cited if own for each in _stances(sentence)]
    found = [problem for stance in own if (problem := _moved(stance, theirs))]
    return list(dict.fromkeys(found))


def _moved(stance: _Stance, theirs: Sequence[_Stance]) -> str | None:
    """What stands behind the other kind of verb in the sentences: the deed, or all that tells them apart."""
    agreeing = [each for each in theirs if each.grants == stance.grants]
    same = [token for each in agreeing for token in each.taken]
    against = [each for each in theirs if each.grants != stance.grants]
    other = [token for each in against if not each.said for token in each.taken]
    told = [token for each in against if each.said for token in each.taken]
    if not any(alike(each.verb, stance.verb) for each in agreeing):
        return None
    moved = [token for token in stance.taken if _has(other, token) and not _has(same, token)]
    moved += [token for token in stance.near if _has(told, token) and not _has(same, token)]
    kept = any(_has(same, token) and not _has(other, token) for token in stance.taken)
    deeds = [each.deed for each in theirs if each.deed is not None and each.grants != stance.grants]
    if not moved or (kept and stance.deed not in moved and not meet(deeds, moved)):
        return None
    return f"{moved[0].text!r} is {'contested' if stance.grants else 'granted'} in its sentences."


def _stances(text: Analysed) -> Iterator[_Stance]:
    """Each with what stands behind it, up to the next one; of "denied it and said that" also what is said."""
    granting, contesting = stances(text.words.language)
    places = [i for i, token in enumerate(text.tokens) if token.low in granting | contesting or _says_too(text, i)]
    before: tuple[Token, ...] = ()
    for at, end in pairwise([*places, len(text.tokens)] if granting else []):
        turned = any(token.low in NOT for token in text.tokens[max(0, at - _NEAR) : at])
        said = text.tokens[at].low not in granting | contesting
        denied = {i for op in text.operators if said and op.name in NEGATIONS for i in op.scope[:1]}
        taken = tuple(text.tokens[i] for i in text.content if at < i < end and i not in denied)
        deed = taken[-1 if text.words.language == "de" else 0] if taken else None
        grants = said or (text.tokens[at].low in granting) != turned
        meant = before if _points_back(text, at) and before else ()
        joint = next((i for i in range(at + 1, end) if text.tokens[i].low in AND), end)
        near = tuple(text.tokens[i] for i in text.content if at < i < joint)
        yield _Stance(text.tokens[at], grants, (*meant, *taken), deed, near, said)
        before = taken


def _says_too(text: Analysed, index: int) -> bool:
    """ "lo niega y asegura que": what is said then is not denied."""
    if not index or text.tokens[index - 1].low not in AND or text.tokens[index].low not in text.words.reporting:
        return False
    _, contesting = stances(text.words.language)
    return any(token.low in contesting for token in text.tokens[:index])


def _points_back(text: Analysed, verb: int) -> bool:
    """ "la criticó", "l'a critiquée", "kritisierte ihn": what it takes was told before."""
    german = text.words.language == "de"
    near = text.tokens[verb + 1 : verb + 2] if german else text.tokens[max(0, verb - _CLOSE) : verb]
    pointing = text.words.vocabulary.objects_told
    return any(token.low in pointing for token in near)


def _has(tokens: Sequence[Token], token: Token) -> bool:
    return any(alike(token, other) for other in tokens)
