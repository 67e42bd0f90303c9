"""Frames: the way in which a reporting word reports where it stands, or that it does not."""

from collections.abc import Sequence

from bot.readers.offline.naming.mentions import Mention
from bot.readers.offline.speech import content, mood
from bot.readers.offline.syntax import phrasing
from bot.readers.offline.syntax.cues import Cue, Frame
from bot.readers.offline.syntax.sentence import Sentence
from bot.readers.offline.text.language import Language

_SPEECH: tuple[Frame, ...] = ("tell", "say")
_ORDER: tuple[Frame, ...] = (
    "accuse", *_SPEECH, "find", "think", "call", "urge", "promise", "demand", "deny", "judge", "quote",
)  # fmt: skip
_ALWAYS: tuple[Frame, ...] = ("tell", "say", "deny")
_TOLD: frozenset[Frame] = frozenset({"say", "tell", "quote"})
_ANTECEDENT = 8  # words before it among which what "rejects" is about stands
_OBJECT = 6  # words behind it among which the object of "rejects" stands
_OWNER = 4  # words of "the minister's"
_CLAUSE = 8  # words behind it among which the clause of a reporting word begins
_NAMED = 3  # words of "die Aufklärung halbherzig"
_LOOK = 12  # words behind the attribution that tell how it reports


def of(sentence: Sentence, cue: Cue, left: int, right: int) -> Frame | None:
    """The frame that the words beside the attribution (tokens `left:right`) ask for; None when none fits."""
    language = sentence.language
    quoted_before = content.follows_quotation(sentence.tokens, left)
    order = (*_SPEECH, "quote", *_ORDER) if quoted_before else _ORDER  # "“No,” he countered"
    if _sentences(sentence, cue, left) or _meets(sentence, cue, right):
        return None
    fitting = _fitting(sentence, right, quoted_before=quoted_before)
    if mood.beside(sentence.tokens, left, right, language):
        fitting |= {"quote"}
    if left and sentence.tokens[left - 1].text == "," and _retort(sentence, left - 1):
        fitting |= {"quote"}  # "Faux, tranche le docteur"
    if cue.parts and {"deny", "judge"} <= cue.frames and not _of_matter(sentence, right):
        fitting -= {"deny"}  # "lehnen den Bau ab"
    if _not_told(sentence, cue, left, right, quoted_before=quoted_before):
        fitting -= _TOLD
    if language.noun_first and "judge" in cue.frames and not _answers(sentence, cue):
        fitting -= {"deny"}
    return next((frame for frame in order if frame in cue.frames and frame in fitting), None)


def _retort(sentence: Sentence, end: int) -> bool:
    """What stands before the token `end` is a whole answer: "faux", "im Gegenteil"."""
    return phrasing.phrase(sentence.tokens, 0, "denials.retorts", sentence.language) == end


def _not_told(sentence: Sentence, cue: Cue, left: int, right: int, *, quoted_before: bool) -> bool:
    """ "Le film raconte la vie …": a verb that reports only with a clause or a quotation, or behind what is said."""
    tokens, language = sentence.tokens, sentence.language
    if quoted_before or tokens[cue.first].low not in language["cues.claused"] or cue.last - cue.first > 1:
        return False
    ahead = tokens[cue.last : max(right, cue.last) + _CLAUSE]
    opening = language["grammar.complementiser"] | language["grammar.that"] | language["denials.infinitives"] | {":"}
    told = any(token.is_quote or token.low in opening for token in ahead)
    return not told and (left == 0 or tokens[left - 1].text != ",")


def _of_matter(sentence: Sentence, right: int) -> bool:
    """What stands behind the token `right` is something that was said; a "that" no more than what was just demanded."""
    language = sentence.language
    told = language["denials.of_matters"] | language["denials.carriers"]
    found = {token.low for token in sentence.tokens[right : right + _LOOK]} & told
    return bool(found - language["denials.pointers"]) or (bool(found) and not _behind_demand(sentence))


def _behind_demand(sentence: Sentence) -> bool:
    """ "Der Verband forderte eine Grenze. Die Ministerin lehnt das ab": the sentence before demands something."""
    line = sentence.passage.lines[max(0, sentence.line.n - 2)]
    return line.n < sentence.line.n and phrasing.holds(line.tokens, "cues.demand", sentence.language)


def _sentences(sentence: Sentence, cue: Cue, left: int) -> bool:
    """ "Le tribunal a condamné l'entreprise": what a court does to somebody is no opinion."""
    tokens, language = sentence.tokens, sentence.language
    court = any(token.low in language["sources.courts"] for token in tokens[left : cue.first])
    return court and tokens[cue.first].low in language["cues.sentencing"]


def _meets(sentence: Sentence, cue: Cue, right: int) -> bool:
    """ "Agreed to speak by telephone": nothing is promised, and nothing said."""
    tokens, language = sentence.tokens, sentence.language
    to, met = ([token.low for token in tokens[at : at + 1]] for at in (right, right + 1))
    promised = tokens[cue.first].low in language["cues.promise"] and bool(language["grammar.to"].intersection(to))
    return promised and bool(language["sources.meetings"].intersection(met))


