"""Phrases that mean what one word means, joined into one token."""

from collections.abc import Sequence
from dataclasses import replace

from bot.claims.language.lexicon import Lexicon
from bot.claims.language.token import Token

_BETWEEN = 4  # words between a verb and its particle
_YEARS = frozenset(map(float, range(1000, 2200)))


def with_phrases(found: Sequence[Token], words: Lexicon) -> list[Token]:
    """ "took effect", "on condition of anonymity": what means one word becomes one token, which keeps its first form."""
    lemmas = [words.lemma(t.low) if t.kind == "word" else "#" if t.kind == "number" else t.low for t in found]
    joined: list[Token] = []
    index = 0
    while index < len(found):
        if lemmas[index] not in words.phrases:
            joined.append(found[index])
            index += 1
            continue
        phrase, meant, between = _phrase_at(found, lemmas, index, words)
        if phrase and not (meant == "former" and index and found[index - 1].low in words.passive):
            run = [found[i] for i in range(index, index + len(phrase) + len(between)) if i not in between]
            joined.append(_joined([t for t in run if t.kind != "number"], meant, phrase, words))
            joined += [t for t in run if t.kind == "number"] + [found[i] for i in between]
        else:
            joined.append(found[index])
        index += max(1, len(phrase) + len(between))
    return joined


def _phrase_at(
    found: Sequence[Token], lemmas: Sequence[str], index: int, words: Lexicon
) -> tuple[tuple[str, ...], str, range]:
    """(its plain forms, what it means, what stands between its two words: "drew them up", "called the match off")."""
    for phrase, meant in words.phrases[lemmas[index]]:
        end = index + len(phrase)
        if _stands(phrase, lemmas, index) and not (_dated(found, end, words) or _bounds(found, end)):
            return phrase, meant, range(0)
        if (
            len(phrase) == 2
            and phrase[1] in words.vocabulary.particles
            and (between := _between(found, index, phrase[1], words))
        ):
            return phrase, meant, between
    return (), "", range(0)


def _dated(found: Sequence[Token], end: int, words: Lexicon) -> bool:
    """Whether the last word begins when: "photographs they took in 1930", "in the 1930s"."""
    if found[end - 1].low not in words.prepositions:
        return False
    behind = next((t for t in found[end : end + 2] if t.low not in words.determiners), None)
    return behind is not None and (behind.low in words.dates or (behind.unit is None and bool(behind.values & _YEARS)))


def _bounds(found: Sequence[Token], end: int) -> bool:
    """Whether the last word begins how much at most: "take up to an hour"."""
    behind = found[end : end + 2]
    counted = len(behind) > 1 and (behind[1].kind == "number" or behind[1].low in ("a", "an"))
    return found[end - 1].low == "up" and counted and behind[0].low == "to"


def _stands(phrase: Sequence[str], lemmas: Sequence[str], index: int) -> bool:
    """Whether its plain forms stand from `index` on; "#" is for any. "Take" opens three dozen, of which the next word ends most."""
    if index + len(phrase) > len(lemmas):
        return False
    for there, wanted in enumerate(phrase[1:], start=index + 1):
        if wanted != lemmas[there] and wanted != "#":
            return False
    return True


def _between(found: Sequence[Token], index: int, particle: str, words: Lexicon) -> range:
    """A pronoun, or a determiner with up to three words, behind which the particle ends the clause or a part of it."""
    after = [token.low for token in found[index + 1 : index + 2 + _BETWEEN]]
    if particle not in after or not after.index(particle):
        return range(0)
    at = index + 1 + after.index(particle)
    between = found[index + 1 : at]
    single = len(between) == 1 and between[0].low in words.vocabulary.objects
    named = between[0].low in words.determiners - {"of"} or between[0].capital
    following = found[at + 1].low if at + 1 < len(found) else "."
    ends = (
        not following[0].isalnum() or following in words.prepositions | words.links | words.times | words.deixis.keys()
    )
    whole = all(t.kind == "word" and t.low not in words.prepositions | words.links | words.passive for t in between)
    return range(index + 1, at) if single or (named and ends and whole) else range(0)


def _joined(run: Sequence[Token], meant: str, phrase: Sequence[str], words: Lexicon) -> Token:
    """Its `low` ends like the phrase's first word, so that "took over" is past, and is not that word."""
    first = run[0]
    stem = meant if "_" in meant else words.stem(meant)
    groups = words.synonyms(meant, stem) | words.synonyms("_".join(phrase), "")
    low = first.low
    if low in words.turning or low in words.function or low in words.neutral:
        low = meant if meant in words.turning else "_".join((*phrase[1:], low))
    return replace(first, text=" ".join(token.text for token in run), low=low, stem=stem, groups=groups)
