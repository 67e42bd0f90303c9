"""A newsroom whose bot reads with a model that says what the test wants."""

import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.playground.articles import SHOWCASE, seeds_folder
from tests.model_server import Asked, ModelServer
from tests.scenarios.scene import Scene, Transport, at_work, town

FIRST = "Cargo cranes at the port of Tarnmouth passed details of military shipments"


def filled(seed: str = SHOWCASE) -> dict[str, Any]:
    """The form as a good model fills it for a sample, the showcase unless another is named."""
    reading = json.loads((seeds_folder() / f"{seed}.json").read_text())
    for source in reading["sources"]:
        source["count"] = source.pop("stated_count")
        del source["sentences"]
    for claim in reading["claims"]:
        del claim["form"], claim["wording"]
    for denial in reading["denials"]:
        denial["implied"] = denial.pop("implied_claim")
        del denial["id"]
    return {key: reading[key] for key in ("sources", "claims", "denials")}


def model(claims: Any = None, answer: Any = None) -> Callable[[Asked], Any]:
    """A model that fills each form in its way, however often it is asked."""

    def fill(asked: Asked) -> Any:
        return {"claims": claims or filled(), "answer": answer or {"told": False, "parts": []}}[asked.form]

    return fill


def with_first_claim(**changes: Any) -> dict[str, Any]:
    form = filled()
    form["claims"][0] |= changes
    return form


@dataclass
class Lab:
    """A newsroom whose model does what it is told. `said` reads a pasted showcase and gives the one reply."""

    scene: Scene
    model: ModelServer

    async def said(self) -> str:
        ts = await self.scene.paste(self.scene.site.link(SHOWCASE))
        (said,) = self.scene.said(ts)
        return said


@asynccontextmanager
async def lab_of(transport: Transport, folder: Path, *, read_seconds: float) -> AsyncIterator[Lab]:
    async with ModelServer() as model, town() as here:
        by_model = model.settings()
        changes = {name: getattr(by_model, name) for name in ("openai_base_url", "openai_api_key", "openai_model")}
        async with at_work(here, transport, folder, **changes, read_seconds=read_seconds) as scene:
            yield Lab(scene, model)
