"""Quoted names: the outlets whose names stand in quotation marks behind "laut", "selon" and "según"."""

from bot.readers.offline.naming.mentions import Mention
from bot.readers.offline.sourcing import speakers
from bot.readers.offline.syntax import rightward
from bot.readers.offline.syntax.sentence import Sentence
from bot.readers.offline.text.tokens import Token

_TITLE = 4  # words of an outlet's name


def behind(sentence: Sentence, start: int, end: int) -> tuple[tuple[Mention, ...], int]:
    """The outlet whose name stands in quotation marks behind the tokens `start:end`, with the partner of "der „Neuburger Post“ und des
    Senders NKR", and the token where they end; nothing where there is none."""
    found = _one_behind(sentence, start, end)
    if not found:
        return (), end
    tokens, joined = sentence.tokens, end + 1
    if joined + 1 < len(tokens) and tokens[joined].low in sentence.language["grammar.coordinators"]:
        place = rightward.phrase(tokens, joined + 1, sentence.language)
        other = _one_behind(sentence, *place)
        more = other or (speakers.read(sentence, place) if place[0] < place[1] else ())
        if more and all(one.sure and one.kind == "organisation" for one in more):
            return (*found, *more), place[1] + bool(other)
    return found, end + 1


def _one_behind(sentence: Sentence, start: int, end: int) -> tuple[Mention, ...]:
    """The outlet whose name stands in quotation marks behind the tokens `start:end`: "laut einem Bericht der Zeitung „Bote“",
    "selon le quotidien « Sud »", "según publica «Sur»"."""
    tokens, language = sentence.tokens, sentence.language
    if not start <= end < len(tokens) or not tokens[end].is_quote:
        return ()
    nouns = {tokens[end - 1].low, tokens[end - 1].low.removesuffix("s")}
    if language.capital_nouns:
        called = nouns & (language["sources.media_words"] | language["grammar.articles"])
        named = bool(called) if start < end else _titled(tokens[end])
    else:
        lead = language["sources.media_words"] | language["grammar.tight_links"] | language["cues.say"]
        named = language.noun_first and (start == end or bool(nouns & lead))
    return speakers.quoted_outlet(tokens[end]) if named else ()


def _titled(quoted: Token) -> bool:
    """ "Laut „Hohenauer Bote“": a few words in capitals, and no sentence."""
    words = quoted.text.strip("„“”«»\"'‚‘’ ").split()
    return 0 < len(words) <= _TITLE and all(word[0].isupper() for word in words)
