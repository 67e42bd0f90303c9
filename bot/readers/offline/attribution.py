"""Attribution: who says what in a sentence, from a reporting word to its source and its content."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from bot.readers.offline import cues, labels, mentions, names, phrases
from bot.readers.offline.cues import Cue, Frame
from bot.readers.offline.mentions import Mention
from bot.readers.offline.passage import Line, Passage
from bot.readers.offline.tokens import Token

Place = tuple[int, int]


_FOR_ANYBODY: frozenset[Frame | None] = frozenset({"say", "tell", "according", "quote"})
_FOR_NOBODY: frozenset[Frame | None] = frozenset({"think", "judge", "promise", "demand"})
_GERUNDS: frozenset[Frame] = frozenset({"say", "tell", "accuse", "call", "quote", "deny"})


@dataclass(frozen=True, slots=True)
class Attribution:
    """`sources` assert what stands at `content` (character spans), as the words at `cue` report in sentence `n`.

    `group` is where source and cue stand; `quotes` are the quotations it covers; `via` relayed it, outermost first.
    """

    n: int
    frame: Frame
    sources: tuple[Mention, ...]
    cue: Place | None
    content: tuple[Place, ...]
    group: Place
    via: tuple[Mention, ...] = ()
    quotes: tuple[int, ...] = ()
    negated: bool = False
    parenthetical: bool = False


@dataclass
class _Sentence:
    """What is known of a sentence while its cues are read from left to right."""

    line: Line
    passage: Passage
    found: list[Attribution] = field(default_factory=list)

    @property
    def tokens(self) -> Sequence[Token]:
        return self.line.tokens


def in_line(line: Line, passage: Passage) -> list[Attribution]:
    """The attributions of one sentence, in order."""
    sentence = _Sentence(line, passage)
    if _asks(sentence):
        return []
    label = _label(sentence)
    if label is not None:
        return [label]
    for cue in cues.find(line.tokens, passage.language):
        if sentence.found and line.tokens[cue.first].start < sentence.found[-1].group[1]:
            continue  # a reporting word inside the words that name the last source
        attribution = _read(sentence, cue)
        if attribution is not None:
            _add(sentence, attribution)
    return [one for one in _bounded(sentence.found) if one.content or _introduces(sentence)]


def _asks(sentence: _Sentence) -> bool:
    """A question of the article itself says nothing."""
    tokens = [token for token in sentence.tokens if token.is_word or token.is_quote or token.text == "?"]
    if not tokens or tokens[0].low not in sentence.passage.language["grammar.interrogatives"]:
        return False
    heading = len(tokens) < 12 and sentence.passage.text[sentence.line.end - 1].isalnum()
    return tokens[-1].text == "?" or heading


def _add(sentence: _Sentence, new: Attribution) -> None:
    """Keep it, or make it the relay of what stands inside it, or leave a nested one out."""
    if _nested(sentence, new):
        return
    covered = [old for old in sentence.found if _covers(new, old)] if new.parenthetical else []
    relay = new.parenthetical and all(_is_relay(source) for source in new.sources) and new.sources
    if not covered and relay and sentence.found and _follows_closely(sentence, new):
        covered = [sentence.found[-1]]
    if covered and relay:
        for old in covered:
            at = sentence.found.index(old)
            sentence.found[at] = replace(old, via=(*new.sources, *old.via))
        return
    if covered and new.parenthetical and not new.quotes:
        sentence.found = [old for old in sentence.found if old not in covered]
    sentence.found.append(new)


def _nested(sentence: _Sentence, new: Attribution) -> bool:
    """ "Smith said officials reported a rise": the second attribution is part of what the first one says."""
    if not sentence.found or new.parenthetical:
        return False
    last = sentence.found[-1]
    if new.sources == last.sources or not any(
        start <= new.group[0] < end for start, end in last.content if start >= last.group[0]
    ):
        return False
    before = [token for token in sentence.tokens if token.end <= new.group[0]]
    return not before or before[-1].low not in sentence.passage.language["grammar.clause_starts"]


def _follows_closely(sentence: _Sentence, new: Attribution) -> bool:
    """Nothing but time and place stands between the last attribution and this one."""
    last = sentence.found[-1]
    between = [token for token in sentence.tokens if last.group[1] <= token.start and token.end <= new.group[0]]
    return (
        last.parenthetical
        and len(between) < 12
        and not any(token.low in sentence.passage.language["grammar.auxiliaries"] for token in between)
    )


def _is_relay(mention: Mention) -> bool:
    return mention.media != "none" or mention.kind == "document"


def _covers(outer: Attribution, inner: Attribution) -> bool:
    return any(start <= inner.group[0] and inner.group[1] <= end for start, end in outer.content)


def _bounded(found: list[Attribution]) -> list[Attribution]:
    """Each content ends where the next attribution's own words begin."""
    bounded = []
    for at, one in enumerate(found):
        later = [other.group[0] for other in found[at + 1 :] if other.group[0] > one.group[0]]
        stop = min(later, default=None)
        spans = []
        for start, end in one.content:
            if stop is not None and start < stop < end and start >= one.group[0]:
                end = stop
            if end > start:
                spans.append((start, end))
        bounded.append(replace(one, content=tuple(spans)))
    return bounded


