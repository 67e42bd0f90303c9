"""What was not found is not what is not so: "no evidence of fraud" is not "no fraud"."""

from collections.abc import Iterator, Sequence

from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.verbs import is_verb
from bot.claims.language.likeness import meet

_FARTHEST = 4  # words of what there is no evidence of


def existence_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """ "no injuries were reported" is not "there were no injuries": what is denied there is the verb that is left out."""
    there = text.words.vocabulary.existing
    denied = [text.tokens[i] for op in text.operators if op.name == "not" for i in op.scope[:2]]
    if not denied or not any(token.low in there for token in text.tokens):
        return []
    found: list[str] = []
    for sentence in cited:
        for op in sentence.operators:
            if (
                op.name != "not"
                or sentence.tokens[op.at].low not in sentence.words.vocabulary.none
                or any(t.low in there for t in sentence.tokens)
            ):
                continue
            nouns = [i for i in op.scope[:2] if not is_verb(sentence, i)]
            verbs = [i for i in _until_mark(sentence, op.end) if is_verb(sentence, i)]
            verbs = [i for i in verbs if sentence.tokens[i].low not in sentence.words.vocabulary.light]
            held = meet(denied, [sentence.tokens[i] for i in nouns])
            if held and verbs and not any(text.has(sentence.tokens[i]) for i in verbs):
                found.append(f"{sentence.tokens[verbs[0]].text!r} is missing, which is denied in its sentences.")
    return list(dict.fromkeys(found))


def _until_mark(text: Analysed, start: int) -> Iterator[int]:
    for i in range(start, len(text.tokens)):
        if text.tokens[i].kind == "punct":
            return
        yield i


def finding_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for each denial of what its sentences only have found nothing of."""
    told = text.words.findings | text.words.witnessed
    if any(token.low in told for token in text.tokens):
        return []
    denied = [text.tokens[i] for op in text.operators if op.name in ("not", "deny") for i in op.scope[:2]]
    found: list[str] = []
    for sentence in cited:
        for op in sentence.operators:
            near = op.scope[:2] if op.name == "not" else ()
            k = next((k for k, i in enumerate(near) if sentence.tokens[i].low in sentence.words.findings), None)
            if k is None:
                continue
            first = sentence.tokens[op.scope[k]]
            behind = [sentence.tokens[i] for i in op.scope[k + 1 : k + 1 + _FARTHEST]]
            if meet(denied, behind):
                found.append(f"{first.text!r} is missing, of which there is none in its sentences.")
    return list(dict.fromkeys(found))
