"""Pages as the content systems of news sites make them, each around an invented article of `tongues`."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tests.article import tongues as t

DAY = "2026-03-04"
PEOPLE = ("Anna Berg", "Tom Lind")
TEASERS = (
    "Storm closes schools in the valley",
    "Mayor opens new library after a year of repairs",
    "Why the herring came back this spring",
    "Ten walks for a rainy weekend by the sea",
)
READER = "I knew that it would come to this, they never listen to anybody over there."
CAPTION = "The bridge on Monday, as seen from the east bank. Photograph: Ilse Moor/Courier"


@dataclass(frozen=True, slots=True)
class Site:
    """A page with its truth. `authors` and `outlet` are None where a page does not say."""

    name: str
    html: str
    text: t.Text
    authors: Sequence[str] | None = PEOPLE
    day: str | None = DAY
    outlet: str | None = "The Northern Courier"
    address: str = "https://www.courier.example/news/harbour-bridge-closed"


def ld(*nodes: Any) -> str:
    return "".join(f'<script type="application/ld+json">{json.dumps(node, ensure_ascii=False)}</script>' for node in nodes)  # fmt: skip


def node(text: t.Text, **more: Any) -> dict[str, Any]:
    """A NewsArticle as most systems write it."""
    return {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": text.title,
        "datePublished": f"{DAY}T08:15:00+01:00",
        "dateModified": "2026-03-06T10:00:00+01:00",
        "author": [{"@type": "Person", "name": name} for name in PEOPLE],
        "publisher": {"@type": "NewsMediaOrganization", "name": "The Northern Courier"},
    } | more


def og(text: t.Text, **more: str) -> str:
    found = {"og:type": "article", "og:title": text.title, "og:site_name": "The Northern Courier"} | {name.replace("__", ":"): value for name, value in more.items()}  # fmt: skip
    return "".join(f'<meta property="{name}" content="{value}">' for name, value in found.items() if value)


def ps(text: t.Text, more: str = "", wrap: str = "<p>{}</p>") -> str:
    """The paragraphs, with something in their middle."""
    made = [wrap.format(line) for line in text.paragraphs]
    half = len(made) // 2
    return "\n".join([*made[:half], more, *made[half:]])


def links(wrap: str = "<li><a href='/n/{n}'>{title}</a></li>") -> str:
    return "".join(wrap.format(n=n, title=title) for n, title in enumerate(TEASERS))


def frame(text: t.Text, inner: str, head: str = "", suffix: str = " | The Northern Courier", attributes: str = "") -> str:  # fmt: skip
    menu = "".join(f"<li><a href='/s{n}'>{name}</a></li>" for n, name in enumerate(("World", "Business", "Sport", "Culture", "Opinion", "Weather")))  # fmt: skip
    return (
        f'<!doctype html><html lang="{text.language}"><head><meta charset="utf-8"><title>{text.title}{suffix}</title>{head}'
        "<style>.a{color:red}</style><script>window.dataLayer=[];</script></head>"
        f"<body {attributes}><header class='site-header'><a href='/'>The Northern Courier</a><nav><ul>{menu}</ul></nav><form><input type='search'></form></header>"
        f"{inner}<footer><ul><li><a href='/about'>About us</a></li><li><a href='/privacy'>Privacy policy</a></li></ul><p>© 2026 The Northern Courier. All rights reserved.</p></footer></body></html>"
    )


def _wordpress(text: t.Text) -> str:
    graph = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "Article", "@id": "https://www.courier.example/n/#article", "headline": text.title, "datePublished": f"{DAY}T08:15:00+00:00", "author": {"name": "Anna Berg", "@id": "https://www.courier.example/#/schema/person/1"}, "publisher": {"@id": "https://www.courier.example/#organization"}},
            {"@type": "WebPage", "@id": "https://www.courier.example/n/", "name": f"{text.title} - The Northern Courier"},
            {"@type": "BreadcrumbList", "itemListElement": [{"@type": "ListItem", "name": "Home"}]},
            {"@type": "Organization", "@id": "https://www.courier.example/#organization", "name": "The Northern Courier"},
            {"@type": "Person", "@id": "https://www.courier.example/#/schema/person/1", "name": "Anna Berg"},
        ],
    }  # fmt: skip
    box = f'<div class="wp-block-group newsletter"><h3>Newsletter</h3><p>Get the news of the day in your inbox every morning.</p></div><figure class="wp-block-image"><img src="a.jpg"><figcaption class="wp-element-caption">{CAPTION}</figcaption></figure>'
    comments = "".join(f'<li class="comment"><article class="comment-body"><footer><b class="fn">Reader {n}</b></footer><div class="comment-content"><p>{READER}</p></div></article></li>' for n in range(6))  # fmt: skip
    return frame(
        text,
        f'<div id="content" class="site-content"><main><article class="post type-post status-publish"><header class="entry-header"><h1 class="entry-title">{text.title}</h1><div class="entry-meta"><span class="posted-on"><time class="entry-date published" datetime="{DAY}T08:15:00+00:00">March 4, 2026</time></span><span class="byline">by <a rel="author" href="/author/anna">Anna Berg</a></span></div></header>'
        f'<div class="entry-content">{ps(text, box)}</div><footer class="entry-footer">Posted in <a href="/c">News</a></footer></article>'
        f'<div id="comments" class="comments-area"><h2 class="comments-title">6 thoughts on “{text.title}”</h2><ol class="comment-list">{comments}</ol></div></main><aside id="secondary" class="widget-area"><section class="widget"><h2>Recent posts</h2><ul>{links()}</ul></section></aside></div>',
        ld(graph) + og(text, article__published_time=f"{DAY}T08:15:00+00:00"),
        " - The Northern Courier",
        'class="post-template-default single single-post"',
    )


def _arc(text: t.Text) -> str:
    state = json.dumps({"headlines": {"basic": text.title}, "content_elements": [{"type": "text", "content": line} for line in text.paragraphs]})  # fmt: skip
    told = ps(
        text,
        f"<div class='article-body__inline-promo b-promo'><h3>More to read</h3><ul>{links()}</ul></div>",
        "<p class='c-paragraph'>{}</p>",
    )
    return frame(
        text,
        f"<div id='fusion-app'><main><section class='b-headline'><h1 class='c-heading'><span>{text.title}</span></h1><h2 class='c-heading subheadline'>{text.standfirst}</h2></section>"
        f"<div class='c-attribution b-byline'><span class='b-byline__names'>By <a href='/anna'>Anna Berg</a> and <a href='/tom'>Tom Lind</a></span><time class='c-date' datetime='{DAY}T07:15:00Z'>March 4, 2026 at 8:15 a.m.</time></div>"
        f"<figure class='b-lead-art'><img><figcaption>{CAPTION}</figcaption></figure><article class='b-article-body'>{told}</article></main></div>"
        f"<script>window.Fusion=window.Fusion||{{}};Fusion.globalContent={state};Fusion.arcSite='courier';</script>",
        ld(node(text)),
    )


def _drupal(text: t.Text) -> str:
    return frame(
        text,
        f"<div class='layout-container'><ol class='breadcrumb'><li><a href='/'>Home</a></li><li>World</li></ol><article class='node node--type-article' about='/n'><h1 class='page-title'><span class='field field--name-title'>{text.title}</span></h1>"
        f"<div class='node__meta'><span>Submitted by <span class='username'>Anna Berg</span> on <time datetime='{DAY}T08:15:00+01:00'>Wed, 03/04/2026 - 08:15</time></span></div><div class='field field--name-body field--type-text-with-summary'>{ps(text, f'<div class=field--name-field-caption>{CAPTION}</div>')}</div></article>"
        f"<div class='views-element-container block-related'><h2>Related content</h2><div class='view-content'>{links('<div class=views-row><h3><a href=/n/{n}>{title}</a></h3></div>')}</div></div></div>",
        f'<meta name="dcterms.date" content="{DAY}T08:15:00+01:00"><meta name="author" content="Anna Berg">' + og(text),
    )


def _amp(text: t.Text) -> str:
    return frame(
        text,
        f"<main><article class='amp-wp-article'><header><h1 class='amp-wp-title'>{text.title}</h1></header><amp-img src='a.jpg'></amp-img><figure><amp-img></amp-img><figcaption>{CAPTION}</figcaption></figure><amp-ad type='x'></amp-ad>{ps(text, '<amp-embed type=taboola></amp-embed>')}</article></main>",
        ld(node(text))
        + '<style amp-boilerplate>body{visibility:hidden}</style><link rel="canonical" href="https://www.courier.example/news/harbour-bridge-closed">',
    ).replace("<html", "<html amp")


def _blogger(text: t.Text) -> str:
    return frame(
        text,
        f"<div class='main section'><div class='widget Blog'><div class='blog-posts hfeed'><div class='date-outer'><h2 class='date-header'><span>Wednesday, March 4, 2026</span></h2><div class='post hentry' itemprop='blogPost' itemscope itemtype='http://schema.org/BlogPosting'><h3 class='post-title entry-title' itemprop='name'>{text.title}</h3>"
        f"<div class='post-body entry-content' itemprop='description articleBody'>{'<br><br>'.join(text.paragraphs)}<br><div style='clear:both'></div></div><div class='post-footer'>Posted by <span class='fn' itemprop='author' itemscope itemtype='http://schema.org/Person'><span itemprop='name'>Anna Berg</span></span> at <a class='timestamp-link'><abbr class='published' itemprop='datePublished' title='{DAY}T08:15:00+01:00'>8:15 AM</abbr></a></div></div></div></div></div></div>",
        '<meta content="blogger" name="generator">',
        "",
    )


def _microdata(text: t.Text) -> str:
    return frame(
        text,
        f"<main><div itemscope itemtype='https://schema.org/NewsArticle'><h1 itemprop='headline'>{text.title}</h1><meta itemprop='datePublished' content='{DAY}T08:15:00+01:00'><p itemprop='description' class='lead'>{text.standfirst}</p>"
        f"<div itemprop='author' itemscope itemtype='https://schema.org/Person'><span itemprop='name'>Anna Berg</span></div><div itemprop='author' itemscope itemtype='https://schema.org/Person'><span itemprop='name'>Tom Lind</span></div>"
        f"<div itemprop='publisher' itemscope itemtype='https://schema.org/Organization'><meta itemprop='name' content='The Northern Courier'></div><div itemprop='articleBody'>{ps(text, '<div class=social-share><a>Share</a><a>Tweet</a></div>')}</div></div></main>",
    )


def _divs(text: t.Text) -> str:
    """No paragraph elements at all: each is a box of generated class names."""
    return frame(
        text,
        f"<div class='css-1a2b3c'><div class='css-9x8y'><h1 class='css-h1'>{text.title}</h1><div class='css-sf'>{text.standfirst}</div><div class='css-by'><div>Von Anna Berg und Tom Lind</div><div>4. März 2026, 8:15 Uhr</div></div></div>"
        f"<div class='css-body'>{ps(text, '<div class=css-img><img><div class=css-cap>Foto: Ilse Moor</div></div>', '<div class=css-t1><div class=css-t2>{}</div></div>')}</div></div>",
        ld(node(text, author={"@type": "Person", "name": "Anna Berg und Tom Lind"})),
    )


def _spans(text: t.Text) -> str:
    return frame(
        text,
        f"<main role='main'><article><h1>{text.title}</h1><div data-component='text-block'>{ps(text, '', '<p><span data-text=true>{}</span></p>')}</div></article></main>",
        ld(node(text)),
    )


def _live(text: t.Text) -> str:
    entries = "".join(
        f"<article class='live-post' id='e{n}'><header><time datetime='{DAY}T{18 - n}:00:00+01:00'>{18 - n}:00</time><h2>Point {n + 1} of the day</h2></header><div class='post-body'><p>{line}</p></div><div class='share'><a>Share</a></div></article>"
        for n, line in enumerate(text.paragraphs)
    )
    return frame(
        text,
        f"<main><h1>{text.title}</h1><p class='standfirst'>{text.standfirst}</p><div class='live-blog'>{entries}</div></main>",
        ld(
            node(
                text,
                **{
                    "@type": "LiveBlogPosting",
                    "liveBlogUpdate": [
                        {
                            "@type": "BlogPosting",
                            "headline": f"Point {n + 1} of the day",
                            "articleBody": line,
                            "datePublished": f"2026-03-05T{18 - n}:00:00+01:00",
                        }
                        for n, line in enumerate(text.paragraphs)
                    ],
                },
            )
        ),
    )


def _next(text: t.Text) -> str:
    """The article is in a script; the page itself is an empty mount point."""
    data = {"props": {"pageProps": {"menu": [{"t": title} for title in TEASERS], "article": {"headline": text.title, "body": [{"type": "paragraph", "html": line} for line in text.paragraphs], "related": [{"headline": title, "teaser": "Read what happened then and there."} for title in TEASERS]}}}}  # fmt: skip
    return (
        f"<!doctype html><html lang='{text.language}'><head><title>{text.title} | The Northern Courier</title>{og(text, article__published_time=f'{DAY}T08:15:00Z', article__author='Anna Berg')}</head>"
        f"<body><div id='__next'></div><script id='__NEXT_DATA__' type='application/json'>{json.dumps(data)}</script><script src='/_next/static/chunks/main.js'></script></body></html>"
    )


def _several(text: t.Text) -> str:
    others = [node(text, headline=title, datePublished="2026-01-01T00:00:00Z", author={"@type": "Person", "name": "Somebody Else"}) for title in TEASERS]  # fmt: skip
    return frame(
        text,
        f"<main><article><h1>{text.title}</h1>{ps(text)}</article></main>",
        ld(*others[:2], node(text), *others[2:]),
    )


def _broken_ld(text: t.Text) -> str:
    broken = f'<script type="application/ld+json">{{"@context":"https://schema.org","@type":"NewsArticle","headline":"{text.title}","description":"A "quoted" word\nand a line","datePublished":"{DAY}T08:15:00+01:00","author":{{"@type":"Person","name":"Anna Berg"}},}}</script>'
    return frame(
        text,
        f"<main><article><h1>{text.title}</h1><p class='author'>By <span class='author-name'>Anna Berg</span></p>{ps(text)}</article></main>",
        broken + og(text, article__published_time=f"{DAY}T08:15:00+01:00"),
    )


def _visible(text: t.Text, byline: str, when: str) -> str:
    """Nothing but what people see says who and when."""
    return frame(
        text,
        f"<main><article><h1>{text.title}</h1><p class='summary'>{text.standfirst}</p><div class='article-info'><span class='autor'>{byline}</span> <span class='datum'>{when}</span></div>{ps(text)}</article></main>",
        og(text),
    )


def _old(text: t.Text) -> str:
    lines = "<br>\n<br>\n".join(text.paragraphs)
    return f"<html><head><title>{text.title}</title></head><body bgcolor=white><table width=760><tr><td colspan=2><a href=/>The Northern Courier</a></td></tr><tr><td width=120><a href=/1>World</a><br><a href=/2>Sport</a></td><td><font size=5><b>{text.title}</b></font><br><font size=2>4 March 2026</font><br><br><font face=arial>{lines}</font></td></tr></table></body></html>"


def _comments(text: t.Text) -> str:
    """More comments than article."""
    talk = "".join(f"<div class='c-item'><div class='c-user'>reader{n}</div><div class='c-text'><p>{READER} It is number {n} of what they did not hear.</p></div></div>" for n in range(25))  # fmt: skip
    return frame(
        text,
        f"<main><article><h1>{text.title}</h1>{ps(text)}</article><section id='comments' class='comments'><h2>Comments (25)</h2>{talk}</section></main>",
        ld(node(text)),
    )


def _sponsored_class(text: t.Text) -> str:
    """The whole body stands in boxes whose names sound like something else."""
    return frame(
        text,
        f"<main class='related-content support'><div class='share-container promo'><h1>{text.title}</h1>{ps(text, '', '<div class=caption><p>{}</p></div>')}</div></main>",
        ld(node(text)),
    )


def _small_boxes(text: t.Text) -> str:
    """Each paragraph stands in a box of its own with a suspicious name."""
    return frame(
        text,
        f"<main><article><h1>{text.title}</h1>{ps(text, '', '<section class=related><p>{}</p></section>')}</article></main>",
        ld(node(text)),
    )


def _asides(text: t.Text) -> str:
    """A site that calls each part of the story an aside."""
    return frame(
        text,
        f"<main><article><h1>{text.title}</h1>{ps(text, '', '<aside><p>{}</p></aside>')}</article></main>",
        ld(node(text)),
    )


def _quotes(text: t.Text) -> str:
    return frame(
        text,
        f"<main><article><h1>{text.title}</h1>{ps(text, '', '<blockquote><p>{}</p></blockquote>')}</article></main>",
        ld(node(text)),
    )


def _items(text: t.Text) -> str:
    return frame(
        text,
        f"<main><article><h1>{text.title}</h1><ul>{ps(text, '', '<li>{}</li>')}</ul></article></main>",
        ld(node(text)),
    )


def _interview(text: t.Text) -> str:
    return frame(
        text,
        f"<main><article><h1>{text.title}</h1>{ps(text, '', '<p><strong>What happens now?</strong></p><p>{}</p>')}</article></main>",
        ld(node(text)),
    )


def _body_in_data(text: t.Text) -> str:
    """The page shows a beginning; its data holds the whole, free to read."""
    return frame(
        text,
        f"<main><article><h1>{text.title}</h1><p>{text.paragraphs[0]}</p><p>{text.paragraphs[1]}</p><button>Show more</button></article></main>",
        ld(node(text, articleBody=" ".join(text.paragraphs), isAccessibleForFree=True)),
    )


def _pagination(text: t.Text) -> str:
    return frame(
        text,
        f"<main><div class='ArticleBody' id='article-content'><h1>{text.title}</h1>{ps(text)}<div class='pagination'><a>1</a><a>2</a></div><div class='tags'><a>bridges</a><a>harbour</a></div><div class='next-article'><h2>Next up</h2>{links('<h3><a href=/n/{n}>{title}</a></h3>')}</div></div></main>",
        ld(node(text)),
    )


def _gallery(text: t.Text) -> str:
    pictures = "".join(f"<figure><img src='{n}.jpg'><figcaption>{CAPTION} {n}</figcaption></figure>" for n in range(12))
    return frame(
        text,
        f"<main><article><h1>{text.title}</h1>{ps(text, pictures)}</article></main>",
        ld(node(text)),
    )


def _plain(text: t.Text, **more: Any) -> str:
    return frame(text, f"<main><article><h1>{text.title}</h1>{ps(text)}</article></main>", ld(node(text, **more)))


def _head(text: t.Text, head: str, suffix: str = " | The Northern Courier") -> str:
    return frame(text, f"<main><article><h1>{text.title}</h1>{ps(text)}</article></main>", head, suffix)


ONE = ("Anna Berg",)

SITES: tuple[Site, ...] = (
    Site("wordpress with a graph", _wordpress(t.EN), t.EN, ONE),
    Site("arc", _arc(t.EN), t.EN),
    Site("drupal", _drupal(t.EN), t.EN, ONE),
    Site("amp", _amp(t.FR), t.FR),
    Site("blogger", _blogger(t.EN), t.EN, ONE, outlet=None),
    Site("microdata", _microdata(t.ES), t.ES),
    Site("boxes of generated names", _divs(t.DE), t.DE),
    Site("spans", _spans(t.EN), t.EN),
    Site("live blog", _live(t.EN), t.EN),
    Site("next", _next(t.EN), t.EN, ONE),
    Site("several articles in the data", _several(t.EN), t.EN),
    Site("broken data", _broken_ld(t.EN), t.EN, ONE),
    Site("table of an old site", _old(t.EN), t.EN, None, outlet=None),
    Site("more comments than article", _comments(t.EN), t.EN),
    Site("suspicious names around the body", _sponsored_class(t.EN), t.EN),
    Site("suspicious names around each paragraph", _small_boxes(t.EN), t.EN),
    Site("asides all over", _asides(t.EN), t.EN),
    Site("quotations all over", _quotes(t.EN), t.EN),
    Site("a list", _items(t.EN), t.EN),
    Site("interview", _interview(t.EN), t.EN),
    Site("body in the data", _body_in_data(t.EN), t.EN),
    Site("pagination and tags", _pagination(t.EN), t.EN),
    Site("gallery", _gallery(t.IT), t.IT),
    *(Site(f"plain {text.language}", _plain(text), text) for text in (t.PT, t.NL, t.PL, t.RU, t.UK, t.EL, t.TR, t.AR, t.HE, t.FA, t.HI, t.ZH, t.JA, t.KO, t.TH, t.VI, t.SV, t.ID)),
    # Dates
    Site("visible de", _visible(t.DE, "Von Anna Berg und Tom Lind", "4. März 2026, 08:15 Uhr"), t.DE),
    Site("visible fr", _visible(t.FR, "Par Anna Berg", "Publié le 4 mars 2026 à 08h15"), t.FR, ONE),
    Site("visible es", _visible(t.ES, "Por Anna Berg y Tom Lind", "4 de marzo de 2026 - 08:15"), t.ES),
    Site("visible pt", _visible(t.PT, "Por Anna Berg", "04/03/2026 08h15"), t.PT, ONE),
    Site("visible it", _visible(t.IT, "di Anna Berg", "4 marzo 2026"), t.IT, ONE),
    Site("visible pl", _visible(t.PL, "Anna Berg", "4 marca 2026, 08:15"), t.PL, ONE),
    Site("visible ru", _visible(t.RU, "Анна Берг", "4 марта 2026, 08:15"), t.RU, ("Анна Берг",)),
    Site("visible tr", _visible(t.TR, "Anna Berg", "4 Mart 2026 08:15"), t.TR, ONE),
    Site("visible zh", _visible(t.ZH, "记者 王小明", "2026年3月4日 08:15"), t.ZH, None),
    Site("visible ja", _visible(t.JA, "田中花子", "2026年3月4日 8時15分"), t.JA, None),
    Site("visible ko", _visible(t.KO, "김민수 기자", "입력 2026.03.04. 08:15"), t.KO, None),
    Site("visible nl", _visible(t.NL, "Door Anna Berg", "4 maart 2026 08:15"), t.NL, ONE),
    Site("visible sv", _visible(t.SV, "Anna Berg", "Publicerad 4 mars 2026 kl. 08.15"), t.SV, ONE),
    Site("visible el", _visible(t.EL, "Άννα Μπεργκ", "4 Μαρτίου 2026, 08:15"), t.EL, ("Άννα Μπεργκ",)),
    Site("visible ar", _visible(t.AR, "آنا بيرغ", "4 مارس 2026"), t.AR, None),
    Site("visible uk", _visible(t.UK, "Анна Берг", "4 березня 2026, 08:15"), t.UK, ("Анна Берг",)),
    Site("visible vi", _visible(t.VI, "Anna Berg", "Thứ tư, 4/3/2026, 08:15"), t.VI, ONE),
    Site("visible id", _visible(t.ID, "Anna Berg", "Rabu, 4 Maret 2026 08:15 WIB"), t.ID, ONE),
    *(
        Site(f"date {given!r}", _plain(t.EN, datePublished=given), t.EN)
        for given in ("2026-03-04", "2026-03-04 08:15:00", "2026-03-04T08:15:00+0100", "2026-03-04T08:15:00.123Z", "2026-03-04T08:15", "2026-03-04T08:15:00 +01:00", "Wed, 04 Mar 2026 08:15:00 GMT", "March 4, 2026", "Mar 4, 2026 8:15 AM", "4 March 2026", "2026-3-4T8:15:00", "20260304T081500Z", "2026/03/04 08:15", "04.03.2026 08:15", "1772608500", "1772608500000", "2026-03-04T08:15:00+01:00[Europe/Oslo]", "2026-03-04T08:15:00EST", "Wed Mar 04 2026 08:15:00 GMT+0100 (CET)", "2026-03-04T24:15:00Z")
    ),
    # People
    Site("author as text", _plain(t.EN, author="Anna Berg and Tom Lind"), t.EN),
    Site("author with By", _plain(t.EN, author=[{"@type": "Person", "name": "By Anna Berg"}]), t.EN, ONE),
    Site("author in capitals", _plain(t.EN, author={"@type": "Person", "name": "ANNA BERG"}), t.EN, ONE),
    Site("authors of names in a list", _plain(t.EN, author={"@type": "Person", "name": ["Anna Berg", "Tom Lind"]}), t.EN),
    Site("authors without a type", _plain(t.EN, author=[{"name": "Anna Berg"}, {"name": "Tom Lind"}]), t.EN),
    Site("author and agency", _plain(t.EN, author=[{"@type": "Person", "name": "Anna Berg"}, {"@type": "Organization", "name": "Reuters"}]), t.EN, ONE),
    Site("author and outlet", _plain(t.EN, author=[{"@type": "Person", "name": "Anna Berg, The Northern Courier"}]), t.EN, ONE),
    Site("author with role", _plain(t.EN, author="Anna Berg, Transport correspondent"), t.EN, ONE),
    Site("author with address", _plain(t.EN, author={"@type": "Person", "name": "Anna Berg", "url": "https://www.courier.example/anna"}), t.EN, ONE),
    Site("author called an organisation", _plain(t.EN, author={"@type": "Organization", "name": "Anna Berg"}), t.EN, ONE),
    Site("authors in German", _plain(t.DE, author="Von Anna Berg und Tom Lind"), t.DE),
    Site("author with particle", _plain(t.EN, author="Ludwig van der Meer"), t.EN, ("Ludwig van der Meer",)),
    Site("author with initials", _plain(t.EN, author="J. R. Holm"), t.EN, ("J. R. Holm",)),
    Site("author with apostrophe", _plain(t.EN, author="Siobhán O’Neill-Díaz"), t.EN, ("Siobhán O’Neill-Díaz",)),
    Site("author as addresses", _plain(t.EN, author=["https://www.courier.example/anna"]) .replace("<h1>", "<div class='byline'>By <a rel='author' href='/anna'>Anna Berg</a></div><h1>"), t.EN, ONE),
    Site("author by handle in the head", _head(t.EN, og(t.EN, article__published_time=DAY) + '<meta name="twitter:creator" content="@annaberg"><meta name="author" content="Anna Berg">'), t.EN, ONE),
    Site("author as a page in the head", _head(t.EN, og(t.EN, article__published_time=DAY, article__author="https://www.facebook.example/annaberg") + '<meta name="byl" content="By Anna Berg and Tom Lind">'), t.EN),
    Site("several author elements", _head(t.EN, og(t.EN, article__published_time=DAY) + '<meta name="author" content="Anna Berg"><meta name="author" content="Tom Lind">'), t.EN),
    Site("agency only", _plain(t.EN, author={"@type": "Organization", "name": "AFP"}), t.EN, ()),
    Site("staff only", _plain(t.EN, author={"@type": "Person", "name": "Courier Staff"}), t.EN, ()),
    # Titles and outlets
    *(Site(f"title {suffix!r}", _head(t.EN, ld(node(t.EN, headline=f"{t.EN.title}{suffix}")), suffix), t.EN) for suffix in (" | The Northern Courier", " - The Northern Courier", " – The Northern Courier", " — World — The Northern Courier", " | World | The Northern Courier", " :: The Northern Courier")),
    Site("title in the head only", frame(t.EN, f"<main><div class='c'>{ps(t.EN)}</div></main>", f'<meta property="article:published_time" content="{DAY}"><meta property="og:site_name" content="The Northern Courier">'), t.EN, None),
    Site("outlet as the first heading", _plain(t.EN).replace("<main>", "<h1>The Northern Courier</h1><main>"), t.EN),
    Site("title with entities", _plain(t.EN).replace(f'"headline": "{t.EN.title}"', f'"headline": "{t.EN.title.replace(" ", "&nbsp;", 1)}"'), t.EN),
    Site("data typed by address", _plain(t.EN, **{"@type": "http://schema.org/NewsArticle"}), t.EN),
    Site("data typed by list", _plain(t.EN, **{"@type": ["Article", "NewsArticle"]}), t.EN),
    Site("data within main entity", _head(t.EN, ld({"@context": "https://schema.org", "@type": "WebPage", "name": t.EN.title, "mainEntity": node(t.EN)})), t.EN),
    Site("data in a list", _head(t.EN, ld([{"@type": "WebSite", "name": "Courier"}, node(t.EN)])), t.EN),
)  # fmt: skip
