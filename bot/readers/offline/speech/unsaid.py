"""What looks like speech and says nothing: questions, headings, reasons for staying unnamed, the article's own findings."""

from bot.readers.offline.syntax import phrases, phrasing
from bot.readers.offline.syntax.cues import Cue
from bot.readers.offline.syntax.sentence import Place, Sentence
from bot.readers.offline.text.passage import Line

_MARK = "+++"
_NOUN = 3  # words behind "according to" among which the noun stands


def asks(sentence: Sentence) -> bool:
    """A question of the article itself says nothing, nor does a heading such as "How it began"."""
    tokens = [token for token in sentence.tokens if token.is_word or token.is_quote or token.text == "?"]
    if not tokens or tokens[0].low not in sentence.language["grammar.interrogatives"]:
        return False
    heading = len(tokens) < 12 and sentence.passage.text[sentence.line.end - 1].isalnum()
    return tokens[-1].text == "?" or heading


def heads(line: Line, text: str) -> bool:
    """ "+++ 17.30 Uhr: Betreiber widerspricht +++": the heading of an entry tells what stands below."""
    return text.startswith(_MARK, line.start) and text.endswith(_MARK, line.start, line.end)


def invites(sentence: Sentence) -> bool:
    """ "For more information write to press@…": at the foot of a press release, and nobody says anything."""
    return bool(phrasing.phrase(sentence.tokens, 0, "hearsay.contacts", sentence.language))


def orders(sentence: Sentence) -> bool:
    """ "Report that everything is denied": an order to whoever reads, and nobody says anything."""
    words = [token.low for token in sentence.tokens if token.is_word][:2]
    return (
        len(words) > 1
        and words[0] in sentence.language["hearsay.orders"]
        and words[1] in sentence.language["grammar.that"]
    )


def gives_reason(sentence: Sentence, cue: Cue) -> bool:
    """ "Speaking on condition of anonymity because they feared reprisals", "They asked not to be named": why nobody is named,
    and no claim."""
    tokens, language = sentence.tokens, sentence.language
    if phrasing.phrase(tokens, cue.first, "sources.conditions", language):
        return True
    if cue.first < 2 or tokens[cue.first - 1].low not in language.pronouns | language["grammar.they"]:
        return False
    reason = tokens[cue.first - 2].low in language["grammar.subordinators"]
    return reason and any(phrasing.phrase(tokens, at, "sources.conditions", language) for at in range(cue.first - 2))


def keeps_silent(sentence: Sentence, cue: Cue) -> bool:
    """ "Dazu nichts sagen", "would say nothing about it": the word stands among those that tell a silence."""
    near = range(max(0, cue.first - _NOUN), cue.first)
    return any(phrasing.phrase(sentence.tokens, at, "denials.declined", sentence.language) > cue.first for at in near)


def told_of(sentence: Sentence, cue: Cue) -> bool:
    """ "Tom Hale, said to be the richest man in town, …", "Minister reported to have fled": a participle before "to be" and
    "to have", where others tell it of them."""
    behind = [token.low for token in sentence.tokens[cue.last : cue.last + 2]]
    language = sentence.language
    if len(behind) < 2 or sentence.tokens[cue.first].low not in language["hearsay.told_of"]:
        return False
    return behind[0] in language["grammar.to"] and behind[1] in language["hearsay.told_as"]


def passed_on(sentence: Sentence, cue: Cue) -> bool:
    """ "Il aurait avoué", "habría sido advertido": that somebody says so is told on the word of others."""
    tokens, language = sentence.tokens, sentence.language
    if not language.noun_first or "according" in cue.frames:
        return False
    first = phrases.before_helpers(tokens, cue.first, language)
    listed = language["hedges.to_have"] | language["hedges.to_be"]
    return any(token.low in listed for token in tokens[first : cue.first])


def own_voice(sentence: Sentence, cue: Cue, start: int) -> bool:
    """ "Selon nos informations", "según ha podido saber este diario", "selon la saison": the article's own voice."""
    tokens, language = sentence.tokens, sentence.language
    words = [token.low for token in tokens[start : start + _NOUN] if token.is_word]
    own = words[:1] and words[0] in language["grammar.first_person"]
    while words and words[0] in language["grammar.determiners"]:
        words = words[1:]
    measure = words[:1] and words[0] in language["sources.measures"]
    return bool(own or measure or phrasing.phrase(tokens, min(cue.last, len(tokens) - 1), "cues.learned", language))


def by_nobody(sentence: Sentence, subject: Place) -> bool:
    """ "Nobody said that …", "no official denies it", "neither side says so": whoever the subject is, it is none of them."""
    tokens, language = sentence.tokens, sentence.language
    for first in (subject[0], subject[0] - 1):
        last = phrasing.phrase(tokens, first, "cues.nobody", language) if first >= 0 else 0
        if last <= subject[0]:
            continue
        alone = last == len(tokens) or not (tokens[last].is_capital or tokens[last].text[0].isdigit())
        return alone or language.capital_nouns  # "No. 10", "No Kings"
    return False


def supposed(sentence: Sentence, subject: Place) -> bool:
    """ "If police confirm that …", "should the minister say so": nobody has said it yet; "even if he says so" tells that he does."""
    tokens, language = sentence.tokens, sentence.language
    first = subject[0]
    if first <= 1 < subject[1] and tokens[0].low in language["hearsay.had"]:
        return True
    opens = first if tokens[first].low in language["hearsay.if"] else first - 1
    if opens < 0 or tokens[opens].low not in language["hearsay.if"]:
        return False
    return opens == 0 or tokens[opens - 1].low not in language["hearsay.even"]


def no_more(sentence: Sentence, cue: Cue) -> bool:
    """ "No longer says that …", "sagt nicht mehr, dass …": it was said, and is not any more."""
    tokens, language = sentence.tokens, sentence.language
    longest = max(language["hearsay.no_more"].longest.values(), default=0)
    near = range(max(0, cue.first - longest), cue.first)
    if any(phrasing.phrase(tokens, at, "hearsay.no_more", language) == cue.first for at in near):
        return True
    if not language.verb_second:
        return False
    end = next((at for at in range(cue.last, len(tokens)) if tokens[at].text == ","), 0)
    behind = range(max(cue.last, end - longest), end)
    return any(phrasing.phrase(tokens, at, "hearsay.no_more", language) == end for at in behind)
