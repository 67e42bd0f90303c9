"""Pages written for tests, as news sites write them."""

import json
from typing import Any

from bot.article.page import Page

TITLE = "Harbour bridge to stay closed for six weeks"
STANDFIRST = "Inspectors found cracks in two cables, the minister says; the operator denies it was warned."
PARAGRAPHS = (
    "The transport minister said on Tuesday that the harbour bridge would stay closed for at least six more weeks after inspectors found cracks in two of its main cables.",
    "“We will not gamble with people’s lives,” Maria Holt told reporters outside the ministry. “The cables must be replaced. There is no other way.”",
    "Two engineers with knowledge of the inspection, who asked not to be named, said the company that maintains the bridge had been warned in March.",
    "The company, Norwell Infrastructure, denied that it had received any warning and said it was considering legal action.",
    "Shop owners on the east bank say they have lost a third of their customers since the closure, according to a survey by the local chamber of commerce.",
    "Ms Holt declined to say how much the repair would cost, but a budget document seen by this newspaper puts it at 14 million crowns.",
)
ADDRESS = "https://www.courier.example/news/2026/bridge"


def body(*paragraphs: str) -> str:
    return "\n".join(f"<p>{text}</p>" for text in paragraphs or PARAGRAPHS)


def linked(**more: Any) -> str:
    """JSON-LD of a news article, as a script."""
    node = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": TITLE} | more
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'


def html(
    inner: str = "", *, head: str = "", title: str = f"{TITLE} | The Northern Courier", lang: str = "en-GB"
) -> str:
    """A page around the inside of an article, with a site's usual surroundings."""
    inner = inner or f"<h1>{TITLE}</h1>{body()}"
    return f"""<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title>{head}</head><body>
<header><a href="/">The Northern Courier</a><nav><ul><li><a href="/world">World</a></li><li><a href="/sport">Sport</a></li></ul></nav></header>
<main><article>{inner}</article></main>
<footer><p>© The Northern Courier 2026. All rights reserved.</p></footer></body></html>"""


def page(text: str, *, address: str | None = ADDRESS, **more: Any) -> Page:
    return Page(text.encode(), "text/html", url=address, final_url=address, charset="utf-8", **more)
