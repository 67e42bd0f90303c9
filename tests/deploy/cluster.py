"""A Kubernetes API server that keeps what `kubectl` sends it, if Kubernetes' own schemas allow it."""

import base64
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import kubernetes_validate
from aiohttp import web

_MAGIC = b"k8s\0"

KINDS = {
    ("", "v1"): {
        "namespaces": "Namespace",
        "secrets": "Secret",
        "serviceaccounts": "ServiceAccount",
        "services": "Service",
        "configmaps": "ConfigMap",
    },
    ("apps", "v1"): {"deployments": "Deployment"},
    ("autoscaling", "v2"): {"horizontalpodautoscalers": "HorizontalPodAutoscaler"},
    ("policy", "v1"): {"poddisruptionbudgets": "PodDisruptionBudget"},
    ("networking.k8s.io", "v1"): {"networkpolicies": "NetworkPolicy", "ingresses": "Ingress"},
}
"""What this server knows: the plural in a path, and the kind."""


@dataclass
class Cluster:
    """What was applied, by kind and name; `url` is where `kubectl` finds the server."""

    objects: dict[tuple[str, str], dict[str, Any]] = field(default_factory=dict)
    url: str = ""

    def configure(self, path: Path) -> Path:
        """A kubeconfig for this server."""
        clusters = [{"name": "here", "cluster": {"server": self.url}}]
        contexts = [{"name": "here", "context": {"cluster": "here", "user": "operator"}}]
        whole = {
            "apiVersion": "v1",
            "kind": "Config",
            "current-context": "here",
            "users": [{"name": "operator", "user": {}}],
        }
        path.write_text(json.dumps(whole | {"clusters": clusters, "contexts": contexts}), encoding="utf-8")
        return path

    async def discover(self, request: web.Request) -> web.Response:
        parts = request.path.strip("/").split("/")
        if parts == ["api"]:
            return web.json_response({"kind": "APIVersions", "versions": ["v1"]})
        if parts == ["apis"]:
            groups = [_group(name, version) for name, version in KINDS if name]
            return web.json_response({"kind": "APIGroupList", "apiVersion": "v1", "groups": groups})
        group, version = ("", parts[1]) if parts[0] == "api" else (parts[1], parts[2])
        resources = [
            {
                "name": plural,
                "kind": kind,
                "namespaced": kind != "Namespace",
                "verbs": ["create", "get", "list", "patch"],
            }
            for plural, kind in KINDS[group, version].items()
        ]
        told = {"kind": "APIResourceList", "groupVersion": _joint(group, version), "resources": resources}
        return web.json_response(told)

    async def describe(self, request: web.Request) -> web.Response:
        """OpenAPI, as much as says that fields are checked by the server."""
        where = request.match_info["where"]
        if not where:
            roots = {_root(*each): {"serverRelativeURL": f"/openapi/v3/{_root(*each)}"} for each in KINDS}
            return web.json_response({"paths": roots})
        group, version = next(each for each in KINDS if _root(*each) == where)
        checks = [{"name": "fieldValidation", "in": "query"}]
        paths = {
            f"/{where}/{plural}/{{name}}": {
                "patch": {
                    "parameters": checks,
                    "x-kubernetes-group-version-kind": {"group": group, "version": version, "kind": kind},
                }
            }
            for plural, kind in KINDS[group, version].items()
        }
        return web.json_response({"openapi": "3.0.0", "info": {"title": "-", "version": "1"}, "paths": paths})

    async def create(self, request: web.Request) -> web.Response:
        body = await request.read()
        sent = _from_protobuf(body) if body.startswith(_MAGIC) else json.loads(body)
        try:
            kubernetes_validate.validate(sent, kubernetes_validate.latest_version(), strict=True)
        except kubernetes_validate.ValidationError as error:
            return _refused(422, "Invalid", str(error))
        sent.setdefault("metadata", {}).setdefault("uid", str(len(self.objects)))
        self.objects[sent["kind"], sent["metadata"]["name"]] = sent
        return web.json_response(sent, status=201)

    async def get(self, request: web.Request) -> web.Response:
        there = self.objects.get(_named(request))
        return web.json_response(there) if there else _refused(404, "NotFound", "there is none")

    async def patch(self, request: web.Request) -> web.Response:
        there = self.objects[_named(request)]
        _merge(there, json.loads(await request.text()))
        return web.json_response(there)


