"""What kind of thing a question asks after, and whether a sentence tells it: no date answers "how many"."""

from collections.abc import Callable, Mapping

from bot.claims.grammar.evidence import Analysed
from bot.claims.language.token import Token
from bot.readers.offline.answering import circumstances, doers, elsewhere, owners
from bot.readers.offline.answering.contrary import contrary
from bot.readers.offline.answering.figured import FIGURES, is_day
from bot.readers.offline.answering.questions import Question

_REACH = 4
_CLAUSE = 9  # words
_TOLD: Mapping[str, Callable[[Question, Analysed], bool]] = {
    "time": circumstances.times,
    "reason": circumstances.reasons,
    "means": circumstances.means,
    "place": circumstances.places,
    "agent": doers.acts,
    "owner": owners.tells,
    "name": doers.names,
    "calling": doers.callings,
}


def fits(asked: Question, sentence: Analysed) -> bool:
    """Whether the sentence tells anything of the kind that is asked after, has what is done and every number of the question."""
    if not all(any(sentence.tokens[j].values & v for j in sentence.numbers) for v in asked.values):
        return False
    if _keeps_back(asked, sentence) or elsewhere.another_day(asked, sentence):
        return False
    if elsewhere.another_span(asked, sentence) or elsewhere.another_place(asked, sentence) or contrary(asked, sentence):
        return False
    told_why = asked.kind == "reason" and circumstances.reasons_alone(asked, sentence)
    if asked.act is not None and asked.role is None and not told_why and not asked.does(sentence, asked.act):
        return False
    if asked.deed is not None and not asked.does(sentence, asked.deed):
        return False
    return fits_kind(asked, sentence)


def fits_kind(asked: Question, sentence: Analysed) -> bool:
    """Whether the sentence tells anything of the kind that is asked after."""
    kind = asked.kind or ""
    if kind == "lasting" and _until(asked, sentence):
        return True
    if kind == "time" and _since(asked) and not _begins(asked, sentence):
        return False
    if kind == "amount" and asked.counted is not None and not _of_what(asked, asked.counted, sentence):
        return False
    if kind in FIGURES:
        numbers = [i for i in sentence.numbers if kind == "lasting" or not is_day(sentence, i)]
        return _often(asked, sentence) or any(FIGURES[kind](asked, sentence, i) for i in numbers)
    return _TOLD.get(kind, _tells_which)(asked, sentence)


def _since(asked: Question) -> bool:
    """ "Seit wann", "depuis quand"."""
    return not asked.language["asks.since"].isdisjoint(asked.phrase)


def _begins(asked: Question, sentence: Analysed) -> bool:
    """It says since when, or tells of a beginning: "since Monday", "was founded in 1911", or of the very thing that is asked."""
    words = asked.language["asks.since"] | asked.language["asks.made_in"]
    done = asked.act is not None and asked.does(sentence, asked.act)
    return done or any({token.low, token.text.lower()} & words for token in sentence.tokens)


def _of_what(asked: Question, counted: Token, sentence: Analysed) -> bool:
    """ "How much debt" is answered where there is talk of debt; how much money, by any sum."""
    money = asked.language["asks.money"]
    return not money or asked.helper is None or counted.low in money or asked.has(sentence, counted)


def _often(asked: Question, sentence: Analysed) -> bool:
    """ "Twice", also of what is done so often: "has scored twice" for "how many goals"."""
    if asked.kind not in ("often", "number"):
        return False
    multiples, tokens = asked.language["asks.multiples"], sentence.tokens
    if asked.kind == "often" and elsewhere.rated(asked, sentence):
        return True
    if asked.kind == "often" or asked.counted is None:
        return any(token.low in multiples for token in tokens)
    done = (
        i for i, token in enumerate(tokens) if asked.alike(asked.counted, token) and token.stem != asked.counted.stem
    )
    return any(token.low in multiples for i in done for token in tokens[i + 1 : i + _REACH])


def _until(asked: Question, sentence: Analysed) -> bool:
    """ "Until at least November": how long something will last, told by its end."""
    tokens, words = sentence.tokens, sentence.words
    until = (i for i, token in enumerate(tokens) if token.low in asked.language["asks.until"])
    timed = words.dates | words.times | words.deixis.keys()
    return any(token.kind == "number" or token.low in timed for i in until for token in tokens[i + 1 : i + 2 + _REACH])


def _tells_figure(asked: Question, sentence: Analysed) -> bool:
    """ "What is her salary?" asks for a number beside the salary."""
    measured = [token for token in asked.words if token.low in asked.language["asks.measured"]]
    if not measured or not asked.asks_what_is:
        return True
    at = [i for i, token in enumerate(sentence.tokens) if any(asked.alike(word, token) for word in measured)]
    return any(abs(i - n) <= _CLAUSE for i in at for n in sentence.numbers)


def _tells_which(asked: Question, sentence: Analysed) -> bool:
    """ "Visiting a school", "tests found bacteria" do not tell which: beside the word itself stands a name, or something else
    is called by it ("honey fungus" for "which disease")."""
    if not _tells_figure(asked, sentence):
        return False
    if asked.sort is None or not asked.language["asks.identities"]:
        return True
    tokens = sentence.tokens
    at = [i for i, token in enumerate(tokens) if token.kind == "word" and token.stem == asked.sort.stem]
    if not at:
        return True
    met = asked.met(sentence)
    bare = all(_bare(asked, sentence, i) or i - 1 in met for i in at)
    near = (token for i in at for token in tokens[max(0, i - _REACH) : i + _REACH])
    return not bare or any(asked.is_new(token) and not token.first for token in near)


def _bare(asked: Question, sentence: Analysed, at: int) -> bool:
    """ "A school", "of bacteria", "41 of its shops", "bacteria" alone."""
    before = sentence.tokens[at - 1].low if at else ""
    language = asked.language
    number = at > 0 and sentence.tokens[at - 1].kind == "number"
    return (
        not before
        or number
        or before in language["grammar.possessives"]
        or before in language["grammar.indefinite"] | language["grammar.prepositions"]
    )


def _keeps_back(asked: Question, sentence: Analysed) -> bool:
    """ "declined to say where", "it is not known why": the question stands in the sentence itself."""
    lows, phrase = [token.low for token in sentence.tokens], asked.phrase
    at = next((i for i in range(len(lows)) if lows[i : i + len(phrase)] == phrase), None) if phrase else None
    language = asked.language
    unsaid = language["grammar.negations"] | language["denials.refusing"] | language["asks.unknown"]
    return at is not None and any(low in unsaid for low in lows[max(0, at - _REACH) : at])
