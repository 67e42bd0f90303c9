"""Frames: the way in which a reporting word reports where it stands, or that it does not."""

from collections.abc import Sequence

from bot.readers.offline import content
from bot.readers.offline.cues import Cue, Frame
from bot.readers.offline.language import Language
from bot.readers.offline.mentions import Mention
from bot.readers.offline.sentence import Sentence

_SPEECH: tuple[Frame, ...] = ("tell", "say")
_ORDER: tuple[Frame, ...] = (
    "accuse", *_SPEECH, "find", "think", "call", "urge", "promise", "demand", "deny", "judge", "quote",
)  # fmt: skip
_ALWAYS: tuple[Frame, ...] = ("tell", "say", "deny")
_CLAUSE = 5  # words behind it among which the clause of a reporting word begins
_LOOK = 12  # words behind the attribution that tell how it reports


def of(sentence: Sentence, cue: Cue, left: int, right: int) -> Frame | None:
    """The frame that the words beside the attribution (tokens `left:right`) ask for; None when none fits."""
    quoted_before = content.follows_quotation(sentence.tokens, left)
    order = (*_SPEECH, "quote", *_ORDER) if quoted_before else _ORDER  # "“No,” he countered"
    if _not_told(sentence, cue, left, right, quoted_before=quoted_before):
        return None
    fitting = _fitting(sentence, right, quoted_before=quoted_before)
    if cue.parts and {"deny", "judge"} <= cue.frames and not _of_matter(sentence, right):
        fitting -= {"deny"}  # "lehnen den Bau ab"
    return next((frame for frame in order if frame in cue.frames and frame in fitting), None)


def _not_told(sentence: Sentence, cue: Cue, left: int, right: int, *, quoted_before: bool) -> bool:
    """ "Le film raconte la vie …": a verb that reports only with a clause or a quotation, or behind what is said."""
    tokens, language = sentence.tokens, sentence.language
    if quoted_before or tokens[cue.first].low not in language["cues.claused"] or cue.last - cue.first > 1:
        return False
    ahead = tokens[cue.last : max(right, cue.last) + _CLAUSE]
    told = any(token.is_quote or token.text == ":" or token.low in language["grammar.that"] for token in ahead)
    return not told and (left == 0 or tokens[left - 1].text != ",")


def _of_matter(sentence: Sentence, right: int) -> bool:
    """What stands behind the token `right` is something that was said."""
    language = sentence.language
    told = language["denials.of_matters"] | language["denials.carriers"]
    return any(token.low in told for token in sentence.tokens[right : right + _LOOK])


def _fitting(sentence: Sentence, right: int, *, quoted_before: bool) -> frozenset[Frame]:
    """The frames that the words from the token `right` on allow."""
    tokens, language = sentence.tokens, sentence.language
    ahead = [token.low for token in tokens[right : right + _LOOK]]
    quoted = any(token.is_quote for token in tokens[right : right + _LOOK + 2])
    # "plant, den Neubau zu eröffnen"
    clause = bool(language["grammar.verb_second"]) and ahead[:1] == [","] and bool(language["grammar.to"] & set(ahead))
    fits: dict[Frame, bool] = {
        "accuse": any(low in language["grammar.accused_of"] for low in ahead) or bool(language["grammar.verb_second"]),
        "find": bool(ahead),
        "think": bool(ahead),
        "call": quoted
        or any(low in language["grammar.as_"] for low in ahead)
        or _gives_name(ahead, language)
        or _calls_untrue(ahead, language),
        "urge": quoted or _urges(ahead, language),
        "promise": bool(ahead)
        and (ahead[0] in language["grammar.promised"] | language["grammar.determiners"] or clause),
        "demand": bool(ahead),
        "judge": bool(ahead),
        "quote": quoted or quoted_before,
    }
    return frozenset((*_ALWAYS, *(frame for frame, fit in fits.items() if fit)))


def _urges(ahead: Sequence[str], language: Language) -> bool:
    """ "asked the firm to pay", "appealed to the firm to pay"; who "asked to see the books" urges nobody."""
    to = [at for at, low in enumerate(ahead) if low in language["grammar.to"]]
    return bool(to) and (to[0] > 0 or len(to) > 1)


def _gives_name(ahead: Sequence[str], language: Language) -> bool:
    """ "called it a disgrace", "called the findings reassuring": an object, and right behind it what it is called."""
    if len(ahead) > 1 and ahead[0] in language["grammar.objects"] | language["denials.pointers"]:
        behind = next((low for low in ahead[1:] if low not in language["denials.intensifiers"]), "")
        named = behind in language["grammar.articles"] or _judges(behind, language)
        if named or ahead[0] not in language["grammar.determiners"]:
            return named
    if not ahead or ahead[0] not in language["grammar.determiners"]:
        return False
    for at, word in enumerate(ahead[2:6], start=2):
        if word in language["grammar.articles"]:
            return True
        if word in language["grammar.accused_of"] and any(
            low in language["denials.dismissive"] for low in ahead[at + 1 : at + 2]
        ):
            return True  # "a qualifié ces accusations d'absurdes"
        if not word.isalpha() or word in language["grammar.prepositions"]:
            return False
        if _judges(word, language):
            return True
    return False


def _calls_untrue(ahead: Sequence[str], language: Language) -> bool:
    """ "Called the story about the plans a fairy tale", "tachó de falsas las acusaciones"."""
    names = language.longest["denials.dismissive"]
    first, second = [*ahead[:2], "", ""][:2]
    if first in language["grammar.accused_of"]:
        return second in names or _judges(second, language)
    told = second in language["denials.carriers"] | language["denials.affairs"]
    clause = ahead[2 : ahead.index(",")] if "," in ahead[2:] else ahead[2:]
    return first in language["grammar.determiners"] and told and any(word in names for word in clause)


def _judges(word: str, language: Language) -> bool:
    listed = language["kinds.opinion"] | language["denials.dismissive"]
    return word in listed or word.endswith(tuple(language["endings.qualities"]))


def indefinite(mention: Mention, sentence: Sentence) -> bool:
    """ "A true leader understands": nobody in particular."""
    first = next((token for token in sentence.tokens if token.start >= mention.start), None)
    vague = first is not None and first.low in sentence.language["grammar.indefinite"]
    return mention.kind == "unnamed_person" and vague
