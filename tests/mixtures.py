"""Articles that nobody would write: everything that the offline rules look for, mixed with names and marks."""

from functools import cache

from hypothesis import strategies as st

from bot.article.extract import article_from_text
from bot.claims.checks import Checks
from bot.claims.form import AnswerForm
from bot.errors import PageError
from bot.readers.offline import hear
from bot.readers.offline.answering.answers import answer
from bot.readers.offline.reader import draft
from bot.readers.offline.text.language import LANGUAGES, load

_NAMES = (
    "Mary Holt", "Dr. Kim", "the Front", "Dovrenia", "J. Smith", "EU", "Le Monde", "Herr Weber", "van der Poel", "O'Neil", "Sir Lionel Ash", "Ministry of X", "Señora Gil", "L’Étang", "x",
)  # fmt: skip
_MARKS = (
    *"“”\"'’«»„,.:;()—–-•?!…/%[]*", "'s", "Q:", "A:", "...", "\n\n", "\n\n", "\n\n", "\n", ". ", ". ", ". ", ", ", "$5", "3,2", "1.9m", "2021", "14:30", "12 May",
)  # fmt: skip

Mixture = tuple[str, str, str]
"""Language, text, question."""


@cache
def _pieces(language: str) -> st.SearchStrategy[str]:
    """An entry of any list that the rules know, whichever its length, as often as a name or a mark."""
    lists = [sorted(words) for words in load(language).values() if words]
    entries = st.sampled_from(lists).flatmap(st.sampled_from)
    listed = entries | entries | entries.map(str.capitalize)
    return listed | listed | st.sampled_from(_NAMES) | st.sampled_from(_MARKS)


@st.composite
def mixtures(draw: st.DrawFn) -> Mixture:
    language = draw(st.sampled_from(LANGUAGES))
    words = draw(st.lists(_pieces(language), min_size=4, max_size=70))
    asked = draw(st.lists(_pieces(language), min_size=1, max_size=8))
    return language, " ".join(words), " ".join(asked)


def any_mixture(mixture: Mixture) -> None:
    """It is read, held against itself as a model's reading would be, and answered from."""
    language, text, question = mixture
    try:
        article = article_from_text(text).model_copy(update={"language": language})
    except PageError:
        return
    form = draft(article).form
    for by_rules in (True, False):
        checked = Checks(hear).form(article, form, {}, None, by_rules=by_rules)
        assert all(article.has(n) for claim in checked.claims for n in claim.sentences)
    answered = answer(article, question, [(question, "")], load(language), form).form
    assert isinstance(answered, AnswerForm)
    assert all(article.has(n) for part in answered.parts for n in part.sentences)
