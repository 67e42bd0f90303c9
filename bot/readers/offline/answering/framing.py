"""Framing: whose words a question is after: "What does the manager say about the boot?", "Was fordert die Gewerkschaft?"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.claims.language.lexicon import lexicon
from bot.claims.language.token import Token
from bot.claims.language.verbatim import fold
from bot.readers.offline.answering.questions import Question
from bot.readers.offline.text.language import load

_LONGEST = 7  # words of who is asked for


@dataclass(frozen=True, slots=True)
class Frame:
    """`who` is said to speak, in the word `cue`, or to want something where it is a `demand`; `rest` is the question without
    that. `office` is the "chairman" of "Acme's chairman", who is not just anybody of Acme."""

    who: tuple[Token, ...]
    cue: str
    rest: str
    demand: bool = False
    office: Token | None = None


def frame(question: Question) -> Frame | None:
    """ "What does the manager say about the boot?", "How many were hit, according to the firm?"; None where nobody is said to
    say anything."""
    for at, begin in _spoken(question):
        if question.tokens[at - 1].low in question.language["grammar.determiners"]:
            continue  # "When did Acme get the report?"
        if _silent(question, at):
            return None
        if found := _helped(question, at, begin):
            return found
    return _owned(question) or _verb_first(question) or _according(question)


def _spoken(question: Question) -> Iterator[tuple[int, int]]:
    """Where the word for speaking may stand behind a helping verb, each with that verb's place: "does … say", "has … said"."""
    tokens, language = question.tokens, question.language
    helper = next((i for i, token in enumerate(tokens) if token.low in language["asks.doing"]), None)
    if helper is None:
        others = language["asks.having_said"] | language["grammar.passive"]
        helper = next((i for i, token in enumerate(tokens) if token.low in others), None)
    if helper is not None:
        yield from ((at, helper) for at in range(helper + 2, min(len(tokens), helper + 2 + _LONGEST)))


def _helped(question: Question, at: int, helper: int) -> Frame | None:
    """Who stands between the helping verb and the one for speaking."""
    tokens, language = question.tokens, question.language
    account = {token.low for token in tokens[:helper]} & language["asks.accounts"]
    low = _plain(question, at, helper)
    wanted = (
        _phrase(question, at, low, "asks.demanding") if not helper or tokens[0].low in language["asks.which"] else 0
    )
    gives = account and low in language["asks.giving"]
    if not (wanted or gives or low in language["asks.views"]):
        return None
    who = _named(tokens[helper + 1 : at], question)
    why = account & language["asks.reasons"]
    opening = sorted(language["asks.reason"], key=len)[:1] if why else [one.text for one in tokens[:helper]]
    rest = " ".join((*opening, *(token.text for token in tokens[(wanted or at + 1) :])))
    office = _office(tokens[helper + 1 : at], question)
    return Frame(who, tokens[at].low, rest, demand=bool(wanted), office=office) if who else None


def _plain(question: Question, at: int, helper: int) -> str:
    """The word as it stands behind "does"; of "has said" and "is saying" the plain verb."""
    token, language, helps = question.tokens[at], question.language, question.tokens[helper].low
    if helps in language["asks.doing"]:
        return token.low
    words = lexicon(language.code)
    done = language.is_participle(token.low) or token.low in words.past
    if not (done if helps in language["asks.having_said"] else language.is_gerund(token.low)):
        return ""
    plain = (verb.split()[0] for name in ("asks.views", "asks.demanding") for verb in language[name])
    return next((verb for verb in plain if words.lemma(verb) == words.lemma(token.low)), "")


def _phrase(question: Question, at: int, first: str, name: str) -> int:
    """The end of the longest entry of the list that begins with the word `first` at `at`; 0 where none does."""
    lows = [first, *(token.low for token in question.tokens[at + 1 :])]
    entries = [entry.split() for entry in _folded(question.language.code, name)]
    return max((at + len(entry) for entry in entries if lows[: len(entry)] == entry), default=0)


def _owned(question: Question) -> Frame | None:
    """ "What is the company's response to the doctor?"."""
    tokens, accounts = question.tokens, question.language["asks.accounts"]
    at = next((i for i, token in enumerate(tokens) if i and token.low in accounts and tokens[i - 1].possessive), None)
    if at is None or not question.asks_what_is:
        return None
    who = _named(tokens[2:at], question)
    rest = " ".join(token.text for token in (tokens[0], *tokens[at + 1 :]))
    return Frame(who, tokens[at].low, rest, office=_office(tokens[2:at], question)) if who else None


