"""Who did it is not added: "was dismissed in May" does not say that the city dismissed anybody."""

from collections.abc import Sequence

from bot.claims.grammar.evidence import Analysed, forms_in
from bot.claims.grammar.nouns import in_phrase, is_noun
from bot.claims.grammar.verb import verb_at
from bot.claims.grammar.verbs import closing, is_verb
from bot.claims.grammar.voice import auxiliary_passive
from bot.claims.language.likeness import alike
from bot.claims.language.token import Token

_FAR = 6  # words behind "by" among which stands who did it


def authorship_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for each deed that the text gives to somebody whom its sentences do not have, where they tell it in the
    passive of the same thing and leave open who did it."""
    found = []
    for at in text.content:
        who = _doing(text, at)
        if who is None:
            continue
        places = forms_in(cited, text.tokens[at])
        if places and all(_open(text, s, j) and not s.has(who) for s, j in places):
            found.append(f"That {who.text!r} did it is not in its sentences.")
    return list(dict.fromkeys(found))


def _doing(text: Analysed, at: int) -> Token | None:
    """The noun before an active verb that takes something."""
    if not (is_verb(text, at) or closing(text, at)) or text.tokens[at].low in text.words.reporting:
        return None
    if auxiliary_passive(text, at):
        return None
    if text.words.language != "de":
        left = [party for party in verb_at(text, at).subjects if not party.loose and not party.phrase]
        return left[-1].tokens[-1] if left else None
    start = next((i for i in range(at - 1, -1, -1) if text.tokens[i].kind == "punct"), -1)
    nouns = [i for i in text.content if start < i and text.tokens[i].capital and not in_phrase(text, i)]
    return text.tokens[nouns[0]] if len(nouns) > 1 and nouns[0] < at else None


def _open(text: Analysed, sentence: Analysed, at: int) -> bool:
    """Passive, with nobody behind "by", of something that the text has too."""
    if not auxiliary_passive(sentence, at):
        return False
    lows = [token.low for token in sentence.tokens]
    by = [k for k, low in enumerate(lows) if low in sentence.words.by]
    named = any(i in sentence.content for k in by for i in range(k + 1, min(k + 1 + _FAR, len(lows))))
    return not named and any(_taken(sentence, i, at) and text.has(sentence.tokens[i]) for i in sentence.content)


def _taken(sentence: Analysed, index: int, at: int) -> bool:
    """Before the verb, as what is passive stands."""
    return index < at and is_noun(sentence, index) and any(alike(sentence.tokens[index], t) for t in sentence.meaning)