def _answers(sentence: Sentence, cue: Cue) -> bool:
    """ "Rejette les accusations", not "rejette la proposition": the object is something that was said."""
    tokens, language = sentence.tokens, sentence.language
    if phrasing.phrase(tokens, cue.first, "denials.denies", language):
        return True
    said = language["denials.of_matters"] | language["denials.pointers"] | language["denials.wording"]
    said = (said - language["grammar.articles"]) | language["denials.infinitives"] | language["grammar.that"]
    before = [token.low for token in tokens[max(0, cue.first - _ANTECEDENT) : cue.first]]
    if language["grammar.that"].intersection(before) and language["denials.of_matters"].intersection(before):
        return True  # "des accusations que la mairie rejette"
    near = (*tokens[max(0, cue.first - 1) : cue.first], *tokens[cue.last : cue.last + _OBJECT])
    return any(token.low in said or token.is_quote for token in near)


def _fitting(sentence: Sentence, right: int, *, quoted_before: bool) -> frozenset[Frame]:
    """The frames that the words from the token `right` on allow."""
    tokens, language = sentence.tokens, sentence.language
    ahead = [token.low for token in tokens[right : right + _LOOK]]
    quoted = any(token.is_quote for token in tokens[right : right + _LOOK + 2])
    # "plant, den Neubau zu eröffnen"
    clause = language.verb_second and ahead[:1] == [","] and bool(language["grammar.to"] & set(ahead))
    fits: dict[Frame, bool] = {
        "accuse": _accuses(ahead, language) or language.verb_second,
        "find": bool(ahead),
        "think": bool(ahead),
        "call": quoted
        or any(low in language["grammar.as_"] for low in ahead)
        or _gives_name(ahead, language)
        or _calls_untrue(ahead, language)
        or _ends_in_name(sentence, right),
        "urge": quoted or _urges(ahead, language),
        "promise": bool(ahead) and (_promised(ahead[0], language) or clause),
        "demand": bool(ahead),
        "judge": bool(ahead),
        "quote": quoted or quoted_before,
    }
    return frozenset((*_ALWAYS, *(frame for frame, fit in fits.items() if fit)))


def _accuses(ahead: Sequence[str], language: Language) -> bool:
    """ "of" what; not "charged three men, all of whom …"."""
    if not language["grammar.accused_that"].isdisjoint(ahead):
        return True
    of = (at for at, low in enumerate(ahead) if low in language["grammar.accused_of"])
    return any(not language["grammar.who"] & set(ahead[at + 1 : at + 2]) for at in of)


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
        if word in language["grammar.articles"] - language["grammar.genitives"]:
            return True  # "der Opfer" behind "die Namen" tells whose
        if word in language["grammar.accused_of"] and any(
            low in language["denials.dismissive"] for low in ahead[at + 1 : at + 2]
        ):
            return True  # "a qualifié ces accusations d'absurdes"
        if not word.isalpha() or word in language["grammar.prepositions"]:
            return False
        if _judges(word, language):
            return True
    return False


def _ends_in_name(sentence: Sentence, right: int) -> bool:
    """ "Nannte die Aufklärung halbherzig": where nouns have capitals, a small word that ends the clause behind the object."""
    tokens, language = sentence.tokens, sentence.language
    end = next((at for at in range(right, len(tokens)) if not tokens[at].is_word), len(tokens))
    if not language.capital_nouns or end - right < _NAMED or tokens[right].low not in language["grammar.determiners"]:
        return False
    last, before = tokens[end - 1], tokens[end - 2]
    light = language["grammar.adverbs"] | language["grammar.negations"] | language["grammar.verb_particles"]
    named = last.text[0].islower() and before.text[0].isupper() and last.low not in light
    return named and not any(token.low in language["grammar.prepositions"] for token in tokens[right:end])


def _calls_untrue(ahead: Sequence[str], language: Language) -> bool:
    """ "Called the story about the plans a fairy tale", "called Hill's remarks baseless", "tachó de falsas las acusaciones"."""
    names = language["denials.dismissive"].longest
    first, second = [*ahead[:2], "", ""][:2]
    if first in language["grammar.accused_of"]:
        return second in names or _judges(second, language)
    owned = next((at for at, low in enumerate(ahead[:_OWNER]) if low == "'s"), 0)
    what = language["denials.carriers"] | language["denials.affairs"] | language["denials.utterances"]
    told = any(low in what for low in ahead[owned + 1 : owned + 2])
    clause = ahead[2 : ahead.index(",")] if "," in ahead[2:] else ahead[2:]
    opens = bool(owned) or first in language["grammar.determiners"]
    return opens and told and any(word in names for word in clause)


def _promised(first: str, language: Language) -> bool:
    infinitive = first.endswith(tuple(language["endings.infinitive"])) and language.noun_first
    return infinitive or first in language["grammar.promised"] | language["grammar.determiners"]


def _judges(word: str, language: Language) -> bool:
    listed = language["kinds.opinion"] | language["denials.dismissive"]
    return word in listed or word.endswith(tuple(language["endings.qualities"]))


def indefinite(mention: Mention, sentence: Sentence) -> bool:
    """ "A true leader understands": nobody in particular."""
    first = next((token for token in sentence.tokens if token.start >= mention.start), None)
    vague = first is not None and first.low in sentence.language["grammar.indefinite"]
    return mention.kind == "unnamed_person" and vague
