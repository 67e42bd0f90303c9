"""Signed HTTP delivery to a request URL.

https://docs.slack.dev/authentication/verifying-requests-from-slack
"""

import asyncio
import hashlib
import hmac
import json
import secrets
import time
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlencode, urlsplit

import aiohttp

from bot.playground.delivery.parcel import Parcel, Receipt

SENDERS = 64
"""Requests on their way at once; more only queue in the kernel and would be counted as the app's slowness."""


class HttpTransport:
    """Posts each parcel to the app's request URL, which must be on this machine."""

    name = "http"

    def __init__(self, request_url: str, signing_secret: str) -> None:
        if not on_loopback(urlsplit(request_url).hostname or ""):
            raise ValueError("the local Slack delivers to loopback addresses only")
        self.request_url = request_url
        self.signing_secret = signing_secret
        self.skew = 0.0
        self._senders = asyncio.Semaphore(SENDERS)
        self._session: aiohttp.ClientSession | None = None

    async def deliver(self, parcel: Parcel, *, seconds: float) -> Receipt:
        """Any 2xx within the time is an ack."""
        async with self._senders:
            return await self._send(parcel, seconds)

    async def _send(self, parcel: Parcel, seconds: float) -> Receipt:
        started = time.perf_counter()
        body, headers = self.request(parcel)
        try:
            async with self._client().post(
                self.request_url,
                data=body,
                headers=headers,
                allow_redirects=False,
                timeout=aiohttp.ClientTimeout(total=seconds),
            ) as response:
                content = await response.read()
        except TimeoutError:
            return Receipt(False, None, self.name, "http_timeout")
        except aiohttp.ClientError:
            return Receipt(False, None, self.name, "connection_failed")
        if not 200 <= response.status < 300:
            final = response.headers.get("X-Slack-No-Retry") == "1"
            return Receipt(False, None, self.name, "http_error", final=final)
        return Receipt(True, time.perf_counter() - started, self.name, answer=answer(content))

    def request(self, parcel: Parcel) -> tuple[bytes, dict[str, str]]:
        """Body and headers as Slack sends them: JSON for events, forms for the rest."""
        if parcel.kind == "events_api":
            body, content_type = json.dumps(parcel.payload).encode(), "application/json"
        elif parcel.kind == "slash_commands":
            body, content_type = urlencode(parcel.payload).encode(), "application/x-www-form-urlencoded"
        else:
            form = {"payload": json.dumps(parcel.payload)}
            body, content_type = urlencode(form).encode(), "application/x-www-form-urlencoded"
        headers = {"Content-Type": content_type, "User-Agent": "Slackbot 1.0 (+https://api.slack.com/robots)"}
        if parcel.attempt:
            headers |= {"X-Slack-Retry-Num": str(parcel.attempt), "X-Slack-Retry-Reason": parcel.reason or ""}
        return body, headers | self.signature(body)

    def signature(self, body: bytes) -> dict[str, str]:
        """Over the body and the time, which `skew` seconds falsify."""
        stamp = str(int(time.time() + self.skew))
        digest = hmac.new(self.signing_secret.encode(), f"v0:{stamp}:".encode() + body, hashlib.sha256).hexdigest()
        return {"X-Slack-Request-Timestamp": stamp, "X-Slack-Signature": f"v0={digest}"}

    async def verify(self, token: str) -> bool:
        """Slack's `url_verification`: true when the app echoes the challenge."""
        challenge = secrets.token_hex(16)
        payload = {"token": token, "challenge": challenge, "type": "url_verification"}
        receipt = await self.deliver(Parcel("events_api", payload), seconds=3.0)
        echoed = receipt.answer or {}
        return receipt.acked and challenge in (echoed.get("challenge"), echoed.get("text"))

    def _client(self) -> aiohttp.ClientSession:
        if self._session is None:
            # A fresh connection each: a bot that was killed must not fail the next delivery through a stale one.
            self._session = aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0, force_close=True))
        return self._session

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()


def answer(content: bytes) -> dict[str, Any] | None:
    """The payload of an ack: JSON, or plain text as a message's text."""
    if not content.strip():
        return None
    try:
        value = json.loads(content)
    except ValueError:
        return {"text": content.decode("utf-8", "replace")}
    return value if isinstance(value, dict) else {"text": str(value)}


def on_loopback(host: str) -> bool:
    """Whether a host, as it stands in an address, is this machine."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False
