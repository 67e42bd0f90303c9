"""Whom German tells beside a pronoun that does it: of "er habe Feist gewarnt" nobody "wurde von Feist gewarnt"."""

from collections.abc import Iterator, Sequence

from bot.claims.grammar.evidence import Analysed
from bot.claims.language.likeness import alike, likeness
from bot.claims.language.smallwords import OF
from bot.claims.language.stops import ALL_STOPS

_FIRST = 2  # words of a clause among which its pronoun stands

Part = tuple[int, ...]


def patient_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for each deed that somebody does in a passive of the text, and that is done to them everywhere else."""
    if text.words.language != "de":
        return []
    found = []
    for part in _parts(text):
        agent = _agent(text, part) if _passive(text, part) else None
        for deed in part if agent is not None else ():
            if not _verbal(text, deed):
                continue
            places = [(s, p, j) for s in cited for p in _parts(s) for j in p if _same(text, deed, s, j)]
            if places and all(_taken(s, p, text, agent or 0) for s, p, _ in places):
                found.append(
                    f"{text.tokens[agent or 0].text!r} is not who does it in its sentences: {text.tokens[deed].text!r}."
                )
    return list(dict.fromkeys(found))


def _parts(text: Analysed) -> Iterator[Part]:
    part: list[int] = []
    for i, token in enumerate(text.tokens):
        if token.low in ALL_STOPS:
            yield from [tuple(part)] if part else []
            part = []
        else:
            part.append(i)
    yield from [tuple(part)] if part else []


def _passive(text: Analysed, part: Part) -> bool:
    return any(text.tokens[i].text.casefold() in text.words.vocabulary.been for i in part)


def _agent(text: Analysed, part: Part) -> int | None:
    """The last word of the name behind "von"."""
    for i in part[:-1]:
        if text.tokens[i].low == "von" and text.tokens[i + 1].capital:
            end = i + 1
            while end + 1 in part and text.tokens[end + 1].capital:
                end += 1
            return end
    return None


def _verbal(text: Analysed, index: int) -> bool:
    return index in text.content and not text.tokens[index].capital


def _same(text: Analysed, deed: int, sentence: Analysed, index: int) -> bool:
    return _verbal(sentence, index) and likeness(text.tokens[deed], sentence.tokens[index]) > 1


def _taken(sentence: Analysed, part: Part, text: Analysed, agent: int) -> bool:
    """Whether a pronoun does it there, or whom the text tells to undergo it, and the name stands behind no preposition."""
    known = sentence.words.vocabulary
    verb = next((k for k, i in enumerate(part) if sentence.tokens[i].low in known.helping), 0)
    first = part[:verb] or part[:_FIRST]
    names = [i for i in part if alike(sentence.tokens[i], text.tokens[agent]) and sentence.tokens[i].capital]
    bare = all(i not in first and sentence.tokens[i - 1].low not in sentence.words.prepositions | OF for i in names)
    pronoun = any(sentence.tokens[i].low in known.subjective for i in part[:_FIRST])
    named = any(sentence.tokens[i].capital and text.has(sentence.tokens[i]) for i in first)
    return (pronoun or named) and bool(names) and bare and not _passive(sentence, part)
