"""Rumours: what is told in nobody's name: "it is understood that", "there is talk that", "the court heard"."""

from bot.readers.offline.naming.mentions import Mention
from bot.readers.offline.speech import content, openings
from bot.readers.offline.syntax import phrases, trimming
from bot.readers.offline.syntax.sentence import Attribution, Place, Sentence

_HELPED = 4  # words of "is now widely"
_QUALIFIED = 4  # words between "there are" and "reports"
_PUT = 4  # words of "to the former mayor" behind "it was put"


def before(sentence: Sentence) -> tuple[Attribution, ...]:
    """What such words at the head of a clause tell: "It is understood that police searched the house"."""
    found = _impersonal(sentence) or _claimed(sentence) or _existing(sentence) or _heard(sentence)
    return (found,) if found else ()


def behind(sentence: Sentence) -> tuple[Attribution, ...]:
    """ "He took the money, a jury was told yesterday", where nobody else speaks."""
    found = None if sentence.found else _closing(sentence)
    return (found,) if found else ()


def _closing(sentence: Sentence) -> Attribution | None:
    tokens = sentence.tokens
    for at in range(2, len(tokens)):
        body = _hearing(sentence, at)
        closed = at + 1 == len(tokens) or content.only_adjunct(tokens, at + 1, sentence)
        if body and closed and tokens[body - 1].text == ",":
            told = content.known(content.ahead_of(sentence, body), content.after_aside(sentence, at + 1))
            return _of(sentence, (_noun(sentence, at), at + 1), told, parenthetical=True)
    return None


def _impersonal(sentence: Sentence) -> Attribution | None:
    """ "It is alleged that", "it was put to her that", also behind "and": its words are part of what is told, which they hedge."""
    tokens, language = sentence.tokens, sentence.language
    for it, token in enumerate(tokens[:-3]):
        if token.low not in language["grammar.it"] or not _begins(sentence, it):
            continue
        cue = next(
            (at for at in range(it + 2, min(it + 2 + _HELPED, len(tokens))) if _rumoured(sentence, it, at)), None
        )
        if cue is None:
            continue
        last = _past_person(sentence, cue)
        if any(token.low in language["grammar.by"] for token in tokens[cue:last]):
            continue  # "it was reported by the agency that"
        if last < len(tokens) and _opens_clause(sentence, last):
            told = content.known(trimming.trimmed(sentence, it, len(tokens)))
            return _of(sentence, (it, last), told, whole=True)
    return None


def _claimed(sentence: Sentence) -> Attribution | None:
    """ "In sozialen Netzwerken wird behauptet, die Stadt …": the passive of a verb for claiming, with its clause right behind."""
    tokens, language = sentence.tokens, sentence.language
    at = next((at for at, token in enumerate(tokens) if token.low in language["hearsay.claimed"]), None)
    if at is None or at + 2 >= len(tokens) or tokens[at + 1].text != ",":
        return None
    lead = {token.low for token in tokens[:at]}
    parting = language["grammar.by"] | language["grammar.negations"] | {","}
    if not lead & language["grammar.passive"] or lead & parting:
        return None
    told = content.known(trimming.trimmed(sentence, openings.past_that(sentence, at + 2), len(tokens)))
    return _of(sentence, (0, at + 1), told)


def _rumoured(sentence: Sentence, it: int, at: int) -> bool:
    tokens, language = sentence.tokens, sentence.language
    helped = any(token.low in language["grammar.passive"] for token in tokens[it + 1 : at])
    between = all(token.low in language.helpers or language.is_adverb(token.low) for token in tokens[it + 1 : at])
    return helped and between and tokens[at].low in language["hearsay.verbs"]


def _past_person(sentence: Sentence, cue: int) -> int:
    """Behind "to her" in "it was put to her that"; behind the cue elsewhere."""
    tokens, language = sentence.tokens, sentence.language
    near = range(cue + 1, min(cue + 2 + _PUT, len(tokens)))
    that = next((at for at in near if tokens[at].low in language["grammar.that"]), None)
    return that if that is not None else cue + 1


def _opens_clause(sentence: Sentence, at: int) -> bool:
    """ "That", or a subject without it: "it is believed the builder left"."""
    token, language = sentence.tokens[at], sentence.language
    subject = token.low in language["grammar.determiners"] | language.pronouns or token.is_capital
    return token.low in language["grammar.that"] or subject


