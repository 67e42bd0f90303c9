"""Attribution: who says what in a sentence, from a reporting word to its source and its content."""

from bot.readers.offline.denying import matters
from bot.readers.offline.naming.mentions import Mention
from bot.readers.offline.sourcing import speakers
from bot.readers.offline.speech import (
    bracketed,
    citations,
    content,
    corrections,
    frames,
    gathering,
    impersonal,
    labels,
    negated,
    ownaccount,
    relays,
    rumours,
    subjects,
    tails,
    unsaid,
    unspoken,
)
from bot.readers.offline.syntax import cues, parted, phrases, phrasing, trimming
from bot.readers.offline.syntax.cues import Cue, Frame
from bot.readers.offline.syntax.sentence import Attribution, Place, Sentence
from bot.readers.offline.text import relatives
from bot.readers.offline.text.passage import Line, Passage

_FOR_ANYBODY: frozenset[Frame] = frozenset({"say", "tell", "according", "quote", "deny"})
_FOR_NOBODY: frozenset[Frame] = frozenset({"think", "judge", "promise", "demand"})
_UNSAID = (unsaid.gives_reason, unsaid.passed_on, unsaid.told_of, unsaid.keeps_silent)
_MOST = 12  # more attributions stand in no sentence that a person wrote


def in_line(line: Line, passage: Passage) -> list[Attribution]:
    """The attributions of one sentence, in order; one without content introduces the next sentences by a colon."""
    sentence = Sentence(line, passage)
    if (
        unsaid.asks(sentence)
        or unsaid.invites(sentence)
        or unsaid.orders(sentence)
        or unsaid.heads(line, passage.text)
        or corrections.in_line(line, passage)
    ):
        return []
    label = _label(sentence)
    if label is not None:
        return [label]
    fragment = tails.whole(sentence)
    if fragment is not None:
        return [fragment]
    main, tail = tails.parted(sentence)
    found = _found(main)
    return [*found, tail] if tail is not None else found


def _found(sentence: Sentence) -> list[Attribution]:
    line, passage = sentence.line, sentence.passage
    sentence.found.extend(rumours.before(sentence))
    question = matters.question(line, passage) or (line.end, line.end)
    for cue in cues.in_turn(line.tokens, passage.language):
        if len(sentence.found) >= _MOST:
            break
        if question[0] <= line.tokens[cue.first].start < question[1]:
            continue  # "asked whether he believed …": nobody says so
        if _inside_source(sentence, cue):
            continue  # a reporting word inside the words that name the last source
        if _reported_deed(sentence, cue):
            continue  # what somebody said that they did: "sagte, sie habe drei Fälle gemeldet"
        if relatives.tells_which(line.tokens, cue.first, passage.language):
            continue  # what a witness said by whom one is told apart from others
        if _is_noun(sentence, cue) or any(tells(sentence, cue) for tells in _UNSAID):
            continue
        attribution = _read(sentence, cue)
        if attribution is not None:
            gathering.add(sentence, citations.before(sentence, attribution))
    sentence.found.extend(rumours.behind(sentence))
    return [one for one in gathering.bounded(sentence) if one.content or sentence.introduces or one.frame == "deny"]


def _inside_source(sentence: Sentence, cue: Cue) -> bool:
    last = sentence.found[-1] if sentence.found else None
    cites = phrasing.phrase(sentence.tokens, cue.first, "cues.citing_before", sentence.language)
    return last is not None and sentence.tokens[cue.first].start < last.group[1] and not cites


def _reported_deed(sentence: Sentence, cue: Cue) -> bool:
    """A participle at the end of a clause in the subjunctive, behind the words that report it."""
    tokens, language = sentence.tokens, sentence.language
    ends = cue.last >= len(tokens) or not (tokens[cue.last].is_word or tokens[cue.last].text == ",")
    if not language.verb_second or not sentence.found or not ends:
        return False
    start = next((at + 1 for at in range(cue.first - 1, -1, -1) if tokens[at].text == ","), 0)
    helped = language["grammar.subjunctives"] | language["grammar.past_subjunctives"]
    told = any(token.low in helped for token in tokens[start : cue.first])
    return told and start > 0 and sentence.found[-1].group[1] <= tokens[start - 1].start


def _is_noun(sentence: Sentence, cue: Cue) -> bool:
    """ "Called reports of a feud invented": a word for what is said, right behind a verb that reports, is no verb."""
    tokens, language = sentence.tokens, sentence.language
    before = tokens[cue.first - 1].low if cue.first else ""
    noun = cue.last - cue.first == 1 and tokens[cue.first].low in language["denials.carriers"]
    verbs = language["cues.call"] | language["denials.rejects"] | language["denials.denies"]
    return noun and before in verbs and language.is_finite(before)


def _label(sentence: Sentence) -> Attribution | None:
    """ "Pence: Trump Was Mocking" in a headline, "PENCE: We will win." in a transcript."""
    line, text = sentence.line, sentence.passage.text
    found = labels.at(sentence.passage, line)
    if found is None:
        return None
    mention, colon = found
    said = text[colon[1] : line.end]
    start = line.end - len(said.lstrip())
    if start >= line.end:
        return None
    group = (mention.start, colon[1])
    return Attribution(line.n, "quote", (mention,), colon, ((start, line.end),), group, quotes=line.quotes)


