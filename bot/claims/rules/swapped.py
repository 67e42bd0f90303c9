"""Whose deed is whose: who does something else in the sentences does not do what there another does."""

from collections.abc import Iterator, Sequence

from bot.claims.grammar.evidence import Analysed, forms_in
from bot.claims.grammar.kinds import sorts
from bot.claims.grammar.nouns import side_by_side
from bot.claims.grammar.verb import verb_at
from bot.claims.grammar.verbs import is_verb
from bot.claims.language.likeness import alike
from bot.claims.language.token import Token


def swapped_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for each noun that the text makes the subject of a verb which its sentences have of somebody of another
    number or kind, where they make it the subject of another verb. German tells subjects by their case and is left to others."""
    if text.words.language == "de":
        return []
    found = []
    for at in text.content:
        own = _head(text, at) if is_verb(text, at) else None
        if own is None or (own.capital and not _common(own, cited)):
            continue
        places = [(s, i) for s, i in forms_in(cited, text.tokens[at]) if is_verb(s, i)]
        heads = [_head(s, i) for s, i in places]
        if not heads or any(_may_be(own, head, cited) for head in heads):
            continue
        if any(alike(own, other) for other in _others(cited, places)) and not any(h and text.has(h) for h in heads):
            found.append(f"{own.text!r} is not who {text.tokens[at].text!r} in its sentences.")
    return list(dict.fromkeys(found))


def _head(text: Analysed, at: int) -> Token | None:
    """The noun that is its only subject; none in a passive, which another may tell by an active."""
    verb = verb_at(text, at)
    parties = [party for party in verb.subjects if not party.loose and not party.phrase]
    return parties[0].tokens[-1] if len(parties) == 1 and not verb.passive else None


def _may_be(own: Token, head: Token | None, cited: Sequence[Analysed]) -> bool:
    if head is None or alike(own, head) or any(side_by_side(s, own, head) for s in cited):
        return True
    language = cited[0].words.language
    mine, theirs = sorts(language, own.low), sorts(language, head.low)
    apart = mine and theirs and not mine & theirs
    several = head.low.endswith("s") and not head.capital  # "Lanter Foods" is one
    return own.low.endswith("s") == several and not apart


def _common(own: Token, cited: Sequence[Analysed]) -> bool:
    """Capitalised only because the text begins with it."""
    return own.first and any(t.low == own.low and not t.capital for s in cited for t in s.tokens)


def _others(cited: Sequence[Analysed], places: Sequence[tuple[Analysed, int]]) -> Iterator[Token]:
    """Whom the sentences have as the subjects of other verbs, in whatever voice."""
    for s in cited:
        for i in s.content:
            if is_verb(s, i) and (s, i) not in places:
                yield from (party.tokens[-1] for party in verb_at(s, i).subjects)
