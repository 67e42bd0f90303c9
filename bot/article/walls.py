"""What stands where the article should be: told apart, so that people know what to do about it."""

import re
from collections.abc import Sequence

from bot.article.fronts import is_front, is_index
from bot.article.markup import Tree, text_of
from bot.article.metadata import Metadata
from bot.article.page import Page
from bot.article.prose import prose, words
from bot.errors import ChallengePage, ConsentWall, LoginWall, NeedsJavaScript, NotAnArticle, PageError

_CHALLENGE_MARKUP = re.compile(
    r"cdn-cgi/challenge-platform|_cf_chl_opt|cf-turnstile|captcha-delivery\.com|px-captcha|_Incapsula_Resource|awswaf|awsWafCookieDomainList|ddos-guard|perimeterx|akam/13|kasada|g-recaptcha|h-captcha|hcaptcha\.com|sgcaptcha",
    re.IGNORECASE,
)
_CHALLENGE_TEXT = re.compile(
    r"just a moment|checking (?:if the site connection|your browser)|verify(?:ing)? (?:that )?you(?: are|'re|’re) (?:a )?(?:human|not a (?:ro)?bot)|are you (?:a )?(?:human|robot)|pardon our interruption|attention required"
    r"|(?:unusual|automated|suspicious) (?:traffic|activity|requests)|access to this page has been denied|press (?:&|and) hold|complete the (?:security check|captcha)|prove you(?:'re|’re| are) (?:a )?human|not a robot|ddos protection"
    r"|request unsuccessful\. incapsula|bist du ein mensch|sind sie ein mensch|v[eé]rifi(?:er|ez) que vous (?:êtes|n)|no eres un robot|не робот|please enable (?:js|javascript) and disable any ad blocker",
    re.IGNORECASE,
)
_CONSENT = re.compile(
    r"cookies?\b|\bconsent\b|\bgdpr\b|\bwe and our (?:\d+ )?partners|personal(?:ised|ized)? (?:data|ads|advertising)|privacy (?:policy|settings|choices)|legitimate interest|store and/or access|before you continue"
    r"|einwilligung|datenschutz|personenbezogene|zustimm|consentement|donn[eé]es personnelles|consentimiento|datos personales|consenso|dati personali|toestemming|persoonsgegevens|zgod[ay]|куки|файлы cookie",
    re.IGNORECASE,
)
_ACCEPT = re.compile(
    r"accept (?:all|cookies|and continue)|\bi (?:accept|agree)\b|agree (?:and|&) (?:continue|proceed)|accept\b|manage (?:cookies|preferences|options|settings)|reject all|alle akzeptieren|akzeptieren|zustimmen|tout accepter|j.accepte|accepter"
    r"|aceptar|accetta|accepteren|akkoord|aceitar|akceptuj|принять|pay or consent",
    re.IGNORECASE,
)
_LOGIN = re.compile(
    r"(?:subscribe|register|sign up|sign in|log ?in|become a (?:member|subscriber))\b[^.]{0,60}\b(?:to (?:continue|read|keep|unlock|access|view)|for (?:full |unlimited )?access)|to (?:continue|keep) reading|continue reading (?:this|with|your)"
    r"|already (?:a |have an? )?(?:subscriber|member|subscribed|account|registered)|(?:this|the) (?:article|content|story|page) is (?:for|reserved for|only available|available (?:only )?(?:to|for)|exclusive)|subscribers? only|subscriber[- ]exclusive|members? only|for (?:paying )?(?:subscribers|members)\b"
    r"|you(?: have|'ve|’ve) (?:reached|read|used)[^.]{0,60}(?:free|limit)|unlock this (?:article|story)|subscription (?:is )?required|you (?:must|need to) (?:be logged in|log in|sign in|subscribe|register)|please (?:log|sign) ?in|sign in to|log in to"
    r"|weiterlesen mit|jetzt (?:abonnieren|anmelden|registrieren)|nur für abonnenten|bereits abonnent|r[eé]serv[eé] (?:à|aux) (?:nos )?abonn[eé]s|d[eé]jà abonn[eé]|abonnez-vous|s.identifier|suscr[ií]bete|solo para suscriptores|ya eres suscriptor|inicia sesi[oó]n"
    r"|abbonati|sei già abbonato|contenuto riservato|alleen voor abonnees|assine|já é assinante|только для подписчиков|войдите",
    re.IGNORECASE,
)
_SCRIPT = re.compile(
    r"(?:enable|requires?|turn on|activate|need|without|disabled|support)[^.]{0,40}\bjava ?script|\bjava ?script\b[^.]{0,60}(?:enabled?|required|disabled|not (?:supported|available)|to (?:run|view|use|continue))|aktivieren sie javascript|activer javascript|habilit\w+ javascript|включ\w+ javascript",
    re.IGNORECASE,
)
_MISSING = re.compile(
    r"^(?:error\s*)?(?:404|410)\b|(?:page|article|story|content|site|file)\s+(?:(?:was|is|could|can|cannot|not|be|you|requested|are|looking|for|doesn.t|does|no longer)\s+){0,6}(?:not found|found|exist|available)|not found|no longer (?:available|exists)"
    r"|(?:something|that|this page) (?:went|has gone) wrong|seite nicht gefunden|page (?:introuvable|non trouvée)|p[aá]gina (?:no encontrada|não encontrada)|pagina non trovata|страница не найдена|internal server error|service unavailable|access denied|forbidden",
    re.IGNORECASE,
)
# Articles quote people, consent pages do not.
_QUOTED = re.compile(r"[“„«「][^”“»」]{15,}[”“»」]|\"[^\"]{15,}\"")
_GOODS = frozenset({"Product", "ProductGroup"})


