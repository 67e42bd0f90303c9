"""Noun phrases before a reporting word: how far they reach, without a parser."""

from collections.abc import Sequence

from bot.readers.offline.naming import appositions
from bot.readers.offline.syntax import rightward, titles
from bot.readers.offline.text import relatives
from bot.readers.offline.text.language import Language
from bot.readers.offline.text.tokens import DASHES, STOPS, Token

_LONGEST, _TITLE = 30, 8  # words of a phrase, and of a title in quotation marks
Place = tuple[int, int]


def left(tokens: Sequence[Token], verb: int, language: Language, *, floor: int = 0) -> Place | None:
    """The subject of the verb at `verb` as token indices (half open): the phrase that ends before it, from `floor` on."""
    place = _left(tokens, verb, language)
    if place is None or place[1] <= floor:
        return None
    return max(place[0], floor), place[1]


def _left(tokens: Sequence[Token], verb: int, language: Language) -> Place | None:
    end = before_helpers(tokens, verb, language)
    before = tokens[end - 1] if end > 0 else None
    if before is not None and before.is_quote:
        return _around_title(tokens, end, language)
    if before is None or before.text in STOPS - DASHES:
        return None
    if end == verb and end > 2 and before.low in language["grammar.that"]:
        return relatives.paper(tokens, end - 1, language)
    if before.text in (",", ")") or before.text in DASHES:
        return _around_apposition(tokens, end - 1, language)
    single = language.pronouns | language["grammar.latter_he"] | language["grammar.latter_she"]
    return (end - 1, end) if before.low in single else _nearest(tokens, end, language)


def _around_title(tokens: Sequence[Token], end: int, language: Language) -> Place | None:
    """The subject in "Une étude publiée dans « Nature » montre …" and "Le quotidien « Sud » révèle …"."""
    if not language.noun_first or len(tokens[end - 1].text.split()) > _TITLE:
        return None
    if titles.of_outlet(tokens, end - 1, language):
        return end - 1, end
    leading = language["grammar.prepositions"] | language["grammar.articles"] | language["sources.media_words"]
    last = end - 1
    while last > 0 and tokens[last - 1].low in leading:
        last -= 1
    return _nearest(tokens, last, language) if 0 < last < end - 1 else None


def _nearest(tokens: Sequence[Token], end: int, language: Language) -> Place | None:
    """The phrase that ends at `end`, without what leads in to it."""
    start = _segment_start(tokens, end, language)
    helper = _set_apart(tokens, start, end, language)
    if helper is not None:
        return _left(tokens, helper, language)
    start = _behind_noun(tokens, past_lead_in(tokens, start, end, language), end, language)
    if start >= end:
        return None
    return _both(tokens, _with_partners(tokens, start, end, language), language), end


def _both(tokens: Sequence[Token], start: int, language: Language) -> int:
    """Leftwards over "Ni la mairie" before "ni la préfecture"."""
    if start == 0 or tokens[start - 1].low not in language["grammar.both_joins"] & language["grammar.both"]:
        return start
    first = start - 2
    while first >= 0 and tokens[first].is_word and start - first < _LONGEST:
        if tokens[first].low in language["grammar.both"]:
            return first
        first -= 1
    return start


def _behind_noun(tokens: Sequence[Token], start: int, end: int, language: Language) -> int:
    """ "the institute" in "an assertion the institute rejects" and "which the institute rejects": the object stands first."""
    if end - start > 1 and tokens[start].low in language["grammar.relative"]:
        return start + 1 if rightward.begins_noun(tokens, start + 1, language) else start
    genitive = language.capital_nouns  # "ein Anwalt der Stadt"
    if start >= end or genitive or tokens[start].low not in language["grammar.indefinite"]:
        return start
    parting = language["grammar.prepositions"] | language["grammar.coordinators"] | {","}
    for at in range(start + 2, end):
        if relatives.defines(tokens, at, language):
            return start  # "a spokesman for the company that maintains the bridge"
        dated = tokens[at + 1].low in language["grammar.days"] if at + 1 < end else False  # "published this week"
        if tokens[at].low in language["grammar.definite"] and tokens[at - 1].low not in parting and not dated:
            return at
    return start


