"""Circumstances: whether a sentence tells when, where or why."""

from collections.abc import Iterable, Sequence

from bot.claims.grammar.evidence import Analysed
from bot.claims.language.likeness import alike
from bot.claims.language.token import Token
from bot.claims.language.verbatim import fold
from bot.readers.offline.answering.figured import DURATIONS, is_year
from bot.readers.offline.answering.questions import Question
from bot.readers.offline.text.language import Language

_REACH = 4
_SPAN = 3  # words between "for" and "the past year"
_CLAUSE = 9  # words within which what happened has its time, its reason or its place
_MARKS = frozenset({",", ";", "–", "—", "-"})


def reasons(asked: Question, sentence: Analysed) -> bool:
    """ "withdrew to avoid deaths", "was fined for leaking", "the frost caused the cracks": what happened stands before
    "because", or behind what made it happen."""
    tokens, language = sentence.tokens, asked.language
    if reasons_alone(asked, sentence):
        return True
    for event in asked.met(sentence):
        because = [i for i in range(event + 1, len(tokens)) if _begins(tokens, i, language["asks.because"])]
        because = [i for i in because if _done(asked, tokens[event]) or tokens[i].low not in language["asks.purpose"]]
        if any(_together(tokens, event, i) and not _itself(asked, tokens, i) for i in because):
            return True
        if _on_grounds(asked, tokens, event):
            return True
        if language.verb_second and _inside(asked, tokens, event):
            return True
        made = [i for i in range(event) if _begins(tokens, i, language["asks.made"])]
        if any(_together(tokens, i, event) for i in made):
            return True
    return bool(tokens) and _begins(tokens, 0, language["asks.because"]) and bool(asked.met(sentence))


def _inside(asked: Question, tokens: Sequence[Token], event: int) -> bool:
    """ "Wollte sich wegen der Prüfung nicht äußern": the verb ends the clause, and its reason stands before it."""
    ends = event + 1 == len(tokens) or tokens[event + 1].kind == "punct"
    because = (i for i in range(event) if tokens[i].low in asked.language["asks.owing"])
    return ends and any(_together(tokens, i, event) for i in because)


def reasons_alone(asked: Question, sentence: Analysed) -> bool:
    """The sentence need not tell anew what happened: "the bank blamed a drop in visits", nor that "supporters" want it, where
    they speak of it."""
    language, tokens = asked.language, sentence.tokens
    if any(_begins(tokens, i, language["asks.blaming"]) for i in range(len(tokens))):
        return True
    wants = asked.act is not None and asked.act.low in language["asks.wanting"] and bool(asked.behind)
    opening = [token for token in tokens[:_REACH] if token.kind == "word"]
    speaks = any(token.low in language["cues.say"] for token in tokens[:_CLAUSE])
    return wants and speaks and any(asked.alike(asked.behind[0], token) for token in opening)


def means(asked: Question, sentence: Analysed) -> bool:
    """ "Got in using a password", "was told through a friend": beside what is done stands how, or how it came about."""
    tokens, language = sentence.tokens, asked.language
    if asked.reacts:
        return True
    ways = [i for i in range(len(tokens)) if _begins(tokens, i, language["asks.by_means"])]
    acts = _acts(asked, sentence) or asked.met(sentence)
    return any(abs(i - act) <= _CLAUSE for i in ways for act in acts)


def _done(asked: Question, event: Token) -> bool:
    """It is what the question says is done: "branches to go" gives no purpose of closing them."""
    return asked.act is not None and asked.alike(asked.act, event)


