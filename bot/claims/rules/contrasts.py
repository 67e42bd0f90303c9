"""What stands on one side of "but" is not given to the verb of the other: "convicted of fraud but cleared of theft"."""

from collections.abc import Iterator, Sequence

from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.nouns import is_noun
from bot.claims.grammar.verbs import is_verb
from bot.claims.language.likeness import likeness
from bot.claims.language.smallwords import ALTHOUGH, BUT, WHILE
from bot.claims.language.token import Token

_CONTRASTS = BUT | WHILE | ALTHOUGH | {";"}
_SENTENCE_ENDS = frozenset(".!?")

Side = tuple[int, ...]


def contrast_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for each noun that the article has behind "but" and the text with a verb from before it, without its
    own; and the other way round."""
    found: list[str] = []
    mine = [part for pair in _parts(text) for part in pair] or [tuple(range(len(text.tokens)))]
    for sentence in cited:
        for left, right in _parts(sentence):
            for own, other in _directions(text, left, right):
                found += [p for part in mine if (p := _mixed(text, part, sentence, own, other, first=own is left))]
    return list(dict.fromkeys(found))


def _directions(text: Analysed, left: Side, right: Side) -> tuple[tuple[Side, Side], ...]:
    """In German the second side leaves out a noun of the first: "will 70 Bäume fällen, obwohl die meisten gesund sind"."""
    return ((left, right),) if text.words.language == "de" else ((left, right), (right, left))


def _parts(text: Analysed) -> Iterator[tuple[Side, Side]]:
    """What stands before and behind each such word, up to the next."""
    contrasts = _CONTRASTS | text.words.vocabulary.contrasting
    cuts = [i for i, t in enumerate(text.tokens) if t.low in contrasts and 2 < i < len(text.tokens) - 2]
    ends = [i for i, t in enumerate(text.tokens) if t.low in _SENTENCE_ENDS]
    for cut in cuts:
        start = max((i + 1 for i in (*cuts, *ends) if i < cut), default=0)
        end = min((i for i in (*cuts, *ends) if i > cut), default=len(text.tokens))
        yield tuple(range(start, cut)), tuple(range(cut + 1, end))


def _mixed(text: Analysed, part: Side, sentence: Analysed, own: Side, other: Side, *, first: bool) -> str | None:
    """A noun of the `other` side in a part of the text that has a verb of the side `own` and none of the other's. What the
    second side speaks of may be the object of the first, so that of the first only what stands `behind` counts."""
    others = _verbs(sentence, other)
    verbs = [
        i for i in part if i in text.content and is_verb(text, i) and text.tokens[i].low not in text.words.reporting
    ]
    held = [i for i in verbs if _within(text.tokens[i], sentence, own) and not _within(text.tokens[i], sentence, other)]
    pointing = any(sentence.tokens[i].low in sentence.words.vocabulary.named_before for i in own)
    if (
        not others
        or not held
        or (pointing and not first)
        or any(_within(sentence.tokens[i], text, part) for i in others)
    ):
        return None
    behind = part if first else tuple(i for i in part if i > held[0])
    for i in other if first else range(others[0], other[-1] + 1):
        token = sentence.tokens[i]
        name = token.capital and sentence.words.language != "de"
        noun = (i in sentence.content and not name and is_noun(sentence, i)) or token.kind == "number"
        teller = any(t.low in sentence.words.reporting for t in sentence.tokens[max(0, i - 3) : i])
        if noun and not teller and not _within(token, sentence, own) and _within(token, text, behind, least=2):
            return f"{token.text!r} belongs to {sentence.tokens[others[0]].text!r} in its sentences."
    return None


def _verbs(sentence: Analysed, side: Side) -> list[int]:
    """German has the verb last where its form does not tell."""
    found = [i for i in side if i in sentence.content and is_verb(sentence, i)]
    last = next((i for i in reversed(side) if i in sentence.content), None)
    if not found and last is not None and sentence.words.language == "de" and not sentence.tokens[last].capital:
        return [last]
    return found


def _within(token: Token, text: Analysed, part: Side, *, least: int = 1) -> bool:
    """Whether a form of the word (`least` 2) or a synonym stands there; a number by its value."""
    if token.kind == "number":
        return any(text.tokens[i].values & token.values for i in part if text.tokens[i].kind == "number")
    return any(i in text.content and likeness(token, text.tokens[i]) >= least for i in part)
