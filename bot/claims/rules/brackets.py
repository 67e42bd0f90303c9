"""German "hat … bestochen": sides are those of the verb that stands second."""

from collections.abc import Iterator, Sequence

from bot.claims.grammar.clauses import after, before
from bot.claims.grammar.evidence import Analysed, share_word
from bot.claims.grammar.nouns import in_phrase
from bot.claims.language.likeness import alike


def bracket_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """German "A hat B bestochen" is not "B hat A bestochen": where the verb ends its clause, sides are those of "hat"."""
    if text.words.language != "de":
        return []
    found: list[str] = []
    for verb, left, right in _brackets(text):
        for sentence in cited:
            for other, theirs, others in _brackets(sentence):
                same = alike(text.tokens[verb], sentence.tokens[other])
                if same and share_word(text, left, sentence, others) and share_word(text, right, sentence, theirs):
                    found.append(f"Who does what is not as in its sentences: {text.tokens[verb].text!r}.")
    return found


def _brackets(text: Analysed) -> Iterator[tuple[int, list[int], list[int]]]:
    """(verb, nouns before, nouns after) for each "hat", "haben", "will" whose verb ends the clause."""
    for hinge, token in enumerate(text.tokens):
        if token.low not in text.words.vocabulary.brackets:
            continue
        ahead, behind = list(before(text, hinge)), list(after(text, hinge))
        verbs = [i for i in behind if i in text.content and not text.tokens[i].capital]
        marked = any(text.tokens[i].low in text.words.vocabulary.accusative for i in ahead)
        if verbs and not marked:
            left, right = ([i for i in side if _bare(text, i)] for side in (ahead, behind))
            yield verbs[-1], left, [i for i in right if i < verbs[-1]]


def _bare(text: Analysed, index: int) -> bool:
    """A noun that no preposition governs; one right after another noun begins a phrase of its own."""
    if index not in text.content or not text.tokens[index].capital:
        return False
    return not in_phrase(text, index) or (index - 1 in text.content and text.tokens[index - 1].capital)
