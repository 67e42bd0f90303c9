"""The judge of strict schemas refuses what strict servers refuse."""

from typing import Any

import pytest

from tests.strict_schema import objections


def schema(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": [*properties], "additionalProperties": False}


def test_a_plain_strict_schema_is_taken() -> None:
    """Objects without extras, all keys required, null for what may be missing."""
    inner = schema(name={"anyOf": [{"type": "string"}, {"type": "null"}], "description": "A name."})

    assert objections(schema(items={"type": "array", "items": inner}, kind={"type": "string", "enum": ["a"]})) == []


@pytest.mark.parametrize(
    "bad",
    [
        schema(a={"type": "string", "maxLength": 3}),
        schema(a={"type": "string", "minLength": 3}),
        schema(a={"type": "string", "format": "uri"}),
        schema(a={"type": "string", "default": "x"}),
        schema(a={"type": "string"}) | {"required": []},
        schema(a={"type": "string"}) | {"additionalProperties": True},
        {"type": "object", "properties": {}, "required": []},
        schema(a={"$ref": "#/$defs/A", "description": "beside"}) | {"$defs": {"A": schema()}},
        schema(a={"$ref": "#/$defs/B"}),
        schema(a={}),
        schema(a={"type": "array"}),
        schema(a={"oneOf": [{"type": "string"}]}),
        schema(a={"type": "object", "additionalProperties": {"type": "string"}}),
        {"anyOf": [schema()]},
        {"type": "array", "items": schema()},
        schema(**{f"p{n}": {"type": "string"} for n in range(101)}),
        schema(a=schema(b=schema(c=schema(d=schema(e=schema()))))),
    ],
)
def test_what_strict_mode_refuses_is_refused(bad: dict[str, Any]) -> None:
    """Each of these has been answered with 400 by a server in strict mode."""
    assert objections(bad)