def _itself(asked: Question, tokens: Sequence[Token], at: int) -> bool:
    """ "asked to retire" gives no reason why somebody asked to retire, and "for a night" none at all."""
    language, behind = asked.language, tokens[at + 1 : at + 3]
    repeated = any(token.low == behind[0].low for token in asked.tokens) if behind else False
    if tokens[at].low in language["grammar.to"] and (
        repeated or (behind[:1] and behind[0].low in language["grammar.determiners"])
    ):
        return True  # "declined to comment", "respond to a request"
    if behind and behind[0].kind == "number" and not _befell(asked, tokens, at):
        return True  # "after eleven days"
    if tokens[at].low in language["asks.purpose"]:
        charge = language.noun_first and behind[:1] and behind[0].low not in language["grammar.determiners"]
        needs_verb = tokens[at].low in language["grammar.accused_of"] and not charge  # "pour mise en danger"
        if not behind[:1] or (needs_verb and not language.is_gerund(behind[0].low)):
            return True
    return any(alike(event, token) for event in asked.events for token in behind if token.kind == "word")


def _befell(asked: Question, tokens: Sequence[Token], at: int) -> bool:
    """ "After 61 passengers fell ill"."""
    return _counts(asked, tokens, at + 1) and tokens[at].low in asked.language["asks.aftermath"]


def _counts(asked: Question, tokens: Sequence[Token], at: int) -> bool:
    """ "61 passengers", "twelve points", not "eleven days", "3 May" nor "2019"."""
    number, following = tokens[at], tokens[at + 1 : at + 2]
    counts = number.kind == "number" and number.unit is None and any(token.kind == "word" for token in following)
    months = following[0].low in asked.calendar if following else False
    return counts and not months and not is_year(number)


def places(asked: Question, sentence: Analysed) -> bool:
    """A preposition of place behind what happened, and behind it something that is no time."""
    tokens, words, language = sentence.tokens, sentence.words, asked.language
    met = asked.met(sentence) or [-1]
    for i, token in enumerate(tokens[:-1]):
        ahead = any(i < event and _together(tokens, i, event) for event in met)  # "men in Esk have found a coin"
        near = ahead or any(0 < i - event <= _CLAUSE for event in met) or i < _REACH
        following = [word for word in tokens[i + 1 : i + 4] if word.low not in words.determiners][:1]
        verb = token.low in language["grammar.to"] and following and following[0] is tokens[i + 1]
        reported = i > 0 and f"{tokens[i - 1].low} {token.low}" in language["cues.according"]
        if reported or (verb and not following[0].capital):
            continue  # "according to Mr Marant", "asked to retire"
        timed = any(
            word.kind == "number" or word.low in words.dates | words.times or word.low in words.deixis
            for word in following
        ) and not _counts(asked, tokens, i + 1)
        if (
            token.text.lower() in language["asks.placing"]
            and near
            and following
            and following[0].kind in ("word", "number")
            and not timed
        ):
            return True
    return False


def times(asked: Question, sentence: Analysed) -> bool:
    """Days, months, years, words such as "today", and the hour in "since seven", beside what happened; of what "is" or "was",
    no less."""
    if _until_then(asked, sentence):
        return True
    if asked.of_event and not sentence.has(asked.behind[0]):
        return False
    if asked.phrase[:1] and asked.phrase[0] in asked.language["asks.since"] and _to_come(asked, sentence):
        return False
    tokens, met = sentence.tokens, _acts(asked, sentence) or asked.met(sentence)
    found = [i for i in range(len(tokens)) if _is_time(sentence, i, asked.language)]
    if asked.of_event and met and all(_related(asked, tokens, event) for event in met):
        return False
    opening = any(i < _REACH for i in found)  # "In 2019, the firm …"
    beside = any(_together(tokens, min(i, event), max(i, event)) for i in found for event in met)
    elsewhere = all(_joined(asked, tokens, event) and all(i < event for i in found) for event in met)
    return (beside or opening) and not elsewhere if met else bool(found)


def _to_come(asked: Question, sentence: Analysed) -> bool:
    """ "Will stop running" tells nothing of since when it runs."""
    coming = {i for operator in sentence.operators if operator.name == "future" for i in operator.scope}
    return bool(coming) and coming.issuperset(_acts(asked, sentence) or asked.met(sentence))


def _until_then(asked: Question, sentence: Analysed) -> bool:
    """ "Will not run again until the cause is clear"."""
    tokens, language = sentence.tokens, asked.language
    return any(
        token.low in language["asks.until"] and any(other.low in language["grammar.negations"] for other in tokens[:i])
        for act in _acts(asked, sentence)
        for i, token in enumerate(tokens[act : act + _CLAUSE], start=act)
    )


