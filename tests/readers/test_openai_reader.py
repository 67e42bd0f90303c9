"""The model reader against the stand-in server: every ending, and what is made of it."""

from bot.article.article import Article, Sentence
from bot.claims.form import Form
from bot.readers.openai import OpenAIReader
from tests.model_server import ModelServer, says


def article() -> Article:
    lines = ["Bridge may close, engineer says", "The bridge may close in May, Ada Obi said.", "The city denied it."]
    sentences, at = [], 0
    for n, line in enumerate(lines, 1):
        sentences.append(Sentence(n=n, start=at, end=at + len(line)))
        at += len(line) + 1
    return Article(title=lines[0], outlet="The Test", text="\n".join(lines), sentences=tuple(sentences), lead=1)


FORM = {
    "sources": [
        {"id": "s1", "name": "Ada Obi", "kind": "person", "role": None, "media": "none", "count": None},
        {"id": "s2", "name": "The city", "kind": "organisation", "role": None, "media": "none", "count": None},
    ],
    "claims": [
        {
            "id": "c1",
            "text": "The bridge may close in May.",
            "sentences": [2],
            "sources": ["s1"],
            "via": [],
            "cue": "said",
            "certainty": "possible",
            "hedge": "may",
            "kind": "prediction",
        },
    ],
    "denials": [
        {"sources": ["s2"], "via": [], "kind": "denies", "claims": ["c1"], "implied": None, "sentences": [3]},
    ],
}


async def test_a_good_answer_is_read_as_it_grows() -> None:
    """Complete items are yielded while the answer still comes, and the last draft is the whole form."""
    async with ModelServer() as server, OpenAIReader.of(server.will(says(FORM)).settings()) as reader:
        drafts = [draft async for draft in reader.read(article(), lambda _: ())]

    assert [len(d.form.sources) + len(d.form.claims) + len(d.form.denials) for d in drafts] == [1, 2, 3, 4]
    assert drafts[-1].done
    assert drafts[-1].form == Form.model_validate(FORM)
