"""What is told of some of them only, or of each, is not told of all: "nine, one of them seriously"."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from bot.claims.grammar.evidence import Analysed, forms_in
from bot.claims.grammar.names import runs
from bot.claims.grammar.nouns import in_phrase, is_noun
from bot.claims.grammar.verbs import is_verb
from bot.claims.language.likeness import alike, likeness
from bot.claims.language.smallwords import AMONG, EVERY, NOT, OF, ONE
from bot.claims.language.stops import ALL_STOPS
from bot.claims.language.token import Token
from bot.claims.language.wordlists import word_set
from bot.claims.rules.figures import of_them

_SHARES = frozenset({"partial", "most", "many", "few"})
_OF = OF | AMONG | {"sur"}
_AMONG_THEM = (["among", "them"], ["among", "whom"])
_EACH = frozenset({"each", "every", "apiece", "per", "individual", "all", "both", "respectively"})
_SOLE = word_set("only sole einzige einzigen seul seule unico unica")
_THEIR = 2  # words from "all" or a number to the noun
_NEAR = 6  # words between "both" or "one of" and the noun
_BEHIND = 3  # words from a number to the "each" behind it
_TYING = frozenset({"among", "including", "one", "member", "members", "also"})


def partitive_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for each word that the article tells of some of them and the text of all, and one where what each
    has is told of them together."""
    found = [
        f"{sentence.tokens[i].text!r} is told of some of them only."
        for sentence in cited
        for i in _of_some(sentence, text)
    ]
    shared = {name for s in cited for name in _sharing(s)}
    for mine, theirs in (("together", "each"), ("each", "together")):
        if mine in _sharing(text) and theirs in shared and mine not in shared:
            found.append(f"What is told {mine!r} is told {theirs!r} in its sentences.")
    if not _sharing(text) and any(_each_dropped(text, s) for s in cited):
        found.append("That it is so of each is missing.")
    if _apportioned(text) and all(s.lows.isdisjoint(_EACH) for s in cited):
        found.append("That it is so of each is not in its sentences.")
    found += [f"{thing!r} are not all told of in its sentences." for thing in _both(text, cited)]
    found += [f"{text.tokens[n].text} are only those of whom some are told." for s in cited for n in _wholes(text, s)]
    found += [f"Not all {noun} are none of them." for noun in _not_all(text, cited)]
    found += [f"That it is only one of {noun} is not in its sentences." for noun in _one_of_all(text, cited)]
    found += [f"{name!r} is not told to be among them in its sentences." for name in _counted_in(text, cited)]
    return list(dict.fromkeys(found))


def _both(text: Analysed, cited: Sequence[Analysed]) -> Iterator[str]:
    """ "Both wards" where the article has "one of its two wards", or "the old ward alone", and nothing else."""
    if text.words.language != "en":
        return
    for i in (i for i, token in enumerate(text.tokens) if token.low == "both"):
        noun = next((k for k in text.content if k > i and is_noun(text, k) and _ends(text, k)), None)
        if noun is not None and noun - i <= _NEAR:
            places = forms_in(cited, text.tokens[noun])
            if places and all(_one_of(s, j) for s, j in places):
                yield text.tokens[noun].text


def _not_all(text: Analysed, cited: Sequence[Analysed]) -> Iterator[str]:
    """ "None of the dams", where the article has "not all of the dams", and nothing of none."""
    none = text.words.vocabulary.none
    for noun in () if text.lows.isdisjoint(none) else text.content:
        lows = {token.low for token in text.tokens[max(0, noun - _NEAR) : noun]}
        if not lows & none or not is_noun(text, noun) or _in_part(text, noun):
            continue
        places = forms_in(cited, text.tokens[noun])
        if places and all(_in_part(s, i) for s, i in places):
            yield text.tokens[noun].text


def _in_part(text: Analysed, noun: int) -> bool:
    """ "not all dams", and French "tous les barrages n'ont pas cédé"."""
    ahead = text.tokens[max(0, noun - _NEAR) : noun]
    if any(a.low in NOT and b.low in EVERY for a, b in pairwise(ahead)):
        return True
    denied = text.words.language == "fr" and any(op.name == "not" and op.at > noun for op in text.operators)
    return denied and any(token.low in EVERY for token in ahead)


def _one_of_all(text: Analysed, cited: Sequence[Analysed]) -> Iterator[str]:
    """ "One of four charges", where the article has "all four charges" and no one of them."""
    for start, noun in _ones(text):
        places = forms_in(cited, text.tokens[noun])
        ones = any(token.low in ONE for s in cited for token in s.tokens)
        ahead = [token for s, i in places for token in s.tokens[max(0, i - _THEIR) : i]]
        if not ones and start < noun and any(token.low in EVERY | _SOLE for token in ahead):
            yield text.tokens[noun].text


def _ones(text: Analysed) -> Iterator[tuple[int, int]]:
    for i, (token, following) in enumerate(pairwise(text.tokens)):
        if token.low not in ONE or following.low not in OF:
            continue
        noun = next((k for k in text.content if k > i and is_noun(text, k) and _ends(text, k)), None)
        if noun is not None and noun - i <= _NEAR:
            yield i, noun


def _each_dropped(text: Analysed, sentence: Analysed) -> bool:
    """ "60 pounds each" told as "60 pounds"."""
    each = [i for i, token in enumerate(sentence.tokens) if token.low in sentence.words.sharing.get("each", ())]
    near = [n for i in each for n in sentence.numbers if 0 < i - n <= _BEHIND]
    return any(text.counts(sentence.tokens[n]) for n in near)