def before_helpers(tokens: Sequence[Token], verb: int, language: Language) -> int:
    """The token behind the subject: before "has also", "did not", "on Monday"."""
    end = verb
    subjects, when = language.pronouns | language["grammar.they"], language["grammar.time_prepositions"]
    while end > 0:
        low = tokens[end - 1].low
        dated = end < verb and tokens[end].low in language["grammar.days"] and low in when
        adverb = language.is_adverb(low) and not tokens[end - 1].is_capital
        pronoun = low in language["grammar.object_articles"] | language["grammar.floating"]  # "la acusó", "a tout nié"
        us = 1 < end < len(tokens) and language.is_us(low, tokens[end].low)
        if not us and (low in subjects or not (low in language.helpers or adverb or dated or pronoun)):
            break
        end -= 1
    return end


def _set_apart(tokens: Sequence[Token], start: int, end: int, language: Language) -> int | None:
    """The helper in "Trump has on several occasions claimed", when a preposition stands right behind it; the one of a relative
    clause is another: "teachers who were at the meeting said"."""
    for at in range(end - 2, start, -1):
        if tokens[at].low in language["grammar.auxiliaries"] and tokens[at].low != "'s":
            if tokens[at - 1].low in language["grammar.relative"]:
                return None
            return at if tokens[at + 1].low in language["grammar.prepositions"] else None
    return None


def _segment_start(tokens: Sequence[Token], end: int, language: Language) -> int:
    """Leftwards to the last boundary: a mark, a quotation, a conjunction."""
    at = end
    while at > 0 and end - at < _LONGEST:
        token = tokens[at - 1]
        mark = token.text in (",", "(", ")", ".") and not rightward.inside_name(tokens, at - 1)
        begins_clause = token.low in language["grammar.subordinators"] and not _times(tokens, at, language)
        if token.is_quote or token.text in STOPS or mark or begins_clause:
            break
        relative = token.low in language["grammar.relative"] and token.low not in language["grammar.that"]
        if relative and at < end and at > 1 and tokens[at - 2].low in language["grammar.prepositions"]:
            break  # "an email in which he told"
        if relative and at == end:
            return at - 1  # "who said"
        clause = token.low in language["grammar.conjunctions"] and token.low not in language["grammar.prepositions"]
        relative = relative or relatives.defines(tokens, at - 1, language)
        if clause and not relative and not rightward.joins_names(tokens, at - 1, language):
            break
        at -= 1  # also over "who live nearby" in "residents who live nearby said"
    return at


