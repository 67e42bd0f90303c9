"""Silences: who does not comment, does not answer or could not be reached."""

from collections.abc import Iterable, Iterator, Sequence

from bot.claims.reading import DenialKind
from bot.readers.offline.denying import matters, reticence, silent, unanswered
from bot.readers.offline.denying.denied import Denied
from bot.readers.offline.naming.mentions import Mention
from bot.readers.offline.sourcing import speakers
from bot.readers.offline.syntax import parted, phrasing, rightward
from bot.readers.offline.syntax.sentence import Attribution, Place, Sentence
from bot.readers.offline.text.language import Language
from bot.readers.offline.text.passage import Line, Passage
from bot.readers.offline.text.tokens import Token

_LISTED: tuple[tuple[DenialKind, str], ...] = (
    ("could_not_reach", "could_not_reach"),
    ("declines_comment", "declined"),
    ("no_response", "no_response"),
    ("no_response", "no_answer"),
)
_SURE = frozenset({"declined", "no_answer"})
_Told = tuple[DenialKind, int, int]  # the tokens that tell a silence
_BRACKET = 8  # words from "äußerte sich" to its "nicht"
_ADDRESSED = 8  # words of "to two written requests by the Herald"
_NEAR = 4  # words between "declined" or "not" and the comment that is not made


def in_line(line: Line, passage: Passage, found: Sequence[Attribution]) -> Denied | None:
    """The silence of one sentence; `found` are its attributions."""
    told = reticence.told(line, passage, found, quoted=False)
    if told is not None:
        return told
    answers = (_none_answered, unanswered.in_line, _listed, _refused)
    silence = next((one for one in (answer(line, passage) for answer in answers) if one is not None), None)
    if silence is not None and _reproached(silence, found):
        return None
    return silence or reticence.told(line, passage, found, quoted=True)


def _reproached(silence: Denied, found: Sequence[Attribution]) -> bool:
    """ "Accused Reed of refusing to comment": that is what somebody says of another."""
    at = silence.silence[0] if silence.silence else -1
    spans = (span for one in found if one.frame == "accuse" for span in one.content)
    return any(start <= at < end for start, end in spans)


def _listed(line: Line, passage: Passage) -> Denied | None:
    """In one of the set phrases."""
    return _first(line, passage, _phrases(line, passage))


def _refused(line: Line, passage: Passage) -> Denied | None:
    """ "declined to comment", "has not commented", "did not reply": a refusal and, close behind it, what is refused."""
    return _first(line, passage, (*_refusals(line, passage), *_verb_first(line, passage)))


def unnamed(line: Line, passage: Passage) -> tuple[DenialKind, Place] | None:
    """The kind of the silence that the sentence tells, and its words; whoever keeps it need not be named."""
    heard = (*_phrases(line, passage), *_refusals(line, passage), *_verb_first(line, passage))
    for kind, at, end in (*heard, *_unanswering(line, passage)):
        return kind, (line.tokens[at].start, line.tokens[end - 1].end)
    return None


def _unanswering(line: Line, passage: Passage) -> Iterator[_Told]:
    for place in phrasing.places(line.tokens, "denials.unanswering", passage.language):
        yield "no_response", *place


def _first(line: Line, passage: Passage, told: Iterable[_Told]) -> Denied | None:
    return next((silence for one in told if (silence := _of(line, passage, *one)) is not None), None)


def _phrases(line: Line, passage: Passage) -> Iterator[_Told]:
    for kind, name in _LISTED:
        begins = passage.language[f"denials.{name}"].longest
        for at in (i for i, token in enumerate(line.tokens) if token.low in begins):
            end = phrasing.phrase(line.tokens, at, f"denials.{name}", passage.language)
            apart = parted.find(line.tokens, at, f"denials.{name}", passage.language)
            end = end or (apart[-1] + 1 if apart else 0)  # "reagierte die Firma nicht"
            noun = passage.language.capital_nouns and at > 0 and line.tokens[at].is_capital
            if end and not noun and (name in _SURE or _listens(line, passage, kind, end)):
                yield kind, at, end


def _listens(line: Line, passage: Passage, kind: DenialKind, end: int) -> bool:
    """The reporters wait for an answer: not in "could not reach an agreement", "did not respond to the treatment"."""
    found, language = line.tokens, passage.language
    reached = kind == "could_not_reach" and found[end - 1].low in language["denials.reached"]
    if reached or (kind == "could_not_reach" and _by_reporters(found, end, passage)):
        return True
    return _asks(found, language) and not (kind == "no_response" and _to_no_question(found, end, language))


def _by_reporters(found: Sequence[Token], end: int, passage: Passage) -> bool:
    """ "The Herald was unable to reach Hill", "we could not contact her": an outlet tries, or we do, and somebody is sought."""
    language = passage.language
    sought = end < len(found) and (found[end].is_capital or found[end].low in language["grammar.objects"])
    asking = language["sources.media_words"] | language["grammar.first_person"] | language["denials.impersonal_seekers"]
    return sought and any(token.low in asking for token in found[:end])


def _to_no_question(found: Sequence[Token], end: int, language: Language) -> bool:
    """ "To the treatment": behind "did not respond to" stands neither a question nor something said, nor who asked."""
    if end == len(found) or found[end].low not in language["denials.answer_to"]:
        return False
    behind = [token for token in found[end + 1 : end + 1 + _ADDRESSED] if token.is_word]
    wanted = (
        language["denials.reply_words"]
        | language["denials.of_matters"]
        | language["denials.carriers"]
        | language["denials.pointers"]
        | language["denials.askers"]
        | language["grammar.objects"]
    )
    return not any(token.is_capital or token.low.removesuffix("s") in wanted or token.low in wanted for token in behind)


