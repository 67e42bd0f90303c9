"""The address guard, as a table: what must be refused and what must pass, each with its reason."""

import socket
from collections.abc import Mapping, Sequence

import pytest
from aiohttp.abc import AbstractResolver, ResolveResult
from hypothesis import given, settings
from hypothesis import strategies as st
from yarl import URL

from bot.adapters.addresses import guarded_socket, is_public
from bot.adapters.aiohttp_web import OpenWeb
from bot.adapters.hops import redirected
from bot.errors import AddressRefused, LinkInvalid, NameUnknown, RedirectLoop
from tests.hostile import ARTICLE, hostile_server

NAMES: Mapping[str, Sequence[str]] = {
    "public.test": ["93.184.215.14"],
    "public6.test": ["2606:2800:21f:cb07:6820:80da:af6b:8b2c"],
    "both.test": ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"],
    "loopback.test": ["127.0.0.1"],
    "mixed.test": ["93.184.215.14", "10.0.0.5"],
    "mixed6.test": ["93.184.215.14", "::1"],
    "metadata.test": ["169.254.169.254"],
    "mapped.test": ["::ffff:10.0.0.5"],
    "unique.test": ["fd12:3456::1"],
    "nat64.test": ["64:ff9b::a00:5"],
    "xn--bcher-kva.test": ["127.0.0.1"],
    "localhost": ["127.0.0.1", "::1"],
    "localhost.": ["127.0.0.1"],
    "127.0.0.1.nip.test": ["127.0.0.1"],
    "metadata.google.internal": ["169.254.169.254"],
    "xn--mnchen-3ya.test": ["93.184.215.14"],
    "a-very.long.sub.domain.public.test": ["93.184.215.14"],
    "public.test.": ["93.184.215.14"],
}