def _label(sentence: _Sentence) -> Attribution | None:
    """ "Pence: Trump Was Mocking" in a headline, "PENCE: We will win." in a transcript."""
    line, passage = sentence.line, sentence.passage
    found = labels.at(passage, line)
    if found is None:
        return None
    mention, colon = found
    start = colon[1] + len(passage.text[colon[1] : line.end]) - len(passage.text[colon[1] : line.end].lstrip())
    if start >= line.end:
        return None
    return Attribution(
        line.n, "quote", (mention,), colon, ((start, line.end),), (mention.start, colon[1]), quotes=line.quotes
    )


def _read(sentence: _Sentence, cue: Cue) -> Attribution | None:
    if "according" in cue.frames:
        return _according(sentence, cue)
    if cue.frames == {"deny"}:
        pass
    if cues.is_passive(sentence.tokens, cue.first, sentence.passage.language):
        return _passive(sentence, cue)
    if _infinitive(sentence, cue):
        return None
    subject, inverted = _subject(sentence, cue)
    if subject is None:
        return None
    sources = _antecedents(sentence, subject)
    if not sources:
        return None
    if "quotes" in cue.frames:
        quoted = _quoting(sentence, cue, sources, subject)
        if quoted is not None or not cue.frames - {"quotes"}:
            return quoted
    return _claim(sentence, cue, sources, subject, inverted=inverted)


def _infinitive(sentence: _Sentence, cue: Cue) -> bool:
    """ "to say", and "for saying", whose subject is somebody else."""
    tokens = sentence.tokens
    if (
        cue.first
        and tokens[cue.first].low.endswith("ing")
        and tokens[cue.first - 1].low in ("for", "of", "from", "about")
    ):
        return True
    if cue.first == 0 or tokens[cue.first - 1].low != "to":
        return False
    return _governor(sentence, cue) is None


def _governor(sentence: _Sentence, cue: Cue) -> int | None:
    """The verb in "went on to say", "continued to deny", "took to Twitter to accuse", whose subject is the infinitive's."""
    tokens = sentence.tokens
    if cue.first == 0 or tokens[cue.first - 1].low != "to":
        return None
    near = range(cue.first - 2, max(-1, cue.first - 6), -1)
    return next((at for at in near if tokens[at].low in sentence.passage.language["cues.governors"]), None)


