"""Verb-second clauses: in German the subject may stand behind the verb, and the participle at the end."""

from collections.abc import Sequence

from bot.readers.offline.syntax import bracket, interjected, phrases, rightward
from bot.readers.offline.syntax.cues import Cue
from bot.readers.offline.syntax.sentence import Place, Sentence
from bot.readers.offline.text.language import Language
from bot.readers.offline.text.tokens import DASHES, Token

_STOPS = DASHES | {",", ";", ":", "?", "!", "("}


def subject(sentence: Sentence, cue: Cue) -> tuple[Place | None, bool]:
    """Token indices of the subject, and whether it follows the finite verb.

    "Am Montag sagte die Ministerin", "Weil es taut, fordert die Stadt" and "„Ja“, sagte sie" have it behind the verb; "Die
    Stadt hat Vorwürfe zurückgewiesen" has it before its helping verb.
    """
    tokens, language = sentence.tokens, sentence.language
    helping = bracket.perfect(tokens, cue.first, language)  # "hatte dies „absurd“ genannt"
    start = _clause_start(tokens, cue.first if helping is None else helping, language)
    finite = _finite(tokens, start, cue, language)
    if finite > start and tokens[start].low in language["grammar.interrogatives"]:
        return None, False  # "Was der Minister sagte, blieb offen"
    joined = _joined(tokens, start, cue, language)
    if joined is not None:
        return subject(sentence, Cue(joined, joined + 1, frozenset()))
    apart = interjected.subject(tokens, start, language) if finite == start else None
    if apart is not None:
        return apart, False  # "Der Verband, der 40 Firmen vertritt, warnt"
    shared = _shared(tokens, start, cue, language)
    if shared is not None:
        return shared, False
    if start > 1 and tokens[start - 1].is_quote and _names_outlet(tokens, start - 2, language):
        return (start - 1, start), False  # "Die Zeitung „Elbbote“ hatte berichtet"
    if finite == start or _leads_in(tokens, start, finite, language) or _denied(tokens, start, finite, cue, language):
        return _behind(sentence, finite, cue), True
    return phrases.left(tokens, finite, language), False


def _behind(sentence: Sentence, finite: int, cue: Cue) -> Place | None:
    """Who stands behind the finite verb, as far as the verb's other parts; None for what can be no subject."""
    tokens, language = sentence.tokens, sentence.language
    place = rightward.phrase(tokens, finite + 1 if finite != cue.first else cue.last, language)
    place = place[0], min([place[1], *(part for part in cue.parts if part > place[0])])
    quoted = place[1] < len(tokens) and tokens[place[1]].is_quote and place[1] - place[0] in (1, 2)
    if quoted and _names_outlet(tokens, place[1] - 1, language):
        place = place[1], place[1] + 1  # "berichtet der „Bote“"
    return place if _may_be_subject(tokens, place, language) else None


def silent(sentence: Sentence, at: int) -> Place | None:
    """Who "wollte sich (zu den Kosten) nicht äußern", where the words that tell it begin at the token `at`: the subject of
    the helping verb before them, else of a reporting verb, or of the verb that they begin with."""
    tokens, language = sentence.tokens, sentence.language
    whole = over_clause(tokens, at, language)
    near = [at, *range(whole, _clause_start(tokens, whole, language) - 1, -1)]
    lists = (language["grammar.auxiliaries"], language.reporting | language.parted)
    verbs = [next((i for i in near if tokens[i].low in verbs and tokens[i].text[0].islower()), None) for verbs in lists]
    verb = next((verb for verb in verbs if verb is not None), at)
    behind = verb + 1
    while behind < len(tokens) and tokens[behind].low in language["grammar.reflexive"]:
        behind += 1
    return subject(sentence, Cue(verb, behind, frozenset()))[0]


def over_clause(tokens: Sequence[Token], at: int, language: Language) -> int:
    """The comma before what is asked, in "wollte sich zu der Frage, ob ermittelt wird, nicht äußern"; `at` where none is asked."""
    if at < 3 or tokens[at - 1].text != ",":
        return at
    opening = next((i for i in range(at - 2, 0, -1) if not tokens[i].is_word), 0)
    asks = tokens[opening].text == "," and tokens[opening + 1].low in language["grammar.complementiser"]
    return opening if asks else at


def _names_outlet(tokens: Sequence[Token], before: int, language: Language) -> bool:
    """Behind "die Zeitung" and behind "der" a quotation is a name; in "mit der „Elbbote“" it is no subject."""
    if tokens[before].low not in language["sources.media_words"] | language["grammar.articles"]:
        return False
    near = tokens[max(0, before - 2) : before]
    return not any(token.low in language["grammar.prepositions"] for token in near)


