"""What stands where an article should be, told apart; and what never counts as a wall."""

import pytest

from bot.article.extract import article_of
from bot.errors import ChallengePage, ConsentWall, LoginWall, NeedsJavaScript, NotAnArticle, PageError, SignInPage
from tests.pages import PARAGRAPHS, TITLE, body, html, linked, page

TEASER = (
    "The council said on Monday that it would look into matter {n} after complaints from many residents of the area."
)
CARD = f'<div class="card"><h3><a href="/n/{{n}}">Headline number {{n}} about something in the city</a></h3><p>{TEASER}</p></div>'
LINE = f'<li><a href="/n/{{n}}"><h3>Headline number {{n}} about something in the city</h3><p>{TEASER}</p></a></li>'


def cards(template: str, count: int = 16) -> str:
    return "".join(template.format(n=n) for n in range(count))


WALLS: dict[str, tuple[str, type[PageError]]] = {
    "a home page": (html(cards(CARD), title="The Northern Courier", head='<meta property="og:type" content="website">'), NotAnArticle),
    "a home page whose data lists articles": (html(cards(CARD), title="The Northern Courier", head="".join(linked(headline=f"Headline number {n} about something") for n in range(5))), NotAnArticle),
    "a home page of bare links": (html("".join(f"<div><a href='/n/{n}'><span>Headline number {n} about something in the city</span></a><div>{TEASER.format(n=n)}</div></div>" for n in range(40)), title="The Northern Courier"), NotAnArticle),
    "a section that calls itself an article": (html(f"<h1>World</h1><ul>{cards(LINE)}</ul>", title="World", head='<meta property="og:type" content="article">'), NotAnArticle),
    "a page of search results": (html(f"<h1>Results for bridge</h1>{cards(CARD, 10)}", title="Search"), NotAnArticle),
    "a shop": (
        ('<html><head><title>Red kettle</title><meta property="og:type" content="product"><script type="application/ld+json">{"@type":"Product","name":"Red kettle","offers":{"@type":"Offer","price":"29"}}</script></head>'
        "<body><h1>Red kettle</h1><p>This kettle boils a litre of water in three minutes. It comes with a two-year guarantee.</p><p>The handle stays cool, and the lid opens with one hand, so that you can fill it easily.</p></body></html>"),
        NotAnArticle,
    ),
    "a video": (html("<h1>The bridge from above</h1><video src='a.mp4'></video><p>Watch the harbour bridge from above in this film of ours.</p>", head='<meta property="og:type" content="video.other">', title="Film"), NotAnArticle),
    "an empty page": ("", NotAnArticle),
    "a page with an empty body": ("<html><body></body></html>", NotAnArticle),
    "an error page with status 200": (
        html("<h1>Page not found</h1><p>Sorry, the page you are looking for does not exist. It may have been moved or deleted since you last looked.</p><p>You can go to the home page, or search for what you need with the form above. We are sorry for the trouble.</p>", title="Page not found | The Northern Courier"),
        NotAnArticle,
    ),
    "a headline alone": (html(f"<h1>{TITLE}</h1>", head=linked()), NotAnArticle),
    "a login": ("<html><title>Sign in</title><body><h1>Sign in</h1><form><input><input type=password><button>Log in</button></form><p>Please log in to continue to the document.</p></body></html>", SignInPage),
    "code": (html(f"<h1>bridge</h1><p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[2]}</p><p>{PARAGRAPHS[3]}</p>", title="bridge", head='<meta property="og:type" content="object">'), NotAnArticle),
    "code by what it shows": (html("<h1>bridge.py</h1>" + body(*PARAGRAPHS[:3]) + "<pre>" + "def bridge(x): return x  # said.\n" * 60 + "</pre>", title="bridge.py"), NotAnArticle),
    "a question and its answers": (html(f"<h1>How long is a bridge?</h1>{body()}", title="How long is a bridge?", head='<script type="application/ld+json">{"@type":"QAPage","mainEntity":{"@type":"Question","name":"How long?"}}</script>'), NotAnArticle),
    "a job": (html(f"<h1>Bridge keeper</h1>{body()}", title="Bridge keeper", head='<script type="application/ld+json">{"@type":"JobPosting","title":"Bridge keeper"}</script>'), NotAnArticle),
    "a recipe": (html(f"<h1>Soup</h1>{body(*PARAGRAPHS[:3])}", title="Soup", head='<script type="application/ld+json">{"@type":"Recipe","name":"Soup"}</script>'), NotAnArticle),
    "a headline for subscribers": (html(f"<h1>{TITLE}</h1><p>This article is reserved for subscribers. Subscribe to read on.</p>", head=linked(isAccessibleForFree=False)), LoginWall),
    "ein Artikel für Abonnenten": (html("<h1>Brücke gesperrt</h1><p>Nur für Abonnenten. Jetzt abonnieren und weiterlesen.</p>", title="Brücke", lang="de", head=linked(headline="Brücke gesperrt", isAccessibleForFree=False)), LoginWall),
    "a consent page": (
        ("<html lang=en><head><title>Before you continue</title></head><body><h1>Before you continue</h1><p>We use cookies and data to deliver and maintain our services, track outages and protect against spam, fraud and abuse.</p>"
        "<p>We and our 845 partners store and/or access information on a device, such as unique IDs in cookies, to process personal data.</p><p>If you choose to accept all, we will also use cookies and data to develop and improve new services and deliver personalised ads.</p>"
        "<button>Reject all</button><button>Accept all</button></body></html>"),
        ConsentWall,
    ),
    "eine Seite zur Einwilligung": (
        "<html lang=de><head><title>Mit Werbung weiterlesen</title></head><body><h1>Weiter mit Werbung</h1><p>Wir und unsere Partner verarbeiten personenbezogene Daten mit Cookies, um Inhalte und Anzeigen zu messen. Details stehen im Datenschutz.</p><p>Ihre Einwilligung können Sie jederzeit im Datenschutz-Center widerrufen, wenn Sie es wollen.</p><button>Alle akzeptieren</button></body></html>",
        ConsentWall,
    ),
    "a browser check": ("<html><head><title>Just a moment...</title></head><body><h1>courier.example</h1><p>Verifying you are human. This may take a few seconds.</p><script src='/cdn-cgi/challenge-platform/h/b'></script></body></html>", ChallengePage),
    "a captcha in a frame": ("<html><head><title>courier.example</title></head><body><iframe src='https://geo.captcha-delivery.com/captcha/?x=1'></iframe></body></html>", ChallengePage),
    "unusual traffic": (html("<h1>Access denied</h1><p>Our systems have detected unusual traffic from your network. Please complete the security check.</p>", title="Sorry"), ChallengePage),
    "goods, without a word about themselves": ("<html><head><title>Rain jacket</title></head><body><h1>Rain jacket</h1><p>89.00 EUR</p><button>Add to basket</button>" + body("This jacket keeps you dry in heavy rain and wind, and it is made of recycled nylon that was once a fishing net.", "Delivery takes three days, returns are free within thirty days, and the label lies in the box with the goods.", "Wash it cold and do not iron it, and it will stay with you for many years of bad weather on the coast.") + "</body></html>", NotAnArticle),
    "a page made by scripts": ("<!doctype html><html><head><title>Courier</title></head><body><noscript>You need to enable JavaScript to run this app.</noscript><div id='root'></div><script src='/main.js'></script></body></html>", NeedsJavaScript),
    "a page made by scripts without a word": ("<!doctype html><html><head><title>Courier</title></head><body><div id='__next'></div><script src='/main.js'></script></body></html>", NeedsJavaScript),
}  # fmt: skip