def _passive(sentence: _Sentence, cue: Cue) -> Attribution | None:
    """Only with the agent named: "was accused by Smith of", "first reported by The Times"."""
    tokens = sentence.tokens
    language = sentence.passage.language
    by = next((at for at in range(cue.last, min(cue.last + 4, len(tokens))) if tokens[at].low == "by"), None)
    if by is None or not cue.frames & {"say", "accuse", "call", "find", "quotes"}:
        return None
    start, end = phrases.right(tokens, by + 1, language)
    sources = _mentions(sentence, (start, end))
    if not sources or start >= end:
        return None
    group = (tokens[cue.first].start, tokens[end - 1].end)
    before = _text_before(sentence, cue.first)
    after = _trimmed(sentence, end, len(tokens))
    content = tuple(span for span in (before, after) if span)
    return Attribution(
        sentence.line.n,
        "say",
        sources,
        _place(tokens[cue.first : cue.last]),
        content[:1],
        group,
        quotes=sentence.line.quotes,
    )


def _according(sentence: _Sentence, cue: Cue) -> Attribution | None:
    tokens = sentence.tokens
    start, end = phrases.right(tokens, cue.last, sentence.passage.language)
    sources = _mentions(sentence, (start, end))
    if not sources or start >= end:
        return None
    closing = _past_appositions(sentence, end)
    before = _text_before(sentence, cue.first)
    after = _trimmed(sentence, closing, len(tokens))
    content = tuple(span for span in (before, after) if span)
    if before and (not after or cue.first > 4):
        content = (before, after) if after and closing < len(tokens) and tokens[closing].text == "," else (before,)
    if not content:
        return None
    content = tuple(span for span in content if span)
    group = (tokens[cue.first].start, tokens[end - 1].end)
    return Attribution(
        sentence.line.n,
        "according",
        sources,
        _place(tokens[cue.first : cue.last]),
        content,
        group,
        quotes=sentence.line.quotes,
        parenthetical=True,
    )


def _past_appositions(sentence: _Sentence, at: int) -> int:
    """Past ", a trade group," when the sentence goes on behind it."""
    tokens = sentence.tokens
    if (
        at < len(tokens)
        and tokens[at].text == ","
        and at + 1 < len(tokens)
        and tokens[at + 1].low in ("a", "an", "the", "who", "which")
    ):
        for index in range(at + 1, min(len(tokens), at + 25)):
            if tokens[index].text == ",":
                return index
    return at


def _subject(sentence: _Sentence, cue: Cue) -> tuple[Place | None, bool]:
    """Token indices of the subject, and whether it follows the verb."""
    tokens = sentence.tokens
    language = sentence.passage.language
    before = tokens[cue.first - 1] if cue.first else None
    gerund = tokens[cue.first].low.endswith("ing") and not _progressive(sentence, cue)
    opens = before is None or before.is_quote or before.text in (",", "—", "–", "--", "?", "!")
    if opens and not gerund and cue.frames & {"say", "quote", "find", "think"}:
        start, end = phrases.right(tokens, cue.last, language)
        after_quote = before is not None and before.is_quote
        if end > start and _inverts(tokens, start, end, sentence, sure=after_quote):
            return (start, end), True
    if gerund:
        return _main_subject(sentence, cue) if cue.frames & _GERUNDS else None, False
    governor = _governor(sentence, cue)
    if governor is not None:
        return phrases.left(tokens, governor, language, floor=_floor(sentence)), False
    helped = phrases.before_helpers(tokens, cue.first, language)
    if helped > 0 and tokens[helped - 1].low in language["grammar.coordinators"] | {"but"}:
        return _main_subject(sentence, cue), False
    return phrases.left(tokens, cue.first, language, floor=_floor(sentence)), False


def _floor(sentence: _Sentence) -> int:
    """The token behind the last cue: no subject reaches over a verb."""
    if not sentence.found:
        return 0
    last = sentence.found[-1]
    edge = max(last.group[1], last.cue[1] if last.cue else 0)
    return next((at for at, token in enumerate(sentence.tokens) if token.start >= edge), len(sentence.tokens))