def _joined(tokens: Sequence[Token], start: int, cue: Cue, language: Language) -> int | None:
    """The first verb in "Der Verein wies das zurück und kündigte eine Prüfung an", whose subject is the second one's too."""
    if cue.first < start + 3 or tokens[cue.first - 1].low not in language["grammar.verb_links"]:
        return None
    verbs = language.reporting | language["grammar.auxiliaries"]
    found = (at for at in range(start + 1, cue.first - 1) if tokens[at].text[0].islower() and tokens[at].low in verbs)
    return next((at for at in found if tokens[at].low not in language["grammar.articles"]), None)


def _shared(tokens: Sequence[Token], start: int, cue: Cue, language: Language) -> Place | None:
    """The subject of the first verb in "Roth räumte den Flug ein, bestritt aber, dass …", which "but" lets go on, and in "… ein, wies
    den Vorwurf zurück", where what stands behind the second verb is its object."""
    goes_on = cue.first == start > 1 and tokens[start - 1].text == ","
    if not goes_on or cue.last >= len(tokens) or tokens[cue.last].low not in _no_subject(language):
        return None
    first = _clause_start(tokens, start - 1, language)
    opening = rightward.phrase(tokens, first, language)
    clause = tokens[first].low in language["grammar.complementiser"]
    if opening[1] < start - 1 and not clause and not _leads_in(tokens, first, opening[1], language):
        return opening
    verbs = language["denials.conceding"] | language["grammar.auxiliaries"] | language["cues.common_verbs"]
    verb = next((at for at in range(1, start - 1) if tokens[at].low in verbs), None)
    return phrases.left(tokens, verb, language) if verb else None


def _no_subject(language: Language) -> frozenset[str]:
    """What begins no subject right behind its verb: "aber", "den Vorwurf"."""
    return language["denials.but"] | language["grammar.oblique"]


def _clause_start(tokens: Sequence[Token], verb: int, language: Language) -> int:
    """Behind the last mark; the commas around "Jens Ahlers," in "Der Chef, Jens Ahlers, warf" are passed over."""
    at = verb
    while at > 0 and not tokens[at - 1].is_quote and tokens[at - 1].text not in _STOPS:
        at -= 1
    if (
        at == verb
        and at > 1
        and tokens[at - 1].text == ","
        and tokens[at - 2].is_capital
        and not tokens[at - 2].is_quote
    ):
        opening = next((index for index in range(at - 2, -1, -1) if tokens[index].text in _STOPS), None)
        if (
            opening is not None
            and at - 2 - opening <= 5
            and tokens[opening].text == ","
            and (tokens[opening + 1].is_capital or tokens[opening + 1].low in language["grammar.articles"])
        ):
            return _clause_start(tokens, opening, language)
    return at


def _finite(tokens: Sequence[Token], start: int, cue: Cue, language: Language) -> int:
    """The helping verb of a participle at the end of its clause, else the reporting verb itself."""
    ends = cue.last >= len(tokens) or not tokens[cue.last].is_word
    if ends:
        for at in range(start, cue.first):
            if tokens[at].low in language["grammar.auxiliaries"]:
                return at
    return cue.first


def _leads_in(tokens: Sequence[Token], start: int, finite: int, language: Language) -> bool:
    """What stands before the verb is no subject: "Am Montag", "Zuletzt", "Dabei"."""
    first = next((token for token in tokens[start:finite] if token.is_word), None)
    if first is None:
        return True
    lists = ("prepositions", "adverbs", "days", "subordinators", "oblique")
    openers = language["grammar.openers"]
    if first.low in language["grammar.datives"] and start + 1 < finite:
        addressed = tokens[start + 1].low.endswith(tuple(language["sources.media_addressed"]))  # "Der Zeitung sagte er"
        if addressed:
            return True
    if first.low in openers and start + 1 < finite:
        return _leads_in(tokens, start + 1, finite, language)
    return any(first.low in language[f"grammar.{name}"] for name in lists) or first.low in openers


def _denied(tokens: Sequence[Token], start: int, finite: int, cue: Cue, language: Language) -> bool:
    """What stands before the verb is what somebody denies: "Das bestreitet Roth", "Die Vorwürfe wies die Stadt zurück"; not
    "dieser" by itself, who denies it."""
    if "deny" not in cue.frames or tokens[finite - 1].low in language["grammar.latter_he"]:
        return False
    told = language["denials.pointers"] | language["denials.carriers"] | language["denials.figures"]
    return finite > start and tokens[finite - 1].low in told


def _may_be_subject(tokens: Sequence[Token], place: Place, language: Language) -> bool:
    start, end = place
    if start >= end:
        return False
    never = language["grammar.prepositions"] | language["grammar.complementiser"] | language["grammar.first_person"]
    return tokens[start].low not in never | language["grammar.reflexive"]
