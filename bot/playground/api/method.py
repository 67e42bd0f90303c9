"""What a Web API method is: its arguments, its scopes, and the function behind it."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints, ValidationError

from bot.playground.backend import Backend
from bot.playground.refusal import Refused

Answer = dict[str, Any]


class Arguments(BaseModel):
    """Base of all argument models: what is not listed is refused."""

    model_config = ConfigDict(extra="forbid")

    team_id: str | None = None


def _from_json(value: Any) -> Any:
    """Objects arrive as JSON text in forms, and some clients send them so in JSON too."""
    if isinstance(value, str) and value.strip()[:1] in {"[", "{"}:
        try:
            return json.loads(value)
        except ValueError:
            return value
    return value


def _as_text(value: Any) -> Any:
    """`thread_ts` and the like must be text: a JSON number loses digits, and Slack refuses it too."""
    if isinstance(value, (int, float)):
        raise ValueError("must be a string")  # noqa: TRY004 - pydantic turns ValueError into its own
    return value


Text = Annotated[str, BeforeValidator(_as_text)]
Ts = Annotated[str, BeforeValidator(_as_text), StringConstraints(pattern=r"^\d{1,12}\.\d{1,6}$")]
Json = Annotated[Any, BeforeValidator(_from_json)]


@dataclass(frozen=True, slots=True)
class Method:
    """`scopes`: any one of them suffices. `json`: whether a JSON body is read at all."""

    run: Callable[[Backend, Any], Answer]
    arguments: type[Arguments]
    scopes: tuple[str, ...] = ()
    json: bool = True
    caller: Literal["bot", "app", "anyone"] = "bot"


def parsed(method: Method, given: dict[str, Any]) -> Any:
    """The arguments as a model. Raises `Refused` with `invalid_arguments` and Slack's kind of message for each."""
    try:
        return method.arguments.model_validate(given)
    except ValidationError as error:
        messages = [_message(item) for item in error.errors(include_url=False, include_input=False)]
        raise Refused("invalid_arguments", *messages) from None


def _message(item: Any) -> str:
    where = "/".join(str(part) for part in item["loc"])
    match item["type"]:
        case "missing":
            return f"[ERROR] missing required field: {where}"
        case "extra_forbidden":
            return f"[ERROR] unexpected field: {where}"
    return f"[ERROR] {item['msg'].removeprefix('Value error, ').lower()} [json-pointer:/{where}]"