def _progressive(sentence: _Sentence, cue: Cue) -> bool:
    lows = [token.low for token in sentence.tokens[max(0, cue.first - 4) : cue.first]]
    return any(low in sentence.passage.language["grammar.passive"] or low in ("'s", "'re") for low in lows)


def _inverts(tokens: Sequence[Token], start: int, end: int, sentence: _Sentence, *, sure: bool) -> bool:
    first = tokens[start]
    language = sentence.passage.language
    if "'" in first.low:
        return False  # "said he'd battled"
    if (
        first.low in language["grammar.first_person"] | language["grammar.complementiser"]
        or first.low in language["grammar.prepositions"]
    ):
        return False
    if (
        first.low
        in language["grammar.he"] | language["grammar.she"] | language["grammar.they"] | language["grammar.it"]
    ):
        return sure and end - start == 1
    if sure:
        return True
    rest = tokens[end:]
    if not rest or rest[0].text in (",", "."):
        return True
    return first.is_capital and _only_adjunct(tokens, end, sentence)


def _main_subject(sentence: _Sentence, cue: Cue) -> Place | None:
    """Whose "saying …" it is: the last source of the sentence, else its subject."""
    if sentence.found:
        return _same(sentence)
    tokens = sentence.tokens
    language = sentence.passage.language
    for at in range(1, cue.first):
        token = tokens[at]
        if token.low in language["grammar.auxiliaries"] and token.low != "'s" or token.low.endswith("ed"):
            place = phrases.left(tokens, at, language)
            if place:
                return place
    return None


def _same(sentence: _Sentence) -> Place | None:
    """The token indices of the last source found in this sentence."""
    last = sentence.found[-1].sources
    if not last:
        return None
    start, end = last[0].start, last[-1].end
    inside = [at for at, token in enumerate(sentence.tokens) if token.start >= start and token.end <= end]
    return (inside[0], inside[-1] + 1) if inside else None


def _mentions(sentence: _Sentence, place: Place) -> tuple[Mention, ...]:
    passage = sentence.passage
    tokens = sentence.tokens[place[0] : place[1]]
    parts = _partners(tokens, passage)
    read = [mentions.read(passage.text, part, passage.language, passage.names) for part in parts]
    found = tuple(mention for mention in read if mention is not None)
    if place[1] == len(sentence.tokens) or not found:
        return found
    return (*found[:-1], _with_apposition(sentence, place[1], found[-1]))


def _antecedents(sentence: _Sentence, place: Place) -> tuple[Mention, ...]:
    """The sources at `place`; a relative pronoun stands for the name before it, or for nobody in particular."""
    found = _mentions(sentence, place)
    if not any(mention.pronoun == "who" for mention in found):
        return found
    at = place[0]
    while at > 0 and not sentence.tokens[at - 1].is_word:
        at -= 1
    start = at
    while start > 0 and sentence.tokens[start - 1].is_word and sentence.tokens[start - 1].is_capital:
        start -= 1
    return (
        tuple(mention for mention in _mentions(sentence, (start, at)) if mention.kind == "person") if start < at else ()
    )


def _with_apposition(sentence: _Sentence, at: int, mention: Mention) -> Mention:
    """The role behind the name: "said Brian Rees, a staff attorney at The Works"."""
    tokens = sentence.tokens
    if mention.kind != "person" or mention.role or tokens[at].text != ",":
        return mention
    start, end = phrases.right(tokens, at + 1, sentence.passage.language)
    if end <= start or tokens[start].low in sentence.passage.language["grammar.relative"]:
        return mention
    words = tokens[start:end]
    if not (words[0].low in ("a", "an", "the") or words[0].low in sentence.passage.language["sources.people"]):
        return mention
    first = 1 if words[0].low in ("a", "an", "the") and len(words) > 1 else 0
    return replace(mention, role=sentence.passage.text[words[first].start : words[-1].end][:300])


