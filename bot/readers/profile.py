"""What a model server accepts, and what to leave out once it has refused it."""

import json
import re
from dataclasses import dataclass, replace
from typing import Any, Literal
from urllib.parse import urlsplit

from bot.readers.prompts import Message, Prompt, message
from bot.settings import Settings

OPENAI = "https://api.openai.com/v1"

Server = Literal["openai", "azure", "compatible"]
Rung = Literal["schema", "json", "text"]
Cap = Literal["max_completion_tokens", "max_tokens"]

_OPENAI_HOST = re.compile(r"(.+\.)?api\.openai\.com")
_AZURE_HOST = re.compile(r".+\.(openai\.azure\.(com|us|cn)|services\.ai\.azure\.com|cognitiveservices\.azure\.com)")
_BELOW: dict[Rung, Rung] = {"schema": "json", "json": "text"}
_OPTIONAL = ("stream", "stream_options", "store", "reasoning_effort", "prompt_cache_key", "safety_identifier")


@dataclass(frozen=True, slots=True)
class Profile:
    """How to ask one server.

    `rung` is how the form is asked for: a strict schema, any JSON object, or plain text; the schema stands in
    the instructions on the lower two. `cap` names the parameter that limits the answer, None for no limit.
    """

    server: Server
    model: str
    effort: str = ""
    rung: Rung = "schema"
    cap: Cap | None = "max_tokens"
    left_out: frozenset[str] = frozenset()

    @classmethod
    def of(cls, settings: Settings) -> "Profile":
        server = settings.model_server if settings.model_server != "auto" else _by_host(settings.openai_base_url)
        cap: Cap = "max_tokens" if server == "compatible" else "max_completion_tokens"
        return cls(server=server, model=settings.openai_model, effort=settings.model_effort, cap=cap)

    def body(
        self, prompt: Prompt, messages: list[Message], *, most: int, safety_identifier: str | None = None
    ) -> dict[str, Any]:
        """The request: `messages` follow the instructions, `most` tokens may be written."""
        body: dict[str, Any] = {
            "model": self.model,
            "messages": [message("system", self._instructions(prompt)), *messages],
            "stream": True,
            "stream_options": {"include_usage": True},
        }
        if self.cap:
            body[self.cap] = most
        if self.server != "compatible":
            body |= self._own(prompt, safety_identifier)
        if self.rung == "schema":
            schema = {"name": prompt.name, "strict": True, "schema": prompt.schema}
            body["response_format"] = {"type": "json_schema", "json_schema": schema}
        elif self.rung == "json":
            body["response_format"] = {"type": "json_object"}
        left_out = self.left_out | ({"stream_options"} if "stream" in self.left_out else set())
        return {name: value for name, value in body.items() if name not in left_out}

    def without(self, parameter: str, *, unknown: bool) -> "Profile | None":
        """The profile to use after a server refused `parameter`, None if there is no way without it.

        `unknown`: the server does not know the parameter, rather than not liking its value.
        """
        if parameter == "response_format" and self.rung in _BELOW:
            return replace(self, rung=_BELOW[self.rung])
        if parameter in _OPTIONAL and parameter not in self.left_out:
            return replace(self, left_out=self.left_out | {parameter})
        if parameter == self.cap:
            other: Cap = "max_tokens" if self.cap == "max_completion_tokens" else "max_completion_tokens"
            swap = unknown and "cap" not in self.left_out
            return replace(self, cap=other if swap else None, left_out=self.left_out | {"cap"})
        return None

    def _instructions(self, prompt: Prompt) -> str:
        if self.rung == "schema":
            return prompt.text
        return f"{prompt.text}\n# JSON schema of the answer\n\n{json.dumps(prompt.schema, ensure_ascii=False)}\n"

    def _own(self, prompt: Prompt, safety_identifier: str | None) -> dict[str, Any]:
        own: dict[str, Any] = {"store": False, "prompt_cache_key": f"{prompt.name}-{prompt.digest}"}
        if self.effort:
            own["reasoning_effort"] = self.effort
        if safety_identifier:
            own["safety_identifier"] = safety_identifier
        return own


def _by_host(base_url: str | None) -> Server:
    host = (urlsplit(base_url or OPENAI).hostname or "").rstrip(".")
    if _OPENAI_HOST.fullmatch(host):
        return "openai"
    return "azure" if _AZURE_HOST.fullmatch(host) else "compatible"
