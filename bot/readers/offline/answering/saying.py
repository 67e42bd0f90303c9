"""Saying: who is asked for in "What does the manager say about the boot?", and what of theirs answers it."""

from collections.abc import Sequence

from bot.article.article import Article
from bot.claims.form import Form
from bot.claims.grammar.evidence import Analysed, analysed
from bot.claims.language.token import Token
from bot.claims.reading import SILENT
from bot.readers.offline.answering import called, wishes
from bot.readers.offline.answering.asked import fits_kind
from bot.readers.offline.answering.closeness import Closeness
from bot.readers.offline.answering.figured import FIGURES
from bot.readers.offline.answering.framing import Frame
from bot.readers.offline.answering.questions import Question
from bot.readers.offline.answering.told import Told
from bot.readers.offline.text.language import Language

_CUES = ("cues.say", "cues.think", "cues.find", "cues.tell")
_TELLING = (*_CUES, "denials.refusing", "denials.negatives", "grammar.negations")
_ENOUGH = 0.3  # share of the question's weight
_NEAR = 0.8  # of the best, for the others
_BEFORE = 3  # sentences before a denial that tell what it answers
_SUPPOSING = frozenset({"condition", "unless"})
_SUPPOSED = 2  # words from "unless" to the judge of "unless a judge tells us"
_SHOWN = 2  # sentences of who has said more than that, where nothing tells which are asked for


def written(asked: Frame, article: Article, form: Form, language: Language) -> Frame | None:
    """The same where what is asked for is a writing that speaks; None for a message that is only quoted."""
    return asked if called.by(asked.who, article, form, language) else None


def answering(
    asked: Frame, rest: Question, ids: frozenset[str], told: Sequence[Told], article: Article, form: Form
) -> list[int]:
    """The sentences of these speakers that come closest to the rest of the question, and tell the kind of thing it asks for;
    where the rest has no word of its own, those with the same word for speaking, else the first."""
    language = rest.language
    theirs = set(called.sentences(ids, form))
    fitting = [one.n for one in told if one.n in theirs and fits_kind(rest, _sentence(one.n, article, rest))]
    if asked.demand:
        fitting = [n for n in fitting if wishes.told(n, article, form, language)]
    idle = language["asks.light"] | language["asks.views"] | language["asks.giving"] | language["asks.accounts"]
    idle |= language["grammar.question_words"]
    words = [word for word in rest.words if word.low not in idle or _is_noun(word, rest)]
    if not words:
        cued = [n for n in fitting if asked.cue and _has_word(asked.cue, n, article, rest)]
        return (cued or fitting)[:_SHOWN]
    close = Closeness(rest, words, told, article)
    if not close.known:
        return []
    scores = {n: close.of(n) for n in fitting}
    best = max((score for n, score in scores.items() if close.shared(n)), default=0.0)
    if best >= _ENOUGH:
        return sorted(n for n in fitting if scores[n] >= _NEAR * best and close.shared(n))[:_SHOWN]
    if asked.demand:
        return []
    if not rest.kind and close.topical and (pointing := [n for n in fitting if _points(n, article, rest)]):
        return pointing[:_SHOWN]  # "what does he think of the find?", where all of the article is about that
    if len(fitting) == 1 and (rest.kind in FIGURES or rest.kind == "reason"):
        return fitting  # nothing else that they say is of that kind
    return [] if rest.kind or asked.cue in language["asks.giving"] else _contradicting(ids, close, form)


def _points(n: int, article: Article, question: Question) -> bool:
    """ "It is the best I have seen": the sentence opens with what may stand for the matter of the whole article."""
    opening = [token for token in _sentence(n, article, question).tokens if token.kind == "word"][:1]
    return any(token.low in question.language["asks.pointing"] for token in opening)


def _is_noun(word: Token, question: Question) -> bool:
    """ "About the report" asks for no reporting."""
    before = question.tokens[question.tokens.index(word) - 1].low
    return before in question.language["grammar.determiners"] and word.low not in question.language["asks.accounts"]


