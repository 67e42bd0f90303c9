"""The silent: who keeps silent, and on what, by the words around those that tell it."""

from collections.abc import Sequence

from bot.readers.offline.denying import matters
from bot.readers.offline.naming.mentions import Mention
from bot.readers.offline.sourcing import speakers
from bot.readers.offline.syntax import phrases, rightward, verbsecond
from bot.readers.offline.syntax.sentence import Place, Sentence
from bot.readers.offline.text.language import Language
from bot.readers.offline.text.passage import Line, Passage
from bot.readers.offline.text.tokens import Token

_FROM = 5  # words of "questions from this newspaper" behind the questions


def subject(line: Line, passage: Passage, at: int, end: int) -> tuple[Mention, ...]:
    """Whose silence the tokens `at:end` tell."""
    sentence = Sentence(line, passage)
    if passage.language.verb_second:
        place = verbsecond.silent(sentence, at)
    elif line.tokens[end - 1].low in passage.language["denials.reaching"]:
        place = rightward.phrase(line.tokens, end, passage.language)
    else:
        place = phrases.left(line.tokens, at, passage.language)
    place = _before_joined(line, at, passage.language) or _before_verb(line, place, passage.language)
    no_source = passage.language["grammar.prepositions"] | passage.language["grammar.reflexive"]
    if place is not None and place[0] < place[1] and line.tokens[place[0]].low in no_source:
        place = _before_matter(line, place[0], passage.language)
    if place is None or place[0] >= place[1]:
        return ()
    if place[1] - place[0] > 1 and line.tokens[place[0]].low in passage.language["grammar.auxiliaries"]:
        place = place[0] + 1, place[1]  # "has the city not said"
    return speakers.read(sentence, place)


def _before_joined(line: Line, at: int, language: Language) -> Place | None:
    """The subject with which "Der Dezernent verließ den Saal und war nicht zu erreichen" begins: the two verbs have it in common."""
    found = line.tokens
    joins = language["grammar.coordinators"]
    joint = next((i for i in range(at - 1, 1, -1) if found[i].low in joins or not found[i].is_word), 0)
    if found[joint].low not in joins or not _begins_clause(found, joint, at, language):
        return None
    if not language.inverts:
        return _before_first_verb(line, joint, language)
    first = next((i for i in range(joint) if found[i].is_word), joint)
    start, end = rightward.phrase(found, first, language)
    never = language["grammar.prepositions"] | language["grammar.adverbs"] | language["grammar.subordinators"]
    if found[first].low in never or end > joint:
        return None
    verb = next((i for i in range(start + 1, end + 1) if _finite(found[i], language)), None)
    return (start, verb) if verb is not None and verb < joint else None


def _before_first_verb(line: Line, joint: int, language: Language) -> Place | None:
    """ "Joan Tidy, the clerk," of "Joan Tidy, the clerk, was on leave and did not answer"; "Acme" of "She said Acme had been asked
    and had not answered"."""
    found = line.tokens
    verbs = [i for i in range(1, joint) if found[i].text.islower() and language.is_finite(found[i].low)]
    before_that = language["denials.before_that"]
    said = next((i for i in verbs if found[i].low in language.reporting), joint)
    told = [i for i in verbs if i > said and found[i].low in before_that]
    if told and found[joint + 1].low in before_that:
        verbs = told
    return phrases.left(found, verbs[0], language) if verbs else None


def _begins_clause(found: Sequence[Token], joint: int, at: int, language: Language) -> bool:
    """Behind the "and" stands the verb, with nothing but a helping verb, a "not" and pronouns before it."""
    helping = language.helpers | language["grammar.object_articles"] | language["grammar.reflexive"]
    helping |= language["grammar.prepositions"] if language.verb_second else frozenset()
    return joint + 1 == at or found[joint + 1].low in helping


def _before_verb(line: Line, place: Place | None, language: Language) -> Place | None:
    """ "El edil" of "el edil se marchó": the phrase ends before its own verb."""
    if place is None or not language["endings.pro_drop"]:
        return place
    verb = next((i for i in range(place[0] + 1, place[1]) if _finite(line.tokens[i], language)), None)
    if verb is None or any(token.low in language["grammar.that"] for token in line.tokens[place[0] : verb]):
        return place
    while verb > place[0] + 1 and line.tokens[verb - 1].low in language.helpers:
        verb -= 1
    return place[0], verb


