"""Contradictions: what somebody says that denies, by its own words, what was said before."""

from collections.abc import Sequence

from bot.readers.offline import cues, matters, outright, tokens
from bot.readers.offline.cues import Frame
from bot.readers.offline.denied import Basis, Denied
from bot.readers.offline.language import Language
from bot.readers.offline.passage import Line, Passage
from bot.readers.offline.sentence import Attribution, Place, length
from bot.readers.offline.tokens import Token

_MARKS = frozenset({".", ",", ";", ":", "!", "?"})
_SAYING: frozenset[Frame] = frozenset({"say", "tell", "quote", "find", "according", "think"})
_BEFORE = 3  # sentences before this one in which the accusation stands
_NEAR = 3  # words between "we" and "not"
_SCOPE = 6  # words from "not" on that it turns into their contrary
_APART = 2  # characters between "Nor" and ", he said, had he"
_EARLY = 12  # words among which the first clause shows its negation


def in_line(line: Line, passage: Passage, found: Sequence[Attribution]) -> Denied | None:
    """The contradiction of one sentence; `found` are its attributions."""
    charged = _charged(line, passage)
    called = outright.called(line, passage, found, charged=charged) or outright.lying(line, passage, found)
    if called is not None:
        return called
    for one in found:
        if one.frame not in _SAYING or one.negated:
            continue
        for span, words in _heard(line, passage, one):
            denial = _said(line, passage, one, span, words, charged=charged)
            if denial is not None:
                return denial
    return None


def _heard(line: Line, passage: Passage, one: Attribution) -> list[tuple[Place, list[Token]]]:
    """What is said in this sentence, stretch by stretch with its words; one clause where the speaker only stands inside it:
    "The film, Reed said, was not late", "Nor, he said, had he called"."""
    spans = [(max(start, line.start), min(end, line.end)) for start, end in one.content]
    heard = [(span, tokens.cut(passage.text, *span)) for span in spans if span[0] < span[1]]
    if len(heard) > 1 and not one.quotes and heard[1][1][0].low not in passage.language["denials.but"]:
        heard = [(max((span for span, _ in heard), key=length), [word for _, words in heard for word in words])]
    first = line.tokens[0]
    if heard and first.end <= one.group[0] and _negates(first, passage.language) and one.group[0] - first.end <= _APART:
        heard[0][1][:0] = [first]
    return heard


def _charged(line: Line, passage: Passage) -> bool:
    """Somebody is accused of something, or asked, here or just before."""
    accusing = passage.language["denials.accusing"] | passage.language["denials.raising"]
    near = passage.lines[max(0, line.n - 1 - _BEFORE) : line.n]
    return any(token.low in accusing for other in near for token in other.tokens)


def _said(
    line: Line, passage: Passage, one: Attribution, span: Place, words: list[Token], *, charged: bool
) -> Denied | None:
    """A statement that says in so many words that something is not so, or a negated one."""
    language = passage.language
    asked = _own_question(words, language)
    if asked:
        return Denied(line.n, "denies", one.sources, asked, via=one.via, basis="rival")
    retold = _retold([word for word in words if word.is_word], language)
    if retold is not None:
        matter = (retold.end, span[1]) if retold.end < span[1] else None
        return Denied(line.n, "denies", one.sources, matter, via=one.via, implied=matter)
    basis = _basis(words, language, charged=charged, asked=matters.question(line, passage) is not None)
    if basis is None and _asked_before(line, passage) and says_no(words, language):
        basis = "pointing"
    if basis is None:
        return None
    if basis in ("contrary", "own deeds") and matters.talk(line, passage, one):
        basis = "stated"
    embedded = matters.answered(line, passage, one) or matters.question(line, passage)
    hearsay = None if embedded else matters.hearsay(passage, span)
    untrue = basis in ("stated", "pointing") and outright.calls(words, language)
    matter = outright.matter(words, language) if untrue else outright.belied(words, language) or span
    return Denied(
        line.n,
        "denies",
        one.sources,
        matter=hearsay.place if hearsay else matter,
        embedded=embedded,
        hearsay=hearsay,
        via=one.via,
        basis=basis,
        implied=hearsay.place if hearsay else None,
        crux=_crux(words, language) if basis in ("contrary", "own deeds") else None,
        replies=one.cue is not None and passage.text[slice(*one.cue)].lower() in language["denials.replying"],
    )


def _retold(words: Sequence[Token], language: Language) -> Token | None:
    """The verb in "said his client rejected the account": who speaks tells that they, or somebody of theirs, deny."""
    own = (
        language.pronouns
        | language["grammar.they"]
        | language["grammar.possessives"]
        | language["grammar.first_person"]
    )
    if not words or words[0].low not in own:
        return None
    for at in range(1, min(_NEAR + 2, len(words))):
        if words[at - 1].low in language["denials.hypothetical"]:
            return None
        if _negates(words[at], language):
            return None
        ahead = {word.low for word in words[at + 1 : at + 1 + _SCOPE]}
        wanted = language["denials.carriers"] | language["denials.pointers"]
        verbs = ("denials.rejects", "denials.disputes")
        rejects = any(cues.phrase(words, at, name, language) for name in verbs) and ahead & wanted
        if cues.phrase(words, at, "denials.denies", language) or rejects:
            return words[at]
    return None


def _own_question(words: Sequence[Token], language: Language) -> Place | None:
    """The question in "Did I take it? No, never", which the speaker puts and answers."""
    mark = next((at for at, word in enumerate(words) if word.text == "?"), None)
    if mark is None or not says_no(words[mark + 1 :], language):
        return None
    asked = [word for word in words[:mark] if word.is_word]
    return (asked[0].start, asked[-1].end) if asked else None


