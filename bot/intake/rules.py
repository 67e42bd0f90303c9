"""How the bot behaves in one channel, as its members want it."""

import re
from collections.abc import Iterable
from typing import Final, Literal
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict

Reads = Literal["all", "asked"]
FollowUps = Literal["all", "mentions", "none"]

_DOMAIN: Final = re.compile(r"(?=.{1,253}$)[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*", re.IGNORECASE)


class Rules(BaseModel):
    """`reads` every link or only when asked by name; `follow_ups` are answered all, when mentioned, or not at all.

    `language` is a code, empty for the article's own. Links of `ignore` are left alone, and with `keep_to` all others
    too; a domain stands for its subdomains. Whoever asks by name is heeded whatever the links.
    """

    model_config = ConfigDict(frozen=True)

    reads: Reads = "all"
    follow_ups: FollowUps = "all"
    language: str = ""
    ignore: tuple[str, ...] = ()
    keep_to: tuple[str, ...] = ()

    def wants(self, link: str) -> bool:
        """Whether a link is to be read that nobody asked us about."""
        host = domain_of(link) or ""
        return not _among(host, self.ignore) and (not self.keep_to or _among(host, self.keep_to))


def domains_in(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Domains as people list them, addresses and wildcards included; and the words that are none."""
    found = {word: _listed(word) for word in re.split(r"[\s,;]+", text) if word}
    good = dict.fromkeys(domain for domain in found.values() if domain)
    return tuple(good), tuple(word for word, domain in found.items() if not domain)


def _listed(word: str) -> str | None:
    """A word without a dot is no domain that somebody lists, but for this machine's own name."""
    domain = domain_of(word if "://" in word else f"https://{word}")
    return domain if domain and ("." in domain or domain == "localhost") else None


def domain_of(link: str) -> str | None:
    """The host of an address, `www.` and `*.` aside, as ASCII; None for what has none."""
    try:
        host = (urlsplit(link).hostname or "").removeprefix("*.").removeprefix("www.").rstrip(".")
        host = host if host.isascii() else host.encode("idna").decode("ascii")
    except ValueError:
        return None
    return host.lower() if _DOMAIN.fullmatch(host) else None


def _among(host: str, domains: Iterable[str]) -> bool:
    return any(host == domain or host.endswith(f".{domain}") for domain in domains)