def _partners(tokens: Sequence[Token], passage: Passage) -> list[Sequence[Token]]:
    """ "The Kyiv Post and Interfax Ukraine" are two, "Customs and Border Protection" is one."""
    language = passage.language
    at = next((index for index, token in enumerate(tokens) if token.low == "and"), None)
    if at is None or at == 0 or at + 1 >= len(tokens):
        return [tokens]
    first, second = tokens[:at], tokens[at + 1 :]
    if any(
        token.low in language["grammar.prepositions"] or token.low in ("a", "an") or token.text == ","
        for token in first
    ):
        return [tokens]
    texts = [passage.text[part[0].start : part[-1].end] for part in (first, second)]
    own = [_names_person(part, passage) or part[0].low in language["grammar.determiners"] for part in (first, second)]
    place = [all(token.low in language["sources.places"] for token in part) for part in (first, second)]
    media = [texts[index].lower() in language["sources.other_media"] for index in (0, 1)]
    if all(a or b or c for a, b, c in zip(own, place, media, strict=True)):
        return [first, second]
    return [tokens]


def _names_person(tokens: Sequence[Token], passage: Passage) -> bool:
    """The phrase ends in the name of a person."""
    found = names.runs(tokens, passage.language)
    if not found or found[-1].last != len(tokens):
        return False
    core = tokens[found[-1].core : found[-1].last]
    return passage.names.person(passage.text[core[0].start : core[-1].end]) is not None


def _quoting(sentence: _Sentence, cue: Cue, outlets: tuple[Mention, ...], subject: Place) -> Attribution | None:
    """ "X and Y quoted unnamed sources as saying that …": the sources speak, X and Y relay."""
    tokens = sentence.tokens
    language = sentence.passage.language
    as_ = next((at for at in range(cue.last, min(len(tokens), cue.last + 15)) if tokens[at].low == "as"), None)
    if as_ is None or as_ + 1 >= len(tokens) or not tokens[as_ + 1].low.endswith("ing"):
        return None
    sources = _mentions(sentence, (cue.last, as_))
    verb = cues.phrase(tokens, as_ + 1, "cues.say", language) or as_ + 2
    start = _past_that(sentence, verb)
    content = _trimmed(sentence, start, len(tokens))
    if not sources or content is None:
        return None
    group = (tokens[subject[0]].start, tokens[min(verb, len(tokens)) - 1].end)
    place = _place(tokens[as_ + 1 : verb])
    return Attribution(
        sentence.line.n, "quotes", sources, place, (content,), group, via=outlets, quotes=sentence.line.quotes
    )


def _claim(
    sentence: _Sentence, cue: Cue, sources: tuple[Mention, ...], subject: Place, *, inverted: bool
) -> Attribution | None:
    tokens = sentence.tokens
    own = subject[1] <= cue.first or inverted
    left = min(subject[0], cue.first) if subject[1] <= cue.first and cue.first - subject[1] < 8 else cue.first
    right = subject[1] if inverted else cue.last
    if inverted:
        right = _past_tail(sentence, right)
    group = (tokens[left].start, tokens[right - 1].end)
    frame = _frame(sentence, cue, left, right)
    if frame not in _FOR_ANYBODY and not any(mention.sure for mention in sources):
        return None
    if frame in _FOR_NOBODY and all(mention.pronoun == "it" or _indefinite(mention, sentence) for mention in sources):
        return None
    if frame is None or not own and not sentence.found:
        return None
    before, after, parenthetical = _around(sentence, frame, left, right, inverted=inverted)
    content = tuple(span for span in (before, after) if span)
    if not content and frame == "deny":
        content = tuple(span for span in (_trimmed(sentence, 0, left),) if span)
    if not content and not _introduces(sentence):
        return None
    inside = tuple(
        index
        for index in sentence.line.quotes
        if any(
            sentence.passage.quotes[index].start < end and start < sentence.passage.quotes[index].end
            for start, end in content
        )
    )
    return Attribution(
        sentence.line.n,
        frame,
        sources,
        _place(tokens[cue.first : cue.last]),
        content,
        group,
        quotes=inside,
        negated=_negated(sentence, cue),
        parenthetical=parenthetical,
    )


