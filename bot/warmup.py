"""What the first link would wait for, done while nobody waits: word lists, stemmers and validators are made when first used."""

import asyncio

from bot.article.article import Article, Sentence
from bot.claims.form import Form
from bot.claims.grounding import complaints
from bot.readers.offline import hear

TEXT = "The bridge will stay closed for six weeks, the minister said on Tuesday."
ARTICLE = Article(text=TEXT, sentences=(Sentence(n=1, start=0, end=len(TEXT)),), language="en")
CLAIM: dict[str, object] = {
    "id": "c1",
    "text": "The minister says that the bridge will stay closed for six weeks.",
    "sentences": [1],
}
REST: dict[str, object] = {"sources": [], "via": [], "cue": None, "certainty": "certain", "hedge": None, "kind": "fact"}


async def warm_up() -> None:
    """Check one claim of a small article, on a thread."""
    await asyncio.to_thread(check_one)


def check_one() -> None:
    """The same, here and now."""
    form = Form.model_validate({"sources": [], "claims": [CLAIM | REST], "denials": []})
    complaints(ARTICLE, form, voices=hear(ARTICLE))
