"""Speakers: the sources that a phrase of a sentence names, with their roles."""

from collections.abc import Sequence
from dataclasses import replace

from bot.readers.offline.naming import mentions
from bot.readers.offline.naming.mentions import Mention
from bot.readers.offline.sourcing import nextname
from bot.readers.offline.syntax import phrases, phrasing, rightward
from bot.readers.offline.syntax.sentence import Place, Sentence
from bot.readers.offline.text import names
from bot.readers.offline.text.language import Language
from bot.readers.offline.text.passage import Passage
from bot.readers.offline.text.tokens import Token

_NAMED = 6  # words of a name with its titles


def read(sentence: Sentence, place: Place) -> tuple[Mention, ...]:
    """What the tokens `place` mention, with the role that follows the last name."""
    passage = sentence.passage
    if place[1] - place[0] == 1 and sentence.tokens[place[0]].is_quote:
        return quoted_outlet(sentence.tokens[place[0]])
    helped = {token.low for token in sentence.tokens[place[1] : place[1] + 1]}
    plural = bool(helped & passage.language["grammar.plural_auxiliaries"]) or _several_say(helped, passage.language)
    parts = _partners(sentence.tokens[place[0] : place[1]], passage, plural=plural)
    read = [mentions.read(passage.text, part, passage.language, passage.names) for part in parts]
    found = tuple(mention for mention in read if mention is not None)
    if place[1] == len(sentence.tokens) or not found:
        return found
    return (*found[:-1], _with_apposition(sentence, place[1], found[-1]))


def _several_say(verb: set[str], language: Language) -> bool:
    """ "Klee und Senff bestritten": by the form of the verb that reports."""
    return language.verb_second and any(low.endswith("en") and low in language.reporting for low in verb)


def quoted_outlet(quoted: Token) -> tuple[Mention, ...]:
    """The outlet whose name stands in quotation marks: "die Zeitung „Elbbote“"."""
    name = quoted.text[1:-1].strip()
    outlet = Mention(quoted.start, quoted.end, name, "organisation", media="other_media", described=name)
    return (outlet,) if name else ()


def subject(sentence: Sentence, verb: int) -> tuple[Mention, ...]:
    """Whoever stands as the subject before the verb at the token `verb`."""
    place = phrases.left(sentence.tokens, verb, sentence.language)
    return read(sentence, place) if place and place[0] < place[1] else ()


def named(sentence: Sentence, place: Place) -> tuple[Mention, ...]:
    """The sources at `place`; a relative pronoun stands for the name before it, or for nobody in particular."""
    found = read(sentence, place)
    if not any(mention.pronoun == "who" for mention in found):
        return found
    tokens, end = sentence.tokens, place[0]
    while end > 0 and not tokens[end - 1].is_word:
        end -= 1
    start = end
    while start > 0 and tokens[start - 1].is_word and tokens[start - 1].is_capital:
        start -= 1
    if start == end:
        return ()
    last = sentence.found[-1].sources if sentence.found and start > 1 else ()
    placed = tokens[start - 1].low in sentence.language["grammar.prepositions"]
    if last and placed and last[-1].end == tokens[start - 2].end:
        return last  # "according to the hospital in Tarsk, which said"
    return tuple(mention for mention in read(sentence, (start, end)) if mention.kind in ("person", "organisation"))


def _with_apposition(sentence: Sentence, at: int, mention: Mention) -> Mention:
    """The role behind the name: "said Brian Rees, a staff attorney at The Works"."""
    tokens, language = sentence.tokens, sentence.language
    if tokens[at].text != "," or mention.pronoun:
        return mention
    called = nextname.of_body(sentence, at + 1, mention)
    if called is not None:
        return called
    spokesperson = mention.kind == "organisation" and mention.role is not None and mention.role == mention.described
    if mention.kind == "unnamed_person" or spokesperson or _by_noun(sentence, mention):
        return nextname.of_person(sentence, at + 1, mention)
    if mention.kind != "person" or mention.role:
        return mention
    start, end = rightward.phrase(tokens, at + 1, language)
    words = tokens[start:end]
    if end < len(tokens) and language.is_finite(tokens[end].low):
        return mention  # "According to Holt, the law is bad"
    if not words or words[0].low not in language["grammar.articles"] | language["sources.people"]:
        return mention
    if _begins_clause(tokens, at, end, language):
        return mention
    first = 1 if words[0].low in language["grammar.articles"] and len(words) > 1 else 0
    return replace(mention, role=sentence.passage.text[words[first].start : words[-1].end][:300])


def _begins_clause(tokens: Sequence[Token], comma: int, end: int, language: Language) -> bool:
    """ "D'après M. Petit, le bassin fermera en janvier": a verb stands between the comma and `end`, or nothing sets apart what
    follows."""
    if not phrasing.phrase(tokens, 0, "cues.according", language):
        return False
    said = any(language.is_future(token.low) for token in tokens[comma + 2 : end])
    return said or all(token.text != "," for token in tokens[end:])


def _by_noun(sentence: Sentence, mention: Mention) -> bool:
    """It goes by a noun that is no body's: "its regional head", "ihr Hausmeister"."""
    language = sentence.language
    if mention.kind != "organisation" or not mention.sure or not language.capital_nouns:
        return mention.kind == "organisation" and not mention.sure
    first = sentence.passage.text[mention.start : mention.end].split(maxsplit=1)[0].lower()
    noun = (mention.name or "").lower()
    return (
        first in language["grammar.determiners"] and " " not in noun and noun not in language["sources.organisations"]
    )


