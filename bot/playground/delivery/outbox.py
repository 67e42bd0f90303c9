"""The way out: each event tried until it is acked or its attempts are spent."""

import asyncio
import time
from collections import deque
from collections.abc import Coroutine
from dataclasses import replace
from typing import Any

from bot.playground.changes import Changes
from bot.playground.delivery.parcel import Delivery, Kind, Parcel, Receipt, Transport
from bot.playground.timing import Timing

KEPT = 100_000


class Outbox:
    """Sends through whatever transport is set, now and again later."""

    def __init__(self, transport: Transport, timing: Timing, changes: Changes) -> None:
        self.transport = transport
        self.changes = changes
        self.timing = timing
        self.log: deque[Delivery] = deque(maxlen=KEPT)
        self.events: dict[str, dict[str, Any]] = {}
        self.lost: list[str] = []
        self._attempts: dict[str, int] = {}
        self._logged = 0
        self._tasks: set[asyncio.Task[Any]] = set()

    def send_event(self, body: dict[str, Any]) -> None:
        """Deliver an event body in the background, with Slack's redeliveries."""
        event_id = body["event_id"]
        self.events[event_id] = body
        if len(self.events) > KEPT:
            self.events.pop(next(iter(self.events)))
        self._start(self._until_acked(Parcel("events_api", body, event_id)))

    def redeliver(self, event_id: str, reason: str) -> None:
        """Send an event that was sent before once more, acked or not."""
        attempt = self._attempts.get(event_id, -1) + 1
        self._start(self._attempt(Parcel("events_api", self.events[event_id], event_id, attempt, reason)))

    async def request(self, kind: Kind, payload: dict[str, Any]) -> Receipt:
        """Deliver a command or an interaction: one attempt, and its answer."""
        task = self._start(self._attempt(Parcel(kind, payload)))
        return await asyncio.shield(task)

    async def settled(self, seconds: float) -> None:
        """Wait until nothing is under way. Raises `TimeoutError`."""
        try:
            async with asyncio.timeout(seconds):
                while self._tasks:
                    await asyncio.wait(set(self._tasks))
        except TimeoutError:
            waiting = [f"{each.type} attempt {each.attempt}" for each in self.log if not each.done]
            text = ", ".join(waiting) or "redeliveries that are not due yet"
            raise TimeoutError(f"{self.busy} deliveries are not acked: {text}") from None

    @property
    def busy(self) -> int:
        """How many deliveries are under way or wait for their next attempt."""
        return len(self._tasks)

    async def close(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self.transport.close()

    def _start(self, work: Coroutine[Any, Any, Receipt]) -> "asyncio.Task[Receipt]":
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    async def _until_acked(self, parcel: Parcel) -> Receipt:
        receipt = await self._attempt(parcel)
        for pause in self.timing.redelivery:
            if receipt.acked or receipt.final:
                return receipt
            await asyncio.sleep(pause)
            parcel = replace(parcel, attempt=parcel.attempt + 1, reason=receipt.reason)
            receipt = await self._attempt(parcel)
        if not receipt.acked and parcel.event_id:
            self.lost.append(parcel.event_id)
        return receipt

    async def _attempt(self, parcel: Parcel) -> Receipt:
        if parcel.event_id:
            self._attempts[parcel.event_id] = max(parcel.attempt, self._attempts.get(parcel.event_id, 0))
        self._logged += 1
        entry = Delivery(
            event_id=parcel.event_id,
            kind=parcel.kind,
            type=str(parcel.payload.get("event", parcel.payload).get("type", parcel.kind)),
            attempt=parcel.attempt,
            retry_reason=parcel.reason,
            sent_at=time.time(),
            payload=parcel.payload,
            transport=self.transport.name,
            number=self._logged,
        )
        self.log.append(entry)
        self.changes.tell("delivery", entry.type, item=entry)
        receipt = await self.transport.deliver(parcel, seconds=self.timing.ack)
        entry.acked_after, entry.failure, entry.done = receipt.after, receipt.reason, True
        entry.answer = receipt.answer
        self.changes.tell("delivery", entry.type, item=entry)
        return receipt
