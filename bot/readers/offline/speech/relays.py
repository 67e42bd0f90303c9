"""Relays: "according to", "reported by", "quoted … as saying": through whom a claim came."""

from dataclasses import replace

from bot.readers.offline.naming.mentions import Mention
from bot.readers.offline.sourcing import quotednames, speakers
from bot.readers.offline.speech import bracketed, citations, content, unsaid
from bot.readers.offline.syntax import phrases, rightward, trimming
from bot.readers.offline.syntax.cues import Cue, Frame
from bot.readers.offline.syntax.sentence import Attribution, Place, Sentence

_CLOSING = (",", ".")
_OPENING = 4  # words before "according to" that may lead in to what is said behind it
_PASSIVES: frozenset[Frame] = frozenset({"say", "accuse", "call", "find", "quotes", "deny"})


def passive(sentence: Sentence, cue: Cue) -> Attribution | None:
    """Only with the agent named: "was accused by Smith of", "first reported by The Times"."""
    tokens = sentence.tokens
    if sentence.language.verb_second:
        return bracketed.passive(sentence, cue)
    agent = sentence.language["grammar.by"]
    by = next((at for at in range(cue.last, min(cue.last + 4, len(tokens))) if tokens[at].low in agent), None)
    if by is None or not cue.frames & _PASSIVES:
        return None
    start, end = rightward.phrase(tokens, by + 1, sentence.language)
    sources = speakers.read(sentence, (start, end))
    helped = phrases.before_helpers(tokens, cue.first, sentence.language)
    quoted = citations.quoted_by(sentence, cue, sources, (helped, end))
    if quoted is not None:
        return quoted
    clause = sentence.language["grammar.that"] | sentence.language["grammar.accused_of"]
    behind = end < len(tokens) and tokens[end].low in clause
    said = trimming.trimmed(sentence, end + 1, len(tokens)) if behind else content.ahead_of(sentence, helped)
    if not sources or start >= end or said is None:
        return None
    return Attribution(
        sentence.line.n,
        "deny" if "deny" in cue.frames and not behind else "say",
        sources,
        trimming.extent(tokens[cue.first : cue.last]),
        (said,),
        (tokens[cue.first].start, tokens[end - 1].end),
        quotes=sentence.line.quotes,
    )


def according(sentence: Sentence, cue: Cue) -> Attribution | None:
    """ "According to the ministry, three people died", and the same the other way round."""
    tokens, language = sentence.tokens, sentence.language
    if tokens[cue.first].low in language["cues.according_behind"]:
        return _according_behind(sentence, cue)
    if _accords_otherwise(sentence, cue):
        return None
    start, end = _phrase_behind(sentence, cue)
    cited = citations.within(sentence, start, end)
    end = min(end, cited[0]) if cited else end
    quoted, end = quotednames.behind(sentence, start, end)
    sources = quoted or speakers.read(sentence, (start, end))
    if tokens[cue.first].low in language["cues.opening_according"]:
        sources = tuple(source for source in sources if _opines(source, sentence))  # "pour la ville" is no opinion
    if not sources or start >= end or unsaid.own_voice(sentence, cue, start) or _told_before(sentence, start, end):
        return None
    via: tuple[Mention, ...] = ()
    if cited:
        via, sources, end = tuple(map(citations.outlet, sources)), cited[2], cited[1]
    end = speakers.past_name(sentence, end, sources[-1])
    spans = _in_relative(sentence, cue, end) or _beside(sentence, cue, end)
    if not spans:
        _pass_on(sentence, cue, sources)
        return None
    group = (tokens[cue.first].start, tokens[end - 1].end)
    cued = trimming.extent(tokens[cue.first : cue.last])
    quotes = sentence.line.quotes
    return Attribution(
        sentence.line.n, "according", sources, cued, spans, group, via=via, quotes=quotes, parenthetical=True
    )


def _phrase_behind(sentence: Sentence, cue: Cue) -> tuple[int, int]:
    """The tokens that tell according to whom it is: in a relative clause up to its verb."""
    tokens, language = sentence.tokens, sentence.language
    start, end = rightward.phrase(tokens, _past_verb(sentence, cue.last), language)
    if _relative(sentence, cue):
        end = next((at for at in range(start + 2, end) if language.is_finite(tokens[at].low)), end)
    return start, end