def _apportioned(text: Analysed) -> bool:
    """ "In each of four countries", "60,000 pounds each"."""
    if text.words.language != "en" or "each" not in text.lows:
        return False
    for i, token in enumerate(text.tokens):
        following = text.tokens[i + 1].low if i + 1 < len(text.tokens) else "."
        near = text.tokens[max(0, i - 3) : i + 5]
        if token.low == "each" and following in ("of", ".", ",") and any(t.kind == "number" for t in near):
            return True
    return False


def _ends(text: Analysed, index: int) -> bool:
    return index + 1 >= len(text.tokens) or index + 1 not in text.content or is_verb(text, index + 1)


def _one_of(text: Analysed, index: int) -> bool:
    """ "One of the two" before the noun, or that noun "alone"."""
    lows = [token.low for token in text.tokens[max(0, index - _NEAR) : index]]
    alone = [token.low for token in text.tokens[index + 1 : index + 2]] == ["alone"]
    chosen = any(lows[k] == "one" and lows[k + 1] == "of" for k in range(len(lows) - 1))
    return "both" not in lows and (chosen or alone)


def _counted_in(text: Analysed, cited: Sequence[Analysed]) -> Iterator[str]:
    """ "The judges, among them Colquhoun, found": Colquhoun stands in no sentence with what they found, or of one of them."""
    lows = [token.low for token in text.tokens]
    for run in runs(text):
        if lows[run[0] - 2 : run[0]] not in _AMONG_THEM or text.words.language != "en":
            continue
        deed = next((i for i in text.content if i > run[-1] and is_verb(text, i)), None)
        theirs = [s for s in cited if any(s.has(text.tokens[i]) for i in run)]
        if deed is not None and theirs and not any(_tied(s, text.tokens[deed]) for s in theirs):
            yield text.said(run)


def _tied(sentence: Analysed, deed: Token) -> bool:
    told = {token.low for token in sentence.tokens}
    return sentence.has(deed) or bool(told & _TYING)


def _wholes(text: Analysed, sentence: Analysed) -> Iterator[int]:
    """ "58 percent of 512 parents were for a ban" is not "512 parents were for it"."""
    if not sentence.numbers or any(_share(text, n) for n in text.numbers):
        return
    for n in text.numbers:
        places = [i for i in sentence.numbers if sentence.tokens[i].values & text.tokens[n].values]
        shares = any(_share(sentence, i) for i in sentence.numbers)
        whole = [sentence.tokens[k] for i in places for k in _counted_by(sentence, i)]
        told = any(alike(text.tokens[i], token) and not in_phrase(text, i) for token in whole for i in text.content)
        if shares and places and all(_among(sentence, i) for i in places) and not _among(text, n) and not told:
            yield n


def _counted_by(text: Analysed, number: int) -> list[int]:
    """ "A trial of 4,800 children": what consists of them."""
    at = number - 1
    while at > 0 and text.tokens[at].low in text.words.determiners - _OF:
        at -= 1
    return [at - 1] if at > 0 and text.tokens[at].low in OF and at - 1 in text.content else []


def _share(text: Analysed, index: int) -> bool:
    return text.tokens[index].unit == "percent"


def _among(text: Analysed, index: int) -> bool:
    """ "of 512 parents", "among the 512 parents"."""
    ahead = [token.low for token in text.tokens[max(0, index - 3) : index]]
    small = text.words.determiners
    while ahead and ahead[-1] in small - _OF:
        ahead.pop()
    return bool(ahead) and ahead[-1] in _OF


def _of_some(sentence: Analysed, text: Analysed) -> Iterator[int]:
    if any(_parts(text)) or any(op.name in _SHARES and not _before_number(text, op.end) for op in text.operators):
        return
    for start, end in _parts(sentence):
        if any(op.name == "not" and start <= op.at < end for op in sentence.operators):
            continue
        inside = [i for i in sentence.content if start <= i < end]
        outside = [sentence.tokens[i] for i in sentence.content if not start <= i < end]
        numbers = {v for i in sentence.numbers if start <= i < end for v in sentence.tokens[i].values}
        if any(text.tokens[i].values & numbers for i in text.numbers):
            continue
        for i in inside:
            token = sentence.tokens[i]
            reports = token.low in sentence.words.reporting
            if (
                not reports
                and any(likeness(token, t) > 1 for t in text.meaning)
                and not any(likeness(token, t) for t in outside)
            ):
                yield i


def _before_number(text: Analysed, index: int) -> bool:
    """ "some 400" is a rough number."""
    return index in text.numbers


@lru_cache(maxsize=512)
def _parts(text: Analysed) -> tuple[tuple[int, int], ...]:
    """From mark to mark around each "one of them"."""
    found = []
    lows = [token.low for token in text.tokens]
    for k, low in enumerate(lows):
        if low in text.words.of_them and of_them(text, k):
            start = next((i + 1 for i in range(k - 1, -1, -1) if lows[i] in ALL_STOPS), 0)
            end = next((i for i in range(k, len(lows)) if lows[i] in ALL_STOPS), len(lows))
            if start > 1:
                found.append((start, end))
    return tuple(found)


def _sharing(text: Analysed) -> set[str]:
    return {name for name, words in text.words.sharing.items() if not text.lows.isdisjoint(words)}
