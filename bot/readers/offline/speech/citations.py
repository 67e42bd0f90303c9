"""Citations: whom an outlet cites, and so relays: "The Courier reported, citing two officials", "zitierte … mit den Worten"."""

from dataclasses import replace

from bot.readers.offline.naming.mentions import Mention
from bot.readers.offline.sourcing import speakers
from bot.readers.offline.speech import content, openings
from bot.readers.offline.syntax import phrases, phrasing, rightward, trimming
from bot.readers.offline.syntax.cues import Cue
from bot.readers.offline.syntax.sentence import Attribution, Place, Sentence


def within(sentence: Sentence, start: int, end: int) -> tuple[int, int, tuple[Mention, ...]] | None:
    """Whom the outlet in the tokens `start:end` cites, right behind it: "selon Le Courrier, citant deux ingénieurs"; with
    the tokens where that begins and ends."""
    tokens, language = sentence.tokens, sentence.language
    for at in range(start + 1, min(end + 2, len(tokens))):
        last = phrasing.phrase(tokens, at, "cues.citing_behind", language)
        if not last or (at > end and tokens[end].text != ","):
            continue
        place = rightward.phrase(tokens, last, language)
        sources = speakers.read(sentence, place) if place[0] < place[1] else ()
        if sources and all(source.sure or source.count for source in sources):
            first = at - (tokens[at - 1].text == ",")
            return first, place[1], sources
    return None


def quoting(sentence: Sentence, cue: Cue, outlets: tuple[Mention, ...], subject: Place) -> Attribution | None:
    """ "X and Y quoted unnamed sources as saying that …": the sources speak, X and Y relay."""
    tokens, language = sentence.tokens, sentence.language
    near = range(cue.last, min(len(tokens) - 1, cue.last + 15))
    with_words = next((at for at in near if phrasing.phrase(tokens, at, "cues.quoted_with", language)), None)
    as_ = with_words or next((at for at in near if tokens[at].low in language["grammar.as_"]), None)
    if as_ is None or not (with_words or language.is_gerund(tokens[as_ + 1].low)):
        return None
    sources = speakers.read(sentence, (cue.last, as_))
    said = phrasing.phrase(tokens, as_, "cues.quoted_with", language) or phrasing.phrase(
        tokens, as_ + 1, "cues.say", language
    )
    verb = min(said or as_ + 2, len(tokens))
    ahead = content.follows_quotation(tokens, subject[0])
    spoken = content.ahead_of(sentence, subject[0]) if ahead else _behind_that(sentence, verb)
    if not sources or spoken is None:
        return None
    return Attribution(
        sentence.line.n,
        "quotes",
        sources,
        trimming.extent(tokens[as_ + 1 : verb]),
        (spoken,),
        (tokens[subject[0]].start, tokens[verb - 1].end),
        via=tuple(map(outlet, outlets)),
        quotes=sentence.line.quotes,
        parenthetical=ahead,
    )


def _behind_that(sentence: Sentence, at: int) -> Place | None:
    """What stands from token `at` on, without the "that" it begins with."""
    return trimming.trimmed(sentence, openings.past_that(sentence, at), len(sentence.tokens))


def quoted_by(sentence: Sentence, cue: Cue, outlets: tuple[Mention, ...], place: Place) -> Attribution | None:
    """ "Reed was quoted by the Ledger as saying that …": Reed speaks, the Ledger relays. `place` are the tokens from the helping
    verb to the outlet's end."""
    tokens, language = sentence.tokens, sentence.language
    helped, as_ = place
    gerund = as_ + 1 < len(tokens) and language.is_gerund(tokens[as_ + 1].low)
    subject = phrases.left(tokens, helped, language) if gerund and tokens[as_].low in language["grammar.as_"] else None
    if "quotes" not in cue.frames or subject is None or not outlets:
        return None
    sources = speakers.read(sentence, subject)
    spoken = _behind_that(sentence, as_ + 2)
    if not sources or spoken is None:
        return None
    group = (tokens[subject[0]].start, tokens[as_ + 1].end)
    said = trimming.extent(tokens[as_ + 1 : as_ + 2])
    via, quotes = tuple(map(outlet, outlets)), sentence.line.quotes
    return Attribution(sentence.line.n, "quotes", sources, said, (spoken,), group, via=via, quotes=quotes)


def behind(sentence: Sentence, cue: Cue) -> None:
    """ "The Courier reported that …, citing two officials": the officials speak, the Courier relays."""
    tokens, last = sentence.tokens, sentence.found[-1] if sentence.found else None
    place = rightward.phrase(tokens, cue.last, sentence.language)
    sources = speakers.read(sentence, place) if place[0] < place[1] else ()
    if last is None and cue.first == 0 and sources and all(source.sure for source in sources):
        sentence.cited = sources
    if last is None or last.via or not sources or not all(source.sure for source in sources):
        return
    start, relays = tokens[cue.first].start, last.sources
    if last.group[0] <= start < last.group[1]:
        relays = _citing(sentence, cue, relays) or relays
        start = sentence.line.end  # "L'agence, citant le ministère, rapporte que …": what is said stands behind it
    kept = content.known(*(trimming.clipped(sentence, begin, min(end, start)) for begin, end in last.content))
    sentence.found[-1] = replace(last, sources=sources, via=tuple(map(outlet, relays)), content=kept or last.content)


def _citing(sentence: Sentence, cue: Cue, outlets: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The outlet without those whom it cites: "The Courier" of "The Courier, citing two officials"."""
    first = next((at for at, token in enumerate(sentence.tokens) if token.start >= outlets[0].start), cue.first)
    end = cue.first - (sentence.tokens[cue.first - 1].text == ",")
    return speakers.read(sentence, (first, end)) if first < end else ()


def before(sentence: Sentence, new: Attribution) -> Attribution:
    """With whom the sentence cites at its beginning for the source, and the outlet for the relay."""
    if not sentence.cited or new.via:
        return new
    sources, sentence.cited = sentence.cited, ()
    said = [(max(start, sources[-1].end), end) for start, end in new.content if end > sources[-1].end]
    return replace(new, sources=sources, via=tuple(map(outlet, new.sources)), content=tuple(said))


def outlet(mention: Mention) -> Mention:
    """Who quotes others is an outlet, whatever its name."""
    plain = mention.kind == "organisation" and mention.media == "none"
    return replace(mention, media="other_media") if plain else mention