REFUSED = [
    # IPv4, one address of each special block, its edges where they are near public space
    ("http://0.0.0.0/", "this host"),
    ("http://0.1.2.3/", "this network"),
    ("http://10.0.0.1/", "private"),
    ("http://10.255.255.255/", "private, upper edge"),
    ("http://100.64.0.1/", "shared address space"),
    ("http://100.100.100.200/", "a cloud's metadata in shared space"),
    ("http://100.127.255.254/", "shared, upper edge"),
    ("http://127.0.0.1/", "loopback"),
    ("http://127.0.0.1:80/", "loopback, port spelled out"),
    ("http://127.1.2.3/", "loopback, all of 127/8"),
    ("http://127.255.255.254/", "loopback, upper edge"),
    ("https://127.0.0.1/", "loopback over TLS"),
    ("http://168.63.129.16/", "a cloud's services in public space"),
    ("http://169.254.0.1/", "link-local"),
    ("http://169.254.169.254/latest/meta-data/", "a cloud's metadata"),
    ("http://169.254.170.2/v2/credentials", "a container's credentials"),
    ("http://172.16.0.1/", "private"),
    ("http://172.31.255.255/", "private, upper edge"),
    ("http://192.0.0.1/", "protocol assignments"),
    ("http://192.0.0.192/", "a cloud's metadata in protocol assignments"),
    ("http://192.0.2.1/", "documentation"),
    ("http://192.31.196.1/", "AS112"),
    ("http://192.52.193.1/", "AMT"),
    ("http://192.88.99.1/", "6to4 relay"),
    ("http://192.168.0.1/", "private"),
    ("http://192.168.255.255/", "private, upper edge"),
    ("http://192.175.48.1/", "AS112"),
    ("http://198.18.0.1/", "benchmarking"),
    ("http://198.19.255.255/", "benchmarking, upper edge"),
    ("http://198.51.100.1/", "documentation"),
    ("http://203.0.113.1/", "documentation"),
    ("http://224.0.0.1/", "multicast"),
    ("http://239.255.255.250/", "multicast, discovery"),
    ("http://240.0.0.1/", "reserved"),
    ("http://255.255.255.255/", "broadcast"),
    # IPv4 in other spellings
    ("http://2130706433/", "one decimal number"),
    ("http://017700000001/", "one octal number"),
    ("http://0x7f000001/", "one hexadecimal number"),
    ("http://0X7F000001/", "one hexadecimal number in capitals"),
    ("http://127.1/", "two numbers"),
    ("http://127.0.1/", "three numbers"),
    ("http://0177.0.0.1/", "octal in the first place"),
    ("http://0x7f.0.0.1/", "hexadecimal in the first place"),
    ("http://0x7f.1/", "hexadecimal, two numbers"),
    ("http://127.0.0.0x1/", "hexadecimal in the last place"),
    ("http://127.0.0.01/", "leading zero"),
    ("http://0/", "zero"),
    ("http://0x/", "an empty hexadecimal number"),
    ("http://2852039166/", "the metadata address as one number"),
    ("http://0xa9fea9fe/", "the metadata address in hexadecimal"),
    ("http://169.254.43518/", "the metadata address in three numbers"),
    ("http://127.0.0.1./", "a dot at the end"),
    ("http://1.1.1.1.1/", "five numbers"),
    ("http://999.1.1.1/", "a number too large"),
    ("http://127。0。0。1/", "ideographic full stops"),
    ("http://①②⑦.⓪.⓪.①/", "circled digits"),
    ("http://１２７.0.0.1/", "full-width digits"),
    ("http://127%2e0%2e0%2e1/", "percent-encoded dots"),
    ("http://%31%32%37.0.0.1/", "percent-encoded digits"),
    ("http://%6c%6f%63%61%6c%68%6f%73%74/", "percent-encoded name"),
    # IPv6
    ("http://[::]/", "unspecified"),
    ("http://[::1]/", "loopback"),
    ("http://[0:0:0:0:0:0:0:1]/", "loopback written out"),
    ("http://[0000:0000:0000:0000:0000:0000:0000:0001]/", "loopback, all digits"),
    ("http://[::ffff:127.0.0.1]/", "mapped loopback"),
    ("http://[::ffff:7f00:1]/", "mapped loopback in hexadecimal"),
    ("http://[0:0:0:0:0:ffff:10.0.0.1]/", "mapped private"),
    ("http://[::ffff:169.254.169.254]/", "mapped metadata"),
    ("http://[::ffff:93.184.215.14]/", "mapped public: nobody serves there"),
    ("http://[::127.0.0.1]/", "compatible loopback"),
    ("http://[::ffff:0:127.0.0.1]/", "translated loopback"),
    ("http://[64:ff9b::127.0.0.1]/", "NAT64 of loopback"),
    ("http://[64:ff9b::a9fe:a9fe]/", "NAT64 of metadata"),
    ("http://[64:ff9b:1::1]/", "local NAT64"),
    ("http://[100::1]/", "discard"),
    ("http://[2001::1]/", "Teredo"),
    ("http://[2001:2::1]/", "benchmarking"),
    ("http://[2001:10::1]/", "ORCHID"),
    ("http://[2001:20::1]/", "ORCHID, second version"),
    ("http://[2001:db8::1]/", "documentation"),
    ("http://[2002:7f00:1::]/", "6to4 of loopback"),
    ("http://[2002:a9fe:a9fe::]/", "6to4 of metadata"),
    ("http://[2002:5db8:d70e::]/", "6to4 of a public address"),
    ("http://[2620:4f:8000::1]/", "AS112"),
    ("http://[3fff::1]/", "documentation, new block"),
    ("http://[4000::1]/", "not allocated"),
    ("http://[5f00::1]/", "segment routing"),
    ("http://[fc00::1]/", "unique local"),
    ("http://[fd00:ec2::254]/", "a cloud's metadata over IPv6"),
    ("http://[fe80::1]/", "link-local"),
    ("http://[fe80::1%25eth0]/", "link-local with zone"),
    ("http://[fe80::1%25lo]/", "link-local with zone of loopback"),
    ("http://[2606:2800:21f::1%25eth0]/", "public with zone"),
    ("http://[fec0::1]/", "site-local"),
    ("http://[ff02::1]/", "multicast"),
    # Names
    ("http://localhost/", "loopback by name"),
    ("http://LOCALHOST/", "loopback by name in capitals"),
    ("http://localhost./", "loopback by name with a dot"),
    ("http://ｌｏｃａｌｈｏｓｔ/", "loopback by name in full-width letters"),
    ("http://loopback.test/", "a name that leads to loopback"),
    ("http://127.0.0.1.nip.test/", "a name that looks like an address"),
    ("http://mixed.test/", "one private address among public ones"),
    ("http://mixed6.test/", "loopback over IPv6 among public ones"),
    ("http://metadata.test/", "a name that leads to metadata"),
    ("http://metadata.google.internal/", "a cloud's name for it"),
    ("http://mapped.test/", "a mapped address by name"),
    ("http://unique.test/", "unique local by name"),
    ("http://nat64.test/", "NAT64 by name"),
    ("http://bücher.test/", "an international name that leads to loopback"),
    ("http://xn--bcher-kva.test/", "the same in punycode"),
    # Ports
    ("http://public.test:22/", "ssh"),
    ("http://public.test:25/", "mail"),
    ("http://public.test:6379/", "redis"),
    ("http://public.test:8080/", "another port"),
    ("https://public.test:8443/", "another port over TLS"),
    ("http://public.test:0/", "port zero"),
    ("http://public.test:65535/", "the last port"),
    # User info
    ("http://user@public.test/", "user info"),
    ("http://user:secret@public.test/", "user info with a secret"),
    ("http://public.test@127.0.0.1/", "a name as user info"),
    ("http://127.0.0.1@public.test/", "an address as user info"),
    ("http://:secret@public.test/", "a secret alone"),
    # Not what it seems
    ("http://public.test\\@127.0.0.1/", "a backslash"),
    ("http://127.0.0.1\\.public.test/", "a backslash after the address"),
    ("file:///etc/passwd", "a file"),
    ("ftp://public.test/", "ftp"),
    ("gopher://127.0.0.1:6379/_INFO", "gopher"),
    ("dict://127.0.0.1:11211/", "dict"),
    ("data:text/html,hello", "data"),
    ("javascript:alert(1)", "a script"),
    ("//127.0.0.1/", "no scheme"),
    ("http:127.0.0.1", "no slashes"),
    ("http:/127.0.0.1/", "one slash"),
    ("http:///127.0.0.1/", "three slashes"),
    ("http://\t127.0.0.1/", "a tab before the host"),
    ("http://127.0.0.1\r\nHost: public.test/", "a header in the address"),
    ("http://[::1/", "a bracket that never closes"),
    ("http://[127.0.0.1]/", "IPv4 in brackets"),
]  # fmt: skip

