"""Which addresses a fetch may connect to: public ones, seen just before each connect.

The rule is a deny-list of the IANA special-purpose registries for IPv4, and for IPv6 only what is allocated to the
public, less what carries or stands for something else. `ipaddress.is_global` is not enough: Python 3.11 takes NAT64,
6to4, multicast and a cloud's metadata address for public.
"""

import socket
from collections.abc import Callable, Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from typing import Any

from bot.errors import AddressRefused

Pair = tuple[str, int]
AddressInfo = tuple[Any, Any, int, str, tuple[Any, ...]]

PORTS = frozenset({80, 443})

_DENIED_4 = tuple(
    map(
        IPv4Network,
        (
            "0.0.0.0/8",  # this network
            "10.0.0.0/8",  # private
            "100.64.0.0/10",  # shared address space, and a cloud's metadata
            "127.0.0.0/8",  # loopback
            "168.63.129.16/32",  # a cloud's own services, in the midst of public space
            "169.254.0.0/16",  # link-local, and most clouds' metadata
            "172.16.0.0/12",  # private
            "192.0.0.0/24",  # protocol assignments
            "192.0.2.0/24",  # documentation
            "192.31.196.0/24",  # AS112
            "192.52.193.0/24",  # AMT
            "192.88.99.0/24",  # 6to4 relay
            "192.168.0.0/16",  # private
            "192.175.48.0/24",  # AS112
            "198.18.0.0/15",  # benchmarking
            "198.51.100.0/24",  # documentation
            "203.0.113.0/24",  # documentation
            "224.0.0.0/4",  # multicast
            "240.0.0.0/4",  # reserved, broadcast
        ),
    )
)
_PUBLIC_6 = IPv6Network("2000::/3")
_DENIED_6 = tuple(
    map(
        IPv6Network,
        (
            "2001::/23",  # protocol assignments: Teredo, benchmarking, ORCHID
            "2001:db8::/32",  # documentation
            "2002::/16",  # 6to4: carries any IPv4 address
            "2620:4f:8000::/48",  # AS112
            "3fff::/20",  # documentation
        ),
    )
)


class _NotPublic(AddressRefused, OSError):
    """Also an OSError, so that a race between several addresses of one name takes it for one that failed."""


def is_public(address: str) -> bool:
    """Whether an IP address, in the form that a socket reports, is one of the public internet. False for anything else."""
    try:
        found = ip_address(address)
    except ValueError:
        return False
    if isinstance(found, IPv4Address):
        return not any(found in network for network in _DENIED_4)
    return _is_public_6(found)


def _is_public_6(address: IPv6Address) -> bool:
    if address.scope_id is not None:
        return False
    return address in _PUBLIC_6 and not any(address in network for network in _DENIED_6)


def guarded_socket(allow: frozenset[Pair]) -> Callable[[AddressInfo], socket.socket]:
    """A socket factory that opens none to an address that is not public, unless its pair is in `allow`.

    Called with the very address that is connected to next, so nothing a resolver, a redirect or a spelling does gets past it.
    """

    def open_socket(info: AddressInfo) -> socket.socket:
        family, kind, protocol, _, place = info
        if not _may_connect(str(place[0]), int(place[1]), allow):
            raise _NotPublic("that address is not public")
        return socket.socket(family=family, type=kind, proto=protocol)

    return open_socket


def check_all(addresses: Sequence[str], port: int, allow: frozenset[Pair]) -> None:
    """Raises `AddressRefused`, which never tells what was found.

    One address that is not public spoils the name: such answers are how a name is pointed inside.
    """
    if not all(_may_connect(address, port, allow) for address in addresses):
        raise AddressRefused("that address is not public")


def _may_connect(address: str, port: int, allow: frozenset[Pair]) -> bool:
    return (address, port) in allow or (port in PORTS and is_public(address))
