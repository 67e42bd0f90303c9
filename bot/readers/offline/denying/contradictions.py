"""Contradictions: what somebody says that denies, by its own words, what was said before."""

from collections.abc import Sequence
from dataclasses import replace

from bot.readers.offline.denying import disclaimers, matters, negations, outright, renaming
from bot.readers.offline.denying.denied import Basis, Denied
from bot.readers.offline.syntax import cues, phrasing
from bot.readers.offline.syntax.cues import Frame
from bot.readers.offline.syntax.sentence import Attribution, Place, length
from bot.readers.offline.text import tokens
from bot.readers.offline.text.language import Language
from bot.readers.offline.text.passage import Line, Passage
from bot.readers.offline.text.tokens import Token

_SAYING: frozenset[Frame] = cues.SAYING | {"find", "think"}
_BEFORE = 3  # sentences before this one in which the accusation stands
_NEAR = 3  # words between "we" and "not"
_SCOPE = 6  # words behind a verb of rejecting among which stands what is rejected
_APART = 2  # characters between "Nor" and ", he said, had he"


def in_line(line: Line, passage: Passage, found: Sequence[Attribution]) -> Denied | None:
    """The contradiction of one sentence; `found` are its attributions."""
    charged = _charged(line, passage)
    called = renaming.called(line, passage, found, charged=charged) or outright.lying(line, passage, found)
    called = called or (renaming.spoken_of(line, passage, found) if charged else None)
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
    "The film, Reed said, was not late", "Nor, he said, had he called", "“It is not true,” he said, “that I called”"."""
    spans = [(max(start, line.start), min(end, line.end)) for start, end in one.content]
    heard = [(span, tokens.cut(passage.text, *span)) for span in spans if span[0] < span[1]]
    if one.quotes:
        heard = _rejoined(heard)
    elif len(heard) > 1 and heard[1][1][0].low not in passage.language["denials.but"]:
        heard = [(max((span for span, _ in heard), key=length), [word for _, words in heard for word in words])]
    first = line.tokens[0]
    if (
        heard
        and first.end <= one.group[0]
        and negations.negates(first, passage.language)
        and one.group[0] - first.end <= _APART
    ):
        heard[0][1][:0] = [first]
    return heard


def _rejoined(heard: Sequence[tuple[Place, list[Token]]]) -> list[tuple[Place, list[Token]]]:
    """A quotation that goes on in small letters behind its speaker is one clause, without the marks between its parts."""
    done: list[tuple[Place, list[Token]]] = []
    for span, words in heard:
        first = next((at for at, word in enumerate(words) if word.is_word), 0)
        if not (done and words[first].text[0].islower()):
            done.append((span, words))
            continue
        place, told = done.pop()
        last = max((at for at, word in enumerate(told) if word.is_word), default=0)
        done.append((max(place, span, key=length), [*told[: last + 1], *words[first:]]))
    return done


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
    if phrasing.holds(words, "denials.evenhanded", language):
        return None
    flat = _in_so_many_words(line, one, span, words, language)
    if flat is not None:
        return flat
    disclaimed = disclaimers.bases([word for word in words if word.is_word], language, charged=charged)
    if disclaimed is not None:
        crux = negations.crux(words, language)
        return replace(_denied(line, passage, one, span, words, disclaimed[0]), also=disclaimed[1], crux=crux)
    other = _other_number(words, language)
    if other is not None:
        matter = words[0].start, other[1]
        return Denied(line.n, "counters", one.sources, matter, via=one.via, basis="contrary", crux=other)
    if phrasing.holds(words, "denials.not_calling", language):
        return Denied(line.n, "rejects_wording", one.sources, span, via=one.via)
    basis = _basis(words, language, charged=charged, asked=matters.question(line, passage) is not None)
    if basis is None and _asked_before(line, passage) and negations.says_no(words, language):
        basis = "pointing"
    if basis in ("contrary", "own deeds") and matters.talk(line, passage, one):
        basis = "stated"
    return _denied(line, passage, one, span, words, basis) if basis else None


def _in_so_many_words(
    line: Line, one: Attribution, span: Place, words: Sequence[Token], language: Language
) -> Denied | None:
    """A question that the speaker answers with no, a denial that is only retold, "it is untrue that"."""
    asked = _own_question(words, language)
    if asked:
        return Denied(line.n, "denies", one.sources, asked, via=one.via, basis="rival")
    retold = _retold([word for word in words if word.is_word], language)
    if retold is not None:
        matter = (retold.end, span[1]) if retold.end < span[1] else None
        return Denied(line.n, "denies", one.sources, matter, via=one.via, implied=matter)
    untrue = outright.untrue_that(words, language)
    return Denied(line.n, "denies", one.sources, untrue, via=one.via, implied=untrue) if untrue else None


def _denied(
    line: Line, passage: Passage, one: Attribution, span: Place, words: Sequence[Token], basis: Basis
) -> Denied:
    """With what is denied, in the words of this statement or of others."""
    language = passage.language
    embedded = matters.answered(line, passage, one) or matters.question(line, passage)
    hearsay = None if embedded else matters.hearsay(passage, span)
    untrue = basis in ("stated", "pointing") and outright.calls(words, language)
    matter = outright.matter(words, language) if untrue else outright.belied(words, language) or span
    if hearsay and untrue and matter and hearsay.place[0] < matter[1] < hearsay.place[1]:
        hearsay = replace(hearsay, place=(hearsay.place[0], matter[1]))  # "the idea that it leaks is false"
    if basis == "stated" and not untrue:
        matter = outright.dismissed(words, language) or matter
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
        crux=negations.crux(words, language) if basis in ("contrary", "own deeds") else None,
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
        if negations.negates(words[at], language):
            return None
        ahead = {word.low for word in words[at + 1 : at + 1 + _SCOPE]}
        wanted = language["denials.carriers"] | language["denials.pointers"]
        verbs = ("denials.rejects", "denials.disputes")
        rejects = any(phrasing.phrase(words, at, name, language) for name in verbs) and ahead & wanted
        if cues.denies(words, at, language) or rejects:
            return words[at]
    return None


def _other_number(words: Sequence[Token], language: Language) -> Place | None:
    """ "Not six" in "there were two warnings, not six"."""
    spelled = {entry.split(":")[0] for entry in language["grammar.numbers"]}
    numbers = [at for at, word in enumerate(words) if word.text[0].isdigit() or word.low in spelled]
    for at in numbers[1:]:
        if words[at - 1].low in language["grammar.negations"] and not words[at - 2].is_word:
            return words[at - 1].start, words[at].end
    return None


def _own_question(words: Sequence[Token], language: Language) -> Place | None:
    """The question in "Did I take it? No, never", which the speaker puts and answers."""
    mark = next((at for at, word in enumerate(words) if word.text == "?"), None)
    if mark is None or not negations.says_no(words[mark + 1 :], language):
        return None
    asked = [word for word in words[:mark] if word.is_word]
    return (asked[0].start, asked[-1].end) if asked else None


def _asked_before(line: Line, passage: Passage) -> bool:
    """The sentence before is a question."""
    before = passage.lines[line.n - 2] if line.n > 1 else None
    return before is not None and passage.text[before.start : before.end].rstrip("”\"'’» ").endswith("?")


def _basis(words: Sequence[Token], language: Language, *, charged: bool, asked: bool) -> Basis | None:
    said = [word for word in words if word.is_word]
    if not said or words[-1].text == "?":
        return None
    untrue = outright.basis(words, language, charged=charged)
    if outright.belies(said, language) or " ".join(word.low for word in said) in language["denials.retorts"]:
        return "pointing"
    if untrue == "pointing" and _flat(said, language):
        return "stated"
    negated = negations.main_negation(said, language)
    if negated is not None and negations.of_notice(said, negated, language):
        return "pointing"
    if untrue == "stated" or (asked and negations.says_no(words, language)):
        return "stated"
    this = negated is not None and negations.of_this(said, negated, language)
    such = phrasing.holds(words, "denials.such", language) and not negations.of_first_time(said, language)
    if untrue or this or such or (negated is not None and negations.of_such(said, language)):
        return "pointing"
    if negated is None or negations.of_contesting(said, negated, language):
        return None
    return negations.denying(said, negated, language, charged=charged)


def _flat(said: Sequence[Token], language: Language) -> bool:
    """ "That is not true", "none of this is true", "there was not a word of truth in it": nobody says so of nothing."""
    if phrasing.holds(said, "denials.no_truth", language):
        return True
    pointing = said[0].low in language["denials.those"] | language["denials.sweeping"]
    return pointing and phrasing.holds(said[: _NEAR + _SCOPE], "denials.flatly", language)


def declines(passage: Passage, one: Attribution) -> bool:
    """ "He had no plans to leave": an attitude, which denies nothing."""
    words = [word for span in one.content[:1] for word in tokens.cut(passage.text, *span) if word.is_word]
    negated = negations.main_negation(words, passage.language)
    behind = words[negated + 1 : negated + 1 + _NEAR] if negated is not None else ()
    return any(word.low in passage.language["denials.attitudes"] for word in behind)