ARTICLES = {
    "marked as not free, but whole": html(head=linked(isAccessibleForFree=False)),
    "marked as not free, with a login in the header": html(f"<a href='/login'>Already a subscriber? Log in</a><h1>{TITLE}</h1>{body()}", head=linked(isAccessibleForFree="False")),
    "with a newsletter box": html(f"<h1>{TITLE}</h1>{body()}<div><p>Sign up to our newsletter. Subscribe to continue reading every morning.</p></div>"),
    "with a cookie banner": html(f"<div class='banner'><p>We and our partners use cookies and personal data. Manage your consent.</p><button>Accept all</button></div><h1>{TITLE}</h1>{body()}"),
    "with a captcha in its comment form": html(f"<h1>{TITLE}</h1>{body()}<form><div class='g-recaptcha'></div><textarea></textarea></form>"),
    "with a word for those without scripts": html(f"<h1>{TITLE}</h1>{body()}<noscript>Please enable JavaScript to view the comments.</noscript>"),
    "with linked headings beneath it": html(f"<h1>{TITLE}</h1>{body()}") + cards(CARD),
    "without a word about itself": f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1>{body()}</body></html>",
    "about cookies": html("<h1>Court limits cookies</h1>" + body("The court ruled on Tuesday that sites must ask for consent before they set cookies on a device.", "“Personal data is not a currency,” the judge, Maria Holt, said in her ruling on the cookies.", "The publishers’ association said that consent banners would now grow longer. It will appeal."), title="Court limits cookies", head=linked(headline="Court limits cookies")),
    "about consent, without a word about itself": html("<h1>Court limits cookies</h1>" + body("The court ruled on Tuesday that sites must ask for consent before they set cookies on a device.", "“Personal data is not a currency to be traded,” the judge, Maria Holt, said in her ruling on the cookies.", "The publishers’ association said that consent banners would now grow longer. It will appeal.") + "<button>Accept all</button>", title="Court limits cookies"),
    "set with a line height and over a picture": f'<html><head><title>{TITLE}</title></head><body><div style="font: 16px/1.0 serif; margin-top:-150px"><h1>{TITLE}</h1><div style="font-size:1.0em;top:-20px">{body()}</div></div></body></html>',
    "set as code, as old pages do": f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1><pre>" + "\n\n".join(PARAGRAPHS) + "</pre></body></html>",
    "with the site's app in its data": html(head='<script type="application/ld+json">[{"@type":"MobileApplication","name":"Courier"},{"@type":"ProfilePage","name":"Anna Berg"}]</script>'),
    "with a film": html(f"<h1>{TITLE}</h1><video></video>{body()}", head='<meta property="og:type" content="video.other">'),
    "about a page not found": html("<h1>Why a page is not found</h1>" + body(), title="Why a page is not found"),
    "about robots": html("<h1>Are you a robot? The end of the captcha</h1>" + body(), title="Are you a robot? The end of the captcha"),
    "on the root of a site": f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1>{body()}</body></html>",
    "of a list with linked headings": html(f"<h1>{TITLE}</h1>" + "".join(f"<h2><a href='/x{n}'>Point {n}</a></h2><p>{text}</p>" for n, text in enumerate(PARAGRAPHS)), head=linked()),
}  # fmt: skip


