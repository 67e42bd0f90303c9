"""The address guard, as a table: what must be refused and what must pass, each with its reason."""

import socket
from collections.abc import Mapping, Sequence

import pytest
from aiohttp.abc import AbstractResolver, ResolveResult
from hypothesis import given
from hypothesis import strategies as st
from yarl import URL

from bot.adapters.web.addresses import guarded_socket, is_public
from bot.adapters.web.aiohttp_web import OpenWeb
from bot.adapters.web.hops import redirected
from bot.errors import AddressRefused, LinkInvalid, NameUnknown, RedirectUnsafe
from tests.adapters.forms import NAMES, PASSING, REFUSED
from tests.hostile import ARTICLE, hostile_server


class TableResolver(AbstractResolver):
    """Answers from a table; with `changes`, each look-up of a name takes the next answer."""

    def __init__(
        self, names: Mapping[str, Sequence[str]], changes: Mapping[str, Sequence[Sequence[str]]] | None = None
    ) -> None:
        self._names = names
        self._changes = {name: list(answers) for name, answers in (changes or {}).items()}

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        answers = self._changes.get(host)
        addresses = answers.pop(0) if answers else self._names.get(host)
        if addresses is None:
            raise OSError(None, "no such name")
        kinds = [socket.AF_INET6 if ":" in address else socket.AF_INET for address in addresses]
        return [
            ResolveResult(hostname=host, host=address, port=port, family=kind, proto=0, flags=socket.AI_NUMERICHOST)
            for address, kind in zip(addresses, kinds, strict=True)
        ]

    async def close(self) -> None:
        """Nothing to close."""


def test_the_table_is_as_long_as_it_says() -> None:
    """At least a hundred forms are refused and twenty pass, none twice."""
    assert len({link for link, _ in REFUSED}) == len(REFUSED) >= 100
    assert len({link for link, _, _ in PASSING}) == len(PASSING) >= 20


@pytest.mark.parametrize(("link", "reason"), REFUSED, ids=[reason for _, reason in REFUSED])
async def test_refused(link: str, reason: str) -> None:
    """Nothing connects, and the sentence does not tell what stands there."""
    async with OpenWeb(resolver=TableResolver(NAMES), seconds=5, robots=False) as web:
        with pytest.raises((AddressRefused, LinkInvalid)) as caught:
            await web.fetch(link)

    assert not any(character.isdigit() for character in str(caught.value)), reason


@pytest.mark.parametrize(("link", "address", "reason"), PASSING, ids=[reason for _, _, reason in PASSING])
async def test_passing(link: str, address: str, reason: str) -> None:
    """The guard lets the connection go out, and the suite's own guard stops it there."""
    async with OpenWeb(resolver=TableResolver(NAMES), seconds=5, robots=False) as web:
        with pytest.raises(AssertionError, match=rf"tried to connect to {address}$"):
            await web.fetch(link)

    assert reason


async def test_a_name_that_changes_its_address_between_look_ups_is_refused() -> None:
    """The second look-up of a redirect to the same name is held to the rule as well."""
    async with hostile_server() as inside:
        public, private = [inside.host], ["127.0.0.2"]
        resolver = TableResolver({}, {"rebinding.test": [public, private]})
        inside.elsewhere = inside.url("/again", host="rebinding.test")
        async with OpenWeb(allow=frozenset({inside.pair}), resolver=resolver, seconds=5, robots=False) as web:
            with pytest.raises(AddressRefused):
                await web.fetch(inside.url("/elsewhere", host="rebinding.test"))

    assert inside.seen == {"/elsewhere": 1}


async def test_the_address_is_checked_again_when_the_socket_is_opened() -> None:
    """Whatever a resolver lets through, no socket is opened to an address inside."""
    open_socket = guarded_socket(frozenset())

    with pytest.raises(AddressRefused):
        open_socket((socket.AF_INET, socket.SOCK_STREAM, 6, "", ("10.0.0.5", 80)))
    with pytest.raises(AddressRefused):
        open_socket((socket.AF_INET6, socket.SOCK_STREAM, 6, "", ("fe80::1", 443, 0, 2)))
    open_socket((socket.AF_INET, socket.SOCK_STREAM, 6, "", ("1.1.1.1", 443))).close()