def _read(sentence: Sentence, cue: Cue) -> Attribution | None:
    if "according" in cue.frames:
        return relays.according(sentence, cue)
    if "own_account" in cue.frames:
        return ownaccount.read(sentence, cue)
    if "impersonal" in cue.frames:
        return impersonal.read(sentence, cue)
    if phrasing.phrase(sentence.tokens, cue.first, "cues.citing", sentence.language):
        citations.behind(sentence, cue)
        return None
    reported = relays.as_reported(sentence, cue)
    if reported is not None:
        return reported
    if cues.is_passive(sentence.tokens, cue.first, sentence.language):
        return relays.passive(sentence, cue)
    acts = relatives.acts(sentence.tokens, cue.first, cue.last, sentence.language)
    if acts or cues.describes(sentence.tokens, cue, sentence.language):
        return None
    return None if subjects.elsewhere(sentence, cue) else _active(sentence, cue)


def _active(sentence: Sentence, cue: Cue) -> Attribution | None:
    """The verb has a subject that speaks, or quotes somebody who does."""
    subject, inverted = subjects.find(sentence, cue)
    if subject is None or unspoken.stands_for_any(sentence, subject):
        told = unspoken.find(sentence, cue, subject)
        return _claim(sentence, cue, told[1], told[0], inverted=subject is None) if told else None
    if not inverted and subjects.is_predicate(sentence, subject):
        return None
    if unsaid.by_nobody(sentence, subject) or unsaid.supposed(sentence, subject) or unsaid.no_more(sentence, cue):
        return None
    sources = speakers.named(sentence, subject)
    if not sources:
        return None
    if "quotes" in cue.frames:
        quoted = citations.quoting(sentence, cue, sources, subject)
        if quoted is not None or cue.frames == {"quotes"}:
            return quoted
    return _claim(sentence, cue, sources, subject, inverted=inverted)


def _claim(
    sentence: Sentence, cue: Cue, sources: tuple[Mention, ...], subject: Place, *, inverted: bool
) -> Attribution | None:
    tokens = sentence.tokens
    bracket = bracketed.perfect(sentence, cue, sources, subject)
    if bracket is not None:
        return bracket if _may_speak(sentence, sources, bracket.frame) else None
    left, right = _own_words(sentence, cue, subject, inverted=inverted)
    frame = frames.of(sentence, cue, left, right)
    if frame is None or not _may_speak(sentence, sources, frame):
        return None
    if cue.guessed and not all(mention.sure for mention in sources):
        return None
    opening = parted.opening(tokens, cue.parts, sentence.language)
    spans, parenthetical = content.around(sentence, frame, left, right, inverted=inverted, opening=opening)
    if frame == "deny":
        spans = _denied(sentence, left, spans)
    if not spans and not sentence.introduces and frame != "deny":
        return None
    return Attribution(
        sentence.line.n,
        frame,
        sources,
        trimming.extent(tokens[cue.first : cue.last]),
        spans,
        (tokens[left].start, tokens[right - 1].end),
        quotes=_quotes_in(sentence, spans),
        negated=negated.by_words(sentence, cue),
        parenthetical=parenthetical,
    )


def _denied(sentence: Sentence, left: int, spans: tuple[Place, ...]) -> tuple[Place, ...]:
    """What a denial is of: where nothing follows what is known before it, and no participle that opens the sentence."""
    line = sentence.line
    spans = spans or content.known(trimming.trimmed(sentence, 0, left))
    if matters.participial(line, sentence.language):
        spans = tuple(span for span in spans if span[0] > line.start or sentence.tokens[left].start < span[1])
    return spans


def _own_words(sentence: Sentence, cue: Cue, subject: Place, *, inverted: bool) -> Place:
    """The tokens that are neither what is said nor stand beside it: the speaker and the verb."""
    left = subject[0] if _beside(sentence, cue, subject) else cue.first
    if inverted:
        left = phrases.before_helpers(sentence.tokens, cue.first, sentence.language)
    while left > 0 and sentence.tokens[left - 1].low in sentence.language["grammar.inverted_auxiliaries"]:
        left -= 1  # "a-t-elle répondu"
    return left, subject[1] if inverted else cue.last


def _beside(sentence: Sentence, cue: Cue, subject: Place) -> bool:
    """The subject stands right before its verb; not in "mocked it, saying that …", where it belongs to another one too."""
    tokens = sentence.tokens
    if subject[1] > cue.first or cue.first - subject[1] >= 8:
        return False
    last = sentence.found[-1].cue if sentence.found else None
    return last is None or not tokens[subject[1] - 1].end <= last[0] < tokens[cue.first].start


def _may_speak(sentence: Sentence, sources: tuple[Mention, ...], frame: Frame) -> bool:
    """Whatever says something is a source; only who is known to be one believes, praises or promises."""
    if frame not in _FOR_ANYBODY and not any(mention.sure for mention in sources):
        return False
    vague = all(mention.pronoun == "it" or frames.indefinite(mention, sentence) for mention in sources)
    return not (frame in _FOR_NOBODY and vague)


def _quotes_in(sentence: Sentence, spans: tuple[Place, ...]) -> tuple[int, ...]:
    quotes = sentence.passage.quotes
    return tuple(
        index
        for index in sentence.line.quotes
        if any(quotes[index].start < end and start < quotes[index].end for start, end in spans)
    )