def past_name(sentence: Sentence, end: int, who: Mention) -> int:
    """Behind the name of "according to the mayor, Paul Dean, the pool was dear", which ends at the token `end` without it."""
    tokens, passage = sentence.tokens, sentence.passage
    if end + 1 >= len(tokens) or tokens[end].text != "," or who.name is None:
        return end
    run = next(iter(names.runs(tokens[end + 1 : end + 1 + _NAMED], passage.language)), None)
    if run is None or run.first:
        return end
    core = tokens[end + 1 + run.core : end + 1 + run.last]
    same = passage.names.person(passage.text[core[0].start : core[-1].end]) == who.name
    return end + 1 + run.last if same else end


def _partners(tokens: Sequence[Token], passage: Passage, *, plural: bool) -> list[Sequence[Token]]:
    """ "The Kyiv Post and Interfax Ukraine" are two, "Customs and Border Protection" is one.

    A `plural` verb behind them, or a "both" before them, tells that two names are two.
    """
    language = passage.language
    joins: frozenset[str] = language["grammar.coordinators"]
    while tokens and tokens[0].low in language["grammar.both"]:
        tokens, plural, joins = tokens[1:], True, joins | language["grammar.both_joins"]
    at = next((index for index, token in enumerate(tokens) if token.low in joins), None)
    if at is None or at == 0 or at + 1 >= len(tokens) or tokens[at].low == "&":
        return [tokens]  # "Pipkin & Rowe" is one name
    first, second = tokens[:at], tokens[at + 1 :]
    listed = _listed(first, passage)
    if len(listed) > 1:
        return [*listed, second] if _complete(second, passage) or _is_name(second, passage) else [tokens]
    inner = next((i for i in range(len(first) - 2, 0, -1) if first[i].text == ","), None)
    if inner is not None and first[-1].text == "," and _is_name(first[inner + 1 : -1], passage):
        return [first[:-1], second]  # "La maire de Valcourt, Claire Obin, et le député Marc Tissier"
    described = language["grammar.prepositions"] | language["grammar.indefinite"] | {","}
    if any(token.low in described for token in first):
        return [tokens]
    one, other = (_complete(part, passage) for part in (first, second))
    if (one or _with_body(first, second, passage)) and (other or _with_body(second, first, passage)):
        return [first, second]
    named = _is_name(first, passage) and _is_name(second, passage)
    return [first, second] if named and (plural or _apart(first, second, passage)) else [tokens]


def _listed(tokens: Sequence[Token], passage: Passage) -> list[Sequence[Token]]:
    """The names in "Smith, Jones" before their "and"; nothing where one of them is no name."""
    parts: list[Sequence[Token]] = []
    start = 0
    for at in [*(index for index, token in enumerate(tokens) if token.text == ","), len(tokens)]:
        if at > start:
            parts.append(tokens[start:at])
        start = at + 1
    return parts if all(_is_name(part, passage) for part in parts) else []


def _is_name(tokens: Sequence[Token], passage: Passage) -> bool:
    """Nothing but one name, and no noun that begins the name of a body: "Health and Human Services"."""
    found = names.runs(tokens, passage.language)
    if len(found) != 1 or (found[0].first, found[0].last) != (0, len(tokens)):
        return False
    return len(tokens) > 1 or tokens[0].low not in passage.language["sources.body_starts"]


def _apart(first: Sequence[Token], second: Sequence[Token], passage: Passage) -> bool:
    """The article names each of the two elsewhere too, without the other."""
    text = passage.text
    joined = text.count(text[first[0].start : second[-1].end])
    return all(text.count(text[part[0].start : part[-1].end]) > joined for part in (first, second))


def _complete(tokens: Sequence[Token], passage: Passage) -> bool:
    """The phrase may be a source by itself."""
    language = passage.language
    if tokens[0].low in language["grammar.determiners"] or _ends_in_person(tokens, passage):
        return True
    bodies = language["sources.organisations"] if language.capital_nouns else frozenset()
    if all(token.low in language["sources.places"] | bodies or _is_acronym(token) for token in tokens):
        return True
    if len(tokens) == 1 and tokens[0].low in language["sources.bare"]:
        return True
    return passage.text[tokens[0].start : tokens[-1].end].lower() in language["sources.other_media"]


def _with_body(tokens: Sequence[Token], other: Sequence[Token], passage: Passage) -> bool:
    """ "Veranstalter" of "Veranstalter und Polizei": people beside a body; not "Bürgerinnen und Bürger", who are one."""
    language = passage.language
    named = language["sources.plural_people"] | language["sources.people"]
    people = len(tokens) == 1 and language.noun(tokens[0].low) in named
    return people and language.capital_nouns and language.noun(other[-1].low) in language["sources.organisations"]


def _is_acronym(token: Token) -> bool:
    return token.text.isupper() and len(token.text) > 1


def _ends_in_person(tokens: Sequence[Token], passage: Passage) -> bool:
    found = names.runs(tokens, passage.language)
    if not found or found[-1].last != len(tokens):
        return False
    core = tokens[found[-1].core : found[-1].last]
    return passage.names.person(passage.text[core[0].start : core[-1].end]) is not None