def obstacle(tree: Tree, page: Page, meta: Metadata, paragraphs: Sequence[str], teasers: str = "") -> PageError | None:
    """What keeps us from an article on this page, or None when its paragraphs are one.

    Several paragraphs of prose are an article whatever else the page says of itself.
    """
    if page.headers.get("cf-mitigated", "").lower() == "challenge":
        return ChallengePage("the server asks for a browser check")
    counts = prose(paragraphs)
    if not meta.described and (is_front(paragraphs, teasers) or (_is_root(page) and is_index(tree))):
        return NotAnArticle("a page of links to articles")
    if _consents(paragraphs, meta, tree):
        return ConsentWall("the text is about cookies and consent")
    if _suffices(meta, counts) and not (sum(counts) < 120 and _is_error(tree, meta)):
        return LoginWall("only the beginning is there") if _is_cut_short(tree, meta, counts) else None
    return _wall(tree, meta, sum(counts))


def _suffices(meta: Metadata, counts: Sequence[int]) -> bool:
    if meta.declared:
        return sum(counts) >= 25
    if _GOODS & meta.types or meta.og_type.startswith(("product", "og:product")):
        return sum(counts) >= 250 and len(counts) >= 5
    if meta.og_type.startswith(("video", "music", "profile")):
        return sum(counts) >= 120 and len(counts) >= 3
    return sum(counts) >= (40 if len(counts) >= 3 else 60 if len(counts) == 2 else 100)


def _is_root(page: Page) -> bool:
    """Whether the address is that of a site's front page."""
    path = (page.final_url or page.url or "//x/x").partition("//")[2].partition("?")[0].partition("#")[0]
    return not path.partition("/")[2]


def _is_cut_short(tree: Tree, meta: Metadata, counts: Sequence[int]) -> bool:
    """The page says that it is not free, holds one or two paragraphs, and asks for a login."""
    return not meta.open and len(counts) <= 2 and sum(counts) < 100 and bool(_LOGIN.search(_all_text(tree)))