def _from_protobuf(body: bytes) -> dict[str, Any]:
    """Namespaces and secrets, which `kubectl create` sends in Kubernetes' own protocol buffers."""
    whole = _fields(body.removeprefix(_MAGIC))
    version, kind = (_fields(whole[1][0])[n][0].decode() for n in (1, 2))
    told = _fields(whole[2][0])
    made: dict[str, Any] = {"apiVersion": version, "kind": kind}
    made["metadata"] = {"name": _fields(told[1][0])[1][0].decode()}
    if kind == "Secret":
        pairs = [_fields(each) for each in told[2]]
        made["data"] = {pair[1][0].decode(): base64.b64encode(pair[2][0]).decode() for pair in pairs}
    return made


def _fields(body: bytes) -> dict[int, list[bytes]]:
    """The fields of a message that have a length, by number. https://protobuf.dev/programming-guides/encoding/"""
    found: dict[int, list[bytes]] = {}
    at = 0
    while at < len(body):
        key, at = _number(body, at)
        length, at = _number(body, at)
        if key & 7 == 2:
            found.setdefault(key >> 3, []).append(body[at : at + length])
            at += length
    return found


def _number(body: bytes, at: int) -> tuple[int, int]:
    """The number that begins there, and where the next thing does."""
    value = shift = 0
    while True:
        byte = body[at]
        value, at, shift = value | (byte & 0x7F) << shift, at + 1, shift + 7
        if not byte & 0x80:
            return value, at


def _merge(there: dict[str, Any], sent: dict[str, Any]) -> None:
    for name, value in sent.items():
        if isinstance(value, dict) and isinstance(there.get(name), dict):
            _merge(there[name], value)
        else:
            there[name] = value


def _named(request: web.Request) -> tuple[str, str]:
    plural = request.match_info["plural"]
    kind = next(kinds[plural] for kinds in KINDS.values() if plural in kinds)
    return kind, request.match_info["name"]


def _group(name: str, version: str) -> dict[str, Any]:
    known = {"groupVersion": _joint(name, version), "version": version}
    return {"name": name, "versions": [known], "preferredVersion": known}


def _joint(group: str, version: str) -> str:
    return f"{group}/{version}" if group else version


def _root(group: str, version: str) -> str:
    return f"apis/{group}/{version}" if group else f"api/{version}"


def _refused(code: int, reason: str, message: str) -> web.Response:
    told = {
        "kind": "Status",
        "apiVersion": "v1",
        "status": "Failure",
        "reason": reason,
        "message": message,
        "code": code,
    }
    return web.json_response(told, status=code)


@asynccontextmanager
async def cluster() -> AsyncIterator[Cluster]:
    here = Cluster()
    app = web.Application()
    app.router.add_get("/openapi/v3{_:/?}{where:.*}", here.describe)
    for root in ("/api/{version}", "/apis/{group}/{version}"):
        for place in ("", "/namespaces/{namespace}"):
            app.router.add_post(f"{root}{place}/{{plural}}", here.create)
            app.router.add_get(f"{root}{place}/{{plural}}/{{name}}", here.get)
            app.router.add_patch(f"{root}{place}/{{plural}}/{{name}}", here.patch)
        app.router.add_get(root, here.discover)
    app.router.add_get("/api", here.discover)
    app.router.add_get("/apis", here.discover)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        here.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
        yield here
    finally:
        await runner.cleanup()