def _acts(asked: Question, sentence: Analysed) -> list[int]:
    """Where the sentence has what is done in the question."""
    act, tokens = asked.act, sentence.tokens
    return [i for i, token in enumerate(tokens) if act and token.kind == "word" and asked.alike(act, token)]


def _related(asked: Question, tokens: Sequence[Token], event: int) -> bool:
    """ "In the year before a crash" tells when something else was."""
    before = [
        token
        for token in tokens[max(0, event - _SPAN) : event]
        if token.low not in asked.language["grammar.determiners"]
    ]
    return bool(before) and before[-1].text.lower() in asked.language["asks.related"]


def _joined(asked: Question, tokens: Sequence[Token], event: int) -> bool:
    """ "Declared it in January and left": what is told before tells nothing of when somebody left."""
    return event > 0 and tokens[event - 1].low in asked.language["grammar.conjunctions"]


def _is_time(sentence: Analysed, i: int, language: Language) -> bool:
    words, tokens, token = sentence.words, sentence.tokens, sentence.tokens[i]
    if token.low in words.dates or token.low in language["asks.feasts"]:
        return True
    if token.low in words.times:
        vague = i > 0 and tokens[i - 1].low in language["grammar.indefinite"] and (token.low,) not in words.units
        return not vague and not _spans(sentence, i, language)  # "an earlier release"
    if token.kind != "number":
        return False
    if token.unit in DURATIONS and _reckoned(sentence, i, language):
        return True
    alone = i + 1 == len(tokens) or tokens[i + 1].kind == "punct"
    if tokens[i + 1 : i + 2] and tokens[i + 1].low in language["asks.hours"]:
        return True
    hour = alone and i > 0 and tokens[i - 1].text.lower() in language["asks.clock"]
    return hour or (token.text.isdigit() and len(token.text) == 4) or ":" in token.text


def _reckoned(sentence: Analysed, i: int, language: Language) -> bool:
    """ "Nine years ago", "three days before the vote", "vor zwei Wochen", "il y a un an": told from now or from something else."""
    lows = [token.text.lower() for token in sentence.tokens]
    before = {" ".join(lows[at:i]) for at in range(max(0, i - _SPAN), i)}
    behind = {" ".join(lows[i + 1 : end]) for end in (i + 2, i + 3)}
    return bool(before & language["asks.reckoned_from"] or behind & language["asks.reckoned"])


def _spans(sentence: Analysed, i: int, language: Language) -> bool:
    """ "For a year" tells how long, and not when."""
    return any(token.low in language["asks.spanning"] for token in sentence.tokens[max(0, i - _SPAN) : i])


def _begins(tokens: Sequence[Token], at: int, phrases: Iterable[str]) -> bool:
    """One of the phrases begins at the token."""
    return any(
        [token.low for token in tokens[at : at + len(words)]] == words
        for words in (fold(one).split() for one in phrases)
    )


def _on_grounds(asked: Question, tokens: Sequence[Token], event: int) -> bool:
    """ "A court stopped the sale of the old ferry line to a fund, ruling that …": behind the whole clause and its comma stand the
    grounds of what is done, and of nothing else that the clause tells of."""
    language, low = asked.language, tokens[event].low
    helped = event > 0 and tokens[event - 1].low in language["grammar.auxiliaries"]
    if not _done(asked, tokens[event]) or not (helped or language.is_finite(low)):
        return False
    mark = next((i for i in range(event + 1, len(tokens) - 1) if tokens[i].text in _MARKS), 0)
    return mark > 0 and _begins(tokens, mark + 1, language["asks.grounds"])


def _together(tokens: Sequence[Token], first: int, last: int) -> bool:
    """In one clause: few words between, and no mark but one right before the last."""
    between = tokens[first + 1 : last]
    return len(between) <= _CLAUSE and not any(token.text in _MARKS for token in between[:-1])
