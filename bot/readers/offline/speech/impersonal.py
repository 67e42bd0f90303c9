"""What is reported without a subject: "aus Regierungskreisen hieß es", "wie aus einer Studie hervorgeht", "heißt es im Bericht"."""

from dataclasses import replace

from bot.readers.offline.naming.mentions import Mention
from bot.readers.offline.sourcing import speakers
from bot.readers.offline.speech import content, openings
from bot.readers.offline.syntax import phrasing, rightward, trimming
from bot.readers.offline.syntax.cues import Cue
from bot.readers.offline.syntax.sentence import Attribution, Place, Sentence

_INSIDE = ("document", "organisation", "anonymous")
_MARKS = (",", ";", ":")


def read(sentence: Sentence, cue: Cue) -> Attribution | None:
    """The source stands behind a preposition, before the reporting words, between them or behind them."""
    if _somebody_learns(sentence, cue):
        return None
    court = _before_court(sentence, cue)
    if court is not None:
        return court
    for preposition in _prepositions(sentence, cue):
        place = rightward.phrase(sentence.tokens, preposition + 1, sentence.language)
        place = place[0], min([place[1], *(part for part in (cue.first, *cue.parts) if part > preposition)])
        sources = speakers.read(sentence, place) if place[0] < place[1] else ()
        if _inside(sentence, preposition):
            sources = tuple(
                source if source.sure else replace(source, kind="document", sure=True) for source in sources
            )
        if sources and all(_may_be_source(sentence, preposition, source) for source in sources):
            return _attribution(sentence, cue, preposition, place, sources)
    return None


def _before_court(sentence: Sentence, cue: Cue) -> Attribution | None:
    """ "Der Preis habe zu niedrig gelegen, hieß es vor Gericht": somebody says so whom the article does not name."""
    tokens, language = sentence.tokens, sentence.language
    start, end = _clause_start(sentence, cue.first), _past_adverbs(sentence, cue.last)
    for at in (at for at in (*range(start, cue.first), end) if at + 1 < len(tokens)):
        place = rightward.phrase(tokens, at + 1, language)
        place = place[0], min(place[1], cue.first) if at < cue.first else place[1]
        noun = language.noun(tokens[place[1] - 1].low) if place[0] < place[1] else ""
        if tokens[at].low in language["cues.before_courts"] and noun in language["hearsay.hearers"]:
            words = trimming.extent(tokens[at : place[1]])
            said = sentence.passage.text[slice(*words)]
            who = Mention(*words, None, "anonymous", role=said, described=said, sure=False)
            return _attribution(sentence, cue, at, place, (who,))
    return None


def _past_adverbs(sentence: Sentence, at: int) -> int:
    """Behind "daraufhin" in "hieß es daraufhin bei Grünland"."""
    while at < len(sentence.tokens) and sentence.tokens[at].low in sentence.language["grammar.adverbs"]:
        at += 1
    return at


def _somebody_learns(sentence: Sentence, cue: Cue) -> bool:
    """ "Dass die Räte erst im Mai von der Absage erfuhren": only behind "wie" does a clause that ends so tell whose news it is."""
    tokens, language = sentence.tokens, sentence.language
    if not phrasing.phrase(tokens, cue.first, "cues.learning", language):
        return False
    closes = cue.last >= len(tokens) or not tokens[cue.last].is_word
    first = _clause_start(sentence, cue.first)
    return closes and tokens[first].low not in language["cues.as_reports"]


def _prepositions(sentence: Sentence, cue: Cue) -> list[int]:
    """Those of the clause, the one right behind the reporting words first."""
    tokens, language = sentence.tokens, sentence.language
    listed = language["cues.impersonal_from"]
    start = _clause_start(sentence, cue.first)
    if start == cue.first and start > 1 and tokens[0].low in listed and tokens[start - 1].text == ",":
        start = 0  # "In einem Gutachten, aus dem er zitierte, heißt es"
    end = max(cue.last, *cue.parts) if cue.parts else cue.last
    learning = phrasing.phrase(tokens, cue.first, "cues.learning", language)  # "erfuhr die Agentur aus Kreisen"
    end = _past_adverbs(sentence, end)
    behind = range(end, len(tokens) if learning else min(end + 1, len(tokens)))
    return [at for at in (*behind, *range(start, end)) if tokens[at].low in listed]


def _clause_start(sentence: Sentence, at: int) -> int:
    tokens = sentence.tokens
    while at > 0 and tokens[at - 1].text not in _MARKS and not tokens[at - 1].is_quote:
        at -= 1
    return at


def _may_be_source(sentence: Sentence, preposition: int, source: Mention) -> bool:
    """Inside something stand only documents and bodies; "hieß es am Morgen aus dem Haus" names nobody."""
    return source.sure and (source.kind in _INSIDE or not _inside(sentence, preposition))


def _inside(sentence: Sentence, preposition: int) -> bool:
    """ "In der Klageschrift": whatever says something inside is a document."""
    return sentence.tokens[preposition].low in sentence.language["grammar.in_"]


def _attribution(
    sentence: Sentence, cue: Cue, preposition: int, place: Place, sources: tuple[Mention, ...]
) -> Attribution:
    tokens, language = sentence.tokens, sentence.language
    left = min(cue.first, preposition)
    while (
        left > 0
        and tokens[left - 1].is_word
        and tokens[left - 1].low in language["cues.as_reports"] | language["grammar.it"]
    ):
        left -= 1
    right = max(place[1], cue.last, *(part + 1 for part in cue.parts))
    before = content.ahead_of(sentence, left) if left else None
    after = trimming.trimmed(sentence, openings.past_that(sentence, right + (right < len(tokens))), len(tokens))
    if before is None and after is None and cue.parts:  # "In dem Gutachten ist von Mängeln die Rede"
        after = trimming.trimmed(sentence, max(place[1], cue.last), cue.parts[0])
    return Attribution(
        sentence.line.n,
        "say",
        sources,
        trimming.extent(tokens[cue.first : cue.last]),
        content.known(before or after),
        (tokens[left].start, tokens[right - 1].end),
        _learning(sentence, cue, place),
        sentence.line.quotes,
        parenthetical=before is not None,
    )


def _learning(sentence: Sentence, cue: Cue, source: Place) -> tuple[Mention, ...]:
    """ "Das erfuhr die Agentur ANP aus Parteikreisen": through whom it came."""
    if not phrasing.phrase(sentence.tokens, cue.first, "cues.learning", sentence.language):
        return ()
    place = rightward.phrase(sentence.tokens, cue.last, sentence.language)
    place = place[0], min(place[1], source[0] - 1)
    return speakers.read(sentence, place) if place[0] < place[1] else ()
