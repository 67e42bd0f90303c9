"""Phrases that mean what one word means, joined into one token."""

from collections.abc import Sequence
from dataclasses import replace

from bot.claims.language.lexicon import Lexicon
from bot.claims.language.token import Token


def with_phrases(found: Sequence[Token], words: Lexicon) -> list[Token]:
    """ "took effect", "on condition of anonymity": what means one word becomes one token, which keeps its first form."""
    lemmas = [words.lemma(t.low) if t.kind == "word" else "#" if t.kind == "number" else t.low for t in found]
    joined: list[Token] = []
    index = 0
    while index < len(found):
        length, meant = _phrase_at(lemmas, index, words)
        if length and not (meant == "former" and index and found[index - 1].low in words.passive):
            run = found[index : index + length]
            joined += [
                _joined([t for t in run if t.kind != "number"], meant, words),
                *(t for t in run if t.kind == "number"),
            ]
        else:
            joined.append(found[index])
            length = 1
        index += length
    return joined


def _phrase_at(lemmas: Sequence[str], index: int, words: Lexicon) -> tuple[int, str]:
    for phrase, meant in words.phrases.get(lemmas[index], ()):
        here = lemmas[index : index + len(phrase)]
        if len(here) == len(phrase) and all(b in (a, "#") for a, b in zip(here, phrase, strict=True)):
            return len(phrase), meant
    return 0, ""


def _joined(run: Sequence[Token], meant: str, words: Lexicon) -> Token:
    first = run[0]
    stem = words.stem(meant)
    groups = words.synonyms(meant, stem)
    turns = first.low in words.turning
    low = meant if turns or first.low in words.function or first.low in words.neutral else first.low
    return replace(first, text=" ".join(token.text for token in run), low=low, stem=stem, groups=groups)