def _times(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """The word before `at` is the "until" of "until last year" and "since 2019"."""
    if at + 1 >= len(tokens) or tokens[at - 1].low not in language["grammar.prepositions"]:
        return False
    day = language["grammar.days"]
    return tokens[at].text[0].isdigit() or tokens[at].low in day or tokens[at + 1].low in day


def past_lead_in(tokens: Sequence[Token], start: int, end: int, language: Language) -> int:
    """Past "But", "In a statement Thursday" and what else stands before the subject; `end` when nothing is left."""
    while start < end and tokens[start].low in language["grammar.openers"]:
        start += 1
    verb = _last_verb(tokens, start, end, language)
    if verb is not None:
        return past_lead_in(tokens, verb + 1, end, language)
    if start < end and tokens[start].low in language["grammar.prepositions"] | language["grammar.days"]:
        first = _last_phrase(tokens, start, end, language)
        return end if _governed(tokens, start, first, end, language) else first
    return start


def _governed(tokens: Sequence[Token], start: int, first: int, end: int, language: Language) -> bool:
    """ "In a statement posted online, it said": what the preposition governs is no subject of "posted"."""
    own = first == start + 1 and tokens[first].low in language["grammar.determiners"] and first < end
    return own and not language.noun_first and tokens[end - 1].low in language["sources.documents"]


def _last_verb(tokens: Sequence[Token], start: int, end: int, language: Language) -> int | None:
    """A helping verb inside the segment, which then holds another clause; relative clauses belong to the phrase."""
    vague = language["grammar.vague_auxiliaries"]
    for at in range(end - 1, start, -1):
        if tokens[at].low in language["grammar.auxiliaries"] and tokens[at].low not in vague:
            relative = language["grammar.relative"]
            inside = any(
                t.low in relative or relatives.defines(tokens, i, language)
                for i, t in enumerate(tokens[start:at], start)
            )
            return None if inside else at
    return None


def _last_phrase(tokens: Sequence[Token], start: int, end: int, language: Language) -> int:
    """The last noun phrase of a segment that starts with a preposition or a date."""
    at = end
    stops = language["grammar.days"] | (language["grammar.prepositions"] - language["grammar.tight_links"])
    while at > start + 1:
        token = tokens[at - 1]
        number = token.text[0].isdigit() and at < end and tokens[at].is_capital
        if token.low in stops or number:
            break
        at -= 1
        if token.low in language["grammar.determiners"] or token.low in language.pronouns:
            break
    return at + 1 if tokens[at].low in language["grammar.prepositions"] else at


def _with_partners(tokens: Sequence[Token], start: int, end: int, language: Language) -> int:
    """Leftwards over "Smith, Jones and Brown" and "parents, students and staff"."""
    if start >= 2 and tokens[start - 1].low in language["grammar.coordinators"] and tokens[start - 2].text == ",":
        begin = _names_before(tokens, start - 1)
        listed = begin if sum(token.text == "," for token in tokens[begin:start]) > 1 else start
        return appositions.before_partner(tokens, start - 2, language, otherwise=listed)
    if not any(token.low in language["grammar.coordinators"] for token in tokens[start:end]):
        return start
    if start >= 2 and tokens[start - 1].text == "," and tokens[start].low in language.nouns:
        begin = _run_start(tokens, start - 1, least=start - 4)
        if tokens[start - 2].low in language.nouns and (begin == 0 or tokens[begin - 1].text == ","):
            return begin
    return _names_before(tokens, start)


def _names_before(tokens: Sequence[Token], start: int) -> int:
    """Where the names begin that commas part from what begins at `start`."""
    at = start
    while at >= 2 and tokens[at - 1].text == "," and tokens[at - 2].is_capital:
        begin = at - 1
        while begin > 0 and tokens[begin - 1].is_word and tokens[begin - 1].is_capital:
            begin -= 1
        if begin > 0 and tokens[begin - 1].text != ",":
            return start if tokens[begin - 1].is_word else begin
        at = begin
    return at


def _run_start(tokens: Sequence[Token], end: int, *, least: int) -> int:
    while end > max(0, least) and tokens[end - 1].is_word:
        end -= 1
    return end


def _around_apposition(tokens: Sequence[Token], closing: int, language: Language) -> Place | None:
    """The subject in "Smith, an attorney who …, said": from its first word to the closing comma."""
    if tokens[closing].text in DASHES:
        dash = next((at for at in range(closing - 1, -1, -1) if tokens[at].text in DASHES), None)
        place = _left(tokens, dash, language) if dash else None
        if place:
            return place
    return appositions.described_name(tokens, closing, language) or _likeliest(tokens, closing, language)


def _likeliest(tokens: Sequence[Token], closing: int, language: Language) -> Place | None:
    """Of what the commas before the one at `closing` part."""
    candidates = appositions.candidates(tokens, closing, language)
    for indefinite in (False, True):  # "Smith, an attorney, who …" before "an attorney, who …"
        for start, end in candidates:
            begin = past_lead_in(tokens, start, end, language)
            if begin < end and appositions.is_nominal(tokens[begin:end], language, indefinite=indefinite):
                return appositions.with_description(tokens, begin, end, language), closing
    return appositions.last_person(tokens, closing, language) or appositions.last_name(tokens, closing, language)
