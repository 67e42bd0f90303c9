"""Content: the words that are asserted, without the source and the reporting words."""

from collections.abc import Sequence

from bot.readers.offline.speech import openings
from bot.readers.offline.syntax import clauses, phrasing, trimming
from bot.readers.offline.syntax.cues import Frame
from bot.readers.offline.syntax.sentence import Place, Sentence
from bot.readers.offline.text.language import Language
from bot.readers.offline.text.tokens import DASHES, Token

_OPENING = 3  # words that only lead in to "Yesterday, he said, …"
_EXPLAINED = 5  # words of "the harbour's chief engineer"
_ASIDE: frozenset[Frame] = frozenset({"say", "tell", "quote", "think", "find"})


def around(
    sentence: Sentence, frame: Frame, left: int, right: int, *, inverted: bool, opening: int = 0
) -> tuple[tuple[Place, ...], bool]:
    """The content beside the words of an attribution (tokens `left:right`), and whether these stand aside from it.

    The words themselves may tell where it begins (`opening`, 0 where they do not): at "vor" in "warnte am Montag vor Glatteis".
    """
    tokens = sentence.tokens
    before = tokens[left - 1] if left else None
    named = _names_outlet(sentence, left)
    if follows_quotation(tokens, left) and not named:
        return known(ahead_of(sentence, left), _next_quotation(sentence, right)), True
    if inverted and _opens_clause(sentence, left, right):
        return known(trimming.trimmed(sentence, right + 1, clauses.end(sentence, frame, left, right + 1))), False
    led_in = left > _OPENING or (
        left > 0 and tokens[0].low in sentence.language["grammar.negations"]
    )  # "Nor, he said,"
    aside = before is not None and (before.text == "," or before.text in DASHES) and led_in
    addressed = openings.past_object(sentence, right) if frame == "tell" else right
    aside = aside and not _introduces_quotation(sentence, left, right) and not _asks(sentence)
    if aside and frame in _ASIDE and (inverted or only_adjunct(tokens, addressed, sentence)):
        return known(ahead_of(sentence, left), after_aside(sentence, right)), True
    if inverted and ((not _leads_in(sentence, left) and not named) or _only_particle(sentence, right)):
        return known(ahead_of(sentence, left)), True
    start = openings.of(sentence, frame, right, opening)
    return known(trimming.trimmed(sentence, start, clauses.end(sentence, frame, left, start))), False


def _opens_clause(sentence: Sentence, left: int, right: int) -> bool:
    """ "(En una rueda de prensa,) dijo el alcalde que …"; behind a clause "que" tells who the speakers are: "Faltan dos
    millones, dijeron dos funcionarios que pidieron el anonimato"."""
    tokens, language = sentence.tokens, sentence.language
    if right >= len(tokens) or tokens[right].low not in language["grammar.that"]:
        return False
    leading = language["grammar.prepositions"] | language["grammar.adverbs"] | language["grammar.subordinators"]
    return left == 0 or tokens[left - 1].is_word or tokens[0].low in leading or _asks(sentence)


def _asks(sentence: Sentence) -> bool:
    """ "Auf die Frage, ob …, sagte er", "Preguntado por si …, dijo que": it opens with what somebody is asked."""
    return bool(phrasing.phrase(sentence.tokens, 0, "sources.asked_first", sentence.language))


def _leads_in(sentence: Sentence, left: int) -> bool:
    """ "Am Montag sagte die Ministerin, …": only where the verb comes second does more than a clause stand before it."""
    tokens, language = sentence.tokens, sentence.language
    if not language.verb_second:
        return False
    first, commas = tokens[0].low, sum(token.text == "," for token in tokens[:left])
    subordinate = commas == 1 and first in language["grammar.subordinators"]
    return left == 0 or tokens[left - 1].is_word or subordinate or _asks(sentence)


def _names_outlet(sentence: Sentence, left: int) -> bool:
    """ "In einem Gespräch mit dem „Boten“ warnte …": a quotation that names an outlet, behind an article and a preposition."""
    tokens, language = sentence.tokens, sentence.language
    if not language.verb_second or left < 3 or not tokens[left - 1].is_quote:
        return False
    outlet = tokens[left - 2].low in language["grammar.articles"] | language["sources.media_words"]
    return outlet and any(token.low in language["grammar.prepositions"] for token in tokens[left - 4 : left - 2])


def _only_particle(sentence: Sentence, right: int) -> bool:
    """ "Einen Rücktritt schloss der Minister aus": what is said stands before the verb, and nothing but "aus" behind it."""
    tokens, particles = sentence.tokens, sentence.language["grammar.verb_particles"]
    rest = [token for token in tokens[right:] if token.is_word or token.is_quote]
    return bool(rest) and bool(particles) and all(token.low in particles for token in rest) and not tokens[0].is_quote


