"""Restatement: one sentence that stands alone, where leaving out source and cue changes nothing else."""

from collections.abc import Sequence

from bot.readers.offline.speech import hedges
from bot.readers.offline.syntax.cues import Frame
from bot.readers.offline.syntax.sentence import Attribution
from bot.readers.offline.text import tokens
from bot.readers.offline.text.language import Language
from bot.readers.offline.text.passage import Line, Passage
from bot.readers.offline.text.tokens import Token

_PLAIN: frozenset[Frame] = frozenset({"say", "tell", "according", "quotes"})
_WITH_THAT: frozenset[Frame] = frozenset({"find", "think"})
_SHORTEST, _LONGEST = 4, 60  # words
_EARLY = 6  # a pronoun among the first words has its noun elsewhere
_MARKS = "“”\"„«»‘’'"


def of(passage: Passage, one: Attribution) -> str:
    """The content as a sentence; empty where only the article's own sentence is safe."""
    if one.negated or one.cue is None or len(one.content) != 1:
        return ""
    line, language = passage.lines[one.n - 1], passage.language
    start, end = one.content[0]
    joined = _joined(_unmarked(passage.text[start:end].strip()), passage.text[one.cue[1] : start], language)
    if joined is None or _led_in(passage, line, one) or _doubted(passage, line, one):
        return ""
    text = joined
    words = tokens.cut(text, 0, len(text))
    whole = one.parenthetical and _begins(line, start) and end <= one.group[0]
    if not (whole or _clause(passage, line, one, words)):
        return ""
    if not _stands_alone(words, language) or not _balanced(text) or not any(language.is_finite(w.low) for w in words):
        return ""
    return _finished(text)


def _joined(text: str, between: str, language: Language) -> str | None:
    """ "…, and that new controls …" as the second main clause; None where "that" may point at something.

    `between` stands between the reporting words and `text`: a "that" in it makes the second one its like.
    """
    words = tokens.cut(text, 0, len(text))
    like = any(word in language["grammar.that"] for word in between.lower().split())
    for at in range(len(words) - 2, 0, -1):
        if words[at].low not in language["grammar.that"] or words[at - 1].low not in language["grammar.verb_links"]:
            continue
        if language.is_finite(words[at + 1].low):
            continue  # "and that is why"
        if not like and not _opens_clause(words[at + 1 :], language):
            return None
        text = text[: words[at].start] + text[words[at + 1].start :]
    return text


def _led_in(passage: Passage, line: Line, one: Attribution) -> bool:
    """ "Perhaps, the ministry said, …", "If true, she said it would …": what stands before belongs to what is said."""
    start, language = one.content[0][0], passage.language
    first = next((token for token in line.tokens if token.is_word), None)
    if first is None or not first.start < one.group[0] < start:
        return False
    between = passage.text[one.group[1] : start].lstrip()
    return between.startswith(",") or first.low in language["hearsay.if"] | language["hedges.reported"]


def _doubted(passage: Passage, line: Line, one: Attribution) -> bool:
    """ "Reportedly said", "hinted"; "initially said", "falsely claimed", "in a message he later retracted": what the article says
    beside it must not be left out."""
    start, end = one.content[0]
    beside = (token.low for token in line.tokens if token.end <= start or token.start >= end)
    undone = passage.language["hearsay.undone"]
    return bool(hedges.of_saying(passage.text, one, passage.language)[1]) or any(low in undone for low in beside)


def _opens_clause(words: Sequence[Token], language: Language) -> bool:
    """A noun phrase that no "that" points at: with a word of its own before it, a name, or in the plural."""
    first = words[0]
    pronouns = language.pronouns | language["grammar.they"] | language["grammar.determiners"]
    if first.low in pronouns or first.is_capital or first.text[0].isdigit():
        return True
    stops = language["grammar.prepositions"] | language["grammar.auxiliaries"]
    noun = first
    for word in words:
        if not word.is_word or word.low in stops:
            break
        noun = word
    return noun.low.endswith("s") and not noun.low.endswith("ss")


def _finished(text: str) -> str:
    """With a capital and a full stop; a comma before the last mark belongs to the sentence around it."""
    if len(text) > 1 and text[-1] in _MARKS and text.rstrip(_MARKS).endswith(","):
        marks = text[len(text.rstrip(_MARKS)) :]
        text = text.rstrip(_MARKS)[:-1] + marks
    return text[0].upper() + text[1:] + ("" if text.rstrip(_MARKS)[-1:] in (".", "!") else ".")


def _unmarked(text: str) -> str:
    """A quotation without its marks and its last comma, when it is nothing but one quotation."""
    bare = text.strip(_MARKS)
    if text[:1] in _MARKS and not any(mark in bare for mark in _MARKS.replace("’", "").replace("'", "")):
        return bare.rstrip(", ")
    return text


def _begins(line: Line, start: int) -> bool:
    """Nothing but a mark stands before it in its sentence."""
    return all(not token.is_word for token in line.tokens if token.end <= start)


def _clause(passage: Passage, line: Line, one: Attribution, words: Sequence[Token]) -> bool:
    """A whole clause behind the cue, up to the end of the sentence, in the order of a main clause."""
    language = passage.language
    start, end = one.content[0]
    if language.code != "en" or one.cue is None or start < one.cue[1] or end < line.end - 2:
        return False
    cue = passage.text[slice(*one.cue)].lower()
    if language.is_gerund(cue) and one.frame != "quotes":
        return False
    between = passage.text[one.cue[1] : start].lower().split()
    if one.frame not in _PLAIN and not (one.frame in _WITH_THAT and between == ["that"]):
        return False
    first = words[0].low if words else ""
    lists = ("auxiliaries", "prepositions", "conjunctions", "adverbs")
    return not (language.is_gerund(first) or any(first in language[f"grammar.{name}"] for name in lists))


def _stands_alone(words: Sequence[Token], language: Language) -> bool:
    """Not too short or long, and nobody in it is named elsewhere only."""
    lows = [word.low.split("'")[0] or word.low for word in words]
    if not _SHORTEST <= len(words) <= _LONGEST or lows[0] in language["grammar.complementiser"]:
        return False
    if any(low in language["grammar.first_person"] for low in lows):
        return False
    return not any(low in language["grammar.dependent"] for low in lows[:_EARLY])


def _balanced(text: str) -> bool:
    """No question, no line break, every quotation closed."""
    pairs = text.count("“") == text.count("”") and text.count("«") == text.count("»")
    return pairs and not text.count('"') % 2 and not text.count("''") % 2 and "?" not in text and "\n" not in text