def _existing(sentence: Sentence) -> Attribution | None:
    """ "There are reports that he sold it", "there is talk that …"."""
    tokens, language = sentence.tokens, sentence.language
    for that in range(3, min(len(tokens), 4 + _QUALIFIED + _HELPED)):
        if tokens[that].low not in language["grammar.that"] or tokens[that - 1].low not in language["hearsay.nouns"]:
            continue
        lead = [token.low for token in tokens[:that]]
        there = next((at for at, low in enumerate(lead) if low in language["hearsay.existing"]), None)
        if there is not None and any(low in language["grammar.auxiliaries"] for low in lead[there + 1 : there + 3]):
            told = content.known(trimming.trimmed(sentence, there, len(tokens)))
            return _of(sentence, (that - 1, that), told, whole=True)
    return None


def _heard(sentence: Sentence) -> Attribution | None:
    """ "The court heard that …", "jurors were told (on Monday) that …"."""
    tokens = sentence.tokens
    for at in range(1, len(tokens) - 2):
        body = _hearing(sentence, at)
        if body is None or not _begins(sentence, body):
            continue
        start = openings.past_that(sentence, at + 1)
        if any(token.low in sentence.language["grammar.by"] for token in tokens[at + 1 : start]):
            continue  # "was told by the prosecutor that"
        if start > at + 1 or _opens_clause(sentence, at + 1):
            told = content.known(trimming.trimmed(sentence, start, len(tokens)))
            return _of(sentence, (_noun(sentence, at), at + 1), told)
    return None


def _hearing(sentence: Sentence, at: int) -> int | None:
    """Where the phrase begins for the court that hears, or is told, by the verb at `at`; None where there is none."""
    tokens, language = sentence.tokens, sentence.language
    low = tokens[at].low
    if low not in language["hearsay.told"] | language["hearsay.heard"]:
        return None
    helped = phrases.before_helpers(tokens, at, language)
    passive = any(token.low in language["grammar.passive"] for token in tokens[helped:at])
    if not (low in language["hearsay.told"] if passive else low in language["hearsay.heard"]):
        return None
    place = phrases.left(tokens, at, language)
    if place is None or place[0] >= place[1]:
        return None
    return place[0] if _head(sentence, place) in language["hearsay.hearers"] else None


def _head(sentence: Sentence, place: Place) -> str:
    """ "Tribunal" of "a tribunal in Wexcombe", "Kammer" of "die Große Strafkammer": the noun before what tells where."""
    tokens, language = sentence.tokens, sentence.language
    inside = range(place[0] + 1, place[1])
    end = next((at for at in inside if tokens[at].low in language["grammar.prepositions"]), place[1])
    return language.noun(tokens[end - 1].low)


def _noun(sentence: Sentence, at: int) -> int:
    """Where "tribunal in Wexcombe heard" begins."""
    place = phrases.left(sentence.tokens, at, sentence.language)
    assert place is not None  # there is a court that hears
    inside = range(place[0], place[1])
    return next(at for at in inside if sentence.language.noun(sentence.tokens[at].low) == _head(sentence, place))


def _begins(sentence: Sentence, at: int) -> bool:
    """The first words of the sentence or of a clause."""
    tokens, language = sentence.tokens, sentence.language
    before = tokens[at - 1] if at else None
    opening = language["grammar.clause_starts"] | language["grammar.openers"] | {","}
    return before is None or before.low in opening or (at <= 3 and before.low in language["grammar.days"])


def _of(
    sentence: Sentence, words: Place, told: tuple[Place, ...], *, whole: bool = False, parenthetical: bool = False
) -> Attribution | None:
    """Told in the name of the tokens `words`, and of nobody else; `whole` where these are part of it."""
    if not told:
        return None
    tokens, text = sentence.tokens, sentence.passage.text
    group = trimming.extent(tokens[slice(*words)])
    called = text[slice(*group)]
    source = Mention(*group, None, "anonymous", role=called, described=called, sure=False)
    return Attribution(
        sentence.line.n,
        "say",
        (source,),
        group if whole else trimming.extent(tokens[words[1] - 1 : words[1]]),
        told,
        group,
        quotes=sentence.line.quotes,
        parenthetical=parenthetical,
    )
