"""Whether strict mode takes a JSON schema, by the narrowest rules that any of its servers has had."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

# Keywords of the first strict mode; later servers take more, older deployments do not.
_KNOWN = frozenset(
    {"type", "properties", "required", "additionalProperties", "items", "enum", "const", "anyOf", "$ref", "$defs"}
    | {"definitions", "title", "description"}
)
_TYPES = frozenset({"string", "number", "integer", "boolean", "null", "object", "array"})


def objections(schema: Mapping[str, Any]) -> list[str]:
    """What a strict server would refuse, one sentence each; empty when it takes the schema."""
    found = list(_node(schema, "schema", schema))
    if schema.get("type") != "object" or "anyOf" in schema:
        found.insert(0, "the root must be an object and no anyOf")
    found += _limits(schema)
    return found


def _node(node: Any, path: str, root: Mapping[str, Any]) -> Iterator[str]:
    if not isinstance(node, Mapping):
        yield f"{path} is no schema"
        return
    for keyword in sorted(node.keys() - _KNOWN):
        yield f"{path}: {keyword!r} is not permitted"
    if "$ref" in node:
        yield from _reference(node, path, root)
        return
    yield from _kind(node, path)
    for name, child in _children(node):
        yield from _node(child, f"{path}.{name}", root)


def _reference(node: Mapping[str, Any], path: str, root: Mapping[str, Any]) -> Iterator[str]:
    if beside := node.keys() - {"$ref"}:
        yield f"{path}: $ref cannot have keywords {sorted(beside)} beside it"
    target = str(node["$ref"]).removeprefix("#/$defs/")
    if target not in root.get("$defs", {}):
        yield f"{path}: {node['$ref']!r} leads nowhere"


def _kind(node: Mapping[str, Any], path: str) -> Iterator[str]:
    kinds = node.get("type")
    kinds = [kinds] if isinstance(kinds, str) else kinds
    if not (kinds and _TYPES.issuperset(kinds)) and not node.keys() & {"anyOf", "enum", "const"}:
        yield f"{path}: schema must have a 'type' key"
    if "object" in (kinds or ()):
        if node.get("additionalProperties") is not False:
            yield f"{path}: 'additionalProperties' is required to be supplied and to be false"
        if sorted(node.get("required", ())) != sorted(node.get("properties", {})):
            yield f"{path}: 'required' must include every key in properties"
    if "array" in (kinds or ()) and "items" not in node:
        yield f"{path}: array schema missing items"


def _children(node: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for group in ("properties", "$defs", "definitions"):
        yield from ((f"{group}.{name}", child) for name, child in node.get(group, {}).items())
    if "items" in node:
        yield "items", node["items"]
    yield from ((f"anyOf.{n}", child) for n, child in enumerate(node.get("anyOf", ())))


def _limits(schema: Mapping[str, Any]) -> Iterator[str]:
    objects = [node for node in _all(schema) if "properties" in node]
    if sum(len(node["properties"]) for node in objects) > 100:
        yield "more than 100 properties"
    if _depth(schema, schema, 0) > 5:
        yield "more than 5 levels of nesting"
    if len(json.dumps(schema)) > 15_000:
        yield "longer than 15,000 characters"


def _all(node: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    yield node
    for _, child in _children(node):
        if isinstance(child, Mapping):
            yield from _all(child)


def _depth(node: Any, root: Mapping[str, Any], above: int) -> int:
    """Levels of objects, references followed; a schema that contains itself counts as too deep."""
    if not isinstance(node, Mapping) or above > 6:
        return above
    if "$ref" in node:
        target = root.get("$defs", {}).get(str(node["$ref"]).removeprefix("#/$defs/"), {})
        return _depth(target, root, above)
    here = above + (node.get("type") == "object")
    inner = [child for name, child in _children(node) if not name.startswith(("$defs", "definitions"))]
    return max([here, *(_depth(child, root, here) for child in inner)])