class CarelessResolver(TableResolver):
    """Hides from the look-up what the connection will be made to."""

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        found = await super().resolve(host, port, family)
        return [_Chameleon(entry) for entry in found]  # type: ignore[misc]  # a mapping that changes its mind


class _Chameleon(dict[str, object]):
    """Shows a public address once, and the true one from then on."""

    shown = False

    def __getitem__(self, name: str) -> object:
        if name == "host" and not self.shown:
            self.shown = True
            return "93.184.215.14"
        return super().__getitem__(name)


@pytest.mark.parametrize("addresses", [["127.0.0.1"], ["127.0.0.1", "::1"], ["10.0.0.5", "127.0.0.1", "::1"]])
async def test_an_address_that_changes_after_the_look_up_is_refused_at_the_connect(addresses: Sequence[str]) -> None:
    """The rule sees the very address that is connected to, whatever was shown before."""
    async with OpenWeb(resolver=CarelessResolver({"changing.test": addresses}), seconds=5, robots=False) as web:
        with pytest.raises(AddressRefused):
            await web.fetch("http://changing.test/")


@pytest.mark.parametrize("pair", ["name", "address"])
async def test_an_exempt_pair_is_reached_by_name_or_by_address(pair: str) -> None:
    """`host:port` exempts the host as written in the link, or the address that it leads to."""
    async with hostile_server() as inside:
        resolver = TableResolver({"intranet.test": [inside.host]})
        allow = frozenset({("intranet.test" if pair == "name" else inside.host, inside.port)})
        async with OpenWeb(allow=allow, resolver=resolver, seconds=5, robots=False) as web:
            page = await web.fetch(inside.url("/article", host="intranet.test"))

    assert page.body == ARTICLE


async def test_an_exemption_holds_for_exactly_its_pair() -> None:
    """Neither another port of that host nor another host on that port is exempt."""
    async with (
        hostile_server() as inside,
        hostile_server() as other,
        OpenWeb(allow=frozenset({("127.0.0.1", inside.port)}), seconds=5, robots=False) as web,
    ):
        for link in (other.url("/"), f"http://127.0.0.2:{inside.port}/", f"http://localhost:{other.port}/"):
            with pytest.raises(AddressRefused):
                await web.fetch(link)

    assert not inside.seen
    assert not other.seen


@pytest.mark.parametrize(
    ("url", "location", "target"),
    [
        ("https://a.example/x", "/y", "https://a.example/y"),
        ("http://a.example/x", "https://a.example/y", "https://a.example/y"),
        ("https://a.example/x", "https://b.example/y#z", "https://b.example/y"),
        ("https://a.example/x", "http://a.example/y", None),
        ("https://a.example/x", "//b.example", "https://b.example"),
    ],
)
def test_https_never_leads_back_to_http(url: str, location: str, target: str | None) -> None:
    """A redirect may gain TLS and never lose it."""
    if target is None:
        with pytest.raises(RedirectUnsafe):
            redirected(URL(url), location)
    else:
        assert str(redirected(URL(url), location)) == target


async def test_a_name_nobody_knows_is_not_called_refused() -> None:
    """An unknown name is `NameUnknown`."""
    async with OpenWeb(resolver=TableResolver({}), seconds=5, robots=False) as web:
        with pytest.raises(NameUnknown):
            await web.fetch("http://nobody.test/")


@given(st.ip_addresses(v=4, network="10.0.0.0/8") | st.ip_addresses(v=4, network="224.0.0.0/3") | st.ip_addresses(v=6, network="::/3") | st.ip_addresses(v=6, network="c000::/2"))  # fmt: skip
def test_no_address_of_a_special_block_is_public(address: object) -> None:
    """Whole blocks are refused, not only the addresses in the table."""
    assert not is_public(str(address))


@given(st.text())
def test_no_text_breaks_the_check(text: str) -> None:
    """What is no address at all is not public, and nothing is raised."""
    assert not is_public(text) or text.count(".") == 3 or ":" in text
