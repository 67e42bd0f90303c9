"""What a setting may hold, where its type alone does not say: each rule with the sentence that ends with it.

A value that breaks its rule is a `ValueError` whose text goes on after the setting's name: "must be …".
"""

import re
from collections.abc import Callable
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, SecretStr
from pydantic_settings import NoDecode

from bot.intake.languages import CODES
from bot.intake.rules import domains_in
from bot.secretkey import key_of

_HOST_PORT = re.compile(r"(\[[0-9A-Fa-f:.]+\]|[^:\s/@]+):(\d{1,5})")


def _api_base(value: str) -> str:
    if not re.fullmatch(r"https?://\S+/api/", value):
        raise ValueError("must be an http(s) address that ends in /api/")
    return value


def _http_address(value: str) -> str:
    if not re.match(r"https?://[^/\s]+", value):
        raise ValueError("must be an http(s) address")
    return value


def _model_base(value: str) -> str:
    if re.match(r"https?://[^/\s]*@", value):
        raise ValueError("must hold no name and no password; a key goes into OPENAI_API_KEY")
    return _http_address(value)


def _database_url(value: str) -> str:
    if not re.match(r"sqlite:///.+|postgres(ql)?://.+", value):
        raise ValueError("must be sqlite:///PATH or postgresql://USER:PASSWORD@HOST/NAME")
    if value == "sqlite:///:memory:":
        raise ValueError("must name a file: without one everything that was accepted is lost at the next stop")
    return value


def _keys(value: SecretStr) -> SecretStr:
    for key in value.get_secret_value().split(","):
        key_of(key)
    return value


def _language(value: str) -> str:
    primary, dash, rest = value.partition("-")
    value = f"{primary.lower()}{dash}{rest}"  # RFC 5646, 2.1.1: case tells nothing
    if value and not (re.fullmatch(r"[a-z]{2}(-[A-Za-z0-9]{2,8})*", value) and value[:2] in CODES):
        raise ValueError("must be a language code of ISO 639-1, such as de or fr-CA")
    return value


def _domains(value: str) -> tuple[str, ...]:
    found, others = domains_in(value)
    if others:
        raise ValueError("must be domains such as news.example, separated by commas")
    return found


def _host_ports(value: str) -> frozenset[tuple[str, int]]:
    pairs = set()
    for item in filter(None, (part.strip() for part in value.split(","))):
        match = _HOST_PORT.fullmatch(item)
        if not match or not 0 < int(match[2]) < 65536:
            raise ValueError("must be host:port pairs separated by commas")
        pairs.add((match[1].strip("[]").lower(), int(match[2])))
    return frozenset(pairs)


def _where_text(parsed: Callable[[str], object]) -> BeforeValidator:
    """Of a list that the environment writes as text; what code gives is one already."""

    def of(value: Any) -> object:
        return parsed(value) if isinstance(value, str) else value

    return BeforeValidator(of)


ApiBase = Annotated[str, AfterValidator(_api_base)]
ModelBase = Annotated[str, AfterValidator(_model_base)]
HttpAddress = Annotated[str, AfterValidator(_http_address)]
DatabaseUrl = Annotated[str, AfterValidator(_database_url)]
Keys = Annotated[SecretStr, AfterValidator(_keys)]
LanguageCode = Annotated[str, AfterValidator(_language)]
Domains = Annotated[tuple[str, ...], NoDecode, _where_text(_domains)]
HostPorts = Annotated[frozenset[tuple[str, int]], NoDecode, _where_text(_host_ports)]
