"""Who does it where nobody is named: "whoever was responsible would pay" does not tell that the company would."""

from collections.abc import Sequence

from bot.claims.frames.actors import Actor
from bot.claims.frames.frames import Frame, frames
from bot.claims.frames.parts import parts
from bot.claims.grammar.evidence import Analysed
from bot.claims.language.likeness import alike

_ANYBODY = frozenset({"whoever", "anyone", "anybody", "someone", "somebody"})


def whoever_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for each name that does in the text what in its sentences only "whoever" they tell of does. English alone."""
    if text.words.language != "en":
        return []
    found = []
    for at, frame in frames(text).items():
        names = [actor for phrase in frame.doers or () if (actor := Actor(text, phrase)).head.capital]
        places = [(s, other) for s in cited for j, other in frames(s).items() if alike(text.tokens[at], s.tokens[j])]
        if names and places and all(_anybodys(names, s, place) for s, place in places):
            found.append(f"{names[0].head.text!r} is not told of in its sentences: {text.tokens[at].text!r}.")
    return found


def _anybodys(names: Sequence[Actor], sentence: Analysed, place: Frame) -> bool:
    """Whether such a word opens the clause of the verb, and none of the names stands in it."""
    told = parts(sentence)
    begins = next((k + 1 for k in range(place.at - 1, -1, -1) if told[k] in "S.,"), 0)
    while begins < place.at and told[begins] == "q":
        begins += 1
    clause = sentence.tokens[begins : place.at]
    named = any(alike(word, token) for name in names for word in name.words for token in clause)
    return bool(clause) and clause[0].low in _ANYBODY and not named