def _accords_otherwise(sentence: Sentence, cue: Cue) -> bool:
    """ "A statement according to which the gate was open", "no está de acuerdo con ella"."""
    before, behind = sentence.tokens[: cue.first][-1:], sentence.tokens[cue.last :][:1]
    agrees = any(token.low in sentence.language["cues.agreeing_by"] for token in before)
    relative = sentence.language["grammar.relative"] - sentence.language["grammar.that"]
    return agrees or any(token.low in relative for token in behind)


def _opines(source: Mention, sentence: Sentence) -> bool:
    """A person, or a body that exists to have opinions: a union, a party."""
    words = set((source.name or "").lower().split()) if source.kind == "organisation" else set()
    return source.kind == "person" or not sentence.language["sources.opining"].isdisjoint(words)


def _told_before(sentence: Sentence, start: int, end: int) -> bool:
    """ "Según esa versión", "según su relato": an account that was told before, not who told it."""
    tokens, language = sentence.tokens, sentence.language
    own = language["grammar.possessives"] if language.noun_first else frozenset()
    return tokens[end - 1].low in language["cues.accounts"] and tokens[start].low in language["grammar.definite"] | own


def _past_verb(sentence: Sentence, at: int) -> int:
    """Past the verb of "según (ha) informado la policía"."""
    tokens, language = sentence.tokens, sentence.language
    verbs = language["cues.say"] | language["cues.tell"]
    helped = at + (at + 1 < len(tokens) and tokens[at].low in language["grammar.auxiliaries"])
    verb = helped < len(tokens) and tokens[helped].low in verbs and language.noun_first
    return rightward.past_day(tokens, helped + 1 if verb else at, language) if language.noun_first else at


def _relative(sentence: Sentence, cue: Cue) -> bool:
    """The cue opens a relative clause: "…, que según el recuento ganó, …"."""
    before = sentence.tokens[max(0, cue.first - 2) : cue.first]
    relative = sentence.language["grammar.relative"] | sentence.language["grammar.that"]
    return len(before) > 1 and before[0].text == "," and before[1].low in relative


def _in_relative(sentence: Sentence, cue: Cue, end: int) -> tuple[Place, ...]:
    """What is said within the relative clause that the cue opens."""
    tokens = sentence.tokens
    start = end + (end < len(tokens) and tokens[end].text == ",")
    close = next((at for at in range(start, len(tokens)) if tokens[at].text == ","), len(tokens))
    return content.known(trimming.trimmed(sentence, start, close)) if _relative(sentence, cue) else ()


def _beside(sentence: Sentence, cue: Cue, end: int) -> tuple[Place, ...]:
    """What is said before the cue and behind its source, which ends at the token `end`."""
    tokens = sentence.tokens
    closing = content.past_appositions(sentence, end)
    before = content.ahead_of(sentence, cue.first)
    after = trimming.trimmed(sentence, closing, len(tokens))
    goes_on = (closing < len(tokens) and tokens[closing].text == ",") or _in_bracket(sentence, cue)
    return content.known(before, None if before and cue.first > _OPENING and not goes_on else after)


def _in_bracket(sentence: Sentence, cue: Cue) -> bool:
    """ "Der Bau wird laut Rechnungshof um 8 Millionen teurer": between a verb and what it needs, where no comma parts them."""
    before = sentence.tokens[max(0, cue.first - 1)]
    return before.is_word and (sentence.language.verb_second or before.low in sentence.language["grammar.auxiliaries"])


def as_reported(sentence: Sentence, cue: Cue) -> Attribution | None:
    """ "Wie der „Bote“ unter Berufung auf zwei Ingenieure berichtet, fehlen Prüfberichte", "Das Werk schließt, wie zwei
    Angestellte sagten"."""
    tokens = sentence.tokens
    start = _as(sentence, cue)
    if start is None:
        return None
    cited = citations.within(sentence, start + 1, cue.first - 1)
    end = cited[0] if cited else _subject_end(sentence, start + 1, cue.first)
    outlet = _named_outlet(sentence, (start + 1, end))
    sources, via = (cited[2], tuple(map(citations.outlet, outlet))) if cited else (outlet, ())
    before = content.ahead_of(sentence, start) if start else None
    after = content.after_aside(sentence, cue.last) if start else trimming.trimmed(sentence, cue.last, len(tokens))
    said = content.known(before, after)
    if not sources or not said:
        return None
    group = (tokens[start].start, tokens[cue.last - 1].end)
    cued = trimming.extent(tokens[cue.first : cue.last])
    return Attribution(
        sentence.line.n, "say", sources, cued, said, group, via, sentence.line.quotes, parenthetical=start > 0
    )