def _refusals(line: Line, passage: Passage) -> Iterator[_Told]:
    found, language = line.tokens, passage.language
    acts: tuple[tuple[DenialKind, frozenset[str], frozenset[str]], ...] = (
        ("declines_comment", language["denials.refusing"], language["denials.commenting"]),
        ("declines_comment", language["grammar.negations"], language["denials.comments"]),
        ("no_response", language["grammar.negations"] | language["denials.failing"], language["denials.answering"]),
        ("no_response", language["denials.ignoring"], language["denials.put"]),
    )
    for kind, refusing, refused in acts:
        for at in (at for at, token in enumerate(found) if token.low in refusing):
            act = _act(found, at, refused)
            if act is not None and _keeps_silent(found, at, act, kind, language):
                yield kind, at, act + 1
    for at, end in phrasing.places(found, "denials.unwilling", language):  # "would not say when"
        told = end < len(found) and found[end].low in language["denials.telling"]
        if told and _asked_for(found[end + 1 :], language) and end + 1 < len(found) and found[end + 1].is_word:
            yield "declines_comment", at, end + 1


def _verb_first(line: Line, passage: Passage) -> Iterator[_Told]:
    """ "Äußerte sich auf Anfrage nicht": the verb, and the "not" behind what lies between."""
    found, language = line.tokens, passage.language
    for at in range(len(found) if language.verb_second else 0):
        kind: DenialKind | None = "declines_comment" if found[at].low in language["denials.uttering"] else None
        kind = "no_response" if found[at].low in language["denials.replied"] else kind
        behind = found[at + 1 : at + 1 + _BRACKET]
        end = next((i for i, token in enumerate(behind) if token.low in language["grammar.negations"]), None)
        if kind and end is not None and all(token.is_word for token in behind[:end]):
            yield kind, at, at + end + 2


def _act(found: Sequence[Token], at: int, refused: frozenset[str]) -> int | None:
    """Where the word that is refused stands, with nothing but words between."""
    for index in range(at + 1, min(at + 1 + _NEAR, len(found))):
        if not found[index].is_word and found[index].low != "'s":
            return None
        if found[index].low in refused:
            return index
    return None


def _keeps_silent(found: Sequence[Token], at: int, act: int, kind: DenialKind, language: Language) -> bool:
    """Not "refused to say that …", "would not answer to anybody"."""
    if found[act].low in language["denials.telling"]:
        return _asked_for(found[act + 1 :], language)
    return kind != "no_response" or (
        found[at].low not in language["denials.unreal"] and _asks_or_ends(found, act, language)
    )


def _asked_for(behind: Sequence[Token], language: Language) -> bool:
    """ "declined to say whether …", not "refused to say that …": what is kept back is an answer."""
    first = next((token.low for token in behind if token.is_word), None)
    return first is None or first in language["grammar.complementiser"] - language["grammar.that"]


def _asks_or_ends(found: Sequence[Token], act: int, language: Language) -> bool:
    """A request stands behind "did not respond", or nothing but a time does; whoever does not return may be a ferry."""
    rest = [token for token in found[act + 1 :] if token.is_word]
    back = found[act].low in language["denials.handing_back"]
    return _asks(found[act + 1 :], language) or (
        not back
        and all(token.low in language["grammar.days"] | language["grammar.time_prepositions"] for token in rest)
    )


def _none_answered(line: Line, passage: Passage) -> Denied | None:
    """ "Neither Acme nor Bolt responded to requests", "Nobody at Acme was available for comment"."""
    found, language = line.tokens, passage.language
    none = phrasing.first(found, "denials.none", language)
    if none is None:
        return None
    at = next((at for at in range(none[0] + 1, len(found)) if found[at].low in language["denials.answered"]), None)
    if at is None or (not _asks(found, language) and not found[at].low.startswith("comment")):
        return None
    behind = none[1]
    if found[behind].low in language["denials.none_at"]:
        start, end = rightward.phrase(found, behind + 1, language)
        sources = speakers.read(Sentence(line, passage), (start, min(end, at)))
    else:
        sources = silent.subject(line, passage, at, at + 1)
    unwilling = found[at].low.startswith("comment") or found[at].low in language["denials.not_wishing"]
    kind: DenialKind = "declines_comment" if unwilling else "no_response"
    kind = "could_not_reach" if found[at].low in language["denials.nobody_there"] else kind
    return _on(line, passage, kind, sources, (at, at + 1)) if sources else None


def _of(line: Line, passage: Passage, kind: DenialKind, at: int, end: int) -> Denied | None:
    """The silence that the tokens `at:end` tell, if they have a subject."""
    sources = silent.subject(line, passage, at, end)
    return _on(line, passage, kind, sources, (at, end)) if sources else None


def _on(
    line: Line, passage: Passage, kind: DenialKind, sources: tuple[Mention, ...], silence: tuple[int, int]
) -> Denied:
    """With what they keep silent on, and where the sentence itself has that from."""
    at, end = silence
    matter = matters.asked(line, passage, at) or silent.matter(line, passage, silence, sources)
    hearsay = matters.hearsay(passage, matter)
    told = hearsay.place if hearsay else None
    words = line.tokens[at].start, line.tokens[end - 1].end
    return Denied(line.n, kind, sources, told or matter, hearsay=hearsay, implied=told, silence=words)


def _asks(found: Sequence[Token], language: Language) -> bool:
    asking = language["denials.reply_words"] | language["denials.printing"]
    return any(token.low in asking for token in found)
