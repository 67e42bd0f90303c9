"""What `deploy/` gives to operators is taken by the tools that it is meant for."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.metrics import Metrics
from bot.settings import setting_names

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
METRIC = re.compile(r"\bclaims_[a-z_]+")


def ran(*command: str | Path) -> str:
    """What a tool said, which must have found nothing wrong."""
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def tool(*names: str) -> str:
    """The first of these programs that this machine has; the test is skipped where it has none."""
    found = next((path for path in map(shutil.which, names) if path), None)
    if found is None:
        pytest.skip(f"{' or '.join(names)} is not installed here")
    return found


def in_venv(name: str) -> Path:
    return Path(sys.executable).parent / name


def exposed() -> set[str]:
    """The names of all samples that `/metrics` can show."""
    suffixes = {"counter": ("_total",), "gauge": ("",), "histogram": ("_bucket", "_count", "_sum")}
    families = Metrics().registry.collect()
    return {family.name + suffix for family in families for suffix in suffixes[family.type]}


def named(text: str) -> set[str]:
    return set(METRIC.findall(text))


def test_the_linter_finds_nothing_in_the_dockerfile() -> None:
    """hadolint, at its strictest."""
    ran(in_venv("hadolint"), "--failure-threshold", "style", DEPLOY / "Dockerfile")


def test_the_image_is_built_from_what_is_there_and_sent() -> None:
    """Each file the Dockerfile copies exists, and the ignore file lets it through."""
    copied = re.findall(r"^COPY (?!--from)(.+) \S+$", (DEPLOY / "Dockerfile").read_text(encoding="utf-8"), re.MULTILINE)
    allowed = (DEPLOY / "Dockerfile.dockerignore").read_text(encoding="utf-8").splitlines()

    names = [name for line in copied for name in line.split()]
    assert names
    assert [name for name in names if not (ROOT / name).exists()] == []
    assert [name for name in names if f"!{name}" not in allowed] == []


def test_the_image_runs_as_nobody_and_says_how_it_is() -> None:
    """The last stage is not root's, answers a health check, and ends on SIGTERM."""
    last = (DEPLOY / "Dockerfile").read_text(encoding="utf-8").rsplit("\nFROM ", 1)[1]

    assert ":nonroot" in last.splitlines()[0]
    assert "USER root" not in last
    assert all(word in last for word in ("HEALTHCHECK", "STOPSIGNAL SIGTERM", "ENTRYPOINT"))


def test_the_image_has_every_pin_with_a_hash_and_names_no_index() -> None:
    """What is built today is built tomorrow."""
    for name in ("requirements.txt", "build-requirements.txt", "requirements-otel.txt", "requirements-dev.txt"):
        text = (DEPLOY / name).read_text(encoding="utf-8")
        pins = re.findall(r"^[a-z0-9_.\[\],-]+==\S+.*$", text, re.MULTILINE)
        assert pins
        assert all(pin.endswith("\\") for pin in pins)
        assert "://" not in text


@pytest.mark.parametrize("overlay", ["socket", "http"])
def test_kubernetes_takes_what_kustomize_makes(overlay: str, tmp_path: Path) -> None:
    """Each object is one that the API server's schema allows, with no field it does not know."""
    path = tmp_path / "all.yaml"
    path.write_text(kustomized(overlay), encoding="utf-8")

    ran(in_venv("kubernetes-validate"), "--strict", path)


@pytest.mark.parametrize("overlay", ["socket", "http"])
def test_pods_are_locked_down_and_probed(overlay: str) -> None:
    """No root, nothing writable but two small folders, no token of Kubernetes, and all three probes."""
    for pod in pods(overlay):
        (container,) = pod["containers"]
        assert pod["securityContext"]["runAsNonRoot"]
        assert pod["automountServiceAccountToken"] is False
        assert pod["enableServiceLinks"] is False
        assert container["securityContext"] == {
            "allowPrivilegeEscalation": False,
            "readOnlyRootFilesystem": True,
            "capabilities": {"drop": ["ALL"]},
        }
        assert {probe: container[probe]["httpGet"]["path"] for probe in ("livenessProbe", "readinessProbe")} == {
            "livenessProbe": "/healthz",
            "readinessProbe": "/readyz",
        }
        assert set(container["resources"]) == {"requests", "limits"}