def _finite(token: Token, language: Language) -> bool:
    """A verb by its form; where nouns have capitals, any other word behind them."""
    if not token.text[0].islower():
        return False
    single = token.low.endswith(tuple(language["endings.single"])) if language["endings.single"] else False
    return single or language.capital_nouns or token.low in language["grammar.auxiliaries"]


def matter(line: Line, passage: Passage, told: Place, sources: Sequence[Mention]) -> Place | None:
    """What the `sources` keep silent on, where the tokens `told` tell that they do."""
    return _behind(line, passage, *told) or _bracketed(line, passage, told[0], sources)


def _behind(line: Line, passage: Passage, at: int, end: int) -> Place | None:
    """What is kept silent about: "on the kitchen", "a question about it"; not "at his house" or "by Friday". Where the verb
    stands last, it is before it: "wollte sich zu den Kosten nicht äußern"."""
    found, language = line.tokens, passage.language
    while end < len(found) and found[end].low in language["denials.addressed"] | language["denials.reply_words"]:
        end += 1
    asker = _asker(found, end, language)
    end = _regarding(found, end, language)
    if end < asker:
        return None
    behind = next((token.low for token in found[end:] if token.is_word), "")
    if (
        behind
        in (language["grammar.prepositions"] | _circumstances(found[end - 1], language)) - language["denials.about"]
    ):
        return None
    before = next((i for i in range(at - 1, 0, -1) if found[i].low in language["denials.about"]), None)
    if language.verb_second and before is not None:
        asked = verbsecond.over_clause(found, at, language)
        if asked < at:  # "zu der Frage, ob ermittelt wird,"
            return found[asked + 1].start, found[at - 2].end
        return found[before].start, found[at - 1].end
    return matters.rest(line, end)


def _circumstances(last: Token, language: Language) -> frozenset[str]:
    """The words that begin a clause of when or why, not of what is asked: "declined to comment when approached", but
    "declined to say when"."""
    asked = (
        language["grammar.complementiser"] if last.low in language["denials.telling"] else language["denials.whether"]
    )
    return language["grammar.subordinators"] - asked


def _asker(found: Sequence[Token], at: int, language: Language) -> int:
    """Behind "de este diario", which asks, and behind the "Le Riverain" of "n'a pas rappelé Le Riverain"; `at` elsewhere."""
    if not language.noun_first or at >= len(found):
        return at
    if found[at].is_capital:
        return at + 1
    own = language["grammar.definite"] | language["grammar.possessives"]
    near = (i for i in range(at + 1, min(at + _FROM + 1, len(found))) if found[i].low in language["denials.own_papers"])
    outlet = next((i for i in near if found[i - 1].low in own), at - 1)
    while at <= outlet < len(found) - 1 and (found[outlet + 1].is_capital or found[outlet + 1].is_quote):
        outlet += 1  # "de l'Agence Atlas"
    return outlet + 1


def _regarding(found: Sequence[Token], end: int, language: Language) -> int:
    """Where "about the deal" begins behind "questions from the Herald"; `end` where nothing of the kind follows."""
    near = range(end, min(end + _FROM, len(found) - 1))
    about = (i for i in near if found[i].low in language["denials.regarding"])
    return next((i for i in about if found[i + 1].low not in language["grammar.days"]), end)


def _bracketed(line: Line, passage: Passage, at: int, sources: Sequence[Mention]) -> Place | None:
    """ "The sum" in "Die Kasse wollte die Summe weder bestätigen noch dementieren": between the helping verb and the rest."""
    helpers = passage.language["grammar.auxiliaries"]
    helper = next((i for i in range(at - 1, 0, -1) if line.tokens[i].low in helpers), at)
    inside = [token for token in line.tokens[helper + 1 : at] if token.is_word]
    if not passage.language.verb_second or not inside or sources[-1].end > line.tokens[helper].start:
        return None
    return inside[0].start, inside[-1].end


def _before_matter(line: Line, matter: int, language: Language) -> tuple[int, int] | None:
    """The subject in "Der Minister wollte sich zu den Kosten nicht äußern": before the helping verb."""
    helpers = language["grammar.auxiliaries"]
    verb = next((at for at in range(matter - 1, -1, -1) if line.tokens[at].low in helpers), None)
    return phrases.left(line.tokens, verb, language) if verb else None
