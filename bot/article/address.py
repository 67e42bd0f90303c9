"""Addresses of articles: which are links at all, and which two lead to the same article."""

import re

from yarl import URL

from bot.errors import LinkInvalid
from bot.intake.shared import file_of

_HTTP = re.compile(r"https?://[^\s/?#]", re.IGNORECASE)
# Marks that a campaign, a newsletter or a share button adds; none of them ever chooses the article.
_TRACKERS = re.compile(
    r"utm_\w+|mc_[ce]id|[a-z]*clk?id|gbraid|wbraid|_ga|_gl|igshid?|at_(?:medium|campaign|custom\d|link\w+|format|bbc_team|ptr_name)"
    r"|ns_(?:campaign|mchannel|source|linkname|fee)|cmpid|ito|smtyp|smprod|ocid|ncid|xtor|guccounter|guce_referr\w*"
    r"|taid|tpcc|soc_(?:src|trk)|mkt_tok|vero_(?:id|conv)|_hs(?:enc|mi)|hs_\w+|oly_(?:enc|anon)_id"
    r"|ref_src|ref_url|__twitter_impression|share|shared|sharetype|smid|sref|spm|__s|__tn__|amp;\w+"
    r"|wt[._]mc\w*|wt_zmc|piano_\w+|pk_\w+|mtm_\w+|matomo_\w+|yclid|ysclid|dicbo|traffic_source",
    re.IGNORECASE,
)
_DECORATION = ("www.", "m.", "mobile.", "amp.")


def article_key(url: str) -> str:
    """The address under which an article is known, however its link was decorated.

    Scheme and host in lower case, `http` as `https`, no default port, user info, fragment or tracking
    parameters; nothing else is changed, and the key is never fetched. What stands for a shared file is its own key.
    Raises `LinkInvalid` for anything else that is not http(s).
    """
    if file_of(url) is not None:
        return url
    if not _HTTP.match(url.strip()):
        raise LinkInvalid("not an http(s) address")
    # What one round leaves behind (a space at the end, once the fragment is gone) the next one takes away.
    for _ in range(4):
        before, url = url, _rounded(url.strip())
        if url == before:
            break
    return url


def _rounded(url: str) -> str:
    try:
        return str(_normal(URL(url)))
    except (ValueError, TypeError, UnicodeError):
        return url.partition("#")[0]


def _normal(url: URL) -> URL:
    kept = [(name, value) for name, value in url.query.items() if not _TRACKERS.fullmatch(name)]
    if len(kept) != len(url.query):
        url = url.with_query(kept or None)
    url = url.with_fragment(None)
    if url.user is not None or url.password is not None:
        url = url.with_user(None)
    host = (url.host or "").lower().rstrip(".")
    if host and (url.raw_host or "") != (url.raw_host or "").lower().rstrip("."):
        url = url.with_host(host)
    if not url.raw_path:
        url = url.with_path("/")
    return url.with_scheme("https").with_port(None) if url.is_default_port() else url


def same_site(one: str, other: str) -> bool:
    """Whether two addresses share a host, `www.` and the like aside, or one lies beneath the other.

    A bare word such as `com` or `localhost` has nothing beneath it.
    """
    first, second = _site(one), _site(other)
    if not first or not second:
        return False
    if first == second:
        return True
    shorter, longer = sorted((first, second), key=len)
    return "." in shorter and longer.endswith(f".{shorter}")


def _site(url: str) -> str | None:
    try:
        host = (URL(url).host or "").lower().rstrip(".")
    except ValueError:
        return None
    for prefix in _DECORATION:
        host = host.removeprefix(prefix)
    return host or None