def test_pods_reach_no_private_address() -> None:
    """Every private range of the bot's own guard is among the exceptions of the open rule."""
    (policy,) = (each for each in objects("socket") if each["kind"] == "NetworkPolicy")
    blocks = [peer["ipBlock"] for rule in policy["spec"]["egress"] for peer in rule["to"] if "ipBlock" in peer]

    assert {block["cidr"] for block in blocks} == {"0.0.0.0/0", "2000::/3"}
    left_out = {network for block in blocks for network in block["except"]}
    assert {
        "10.0.0.0/8",
        "172.16.0.0/12",
        "192.168.0.0/16",
        "127.0.0.0/8",
        "169.254.0.0/16",
        "100.64.0.0/10",
    } <= left_out


def kustomized(overlay: str) -> str:
    folder = DEPLOY / "kubernetes" / "overlays" / overlay
    program = tool("kustomize", "kubectl")
    return ran(program, *(["build"] if program.endswith("kustomize") else ["kustomize"]), folder)


def objects(overlay: str) -> list[dict[str, Any]]:
    return list(yaml.safe_load_all(kustomized(overlay)))


def pods(overlay: str) -> Iterator[dict[str, Any]]:
    for each in objects(overlay):
        if each["kind"] == "Deployment":
            yield each["spec"]["template"]["spec"]


def test_compose_brings_postgres_and_two_locked_down_bots() -> None:
    """Two replicas that wait for a healthy database, cannot write, and may go on while they are stopped."""
    services = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))["services"]

    bot = services["bot"]
    assert bot["deploy"]["replicas"] == 2
    assert bot["read_only"]
    assert bot["cap_drop"] == ["ALL"]
    assert bot["depends_on"]["postgres"]["condition"] == "service_healthy"
    assert "healthcheck" in services["postgres"]
    assert "ports" not in services["postgres"]


def test_every_setting_that_deploy_names_exists() -> None:
    """A misspelt name would stop the bot at its start."""
    files = [
        path for path in DEPLOY.rglob("*") if path.suffix in (".yaml", ".service", ".md") or path.name == "Dockerfile"
    ]
    known = set(setting_names().values())

    for path in files:
        names = set(re.findall(r"\b(?:CLAIMS|OPENAI)_[A-Z_]+[A-Z]\b", path.read_text(encoding="utf-8")))
        assert names <= known, path.name


def test_systemd_takes_the_unit() -> None:
    """The unit parses, and what it leaves open is rated low by systemd itself (0 to 10, 10 the worst)."""
    program = tool("systemd-analyze")

    said = ran(program, "security", "--offline=yes", DEPLOY / "claims-bot.service")

    exposure = re.search(r"exposure level for claims-bot.service: ([\d.]+)", said)
    assert exposure is not None
    assert float(exposure[1]) < 2


def test_prometheus_takes_the_rules_and_they_fire_when_they_should() -> None:
    """promtool checks the jobs and the rules, and plays the cases of prometheus-rules.test.yaml."""
    program = tool("promtool")

    ran(program, "check", "config", DEPLOY / "prometheus.yaml")
    ran(program, "check", "rules", DEPLOY / "prometheus-rules.yaml")
    ran(program, "test", "rules", DEPLOY / "prometheus-rules.test.yaml")


@pytest.mark.parametrize("name", ["prometheus-rules.yaml", "grafana-dashboard.json"])
def test_rules_and_dashboard_ask_for_metrics_that_exist(name: str) -> None:
    """No panel stays empty and no alert sleeps because of a name that is gone."""
    asked = named((DEPLOY / name).read_text(encoding="utf-8"))

    assert asked
    assert asked <= exposed()


def test_every_alert_is_explained() -> None:
    """The README of deploy/ has a line for each alert."""
    groups = yaml.safe_load((DEPLOY / "prometheus-rules.yaml").read_text(encoding="utf-8"))["groups"]
    alerts = [rule["alert"] for group in groups for rule in group["rules"] if "alert" in rule]
    text = (DEPLOY / "README.md").read_text(encoding="utf-8")

    assert [alert for alert in alerts if f"`{alert}`" not in text] == []


def test_the_dashboard_has_panels_that_do_not_overlap() -> None:
    """Grafana takes the JSON: unique ids, places of their own."""
    board = json.loads((DEPLOY / "grafana-dashboard.json").read_text(encoding="utf-8"))

    ids = [panel["id"] for panel in board["panels"]]
    cells = [
        (x, y)
        for place in (panel["gridPos"] for panel in board["panels"])
        for x in range(place["x"], place["x"] + place["w"])
        for y in range(place["y"], place["y"] + place["h"])
    ]
    assert len(ids) == len(set(ids))
    assert len(cells) == len(set(cells))
    assert all(x < 24 for x, _ in cells)