def _subject_end(sentence: Sentence, start: int, verb: int) -> int:
    """Of "ein Sprecher" before "am Montag mitteilte"; `start` where an object stands before the verb: "wie er das erklärte"."""
    tokens, language = sentence.tokens, sentence.language
    if any(token.is_quote for token in tokens[start:verb]):
        return verb
    end = rightward.phrase(tokens, start, language)[1]
    adjuncts = language["grammar.prepositions"] | language["grammar.adverbs"] | language["grammar.days"]
    return min(end, verb) if end >= verb or tokens[end].low in adjuncts else start


def _as(sentence: Sentence, cue: Cue) -> int | None:
    """Where the clause of the cue, its last word, begins with "as"; None where it does not."""
    tokens, opens = sentence.tokens, sentence.language["cues.as_reports"]
    closed = cue.last >= len(tokens) or tokens[cue.last].text in _CLOSING
    start = next((at for at in range(cue.first - 2, -1, -1) if tokens[at].low in opens), None) if closed else None
    if not start:
        return start
    marked = any(token.text == "," for token in tokens[start : cue.first])
    told = any(old.frame != "deny" for old in sentence.found)
    return start if tokens[start - 1].text == "," and not marked and not told else None


def _named_outlet(sentence: Sentence, place: Place) -> tuple[Mention, ...]:
    """The outlet of a phrase, whose name may stand in quotation marks."""
    quoted = next((token for token in sentence.tokens[place[0] : place[1]] if token.is_quote), None)
    if quoted is None:
        return speakers.read(sentence, place)
    return speakers.quoted_outlet(quoted)


def _according_behind(sentence: Sentence, cue: Cue) -> Attribution | None:
    """ "Experten zufolge steigt der Pegel"."""
    tokens = sentence.tokens
    place = phrases.left(tokens, cue.first, sentence.language)
    sources = speakers.read(sentence, place) if place and place[0] < place[1] else ()
    if not sources or place is None or tokens[place[1] - 1].low in sentence.language["cues.accounts"]:
        return None  # "den Angaben zufolge"
    spans = content.known(content.ahead_of(sentence, place[0]), trimming.trimmed(sentence, cue.last, len(tokens)))
    group = (tokens[place[0]].start, tokens[cue.last - 1].end)
    cued = trimming.extent(tokens[cue.first : cue.last])
    return Attribution(
        sentence.line.n, "according", sources, cued, spans, group, quotes=sentence.line.quotes, parenthetical=True
    )


def _pass_on(sentence: Sentence, cue: Cue, sources: tuple[Mention, ...]) -> None:
    """ "…, the ministry said, according to the state news agency": the agency relays what the ministry says."""
    last = sentence.found[-1] if sentence.found else None
    near = last is not None and 0 <= sentence.tokens[cue.first].start - last.group[1] <= 2  # a comma and a space
    if last is not None and near and all(map(is_relay, sources)):
        sentence.found[-1] = replace(last, via=(*sources, *last.via))


def is_relay(mention: Mention) -> bool:
    """Other media and documents pass on what somebody else said."""
    return mention.media != "none" or mention.kind == "document"


def follows(sentence: Sentence, new: Attribution) -> bool:
    """Nothing but time and place stands between the last attribution and this one."""
    last = sentence.found[-1]
    between = [token for token in sentence.tokens if last.group[1] <= token.start and token.end <= new.group[0]]
    verbs = sentence.language["grammar.auxiliaries"]
    return last.parenthetical and len(between) < 12 and not any(token.low in verbs for token in between)


def covers(outer: Attribution, inner: Attribution) -> bool:
    """What `outer` says holds the words that attribute `inner`."""
    return any(start <= inner.group[0] and inner.group[1] <= end for start, end in outer.content)
