"""Datives: who gets it has not given it, "er lieh der Firma", "prestó a la empresa" is not "die Firma lieh", "la empresa prestó"."""

from collections.abc import Sequence

from bot.claims.grammar.clauses import ends_clause
from bot.claims.grammar.evidence import Analysed
from bot.claims.language.likeness import alike, likeness
from bot.claims.language.smallwords import WHO
from bot.claims.rules.averted import told_by_verb

# German articles of a subject, and those of the same noun where it is none.
_GERMAN = {
    "der": frozenset({"dem", "einem", "diesem"}),
    "das": frozenset({"dem", "einem", "diesem"}),
    "ein": frozenset({"dem", "einem", "diesem"}),
    "die": frozenset({"der", "einer", "dieser", "den"}),
    "eine": frozenset({"der", "einer", "dieser"}),
}
_WHO = frozenset({"que", "qui"})
_CLOSE = 4  # words from a verb to whom it gives
_TITLE = 4  # words of a subject up to its name


def dative_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for whoever begins the one as its subject and gets something by the same verb in the other."""
    if text.words.language != "de" and not text.words.vocabulary.getting:
        return []
    found: list[str] = []
    for sentence in cited:
        for mine, theirs in ((text, sentence), (sentence, text)):
            subject = _subject(mine)
            getting = _getting(theirs, mine, subject) if subject is not None else []
            if subject is not None and getting and _same_deed(mine, subject, theirs, getting):
                found.append(f"Who gets it in the one does it in the other: {mine.tokens[subject].text!r}.")
    for sentence in cited if text.words.language != "de" else ():
        found += _given_by_takers(text, sentence) + _owed(text, sentence)
    return list(dict.fromkeys(found))


def _given_by_takers(text: Analysed, sentence: Analysed) -> list[str]:
    """ "entregó a los trabajadores" where the sentence has "los trabajadores, que le entregaron"."""
    found = []
    for k in range(1, len(sentence.tokens)):
        if sentence.tokens[k].low not in _WHO or not (k - 1 in sentence.content or sentence.tokens[k - 1].low == ","):
            continue
        noun = max((i for i in sentence.content if i < k), default=0)
        deed = next(
            (i for i in range(k + 1, len(sentence.tokens)) if sentence.tokens[i].low not in sentence.words.function),
            None,
        )
        if deed is None or deed not in sentence.content or k - noun > 2:
            continue
        places = [i for i in text.content if i > 1 and alike(text.tokens[i], sentence.tokens[noun])]
        told = [i for i in text.content if alike(text.tokens[i], sentence.tokens[deed]) and told_by_verb(text, i)]
        if any(_dative(text, sentence, i) and 0 < i - j <= _CLOSE for i in places for j in told):
            found.append(f"Who gets it in the one does it in the other: {sentence.tokens[noun].text!r}.")
    return found


def _owed(text: Analysed, sentence: Analysed) -> list[str]:
    """ "Roux doit" where the sentence has "Roux, à qui Valbois doit"."""
    found = []
    for k in range(1, len(sentence.tokens) - 1):
        led = sentence.tokens[k].low in sentence.words.vocabulary.getting and not _has(sentence, k)
        if not led or sentence.tokens[k - 1].low != "," or sentence.tokens[k + 1].low not in WHO:
            continue
        whom = max((i for i in sentence.content if i < k), default=None)
        end = next(
            (i for i in range(k + 2, len(sentence.tokens)) if sentence.tokens[i].kind == "punct"), len(sentence.tokens)
        )
        deeds = [
            sentence.tokens[i] for i in range(k + 2, end) if sentence.tokens[i].low not in sentence.words.determiners
        ]
        subject = _subject(text)
        following = text.tokens[subject + 1 :] if subject is not None else ()
        behind = next((t for t in following if not t.capital), None)
        same = subject is not None and whom is not None and sentence.has(text.tokens[subject])
        if (
            same
            and behind is not None
            and any(likeness(behind, deed) > 1 for deed in deeds)
            and _is(text, subject, sentence, whom)
        ):
            found.append(f"Who gets it in the one does it in the other: {sentence.tokens[whom or 0].text!r}.")
    return found


def _is(text: Analysed, subject: int | None, sentence: Analysed, whom: int | None) -> bool:
    """Whether the name that begins the text, or its next word, is the one before the comma."""
    mine = text.tokens[subject or 0 : (subject or 0) + 3]
    return any(token.capital and alike(token, sentence.tokens[whom or 0]) for token in mine)


def _subject(text: Analysed) -> int | None:
    """The first noun, where an article or a name begins the text."""
    if not text.tokens or text.tokens[0].low in text.words.prepositions | text.words.vocabulary.getting:
        return None
    german = text.words.language == "de"
    if german and text.tokens[0].low not in _GERMAN:
        return None
    return next((i for i in text.content[:_TITLE] if text.tokens[i].capital or not german), None)


def _getting(text: Analysed, mine: Analysed, subject: int) -> list[int]:
    """Where the noun has the dative there, behind no preposition and no other noun, whose genitive it may be."""
    noun = mine.tokens[subject]
    return [i for i in range(1, len(text.tokens)) if alike(text.tokens[i], noun) and _dative(text, mine, i)]


def _dative(text: Analysed, mine: Analysed, index: int) -> bool:
    before, known = text.tokens[index - 1].low, text.words.vocabulary
    if text.words.language == "de":
        ahead = text.tokens[index - 2] if index > 1 else None
        if ahead is not None and ahead.low == "an" and before in known.directed:
            return True
        free = ahead is None or not (ahead.capital or ahead.kind == "punct" or ahead.low in text.words.prepositions)
        return free and before in _GERMAN[mine.tokens[0].low]
    start = index - 1 - (before in text.words.determiners and before not in known.getting)
    return start > 0 and text.tokens[start].low in known.getting and not _has(text, start)


def _has(text: Analysed, index: int) -> bool:
    """French "a" without its accent has something."""
    return text.words.language == "fr" and text.tokens[index].text.casefold() == "a"


def _same_deed(text: Analysed, subject: int, other: Analysed, getting: Sequence[int]) -> bool:
    """Whether both tell one deed, there in the clause of who gets it, and neither by a passive or by what one does for oneself."""
    if any(token.low in text.words.vocabulary.undirected for each in (text, other) for token in each.tokens):
        return False
    deed = next((text.tokens[i] for i in text.content if subject < i and not text.tokens[i].capital), None)
    places = [i for i in other.content if deed and not other.tokens[i].capital and alike(deed, other.tokens[i])]
    german = other.words.language == "de"
    return any(
        (german or place < at) and not any(ends_clause(other, i) for i in range(min(place, at) + 1, max(place, at)))
        for place in places
        for at in getting
    )