def _asked_before(line: Line, passage: Passage) -> bool:
    """The sentence before is a question."""
    before = passage.lines[line.n - 2] if line.n > 1 else None
    return before is not None and passage.text[before.start : before.end].rstrip("”\"'’» ").endswith("?")


def says_no(words: Sequence[Token], language: Language) -> bool:
    """ "No, never", "It was not." """
    said = _first_clause(words)
    return bool(said) and (said[0].low in language["denials.noes"] or _elliptic(said, _main_negation(said, language)))


def _first_clause(words: Sequence[Token]) -> list[Token]:
    """The words up to the first mark between two of them."""
    said: list[Token] = []
    for word in words:
        if word.is_word:
            said.append(word)
        elif said and word.text in _MARKS:
            break
    return said


def _basis(words: Sequence[Token], language: Language, *, charged: bool, asked: bool) -> Basis | None:
    said = [word for word in words if word.is_word]
    if not said or words[-1].text == "?":
        return None
    untrue = outright.basis(words, language, charged=charged)
    if outright.belies(said, language):
        return "pointing"
    negated = _main_negation(said, language)
    if untrue == "stated" or (asked and says_no(words, language)):
        return "stated"
    if untrue or outright.holds(words, "denials.such", language):
        return "pointing"
    return None if negated is None else _negation(said, negated, language, charged=charged)


def _negation(said: Sequence[Token], negated: int, language: Language, *, charged: bool) -> Basis | None:
    """What the negation of the first clause may deny; None for a mere attitude: "I'm not going to"."""
    if _points_away(said, negated, language):
        return "pointing"
    if not _own_deed(said, negated, language):
        return "contrary"
    if any(word.low in language["denials.attitudes"] for word in said[negated + 1 : negated + 1 + _NEAR]):
        return None
    own_words = any(word.low in language["cues.say"] for word in said[negated + 1 : negated + 2])
    return "stated" if charged and own_words else "own deeds"


def declines(passage: Passage, one: Attribution) -> bool:
    """ "He had no plans to leave": an attitude, which denies nothing."""
    words = [word for span in one.content[:1] for word in tokens.cut(passage.text, *span) if word.is_word]
    negated = _main_negation(words, passage.language)
    behind = words[negated + 1 : negated + 1 + _NEAR] if negated is not None else ()
    return any(word.low in passage.language["denials.attitudes"] for word in behind)


def _elliptic(said: Sequence[Token], negated: int | None) -> bool:
    """ "He had not", "I didn't": the question tells the rest."""
    return negated is not None and negated == len(said) - 1 and len(said) <= _NEAR + 1


def _points_away(said: Sequence[Token], negated: int, language: Language) -> bool:
    """ "That is not what happened"."""
    behind = said[negated + 1 : negated + 1 + _NEAR]
    return said[0].low in language["denials.pointers"] and any(word.low in language["denials.trues"] for word in behind)


def _main_negation(said: Sequence[Token], language: Language) -> int | None:
    """Where the first clause is negated, if it is: no conjunction stands before the "not"."""
    for at, word in enumerate(said[:_EARLY]):
        if (
            at
            and word.low in language["grammar.subordinators"] | language["grammar.relative"] - language["grammar.that"]
        ):
            return None
        if _negates(word, language) and not cues.phrase(said, at, "denials.no_negation", language):
            return at
    return None


def _crux(words: Sequence[Token], language: Language) -> Place | None:
    """The words beside the "not", which it turns into their contrary."""
    said = [word for word in words if word.is_word]
    negated = _main_negation(said, language)
    if negated is None:
        return None
    return said[max(0, negated - 1)].start, said[min(len(said), negated + _SCOPE) - 1].end


def _own_deed(words: Sequence[Token], negated: int, language: Language) -> bool:
    """ "I have not", "we never", "my remarks were not", "no drone of ours", or "she had not" as others tell it: a deed, no
    attitude."""
    said, negation = words[: negated + 1], words[negated]
    own = language["grammar.first_person"] | language.pronouns | language["grammar.they"]
    behind = words[negated + 1 : negated + 1 + _NEAR]
    if negated == 0 and any(word.low in language["grammar.first_person"] for word in behind):
        return True
    if negated == 0 and _without_subject(behind, language):
        return True
    owned = said[0].low in language["grammar.possessives"]  # "its aircraft had flown no missions"
    if not owned and not any(word.low in own for word in said[-_NEAR - 1 :]):
        return False
    deeds = language["denials.deeds"]
    helped = negation.low.removesuffix("n't") in deeds or any(word.low in deeds for word in said[-2:-1])
    if negation.low in language["denials.objects"]:
        if helped and language["grammar.verb_second"]:
            return True  # "wir haben nichts eingeleitet"
        deed = len(said) > 2 and said[-2].low not in language["denials.perceptions"]
        near = any(word.low in own for word in said[-_NEAR - 1 : -2])
        return deed and (owned or near)  # "he took nothing", "it had paid nobody"
    return helped or (negation.low in language["denials.nevers"] and len(said) > 1 and said[-2].low in own)


def _without_subject(behind: Sequence[Token], language: Language) -> bool:
    """ "n'avoir jamais reçu", "no cobró": who speaks is meant, by an infinitive or, where the verb alone tells, by its ending."""
    if not behind or behind[0].low in language["denials.impersonal"]:
        return False
    return behind[0].low in language["denials.infinitives"] or behind[0].low.endswith(
        tuple(language["endings.pro_drop"])
    )


def _negates(word: Token, language: Language) -> bool:
    negating = (language["grammar.negations"] | language["denials.noes"]) - language["denials.adjuncts"]
    return word.low in negating or word.low.endswith("n't")