def _indefinite(mention: Mention, sentence: _Sentence) -> bool:
    """ "A true leader understands": nobody in particular."""
    first = next((token for token in sentence.tokens if token.start >= mention.start), None)
    return mention.kind == "unnamed_person" and first is not None and first.low in ("a", "an", "any", "every", "no")


def _introduces(sentence: _Sentence) -> bool:
    """The sentence ends in a colon: what is said follows in the next ones."""
    return sentence.passage.text[sentence.line.end - 1] == ":"


def _negated(sentence: _Sentence, cue: Cue) -> bool:
    negations = sentence.passage.language["grammar.negations"]
    return any(
        token.low in negations or token.low.endswith("n't")
        for token in sentence.tokens[max(0, cue.first - 3) : cue.first]
    )


def _frame(sentence: _Sentence, cue: Cue, left: int, right: int) -> Frame | None:
    """The way in which these words report here, or None when they do not."""
    tokens = sentence.tokens
    language = sentence.passage.language
    quoted_before = left > 0 and (
        tokens[left - 1].is_quote or left > 1 and tokens[left - 1].text == "," and tokens[left - 2].is_quote
    )
    quoted_after = any(token.is_quote for token in tokens[right : right + 14])
    rest = tokens[right:]
    ahead = [token.low for token in rest[:12]]
    frames = cue.frames
    if "accuse" in frames and any(low in ("of", "for", "with") for low in ahead):
        return "accuse"
    if "tell" in frames:
        return "tell"
    if "say" in frames:
        return "say"
    if "find" in frames and ahead:
        return "find"
    if "think" in frames and ahead:
        return "think"
    if "call" in frames and (quoted_after or "as" in ahead):
        return "call"
    if "urge" in frames and ("to" in ahead or quoted_after or "not" in ahead):
        return "urge"
    if "promise" in frames and ahead and ahead[0] in language["grammar.determiners"] | {"to", "that", "not"}:
        return "promise"
    if "demand" in frames and ahead:
        return "demand"
    if "deny" in frames:
        return "deny"
    if "judge" in frames and ahead:
        return "judge"
    if "quote" in frames and (quoted_before or quoted_after):
        return "quote"
    return None


def _around(
    sentence: _Sentence, frame: Frame, left: int, right: int, *, inverted: bool
) -> tuple[Place | None, Place | None, bool]:
    """The content before and after the words of the attribution, and whether these stand aside."""
    tokens = sentence.tokens
    before = tokens[left - 1] if left else None
    if before is not None and before.is_quote:
        after = _trimmed(sentence, right, len(tokens))
        if after is not None and not any(token.is_quote for token in tokens[right:]):
            after = None
        elif after is not None:
            quote = next(token for token in tokens[right:] if token.is_quote)
            after = (quote.start, sentence.line.end if _ends_quoted(sentence) else quote.end)
        return _text_before(sentence, left), after, True
    aside = before is not None and before.text in (",", "—", "–", "--") and left > 3
    if (
        aside
        and frame in ("say", "tell", "quote", "think", "find")
        and (inverted or _only_adjunct(tokens, right, sentence))
    ):
        return _text_before(sentence, left), _trimmed_after_aside(sentence, right), True
    if inverted:
        return _text_before(sentence, left), None, True
    start = _past_object(sentence, right) if frame in ("tell", "quote") else right
    start = _past_that(sentence, start) if frame in ("tell", "say", "think", "find", "quote", "promise") else start
    return None, _trimmed(sentence, start, len(tokens)), False


def _ends_quoted(sentence: _Sentence) -> bool:
    tokens = [token for token in sentence.tokens if token.text not in (".", ",", "!", "?")]
    return bool(tokens) and tokens[-1].is_quote


