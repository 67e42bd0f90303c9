"""Sentences told in fewer words, as a model restates them: the checks have far more to hold against the article than where
it is quoted."""

import re

from bot.article.article import Article
from bot.claims.checks import Checks
from bot.claims.form import ClaimForm, Form
from bot.readers.offline import hear

_LAST_PHRASE = re.compile(r" (?:in|on|at|from|for|to|of|with|by|that) [^,.;“”]*\.$")


def restated(sentence: str) -> str:
    """Without its last phrase."""
    return _LAST_PHRASE.sub(".", sentence)


def sentences_that_stand(article: Article, most: int = 8) -> tuple[int, ...]:
    """Numbers of sentences whose restatement no check complains about: what is complained about is asked for again."""
    shorter = {s.n: restated(article.sentence(s.n)) for s in article.sentences}
    claims = [_claim(n, text) for n, text in shorter.items() if text != article.sentence(n)]
    form = Form(sources=[], claims=claims, denials=[])
    wrong = _complained_about(article, form)
    return tuple(claim.sentences[0] for claim in claims if claim.id not in wrong)[:most]


def _complained_about(article: Article, form: Form) -> set[str]:
    checked = Checks(hear).form(article, form, {}, None, by_rules=False)
    return {complaint.item for complaint in checked.complaints}


def _claim(n: int, text: str) -> ClaimForm:
    return ClaimForm(
        id=f"c{n}", text=text, sentences=[n], sources=[], via=[], cue=None, certainty="certain", hedge=None, kind="fact"
    )