def _consents(paragraphs: Sequence[str], meta: Metadata, tree: Tree) -> bool:
    """Most of a short text is about cookies and personal data, and a button accepts them."""
    whole = sum(map(words, paragraphs))
    if meta.declared or not paragraphs or whole > 400:
        return False
    about = sum(words(text) for text in paragraphs if _CONSENT.search(text))
    buttons = [text_of(element, 80) for element in list(tree.iter("button", "a"))[:200]]
    buttons += [element.get("value") or "" for element in list(tree.iter("input"))[:50]]
    return about >= 0.6 * whole and bool(_ACCEPT.search(" ".join(buttons))) and not _QUOTED.search(" ".join(paragraphs))


def _is_error(tree: Tree, meta: Metadata) -> bool:
    heading = next((text_of(element, 200) for element in tree.iter("h1")), "") or meta.title or ""
    said = (meta.title or "", heading)
    return not meta.declared and all(len(text.split()) <= 10 and _MISSING.search(text) for text in said)


def _wall(tree: Tree, meta: Metadata, told: int) -> PageError:
    text = _all_text(tree)
    said = f"{meta.title or ''} {text}"
    length = words(text)
    if length < 400 and (_CHALLENGE_TEXT.search(said) or (length < 60 and _CHALLENGE_MARKUP.search(_markup(tree)))):
        return ChallengePage("the page asks whether a person is there")
    if length < 600 and _is_error(tree, meta):
        return NotAnArticle("an error page")
    if _LOGIN.search(said) and (not meta.open or meta.declared or _asks_for_password(tree) or length < 300):
        return LoginWall("the page asks for a login or a subscription")
    if length < 800 and len(_CONSENT.findall(said)) >= 2 and _ACCEPT.search(said):
        return ConsentWall("the page asks for consent")
    if told < 30 and length < 150 and (_SCRIPT.search(f"{said} {_unscripted(tree)}") or _is_shell(tree, length)):
        return NeedsJavaScript("nothing without a browser")
    return (
        NotAnArticle("no article on the page") if meta.open else LoginWall("the page says that it is not free to read")
    )


def _markup(tree: Tree) -> str:
    """Sources and beginnings of scripts and frames, names of containers: where browser checks give themselves away."""
    loaded = [str(e.get("src") or e.text or "")[:3000] for e in list(tree.iter("script", "iframe"))[:60]]
    named = [f"{e.get('id') or ''} {e.get('class') or ''}" for e in list(tree.iter("div", "form"))[:200]]
    return " ".join(loaded + named)


def _unscripted(tree: Tree) -> str:
    return " ".join(text_of(element, 500) for element in list(tree.iter("noscript"))[:20])


def _asks_for_password(tree: Tree) -> bool:
    return any((field.get("type") or "").lower() == "password" for field in tree.iter("input"))


def _is_shell(tree: Tree, length: int) -> bool:
    """A mount point that holds nothing, or a word or two of waiting, and scripts: a single-page application."""
    if length >= 40 or not any(script.get("src") for script in tree.iter("script")):
        return False
    names = {"root", "app", "next", "nuxt", "react-root", "app-root", "svelte", "main-app", "application"}
    return any(
        (element.get("id") or "").lower().strip("_") in names and words(text_of(element, 100)) <= 5
        for element in tree.iter("div", "main", "section")
    )


def _all_text(tree: Tree) -> str:
    """What the page shows, without scripts and styles; the first 20,000 characters."""
    parts: list[str] = []
    size = 0
    body = tree.find("body")
    for element in (tree if body is None else body).iter():
        if (
            isinstance(element.tag, str)
            and element.tag not in {"script", "style", "noscript", "template"}
            and element.text
        ):
            parts.append(str(element.text))
            size += len(parts[-1])
        if element.tail:
            parts.append(str(element.tail))
            size += len(parts[-1])
        if size > 20_000:
            break
    return " ".join(" ".join(parts).split())
