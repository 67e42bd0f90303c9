"""What is taken from the neighbours: who confirms an inquiry in the cited sentence confirms nothing that only other sentences tell of."""

from collections.abc import Sequence

from bot.claims.grammar.evidence import Analysed
from bot.claims.language.likeness import alike
from bot.claims.language.smallwords import DEFINITE, INDEFINITE, THIS_ALONE
from bot.claims.rules.stances import stances

_OWN = 2  # words of its own that the sentence has behind the verb
_BEFORE, _BEHIND = 2, 3  # words beside the verb among which a pronoun stands


def borrowed_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for each verb of granting, contesting or demanding behind which the text has nouns that no sentence has, where
    the sentences have others behind it; English is told by its build."""
    if text.words.language == "en":
        return []
    found = []
    for verb in text.content:
        told = [
            (s, i) for s in cited for i in s.content if _speaks(text, verb) and alike(text.tokens[verb], s.tokens[i])
        ]
        taken = [i for i in text.content if i > verb and not _name(text, i)]
        if not told or not taken or any(s.has(text.tokens[i]) for s in cited for i in taken):
            continue
        if all(_takes_its_own(s, i) for s, i in told):
            found.append(
                f"{text.tokens[taken[0]].text!r} is not what {text.tokens[verb].text!r} takes in its sentences."
            )
    return list(dict.fromkeys(found))


def _speaks(text: Analysed, index: int) -> bool:
    """A verb that grants, contests or demands what stands behind it."""
    granting, contesting = stances(text.words.language)
    demands = any(op.at <= index < op.end and op.name in ("demand", "deny") for op in text.operators)
    return demands or text.tokens[index].low in granting | contesting


def _name(text: Analysed, index: int) -> bool:
    """A name may stand for a pronoun of the sentence; a German noun that an article opens is none."""
    before = text.tokens[index - 1].low if index else ""
    noun = text.words.language == "de" and before in text.words.determiners | DEFINITE | INDEFINITE
    return text.tokens[index].capital and not noun


def _takes_its_own(sentence: Analysed, verb: int) -> bool:
    """Words of its own stand behind the verb, and no pronoun that points at another sentence."""
    near = (*range(max(0, verb - _BEFORE), verb), *range(verb + 1, min(verb + 1 + _BEHIND, len(sentence.tokens))))
    pointing = THIS_ALONE | sentence.words.pronouns
    broad = sentence.words.generic | sentence.words.broad
    own = [i for i in sentence.content if i > verb and sentence.tokens[i].low not in broad]
    return len(own) >= _OWN and not any(sentence.tokens[i].low in pointing for i in near)
