"""The page's commands for systemd, carried out on a machine of the test's own, which systemd really boots."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.deploy.containers import KEPT, not_asked, ran
from tests.deploy.pages import commands

ROOT = Path(__file__).parents[2]
PROGRAMS = ("systemd-nspawn", "mmdebstrap", "git")
PACKAGES = "systemd,systemd-sysv,dbus,python3,python3-venv,make,git,curl,ca-certificates,procps,libstdc++6"
SENT = ("bot", "prompts", "seeds", "deploy", "Makefile", "pyproject.toml", "README.md", "LICENSE")
BEGIN = """#!/bin/bash
# Where the operator stands: a checkout with the .env of step 6, for a Slack and a news site on this machine.
cd /srv/checkout
python3 -m venv /srv/there && /srv/there/bin/pip install --quiet --requirement deploy/requirements.txt
/srv/there/bin/python -m bot.playground --port 3999 > /srv/slack.json &
python3 -m http.server 8099 --bind 127.0.0.1 --directory seeds &
until [ -s /srv/slack.json ]; do sleep 0.2; done
tell() { python3 -c "import json; print(json.load(open('/srv/slack.json'))['$1'])"; }
act() { curl --silent --fail --json "$2" "$(tell control)$1"; }
printf 'SLACK_BOT_TOKEN=%s\\nSLACK_APP_TOKEN=%s\\n' "$(tell bot_token)" "$(tell app_token)" > .env
printf 'SLACK_API_URL=%s\\nCLAIMS_FETCH_ALLOW=127.0.0.1:8099\\n' "$(tell api_url)" >> .env
"""
READ = """
until curl --silent --fail http://127.0.0.1:3000/readyz; do sleep 0.5; done > /srv/ready.json
ana=$(act add_user '{"name": "ana"}' | python3 -c "import json, sys; print(json.load(sys.stdin)['result'])")
act say "{\\"user\\": \\"$ana\\", \\"channel\\": \\"$(tell general)\\", \\"text\\": \\"http://127.0.0.1:8099/harbour-cranes.html\\"}"
for n in $(seq 120); do
    curl --silent --fail "$(tell control)messages?channel=$(tell general)" > /srv/messages.json
    curl --silent --fail "$(tell control)calls" > /srv/calls.json
    grep --quiet 'not what is true' /srv/calls.json && break
    sleep 0.5
done
"""
END = """
systemctl stop claims-bot; echo "$? systemctl stop" >> /srv/codes
systemctl show claims-bot --property=Result,ExecMainStatus > /srv/stopped
systemctl poweroff --force --force
"""

pytestmark = pytest.mark.slow


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """A Debian with systemd, without a network; what PyPI would give lies in it."""
    absent = [name for name in PROGRAMS if shutil.which(name) is None]
    if why := not_asked() or (f"not installed here: {', '.join(absent)}" if absent else None):
        pytest.skip(why)
    root = tmp_path / "machine"
    root.mkdir()
    KEPT.mkdir(parents=True, exist_ok=True)
    packed = KEPT / "machine.tar"
    if not packed.exists():
        made = packed.with_suffix(".part.tar")
        ran("mmdebstrap", "--quiet", "--mode=root", "--variant=minbase", f"--include={PACKAGES}", "bookworm", made)
        made.rename(packed)
    ran("tar", "xf", packed, "-C", root)
    wheels = ("pip", "download", "--quiet", "--only-binary", ":all:", "--dest", root / "wheels")
    for wanted in (("--require-hashes", "--requirement", ROOT / "deploy/requirements.txt"), ("hatchling", "editables")):
        ran(sys.executable, "-m", *wheels, *wanted)
    (root / "etc/pip.conf").write_text("[global]\nno-index = true\nfind-links = /wheels\n")
    checkout = root / "srv/checkout"
    checkout.mkdir()
    for name in SENT:
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy2)(source, checkout / name)
    git = ("git", "-c", "user.name=o", "-c", "user.email=o@example.org", "-C", checkout)
    for words in (("init", "--quiet"), ("add", "--all"), ("commit", "--quiet", "--message", "all")):
        ran(*git, *words)
    return root


def script() -> str:
    """The page's commands, each with its exit code kept; one that would follow the log for ever has three seconds."""
    lines = [BEGIN]
    for n, command in enumerate(commands("sh systemd")):
        typed = command.replace("THIS-REPOSITORY", "/srv/checkout")
        if typed.endswith("--follow"):
            typed = f"timeout 3 {typed}; test $? = 124"
        if typed.startswith("systemd-run"):
            lines.append(READ)
        lines.append(f'{{ {typed}; }} > /srv/said-{n} 2>&1; echo "$? {command.split()[0]}" >> /srv/codes')
    return "\n".join([*lines, END])


@pytest.mark.timeout(1200)
def test_every_command_for_systemd_does_what_the_page_says(machine: Path) -> None:
    """The service starts locked down, reads a link, is examined beside, and stops well."""
    unit = machine / "etc/systemd/system/operator.service"
    unit.write_text("[Unit]\nAfter=multi-user.target\n[Service]\nType=oneshot\nExecStart=/bin/bash /srv/script\n")
    wanted = machine / "etc/systemd/system/multi-user.target.wants"
    wanted.mkdir(exist_ok=True)
    (wanted / "operator.service").symlink_to("../operator.service")
    (machine / "srv/script").write_text(script())

    words = ("--quiet", "--boot", "--private-network", "--register=no", "--keep-unit", "--console=pipe")
    with (machine.parent / "console").open("wb") as console:
        subprocess.run(["systemd-nspawn", *words, "--directory", machine], stdout=console, stderr=console, check=False)

    home = machine / "srv"
    said = {path.name: path.read_text(errors="replace") for path in home.glob("said-*")}
    codes = (home / "codes").read_text().splitlines()
    assert [line for line in codes if not line.startswith("0 ")] == [], said
    assert json.loads((home / "ready.json").read_text()) == {"database": True, "slack": True}
    assert "Denied by" in re.sub(r"\\[nu]\w*", " ", (home / "calls.json").read_text())
    assert "✗" not in "".join(said.values())
    assert (home / "stopped").read_text().split() == ["Result=success", "ExecMainStatus=0"]