def _trimmed_after_aside(sentence: _Sentence, right: int) -> Place | None:
    """ "The bill, Henderson said, would have …": what follows the second comma."""
    tokens = sentence.tokens
    if right < len(tokens) and tokens[right].text in (",", "—", "–", "--"):
        rest = tokens[right + 1 :]
        if (
            rest
            and not rest[0].low.endswith("ing")
            and rest[0].low not in sentence.passage.language["grammar.relative"]
        ):
            return _trimmed(sentence, right + 1, len(tokens))
    return None


def _past_tail(sentence: _Sentence, at: int) -> int:
    """Past the appositions that follow an inverted subject."""
    return at


def _only_adjunct(tokens: Sequence[Token], at: int, sentence: _Sentence) -> bool:
    """Whether nothing but time, place and addressee follows: "in an interview on Monday.", "to reporters,"."""
    language = sentence.passage.language
    index = at
    while index < len(tokens):
        token = tokens[index]
        if token.text in (",", ".", "—", "–", "--", "?", "!", ")"):
            return True
        if token.is_quote:
            return False
        if index == at and not (
            token.low in language["grammar.prepositions"]
            or token.low in language["grammar.days"]
            or token.low in language["grammar.adverbs"]
            or token.low in ("when", "while")
            or token.low.endswith(("ly", "ing"))
        ):
            return False
        if token.low in language["grammar.auxiliaries"] and token.low != "'s" or token.low == "that":
            return False
        index += 1
    return True


def _past_object(sentence: _Sentence, at: int) -> int:
    """Past "lawmakers" in "told lawmakers that"."""
    tokens = sentence.tokens
    if (
        at < len(tokens)
        and tokens[at].is_word
        and tokens[at].low not in sentence.passage.language["grammar.complementiser"]
    ):
        _, end = phrases.right(tokens, at, sentence.passage.language, linked=False)
        return end if end - at <= 8 else at
    return at


def _past_that(sentence: _Sentence, at: int) -> int:
    """Past what stands between the verb and its "that" or its quotation."""
    tokens = sentence.tokens
    for index in range(at, min(len(tokens), at + 14)):
        if tokens[index].low == "that" and not (index > at and tokens[index - 1].low in ("of", "all")):
            return index + 1
        if tokens[index].is_quote and not any(
            token.low in sentence.passage.language["grammar.auxiliaries"] for token in tokens[at:index]
        ):
            return at if tokens[at].low not in sentence.passage.language["grammar.prepositions"] else index
        if tokens[index].text == ":":
            return index + 1
        if tokens[index].low in sentence.passage.language["grammar.auxiliaries"]:
            break
    while at < len(tokens) and tokens[at].low in sentence.passage.language["grammar.days"]:
        at += 1
    return at


def _text_before(sentence: _Sentence, left: int) -> Place | None:
    """From the beginning of the sentence, or the end of the attribution before this one."""
    tokens = sentence.tokens
    first = 0
    for old in sentence.found:
        if old.parenthetical and old.group[1] <= tokens[left].start:
            first = max(first, next((at for at, token in enumerate(tokens) if token.start >= old.group[1]), 0))
    return _trimmed(sentence, first, left)


def _trimmed(sentence: _Sentence, first: int, last: int) -> Place | None:
    """The characters of these tokens without the marks at their ends."""
    tokens = sentence.tokens
    while first < last and not tokens[first].is_word and not tokens[first].is_quote:
        first += 1
    while (
        last > first
        and not tokens[last - 1].is_word
        and not tokens[last - 1].is_quote
        and tokens[last - 1].text not in ("%", ")", "]")
    ):
        last -= 1
    if first >= last:
        return None
    return tokens[first].start, tokens[last - 1].end


def _place(tokens: Sequence[Token]) -> Place:
    return tokens[0].start, tokens[-1].end


def sources_of(found: Iterable[Attribution]) -> list[Mention]:
    return [mention for one in found for mention in one.sources]
