"""Frames: the way in which a reporting word reports where it stands, or that it does not."""

from bot.readers.offline import content
from bot.readers.offline.cues import Cue, Frame
from bot.readers.offline.mentions import Mention
from bot.readers.offline.sentence import Sentence

_SPEECH: tuple[Frame, ...] = ("tell", "say")
_MATTER: tuple[Frame, ...] = ("find", "think")


def of(sentence: Sentence, cue: Cue, left: int, right: int) -> Frame | None:
    """The frame that the words beside the attribution (tokens `left:right`) ask for; None when none fits."""
    tokens, language, frames = sentence.tokens, sentence.language, cue.frames
    ahead = [token.low for token in tokens[right : right + 12]]
    quoted = any(token.is_quote for token in tokens[right : right + 14])
    fits = {
        "accuse": any(low in language["grammar.accused_of"] for low in ahead),
        "tell": True,
        "say": True,
        "find": bool(ahead),
        "think": bool(ahead),
        "call": quoted or any(low in language["grammar.as_"] for low in ahead),
        "urge": quoted or any(low in language["grammar.to"] for low in ahead),
        "promise": bool(ahead) and ahead[0] in language["grammar.promised"] | language["grammar.determiners"],
        "demand": bool(ahead),
        "deny": True,
        "judge": bool(ahead),
        "quote": quoted or content.follows_quotation(tokens, left),
    }
    order: tuple[Frame, ...] = (
        "accuse",
        *_SPEECH,
        *_MATTER,
        "call",
        "urge",
        "promise",
        "demand",
        "deny",
        "judge",
        "quote",
    )
    return next((frame for frame in order if frame in frames and fits[frame]), None)


def indefinite(mention: Mention, sentence: Sentence) -> bool:
    """ "A true leader understands": nobody in particular."""
    first = next((token for token in sentence.tokens if token.start >= mention.start), None)
    vague = first is not None and first.low in sentence.language["grammar.indefinite"]
    return mention.kind == "unnamed_person" and vague