def _introduces_quotation(sentence: Sentence, left: int, right: int) -> bool:
    """ "When the vote came, Smith said, “We won.”": what stands before it is a clause of the article's own."""
    tokens, language = sentence.tokens, sentence.language
    behind = tokens[right : right + 2]
    if len(behind) < 2 or behind[0].text not in (",", ":") or not behind[1].is_quote:
        return False
    first = next((token for token in tokens[:left] if token.is_word or token.is_quote), None)
    return first is not None and first.low in language["grammar.subordinators"] | language["grammar.prepositions"]


def follows_quotation(tokens: Sequence[Token], at: int) -> bool:
    """A quotation, and perhaps a comma behind it, stands before the token `at`."""
    before = tokens[max(0, at - 2) : at]
    return bool(before) and (before[-1].is_quote or (before[-1].text == "," and before[0].is_quote))


def known(*spans: Place | None) -> tuple[Place, ...]:
    """Those that are there."""
    return tuple(span for span in spans if span is not None)


def _next_quotation(sentence: Sentence, right: int) -> Place | None:
    """The quotation that goes on behind the attribution: ""It is," she said, "over.""."""
    tokens = sentence.tokens
    quote = next((token for token in tokens[right:] if token.is_quote), None)
    if quote is None:
        return None
    marks = [token for token in tokens if token.text not in (".", ",", "!", "?")]
    return quote.start, sentence.line.end if marks[-1].is_quote else quote.end


def after_aside(sentence: Sentence, right: int) -> Place | None:
    """ "The bill, Henderson said, would have …": what follows the second comma."""
    tokens = sentence.tokens
    if right + 1 >= len(tokens) or not (tokens[right].text in (",", ";") or tokens[right].text in DASHES):
        return None
    first = tokens[right + 1].low
    if sentence.language.is_gerund(first) or first in sentence.language["grammar.relative"]:
        return None
    if _explains(tokens[right + 1 :], sentence):
        return None
    return trimming.trimmed(sentence, right + 1, len(tokens))


def _explains(behind: Sequence[Token], sentence: Sentence) -> bool:
    """ "Not so, said Ann Pell, the engineer": a few words with an article and no verb tell who she is."""
    language, words = sentence.language, [token for token in behind if token.is_word]
    if len(words) > _EXPLAINED or not words or len(words) + 1 < len(behind):
        return False
    opens = words[0].low in language["grammar.articles"] | language["grammar.possessives"]
    return opens and words[-1].low in language.nouns | language["sources.people"] | language["sources.titles"]


def only_adjunct(tokens: Sequence[Token], at: int, sentence: Sentence) -> bool:
    """Whether nothing but time, place and addressee follows: "in an interview on Monday.", "to reporters,"."""
    language = sentence.language
    for index in range(at, len(tokens)):
        token = tokens[index]
        if token.text in (",", ".", "?", "!", ")", ";") or token.text in DASHES:
            return True
        if token.is_quote or (index == at and not _opens_adjunct(token, sentence)):
            return False
        if token.low in language["grammar.adjunct_clauses"]:
            return True
        if (token.low in language["grammar.auxiliaries"] and token.low != "'s") or token.low in language[
            "grammar.that"
        ]:
            return False
    return True


def _opens_adjunct(token: Token, sentence: Sentence) -> bool:
    language = sentence.language
    lists = ("prepositions", "days", "adverbs", "adjunct_clauses")
    listed = any(token.low in language[f"grammar.{name}"] for name in lists)
    return (
        listed
        or token.low in language["grammar.time_prepositions"]
        or language.is_adverb(token.low)
        or language.is_gerund(token.low)
    )


def past_appositions(sentence: Sentence, at: int) -> int:
    """Past ", a trade group," when the sentence goes on behind it."""
    tokens, language = sentence.tokens, sentence.language
    if at + 1 >= len(tokens) or tokens[at].text != ",":
        return at
    if tokens[at + 1].low not in language["grammar.articles"] | language["grammar.relative"]:
        return at
    near = range(at + 1, min(len(tokens), at + 25))
    closing = next((index for index in near if tokens[index].text == ","), at)
    behind = tokens[closing + 1].low if closing + 1 < len(tokens) else ""
    goes_on = language.is_participle(behind) or behind in language["grammar.auxiliaries"] | language["grammar.relative"]
    if _is_clause(tokens[at + 1 : closing], language):
        return at  # "according to the mayor, the bridge is safe, but …"
    return at if goes_on else closing  # "according to Holt, the law, passed on Monday, is bad"


def _is_clause(words: Sequence[Token], language: Language) -> bool:
    """A verb of its own stands in it, and not that of a relative clause."""
    verb = next((at for at, word in enumerate(words) if at and word.low in language["grammar.auxiliaries"]), None)
    relative = language["grammar.relative"]
    return verb is not None and words[verb].low != "'s" and not any(word.low in relative for word in words[:verb])


def ahead_of(sentence: Sentence, left: int) -> Place | None:
    """From the beginning of the sentence, or the end of the parenthetical attribution before this one."""
    tokens = sentence.tokens
    first = 0
    for old in sentence.found:
        if old.parenthetical and old.group[1] <= tokens[left].start:
            first = max(first, next((at for at, token in enumerate(tokens) if token.start >= old.group[1]), 0))
    return trimming.trimmed(sentence, first, left)
