"""Whom a speaker speaks of: "Coach Hanna Riek said he was the best" tells nothing of Hanna Riek herself."""

from collections.abc import Sequence

from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.genders import feminine, meant_by
from bot.claims.grammar.kinds import feminine_name
from bot.claims.grammar.names import runs
from bot.claims.grammar.parties import Party
from bot.claims.language.likeness import alike
from bot.claims.people.tellers import speaking, telling


def spoken_of_problems(text: Analysed, cited: Sequence[Analysed], known: Sequence[Analysed]) -> list[str]:
    """One sentence for each speaker of one sex of whom the text tells what they say of somebody of the other.

    `known` are sentences that may have the speakers with their first names.
    """
    lead = next(iter(runs(text)), ())
    if not lead or telling(text):
        return []
    mine = [text.tokens[i] for i in text.content if i > lead[-1]]
    return [
        f"{str(party)!r} speaks of another in its sentences."
        for sentence in cited
        for party in speaking(sentence)
        if party.name and party.within(text, lead)
        if (told := _told_of_another(text, lead, party, sentence, known))
        and mine
        and all(any(alike(token, sentence.tokens[i]) for i in told) for token in mine)
    ]


def _told_of_another(
    text: Analysed, lead: Sequence[int], party: Party, sentence: Analysed, known: Sequence[Analysed]
) -> list[int]:
    """Words behind a pronoun of the other sex; none where one of the speaker's own stands there too."""
    own = feminine_name(text.tokens[lead[0]].low) if len(lead) > 1 else feminine(party, known)
    meant = {i: sex for i, token in enumerate(sentence.tokens) if (sex := meant_by(token)) is not None}
    if own is None or not meant or own in meant.values():
        return []
    return [i for i in sentence.content if i > min(meant)]