def _contradicting(ids: frozenset[str], close: Closeness, form: Form) -> list[int]:
    """What they deny, or leave without an answer, where others claim what they are asked about."""
    claims = {claim.id: claim.sentences for claim in form.claims}
    for denial in form.denials:
        if not ids & {*denial.sources}:
            continue
        first = min(denial.sentences)
        before = () if denial.kind in SILENT and close.names_matter(first) else range(first - _BEFORE, first)
        about = {n for id_ in denial.claims for n in claims[id_]} or {*before}
        if any(close.shared(n) for n in (*about, *denial.sentences)):
            theirs = called.sentences(ids, form)
            return sorted({*denial.sentences, *(n + 1 for n in denial.sentences if n + 1 in theirs)})[:_SHOWN]
    return []


def may_tell(asked: Frame, n: int, article: Article, question: Question, form: Form) -> bool:
    """The sentence names who is asked for, and behind that a word for speaking, or silence: "the manager refused to say"; for
    what somebody wants, a word for wishes."""
    language = question.language
    tokens = _sentence(n, article, question).tokens
    telling = frozenset[str]().union(*(language[name] for name in _TELLING))
    who = asked.who[-1]
    very = any(
        who.stem == token.stem for each in article.sentences for token in _sentence(each.n, article, question).tokens
    )
    named = [i for i, token in enumerate(tokens) if (who.stem == token.stem if very else question.alike(who, token))]
    supposed = [one.end for one in _sentence(n, article, question).operators if one.name in _SUPPOSING]
    named = [
        i for i in named if who.capital or not tokens[i].capital or who.stem == tokens[i].stem
    ]  # no judge: "Justice"
    named = [i for i in named if not any(0 <= i - end <= _SUPPOSED for end in supposed)]
    if asked.office is not None and not any(question.alike(asked.office, token) for token in tokens):
        return False  # the pupils of the town are not whoever speaks of it
    rest = [word for word in Question(asked.rest, language).behind if word.low not in language["asks.light"]]
    if rest and not any(question.alike(word, token) for word in rest for token in tokens):
        return False
    if asked.demand:
        return bool(named) and wishes.told(n, article, form, language)
    return any(
        token.low in telling
        for i in named
        for token in _beside(tokens, i, language)
        if not _told_to(token, tokens, language)
    )


def _told_to(token: Token, tokens: Sequence[Token], language: Language) -> bool:
    """ "When the ruling was read", "according to the city": who is named says nothing by it."""
    at = next(i for i, other in enumerate(tokens) if other is token)
    if at and f"{tokens[at - 1].low} {token.low}" in language["cues.according"]:
        return True
    nothing = language["grammar.passive"] | language["grammar.determiners"]
    cues = frozenset[str]().union(*(language[name] for name in _CUES))
    return at > 0 and tokens[at - 1].low in nothing and token.low in cues


def _beside(tokens: Sequence[Token], at: int, language: Language) -> Sequence[Token]:
    """What stands behind the name; in ", whose wife Ruth owns shares, says" no more than to the end of the aside."""
    comma = next((i for i in range(at - 1, -1, -1) if tokens[i].text == ","), None)
    end = next((i for i in range(at + 1, len(tokens)) if tokens[i].text == ","), len(tokens))
    aside = comma is not None and tokens[comma + 1].low in language["grammar.relative"] | language["grammar.who"]
    return tokens[at + 1 : end if aside else len(tokens)]


def _has_word(low: str, n: int, article: Article, question: Question) -> bool:
    """The sentence has the word for speaking in any form."""
    token = analysed(low, question.language.code).tokens[0]
    return any(token.stem == other.stem for other in _sentence(n, article, question).tokens)


def _sentence(n: int, article: Article, question: Question) -> Analysed:
    return analysed(article.sentence(n), question.language.code)