def _verb_first(question: Question) -> Frame | None:
    """ "Was sagt X zu Y?", "Que dit X sur Y ?", "Qu'a dit X de Y ?", "¿Qué ha dicho X sobre Y?", "Was hat X dazu gesagt?"."""
    tokens, code = question.tokens, question.language.code
    words = [i for i, token in enumerate(tokens) if token.kind == "word"]
    if not words or tokens[words[0]].low not in _folded(code, "asks.saying_what"):
        return None
    views, demands = _folded(code, "asks.saying"), _folded(code, "asks.demanding")
    cue = next((i for i in words[1:] if tokens[i].low in views | demands), None)
    if cue is None or any(_silent(question, i) for i in words):
        return None
    between = _without_helpers(question, [tokens[i] for i in words[1:] if i < cue])
    behind = [tokens[i] for i in words if i > cue]
    if _named(between, question):
        who, matter = _parted(question, between)
        matter = [*matter, *behind]
    else:
        who, matter = _parted(question, behind)
    rest = " ".join(token.text for token in (tokens[words[0]], *matter))
    demand = tokens[cue].low in demands
    named = _named(who, question)
    return Frame(named, tokens[cue].low, rest, demand, _office(who, question)) if named else None


def _without_helpers(question: Question, tokens: Sequence[Token]) -> list[Token]:
    helpers = _folded(question.language.code, "grammar.auxiliaries")
    return [token for token in tokens if token.low not in helpers]


def _parted(question: Question, tokens: Sequence[Token]) -> tuple[Sequence[Token], Sequence[Token]]:
    """Who speaks, and what about: parted by "zu", "sur", "sobre", or by "a" before a name; by "von", "de" only behind a name."""
    about, of = (_folded(question.language.code, f"asks.{name}") for name in ("about", "about_of"))
    to = question.language["asks.receiving"]
    named = {i for i in range(len(tokens) - 1) if tokens[i].text.lower() in to and tokens[i + 1].capital}
    at = next((i for i, token in enumerate(tokens) if i and (token.low in about or i in named)), None)
    if at is None:
        names = (i for i, token in enumerate(tokens) if i and token.low in of and tokens[i - 1].capital)
        at = next(names, len(tokens))
    return tokens[:at], tokens[at:]


def _silent(question: Question, at: int) -> bool:
    """ "Why did she decline to comment?" asks for nothing that she says."""
    language = question.language
    return (
        question.tokens[at].low
        in language["denials.refusing"] | language["grammar.negations"] | language["denials.failing"]
    )


def _according(question: Question) -> Frame | None:
    """ "…, according to the firm?"."""
    tokens = question.tokens
    for phrase in question.language["cues.according"]:
        words = phrase.split()
        for at in range(len(tokens) - len(words)):
            if [token.low for token in tokens[at : at + len(words)]] == words:
                end = next((i for i in range(at + len(words), len(tokens)) if tokens[i].kind == "punct"), len(tokens))
                behind = tokens[at + len(words) : end]
                who = _named(behind, question)
                rest = " ".join(token.text for token in (*tokens[:at], *tokens[end:]))
                return Frame(who, "", rest, office=_office(behind, question)) if who else None
    return None


def _named(tokens: Sequence[Token], question: Question) -> tuple[Token, ...]:
    """The words that tell who it is: "union" of "the union side itself", "brother" of "the brother-in-law"."""
    vague, joined = question.language["asks.sides"], question.language["grammar.prepositions"]
    behind = [
        token
        for two, one, token in zip(tokens, tokens[1:], tokens[2:], strict=False)
        if one.text == "-" and two.low in joined
    ]
    told = [token for token in tokens if token in question.words and token not in behind]
    return tuple([token for token in told if token.low not in vague] or told)


def _office(tokens: Sequence[Token], question: Question) -> Token | None:
    """ "Chairman" in "Acme's chairman", "the Acme chairman" and "the chairman of Acme"; no "firm", which Acme is itself."""
    language = question.language
    links, articles = language["grammar.tight_links"], language["grammar.determiners"]
    told = [token for token in tokens if token.kind == "word" and token.low not in articles]
    for before, token, behind in zip((None, *told), told, (*told[1:], None), strict=False):
        owned = before is not None and before.capital and token is told[-1]
        of = behind is not None and behind.low in links and told[-1].capital
        if (owned or of) and not token.capital and token in question.words:
            return None if token.low in language["asks.anybody"] | language["asks.sides"] else token
    return None


@lru_cache(maxsize=64)
def _folded(code: str, name: str) -> frozenset[str]:
    return frozenset(map(fold, load(code)[name]))
