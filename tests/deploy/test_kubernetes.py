"""The page's commands for Kubernetes, carried out against an API server that takes what Kubernetes' schemas allow."""

import asyncio
import base64
import os
import shutil
from pathlib import Path

import pytest

from tests.deploy.cluster import Cluster, cluster
from tests.deploy.pages import commands

ROOT = Path(__file__).parents[2]


async def do(command: str, folder: Path, here: Cluster) -> str:
    environment = os.environ | {"KUBECONFIG": str(here.configure(folder / "kubeconfig")), "HOME": str(folder)}
    pipe = asyncio.subprocess.PIPE
    done = await asyncio.create_subprocess_shell(command, cwd=folder, env=environment, stdout=pipe, stderr=pipe)
    said, complaint = await done.communicate()
    assert (done.returncode, complaint.decode()) == (0, ""), command
    return said.decode()


@pytest.mark.parametrize("overlay", ["socket", "http"])
async def test_every_command_of_kubectl_does_what_the_page_says(overlay: str, tmp_path: Path) -> None:
    """A namespace, the settings as a secret, and everything of the overlay, without a warning; an upgrade is applied like it."""
    if shutil.which("kubectl") is None:
        pytest.skip("kubectl is not installed here")
    shutil.copytree(ROOT / "deploy", tmp_path / "deploy")
    (tmp_path / ".env").write_text("SLACK_BOT_TOKEN=xoxb-1\nDATABASE_URL=postgresql://claims@db/claims\n")
    typed = [each for each in commands("sh kubernetes") if each.startswith("kubectl ")]
    typed[-1] = typed[-1].replace("overlays/socket", f"overlays/{overlay}")

    async with cluster() as here:
        for command in typed:
            await do(command, tmp_path, here)
        again = await do(typed[-1], tmp_path, here)

    assert "created" not in again
    assert (("Ingress", "claims-serve") in here.objects) == (overlay == "http")
    secret = here.objects["Secret", "claims-bot"]["data"]
    serve = here.objects["Deployment", "claims-serve"]
    (container,) = serve["spec"]["template"]["spec"]["containers"]
    assert base64.b64decode(secret["DATABASE_URL"]) == b"postgresql://claims@db/claims"
    assert {"secretRef": {"name": "claims-bot"}} in container["envFrom"]
    assert {kind for kind, _ in here.objects} >= {
        "Namespace",
        "HorizontalPodAutoscaler",
        "PodDisruptionBudget",
        "NetworkPolicy",
    }
    assert {each["metadata"]["namespace"] for (kind, _), each in here.objects.items() if kind == "Deployment"} == {
        "claims-bot"
    }