@pytest.mark.parametrize("name", WALLS)
def test_what_stands_in_the_way_is_told_apart(name: str) -> None:
    """Each obstacle has an error of its own, so that people know what to do about it."""
    text, error = WALLS[name]
    address = "https://www.courier.example/" if "home" in name else "https://www.courier.example/x/y"

    with pytest.raises(error) as caught:
        article_of(page(text, address=address))

    assert type(caught.value) is error


@pytest.mark.parametrize("name", ARTICLES)
def test_an_article_is_read_whatever_stands_around_it(name: str) -> None:
    """Several paragraphs of prose are an article, whatever else the page says."""
    address = "https://www.courier.example/" if "root" in name else "https://www.courier.example/x/y"

    article = article_of(page(ARTICLES[name], address=address))

    assert article.title
    assert article.text.startswith(article.title)
    assert len(article.paragraphs) >= 4


PROMPT = "<div class='prompt'><h2>Subscribe to continue reading</h2><p>Already a subscriber? Log in.</p></div>"


@pytest.mark.parametrize("free", [{"isAccessibleForFree": "False"}, {}])
@pytest.mark.parametrize("shown", [1, 2, 4])
def test_the_beginning_before_a_wall_is_read_and_marked(free: dict[str, str], shown: int) -> None:
    """What stands before "subscribe to continue" is the article as far as it goes, and nothing of the wall is told."""
    inner = f"<h1>{TITLE}</h1>{body(*PARAGRAPHS[:shown])}{PROMPT}"

    article = article_of(page(html(inner, head=linked(**free))))

    assert article.text == "\n\n".join([TITLE, *PARAGRAPHS[:shown]])
    assert article.partial


@pytest.mark.parametrize("name", ARTICLES)
def test_a_whole_article_is_not_marked(name: str) -> None:
    """Neither a login in the header nor a newsletter nor a word about access makes it a part."""
    assert not article_of(page(ARTICLES[name], address="https://www.courier.example/x/y")).partial


def test_data_that_is_not_free_stays_unread() -> None:
    """What a page holds for subscribers only is not taken from its scripts."""
    inner = f"<h1>{TITLE}</h1>{body(PARAGRAPHS[0])}{PROMPT}"
    head = linked(isAccessibleForFree=False, articleBody="\n".join(PARAGRAPHS))

    article = article_of(page(html(inner, head=head)))

    assert article.text == "\n\n".join([TITLE, PARAGRAPHS[0]])
    assert article.partial


def test_the_header_of_a_browser_check_counts_before_the_text() -> None:
    """`cf-mitigated: challenge` marks a page that is no article, whatever it says."""
    with pytest.raises(ChallengePage):
        article_of(page(html(), headers={"cf-mitigated": "challenge"}))
