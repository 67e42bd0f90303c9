"""Words of a restatement that its sentences do not have."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from bot.claims.grammar.clauses import stands_alone
from bot.claims.grammar.evidence import Analysed, Evidence
from bot.claims.grammar.nouns import is_noun
from bot.claims.grammar.verbs import PARTICLES, is_verb
from bot.claims.language.likeness import alike, likeness
from bot.claims.language.smallwords import AND, NOT, OF
from bot.claims.language.token import Token
from bot.claims.language.verbatim import in_text
from bot.claims.language.vocabulary import Vocabulary
from bot.claims.people.hearsay import noun_of
from bot.claims.rules.lightverbs import only_light

_WINDOW = 7
_SHORT = 6  # letters of "family", "supply"
_AIMS = frozenset({"intent", "demand"})


def word_problems(text: Analysed, held: Evidence, introducing: Sequence[Analysed]) -> list[str]:
    """Verbs and dates must be in the cited sentences, in any form or synonym; nouns may come from the neighbours and
    from what names the article's topic, as they stand; names also from where a pronoun may point or where the name is
    introduced. Where the sentences point back with "this", the sentence before counts as cited."""
    cited = (*held.cited, *held.earlier[:1]) if any(map(points_back, held.cited)) else held.cited
    borrowed = {t.stem for s in (*held.near, *held.topical) for t in s.tokens} | set(_beside(text, introducing))
    borrowed |= _attributes(text, held)
    whole = in_text(held.article.text)
    names = {t.stem for s in held.earlier for t in s.meaning if t.capital}
    followed = _followed(text.words.vocabulary)
    unseen = [
        token
        for index, token in zip(text.content, text.meaning, strict=True)
        if not (_seen(token, cited) and _strong_enough(token, cited))
        and not only_light(text, index, cited)
        and not (token.low in PARTICLES and any(f" {token.low} " in f"{_spaced(s)} " for s in cited))
        and not _neutral(text, token, cited)
        and not (
            (token.stem in borrowed or _seen(token, held.near))
            and not _bound(text, index)
            and _strong_enough(token, cited)
        )
        and not (_referred_to(text, index) and _seen(token, held.topical))
        and not (token.low in followed and any(_follows(token, s, text.words.vocabulary) for s in held.cited))
        and not (token.low in text.words.generic and whole.find(token.text))
        and not (token.capital and token.stem in names | borrowed and token.low not in text.words.dates)
    ]
    found = list(dict.fromkeys(token.text for token in unseen))
    return [f"Not in its sentences: {', '.join(found)}."] if found else []


def _neutral(text: Analysed, token: Token, cited: Iterable[Analysed]) -> bool:
    """A word that any summary may bring; but who was looked for was not found."""
    words = text.words
    if token.low in words.vocabulary.found and any(
        t.low in words.vocabulary.searching for s in cited for t in s.tokens
    ):
        return False
    return token.low in words.neutral and (words.language == "de" or not (token.capital and not token.first))


def _spaced(sentence: Analysed) -> str:
    """The text without the marks that may stand right behind a word."""
    return sentence.text.translate({ord(mark): " " for mark in ",.;:!?)"})


@lru_cache(maxsize=8)
def _followed(asked: Vocabulary) -> frozenset[str]:
    return (
        asked.receiving
        | asked.wanting
        | asked.opposing
        | asked.declining
        | asked.denying
        | asked.planning
        | asked.failing
    )


def _follows(token: Token, sentence: Analysed, asked: Vocabulary) -> bool:
    """Whoever plans or demands wants, whoever is against something opposes it, whoever will do something plans to,
    and whom something is given receives it."""
    turns = sentence.classes()
    return (
        (token.low in asked.wanting and bool(turns & _AIMS))
        or (token.low in asked.opposing and "against" in turns)
        or (token.low in asked.declining and "not" in turns and not _unable(sentence))
        or (token.low in asked.receiving and any(t.low in asked.giving for t in sentence.tokens))
        or (token.low in asked.failing and "not" in turns)
        or (token.low in asked.denying and _rejects(sentence))
        or (token.low in asked.planning and (not turns.isdisjoint({"future", "due"}) or _wants(sentence)))
    )


def _unable(sentence: Analysed) -> bool:
    """ "Could not be reached" declines nothing; "would not say whether it could" does."""
    forms = sentence.words.moods
    able = forms.get("can", frozenset()) | forms.get("could", frozenset())
    nots = [op for op in sentence.operators if op.name == "not"]
    told = ([token.low.removesuffix("not") for token in sentence.tokens[max(0, op.at - 1) : op.end]] for op in nots)
    return all(not able.isdisjoint(lows) for lows in told)


def _wants(sentence: Analysed) -> bool:
    return any(token.low in sentence.words.vocabulary.wanting for token in sentence.tokens)


def _rejects(sentence: Analysed) -> bool:
    """ "rejected the claim" denies it, "rejected the offer" does not; nor does "refused"."""
    denials = [op for op in sentence.operators if op.name == "deny"]
    return any(sentence.tokens[op.at].low.startswith("reject") or noun_of(sentence, op) is not None for op in denials)


@lru_cache(maxsize=512)
def points_back(text: Analysed) -> bool:
    """Whether "this", "das", "cela", "eso" on its own means what was said before."""
    return any(stands_alone(text, i) for i in range(len(text.tokens)))


def _attributes(text: Analysed, held: Evidence) -> set[str]:
    """Words that the article has beside the same word: "software update", "the labour inspectorate", "club de natation"."""
    article = in_text(held.article.text)
    pairs = [(a, b) for a, b in pairwise(text.content) if b == a + 1 or _tied(text, a, b)]
    told = [(a, b, " ".join(token.text for token in text.tokens[a : b + 1])) for a, b in pairs]
    return {text.tokens[i].stem for a, b, phrase in told if article.find(phrase) for i in (a, b)}


def _tied(text: Analysed, a: int, b: int) -> bool:
    return b == a + 2 and text.tokens[a + 1].low in OF


def _seen(token: Token, sentences: Iterable[Analysed]) -> bool:
    return any(
        alike(token, other) or token.stem == other.stem or _parted(token, other, s)
        for s in sentences
        for other in s.tokens
        if other.kind != "punct"
    )


def _strong_enough(token: Token, cited: Sequence[Analysed]) -> bool:
    """ "soared" is "rose", but "rose" not "soared"."""
    if not any(token.stem in s.words.strong for s in cited):
        return True
    return any(likeness(token, t) > 1 or (t.stem in s.words.strong and token.same(t)) for s in cited for t in s.meaning)


def _parted(token: Token, other: Token, sentence: Analysed) -> bool:
    """German "angekündigt" for "kündigte … an"."""
    if sentence.words.language != "de" or len(other.stem) < 4:
        return False
    prefix = next((t.low for t in sentence.tokens[-2:] if t.low in sentence.words.function), "-")
    root = token.stem.removeprefix(prefix)
    return root != token.stem and len(root) > 3 and (other.stem.startswith(root) or root.startswith(other.stem))


def _bound(text: Analysed, index: int) -> bool:
    """Words that may not be borrowed from a neighbour: verbs, dates, causes, and what somebody or something is said to be."""
    said_to_be = _past_adverbs(text, index) in text.words.passive and not text.tokens[index].capital
    given = any(op.name == "cause" and index in op.scope for op in text.operators) and not text.tokens[index].capital
    bound = said_to_be or given or _added(text, index) or _how(text.tokens[index], text)
    return bound or is_verb(text, index) or text.tokens[index].low in text.words.dates


def _past_adverbs(text: Analysed, index: int) -> str:
    """What stands before, but "not", "yet" and the like: "were not yet known"."""
    between = text.words.vocabulary.adverbs | NOT
    return next((token.low for token in reversed(text.tokens[:index]) if token.low not in between), "")


def _how(token: Token, text: Analysed) -> bool:
    """ "secretly", "permanently": how something is done, which no neighbour tells."""
    return text.words.language == "en" and len(token.low) > _SHORT and token.low.endswith("ly") and not token.capital


def _added(text: Analysed, index: int) -> bool:
    """ "smoke inhalation and burns": a second noun that says more of the same."""
    if index < 2 or text.tokens[index].capital or text.tokens[index - 1].low not in AND:
        return False
    return index - 2 in text.content and is_noun(text, index - 2) and is_noun(text, index)


def _referred_to(text: Analysed, index: int) -> bool:
    """ "the strike": a noun for what the article speaks of."""
    before = text.tokens[index - 1].low if index else ""
    dated = text.tokens[index].low in text.words.dates
    return before in text.words.determiners - {"of"} and not dated and not is_verb(text, index)


def _beside(text: Analysed, introducing: Iterable[Analysed]) -> list[str]:
    """Stems around the names of the restatement, where the article introduces them."""
    names = {token.stem for token in text.meaning if token.capital}
    found: list[str] = []
    for sentence in introducing:
        for index, token in enumerate(sentence.tokens):
            if token.stem in names and token.capital:
                window = sentence.tokens[max(0, index - _WINDOW) : index + _WINDOW]
                found += [t.stem for i, t in enumerate(window) if t.kind == "word"]
    return found
