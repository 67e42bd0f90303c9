"""As reported: whose claim is denied, where the sentence tells that beside it: "denied that it had paid, as the Post reported"."""

from itertools import pairwise

from bot.readers.offline.denying.denied import Hearsay
from bot.readers.offline.naming import mentions
from bot.readers.offline.syntax.sentence import Place
from bot.readers.offline.text import tokens
from bot.readers.offline.text.passage import Passage

_REPORTER = 8  # words of "as the editor of the Post had claimed"


def hearsay(passage: Passage, matter: Place | None) -> Hearsay | None:
    """What is denied before ", as the Post reported", in the Post's name."""
    language = passage.language
    found = tokens.cut(passage.text, *matter) if matter else []
    opening = next(
        (
            at
            for at, (comma, as_) in enumerate(pairwise(found))
            if comma.text == "," and as_.low in language["denials.as_said"]
        ),
        None,
    )
    if not opening:
        return None
    told = found[opening + 2 : opening + 2 + _REPORTER]
    verbs = language["cues.say"] | language["denials.accusing"] | language["denials.claimed_than"]
    verb = next(
        (
            at
            for at, token in enumerate(told)
            if not token.is_capital and token.low in verbs | language["grammar.auxiliaries"]
        ),
        0,
    )
    who = mentions.read(passage.text, told[:verb], language, passage.names) if verb else None
    if who is None or not who.sure or not any(token.low in verbs for token in told[verb:]):
        return None
    first = 1 if found[0].low in language["grammar.that"] else 0
    return Hearsay((found[first].start, found[opening - 1].end), who)
