"""How the model's client reaches its server, against one on a real socket."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import ExitStack, asynccontextmanager

import httpx2
import pytest
from aiohttp import web

from bot.readers.looks import LONGEST, Looks
from bot.readers.openai import OpenAIReader
from bot.readers.transport import ENDED, Transport
from tests.model_answers import says
from tests.model_server import ModelServer

Handle = Callable[[web.Request], Awaitable[web.StreamResponse]]


@asynccontextmanager
async def client_of(handle: Handle, **timeouts: float) -> AsyncIterator[httpx2.AsyncClient]:
    app = web.Application()
    app.router.add_route("*", "/{name:.*}", handle)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    base = f"http://127.0.0.1:{runner.addresses[0][1]}"
    timeout = httpx2.Timeout(timeouts.get("read", 5.0))
    async with httpx2.AsyncClient(transport=Transport(), base_url=base, timeout=timeout) as client:
        yield client
    await runner.cleanup()


async def test_the_end_of_an_answer_is_told_before_it_is_read() -> None:
    """Not while something is still to come; then all of it is there."""
    goes_on = asyncio.Event()

    async def slowly(request: web.Request) -> web.StreamResponse:
        answer = web.StreamResponse()
        await answer.prepare(request)
        await answer.write(b"one ")
        await goes_on.wait()
        await answer.write(b"two")
        return answer

    async with client_of(slowly) as client, client.stream("GET", "/") as response:
        ended: asyncio.Event = response.extensions[ENDED]
        before = ended.is_set()
        goes_on.set()
        await asyncio.wait_for(ended.wait(), 5)

        assert (before, await response.aread()) == (False, b"one two")


async def test_what_was_read_to_its_end_leaves_its_connection_to_the_next() -> None:
    """What was given up before its end does not: nobody else's answer may begin with the rest of it."""
    peers: list[object] = []

    async def counts(request: web.Request) -> web.StreamResponse:
        peers.append(request.transport)
        return web.Response(body=b"x" * 1_000_000)

    async with client_of(counts) as client:
        for whole in (True, False, True):
            async with client.stream("POST", "/", json={}) as response:
                if whole:
                    await response.aread()

    assert peers[0] is peers[1] is not peers[2]


async def test_what_the_network_does_is_told_as_the_client_knows_it() -> None:
    """Nobody there, a silence, and an answer that breaks off: each is a transport error, and a silence a timeout."""

    async def breaks(request: web.Request) -> web.StreamResponse:
        answer = web.StreamResponse(headers={"Content-Length": "100"})
        await answer.prepare(request)
        await answer.write(b"half")
        if request.path == "/silent":
            await asyncio.sleep(5)
        assert request.transport
        request.transport.abort()
        return answer

    async with client_of(breaks, read=0.2) as client:
        with pytest.raises(httpx2.NetworkError):
            await client.get("/breaks")
        with pytest.raises(httpx2.ReadTimeout):
            await client.get("/silent")
        with pytest.raises(httpx2.NetworkError):
            await client.get("http://127.0.0.1:1/")


async def test_who_rests_beside_hundreds_hears_of_an_end_at_once() -> None:
    """To look at an answer costs more than to read it, so it is looked at seldom; its end does not wait for that."""
    looks, ended = Looks(), asyncio.Event()
    loop = asyncio.get_running_loop()
    with ExitStack() as answers:
        answers.enter_context(looks.answer())
        began = loop.time()
        await looks.rest(None)
        alone = loop.time() - began
        for _ in range(500):
            answers.enter_context(looks.answer())
        loop.call_later(0.05, ended.set)
        await asyncio.wait_for(looks.rest(ended), LONGEST / 2)

    assert alone < 0.05


async def test_a_proxy_of_the_environment_is_gone_through(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where one is set, the request for a server that nobody knows here comes to it."""
    async with ModelServer() as proxy:
        monkeypatch.setenv("HTTP_PROXY", proxy.base_url.removesuffix("/v1"))
        monkeypatch.setenv("NO_PROXY", "")
        proxy.answer_with(lambda _: says({"ok": True}))

        async with OpenAIReader.of(proxy.settings(openai_base_url="http://model.invalid/v1")) as reader:
            await reader.probe()

        assert len(proxy.requests) == 1
