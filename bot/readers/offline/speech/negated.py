"""Negated: a verb of saying by which nothing is said, told by the words before it and at the end of its clause."""

from bot.readers.offline.syntax import phrases
from bot.readers.offline.syntax.cues import Cue
from bot.readers.offline.syntax.sentence import Sentence


def by_words(sentence: Sentence, cue: Cue) -> bool:
    """ "did not say", "would say": nothing is asserted."""
    denied = sentence.language["grammar.negations"] | sentence.language["grammar.modals"]
    helped = phrases.before_helpers(sentence.tokens, cue.first, sentence.language)
    before = sentence.tokens[max(helped, cue.first - 3) : cue.first]
    month = sentence.language["grammar.days"]  # "in May said" is no "may say"
    before = tuple(token for token in before if not (token.text[0].isupper() and token.low in month))
    return any(token.negates(denied) for token in before) or _behind(sentence, cue)


def _behind(sentence: Sentence, cue: Cue) -> bool:
    """ "Sie behauptete (am Montag) nie, dass …", "sagte nicht, die Lage sei gut": where the verb comes second its "not" ends the clause."""
    tokens, language = sentence.tokens, sentence.language
    if not language.verb_second:
        return False
    end = next((at for at in range(cue.last, len(tokens)) if not tokens[at].is_word), len(tokens))
    clause = end + 1 < len(tokens) and tokens[end].text == ","
    return clause and end > cue.last and tokens[end - 1].low in language["grammar.negations"]
