"""What somebody announces is not yet done: "anunció el cierre" is not "cerró", nor "kündigte die Schließung an" "hat geschlossen"."""

from collections.abc import Sequence

from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.moods import mood
from bot.claims.language.likeness import alike
from bot.claims.language.stops import ALL_STOPS
from bot.claims.rules.averted import told_by_verb

_NEAR = 8  # words between the verb of announcing and the noun of the deed


def announced_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for each deed that the text tells as done and its sentences only by the noun of what is announced.

    Of deeds that are announced before they are done: who announces a death or an arrest tells of what was.
    """
    known = text.words.vocabulary
    if not known.ahead or any(token.low in known.announcing for token in text.tokens):
        return []
    found = []
    for i in text.content:
        places = [(s, j) for s in cited for j in s.content if alike(text.tokens[i], s.tokens[j])]
        if places and told_by_verb(text, i) and "done" in mood(text, i) and all(_announced(s, j) for s, j in places):
            found.append(f"{text.tokens[i].text!r} is only announced in its sentences.")
    return list(dict.fromkeys(found))


def _announced(sentence: Analysed, index: int) -> bool:
    known = sentence.words.vocabulary
    if sentence.tokens[index].low not in known.ahead or told_by_verb(sentence, index):
        return False
    for step in (-1, 1) if sentence.words.language == "de" else (-1,):
        for k in range(index + step, index + step * _NEAR, step):
            if not 0 <= k < len(sentence.tokens) or sentence.tokens[k].low in ALL_STOPS:
                break
            if sentence.tokens[k].low in known.announcing:
                return True
    return False
