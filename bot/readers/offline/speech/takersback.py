"""Who takes back: whether those who spoke in a sentence are those who withdraw something in another."""

from collections.abc import Sequence

from bot.article.spelling import folded_name
from bot.readers.offline.naming.mentions import Mention
from bot.readers.offline.naming.phrase import noun_of
from bot.readers.offline.sourcing import speakers
from bot.readers.offline.syntax import rightward
from bot.readers.offline.syntax.sentence import Attribution, Sentence
from bot.readers.offline.text import fullnames
from bot.readers.offline.text.passage import Line, Passage
from bot.readers.offline.text.tokens import Token


def asserts(one: Attribution) -> bool:
    return bool(one.sources) and not one.negated and one.frame != "deny"


def may_be(line: Line, act: int, passage: Passage, said: Sequence[Attribution]) -> bool:
    """Those who speak in the attributions `said` withdraw it by the words at the token `act` of the line: they have the name
    that stands there, or may be meant by a pronoun or a description."""
    subject = _subject(line, act, passage)
    spoken = [who for one in said if asserts(one) for who in one.sources]
    if subject is None or subject.pronoun:
        return bool(spoken) and not _relative_of(line, passage)
    if any(word[0].isupper() for word in (subject.name or "").split()):
        return any(_one_name(subject, who) for who in spoken)
    return any(_described(subject, who, passage) for who in spoken)


def own(line: Line, passage: Passage, found: Sequence[Attribution], act: int) -> bool:
    """The line tells both what they said and that they take it back: "confirmed this at first, but later withdrew it"."""
    before = line.tokens[act].start
    told = [one for one in found if asserts(one) and one.cue and one.cue[1] <= before and not one.parenthetical]
    return any(_bare(one, line, act, passage) for one in told)


def _bare(one: Attribution, line: Line, act: int, passage: Passage) -> bool:
    """Nobody else is named between what they said and the verb by which they take it back, and that is joined to the first."""
    between = [word for word in line.tokens[: act + 1] if one.cue and word.start >= one.cue[1]]
    joining = passage.language["denials.but"] | passage.language["retractions.before"]
    joint = next((at for at in range(len(between) - 1, -1, -1) if between[at].low in joining), None)
    return joint is not None and not any(word.is_capital for word in between[joint:])


def _subject(line: Line, act: int, passage: Passage) -> Mention | None:
    """Who stands at the head of the sentence, before the verb; None where a day or nobody does."""
    words = line.tokens[:act]
    _, end = rightward.phrase(words, 0, passage.language)
    end = next((at for at in range(1, end) if passage.language.is_finite(words[at].low)), end)
    found = speakers.read(Sentence(line, passage), (0, end)) if end else ()
    return found[0] if found and _tells_whom(found[0], words[0], passage) else None


def _relative_of(line: Line, passage: Passage) -> bool:
    """ "Seine Tante …", not "ihre Aussage zog sie zurück"."""
    language, (first, second, *_) = passage.language, [*line.tokens, *line.tokens]
    return first.low in language["grammar.possessives"] and second.low not in language["retractions.statements"]


def _tells_whom(subject: Mention, first: Token, passage: Passage) -> bool:
    """It has a determiner, or is a name: one of several words or one that returns; not "Horas" before "después"."""
    name = subject.name or ""
    determined = first.low in passage.language["grammar.determiners"] | passage.language["grammar.definite"]
    returns = subject.sure and (" " in name or passage.text.count(name) > 1)
    return bool(subject.pronoun) or determined or returns


def _one_name(one: Mention, other: Mention) -> bool:
    """ "Fife" and "Nell Fife", not "Joan Fife"."""
    first, second = (set(fullnames.words(who.name or "")) for who in (one, other))
    return bool(first and second) and (first <= second or second <= first)


def _described(subject: Mention, who: Mention, passage: Passage) -> bool:
    """ "The guard" is Guard Nell Fife, "the company" a body, "the woman" anybody; nobody is their own "brother"."""
    language = passage.language
    noun = noun_of(subject.described or "", language)
    if noun in map(folded_name, language["sources.anybody"]):
        return True
    if subject.kind == "organisation":
        return who.kind == "organisation"
    return noun in fullnames.words(" ".join(text for text in (who.role, who.described) if text))
