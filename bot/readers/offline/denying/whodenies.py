"""Who denies: whom "he" stands for in ", which he denies", where the sentence tells what somebody else says of him."""

from collections.abc import Sequence

from bot.readers.offline.denying import agreement
from bot.readers.offline.naming.mentions import Mention
from bot.readers.offline.sourcing import speakers
from bot.readers.offline.syntax import cues, parted, rightward
from bot.readers.offline.syntax.sentence import Attribution, Place, Sentence
from bot.readers.offline.text import names
from bot.readers.offline.text.passage import Line, Passage

_LINKING = (";", "—", "–")


def meant(line: Line, passage: Passage, one: Attribution, found: Sequence[Attribution]) -> tuple[Mention, ...]:
    """Nobody where a name stands, or where nothing tells whom the pronoun stands for."""
    if not one.sources or not all(who.pronoun for who in one.sources):
        return ()
    sentence = Sentence(line, passage)
    pronoun = one.sources[0]
    told = (_accused(sentence, one, found), _spoken_of(sentence, one, found))
    named = (tuple(agreement.person(pronoun, who, passage.language) for who in several) for several in told)
    return next((who for who in named if who and agreement.fits(pronoun, who[0], passage)), ())


def _accused(sentence: Sentence, one: Attribution, found: Sequence[Attribution]) -> tuple[Mention, ...]:
    """Dovrenia in "Dovrenia has been accused by its neighbour of arming rebels, which it denies", and in "Its neighbour accused
    Dovrenia of arming rebels, which it denies"."""
    tokens, language = sentence.tokens, sentence.language
    for at, token in enumerate(tokens):
        if token.end > one.group[0]:
            return ()
        if token.low in language["cues.accuse"] or parted.find(tokens, at, "cues.accuse", language):
            passive = cues.is_passive(tokens, at, language)
            if not passive and at and tokens[at - 1].low in language["denials.clitics"]:
                return ()  # "le syndicat l'accuse"
            return speakers.subject(sentence, at) if passive else _object(sentence, at + 1, found)
    return ()


def _object(sentence: Sentence, at: int, found: Sequence[Attribution]) -> tuple[Mention, ...]:
    """Who is accused, without what they are accused of: "the minister" of "the minister of lying", "al ministro de mentir"; not
    who accuses, who may stand behind the verb: "Zudem wirft Weimann dem Minister vor"."""
    tokens, language = sentence.tokens, sentence.language
    accusing = {who.start for other in found if other.frame != "deny" for who in other.sources}
    while at < len(tokens) and (tokens[at].low in language["grammar.adverbs"] or language.is_adverb(tokens[at].low)):
        at += 1
    at += at < len(tokens) and tokens[at].low in language["grammar.addressing"]
    place = _with_body(sentence, rightward.phrase(tokens, at, language, linked=False))
    who = speakers.read(sentence, place)
    if who and who[0].start in accusing and at < place[1]:
        return _object(sentence, place[1], found)
    return who


def _with_body(sentence: Sentence, place: Place) -> Place:
    """With the body that they are of: "the head of the tribunal" of "the head of the tribunal of lying"."""
    tokens, language = sentence.tokens, sentence.language
    start, end = place
    if end + 1 >= len(tokens) or tokens[end].low not in language["grammar.tight_links"]:
        return place
    noun = next(
        (at for at in range(end + 1, len(tokens)) if tokens[at].low not in language["grammar.determiners"]), end
    )
    body = language.noun(tokens[noun].low) in language["sources.organisations"]
    return (start, rightward.phrase(tokens, end + 1, language, linked=False)[1]) if body else place


def _spoken_of(sentence: Sentence, one: Attribution, found: Sequence[Attribution]) -> tuple[Mention, ...]:
    """The minister in "The mayor said that the minister had lied, which he denies": not who says so."""
    tokens, language = sentence.tokens, sentence.language
    before = [other for other in found if other.frame != "deny" and other.content and other.group[1] <= one.group[0]]
    if not before or not _apart(sentence, one):
        return ()
    start = before[-1].content[0][0]
    first = next((i for i, token in enumerate(tokens) if token.start >= start), 0)
    first += tokens[first].low in language["grammar.that"]
    told = speakers.read(sentence, _begins(sentence, first))
    named = all((who.sure or (who.name or "")[:1].isupper()) and not who.pronoun for who in told)
    return told if named else ()


def _begins(sentence: Sentence, first: int) -> Place:
    """The subject with which a clause begins, without its verb: a name, or "the minister" with the name behind it."""
    tokens, language = sentence.tokens, sentence.language
    start, end = rightward.phrase(tokens, first, language, linked=False)
    name = next((run for run in names.runs(tokens[start:end], language) if run.first == 0), None)
    if name is not None and not language.capital_nouns:
        return start, start + name.last
    for at in range(start, end - 1):
        owns = tokens[at + 1].low == "'s" or tokens[at + 1].low in language.nouns
        if tokens[at].low in language.nouns and not owns and not tokens[at + 1].is_capital:
            return start, at + 1
    return start, end


def _apart(sentence: Sentence, one: Attribution) -> bool:
    """The denial stands in a clause of its own behind what it denies: ", which he denies", ", ce qu'il nie", "; he denies it"."""
    tokens, language = sentence.tokens, sentence.language
    first = next((at for at, token in enumerate(tokens) if token.start >= one.group[0]), 0)
    if first < 2:
        return False
    relative = tokens[first - 1].low in language["grammar.relative"] and tokens[first - 2].text == ","
    return one.parenthetical or relative or tokens[first - 1].text in _LINKING