PASSING = [
    ("http://public.test/", "93.184.215.14", "a public name"),
    ("https://public.test/", "93.184.215.14", "over TLS"),
    ("HTTP://PUBLIC.TEST/", "93.184.215.14", "in capitals"),
    ("http://public.test:80/", "93.184.215.14", "port 80 spelled out"),
    ("https://public.test:443/", "93.184.215.14", "port 443 spelled out"),
    ("http://public.test:443/", "93.184.215.14", "http on 443"),
    ("https://public.test:80/", "93.184.215.14", "https on 80"),
    ("http://public.test./", "93.184.215.14", "a dot at the end"),
    ("http://public.test", "93.184.215.14", "no path"),
    ("http://public.test?id=3", "93.184.215.14", "a query without a path"),
    ("http://public.test/a@b:c", "93.184.215.14", "an at sign in the path"),
    ("http://public.test/?u=http://127.0.0.1/", "93.184.215.14", "an address in the query"),
    ("http://public.test/#http://127.0.0.1/", "93.184.215.14", "an address in the fragment"),
    ("http://public.test/%2e%2e/ä", "93.184.215.14", "a path with escapes and letters"),
    ("http://a-very.long.sub.domain.public.test/", "93.184.215.14", "a long name"),
    ("http://münchen.test/", "93.184.215.14", "an international name"),
    ("http://xn--mnchen-3ya.test/", "93.184.215.14", "the same in punycode"),
    ("http://public6.test/", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "a name with IPv6 only"),
    ("http://93.184.215.14/", "93.184.215.14", "a public address"),
    ("http://1.1.1.1/", "1.1.1.1", "a short public address"),
    ("http://8.8.8.8:443/", "8.8.8.8", "with a port"),
    ("http://100.63.255.255/", "100.63.255.255", "just below shared space"),
    ("http://100.128.0.0/", "100.128.0.0", "just above shared space"),
    ("http://172.15.255.255/", "172.15.255.255", "just below private"),
    ("http://172.32.0.0/", "172.32.0.0", "just above private"),
    ("http://192.0.1.1/", "192.0.1.1", "between two special blocks"),
    ("http://223.255.255.255/", "223.255.255.255", "just below multicast"),
    ("http://168.63.129.17/", "168.63.129.17", "beside a cloud's services"),
    ("http://[2606:4700:4700::1111]/", "2606:4700:4700::1111", "public IPv6"),
    ("http://[2001:4860:4860::8888]/", "2001:4860:4860::8888", "just above protocol assignments"),
    ("http://[2a00:1450:4001:82a::200e]/", "2a00:1450:4001:82a::200e", "public IPv6 in full"),
]


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
        with pytest.raises(RedirectLoop):
            redirected(URL(url), location)
    else:
        assert str(redirected(URL(url), location)) == target


async def test_a_name_nobody_knows_is_not_called_refused() -> None:
    """An unknown name is `NameUnknown`."""
    async with OpenWeb(resolver=TableResolver({}), seconds=5, robots=False) as web:
        with pytest.raises(NameUnknown):
            await web.fetch("http://nobody.test/")


@settings(deadline=None)
@given(st.ip_addresses(v=4, network="10.0.0.0/8") | st.ip_addresses(v=4, network="224.0.0.0/3") | st.ip_addresses(v=6, network="::/3") | st.ip_addresses(v=6, network="c000::/2"))  # fmt: skip
def test_no_address_of_a_special_block_is_public(address: object) -> None:
    """Whole blocks are refused, not only the addresses in the table."""
    assert not is_public(str(address))


@settings(deadline=None)
@given(st.text())
def test_no_text_breaks_the_check(text: str) -> None:
    """What is no address at all is not public, and nothing is raised."""
    assert not is_public(text) or text.count(".") == 3 or ":" in text
