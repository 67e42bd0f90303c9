"""The wheel is the whole product."""

import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_wheel_holds_what_is_read_at_run_time(tmp_path: Path) -> None:
    """Prompts, samples, words, the manifest and the page's every file are in it: a checkout is not needed."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")

    held = set(zipfile.ZipFile(wheel).namelist())
    assets = {str(path.relative_to(ROOT)) for path in (ROOT / "bot/playground/page/assets").iterdir()}
    assert assets <= held
    assert {"bot/prompts/claims.md", "bot/seeds/harbour-cranes.html", "bot/reply/words/en.toml"} <= held
    assert "bot/slack-manifest.yaml" in held
