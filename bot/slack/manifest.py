"""The app's manifest, as Slack's *Create New App*, *From a manifest* takes it.

`deploy/slack-manifest.yaml` is the text, with each scope's reason beside it; it travels in the wheel. As it stands it is
the manifest for Socket Mode. What HTTP needs stands in it as comments that hold `YOUR-HOST`.
"""

import re
from importlib.resources import files
from pathlib import Path

PLACEHOLDER = "YOUR-HOST"
_COMMENTED = re.compile(
    rf"^(?P<indent> +)# (?P<line> *(?:[a-z_]+:|-) https://{PLACEHOLDER}/.*|redirect_urls:)$", re.MULTILINE
)
_HOST = re.compile(r"(?=.{1,253}(?::|$))(?:(?!-)[a-z0-9-]{1,63}(?<!-)\.)+[a-z]{2,63}(?::\d{1,5})?", re.IGNORECASE)


def manifest(host: str | None = None) -> str:
    """YAML for Socket Mode, or for HTTP at `https://HOST`. Raises ValueError for what is no host name."""
    text = _template()
    if host is None:
        return text
    if not _HOST.fullmatch(host):
        raise ValueError(f"{host!r} is not a host name such as claims.example.org")
    opened = _COMMENTED.sub(r"\g<indent>\g<line>", text).replace(PLACEHOLDER, host)
    return opened.replace("socket_mode_enabled: true", "socket_mode_enabled: false")


def listed(name: str) -> list[dict[str, str]]:
    """The entries of a list of plain values, such as `slash_commands` or `shortcuts`; none where there is no such list."""
    block = re.search(rf"^(?P<indent> *){name}:\n(?P<items>(?:(?P=indent) +.*\n)+)", _template(), re.MULTILINE)
    entries: list[dict[str, str]] = []
    for line in re.finditer(
        r"^ *(?P<first>- )?(?P<key>\w+): (?P<value>.*)$", block["items"] if block else "", re.MULTILINE
    ):
        if line["first"]:
            entries.append({})
        entries[-1][line["key"]] = re.sub(r"\s+#.*$", "", line["value"]).strip("\"'")
    return entries


def _template() -> str:
    packed = files("bot") / "slack-manifest.yaml"
    here = packed if packed.is_file() else Path(__file__).parents[2] / "deploy" / "slack-manifest.yaml"
    return here.read_text(encoding="utf-8")
