"""Speakers whom no subject names: "dijo" after what is said, and "on" in "À l'Élysée, on affirme"."""

from bot.readers.offline.naming.mentions import Mention
from bot.readers.offline.sourcing import speakers
from bot.readers.offline.speech import content, tacit
from bot.readers.offline.syntax import phrases, phrasing, rightward
from bot.readers.offline.syntax.cues import Cue
from bot.readers.offline.syntax.sentence import Place, Sentence

_SPEECH = frozenset({"say", "quote", "tell"})


def find(sentence: Sentence, cue: Cue, subject: Place | None) -> tuple[Place, tuple[Mention, ...]] | None:
    """The tokens of the attribution beside its verb, and who speaks; None where that is nobody in particular."""
    return _circle(sentence, subject) if subject is not None else _dropped(sentence, cue)


def stands_for_any(sentence: Sentence, subject: Place | None) -> bool:
    """The subject is "on", whom only the words before it can name."""
    first = sentence.tokens[subject[0]] if subject and subject[0] < subject[1] else None
    return first is not None and first.low in sentence.language["grammar.anybody"]


def _circle(sentence: Sentence, subject: Place) -> tuple[Place, tuple[Mention, ...]] | None:
    """ "Dans l'entourage du président, on affirme …": those of whom the sentence begins."""
    tokens, language = sentence.tokens, sentence.language
    comma = next((at for at in range(subject[0]) if tokens[at].text == ","), None)
    opening = phrasing.phrase(tokens, 0, "grammar.circles", language) if comma else 0
    if not opening:
        return None
    place = rightward.phrase(tokens, opening, language)
    sources = speakers.read(sentence, place) if place[1] == comma else ()
    return (subject, sources) if sources and all(source.sure for source in sources) else None


def _dropped(sentence: Sentence, cue: Cue) -> tuple[Place, tuple[Mention, ...]] | None:
    """ "«Es seguro», insistió.", and further down "Añadió que …", "Preguntado por ello, aseguró que …": the verb tells whether one person speaks
    or several do."""
    tokens, language = sentence.tokens, sentence.language
    first = phrases.before_helpers(tokens, cue.first, language)
    single = _single(sentence, cue, first)
    if not cue.frames & _SPEECH or not (single or _several(sentence, cue, first)):
        return None
    behind = cue.last == len(tokens) or content.only_adjunct(tokens, cue.last, sentence)
    closes = single and behind and first > 0 and (tokens[first - 1].is_quote or tokens[first - 1].text == ",")
    opens = (first == 0 or tacit.behind_adjunct(sentence, first)) and sentence.line.n > 1 and _claims(sentence, cue)
    if not closes and not opens and not (single and tacit.inside(sentence, cue)):
        return None
    words = tokens[first : cue.last]
    one = Mention(words[0].start, words[-1].end, None, "person", pronoun="who")
    several = Mention(words[0].start, words[-1].end, None, "unnamed_group", pronoun="they")
    return (first, cue.last), (one if single else several,)


def _single(sentence: Sentence, cue: Cue, first: int) -> bool:
    """Its form, or that of its helping verb, is of one other person."""
    verb, language = sentence.tokens[first], sentence.language
    return (
        verb.low in language["grammar.single_helpers"]
        if first < cue.first
        else verb.low.endswith(tuple(language["endings.single"])) or verb.low in language["cues.single"]
    )


def _several(sentence: Sentence, cue: Cue, first: int) -> bool:
    """Its form is of several others: "aseguraron"."""
    return first == cue.first and sentence.tokens[first].low.endswith(tuple(sentence.language["endings.several"]))


def _claims(sentence: Sentence, cue: Cue) -> bool:
    behind = sentence.tokens[cue.last : cue.last + 1]
    return bool(behind) and behind[0].low in sentence.language["grammar.that"]
