"""What is known about a thread that ended in a failure: what people read, and what the bots logged of its job."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tests.proofs.fleet import Fleet
from tests.proofs.world import World, stage_of


def told_failures(here: World, bots: Fleet, threads: Sequence[tuple[str, str]]) -> list[str]:
    """One text for each thread that holds a failure: its sentence, its event's id, each bot's lines about its job."""
    lines = [(bot.name, line) for bot in bots.bots for line in bot.lines()]
    return [
        _report(here, message, thread, lines)
        for thread in threads
        for message in here.replies(*thread)
        if stage_of(message) == "failed"
    ]


def _report(
    here: World, message: Mapping[str, Any], thread: tuple[str, str], lines: Sequence[tuple[str, dict[str, Any]]]
) -> str:
    events = _events(here, thread)
    about = [(name, line) for name, line in lines if line.get("event_id") in events]
    jobs = {str(line["job"]) for _, line in about if "job" in line}
    shown = (f"  {name} {json.dumps(line)}" for name, line in lines if _is_about(line, events, jobs))
    return "\n".join([f"{'/'.join(thread)} {sorted(events)} ended in: {message.get('text')}", *shown])


def _events(here: World, thread: tuple[str, str]) -> set[str]:
    def of_thread() -> Iterator[str]:
        for each in here.slack.deliveries:
            event = each.payload.get("event", {})
            if each.event_id and (event.get("channel"), event.get("ts")) == thread:
                yield each.event_id

    return set(of_thread())


def _is_about(line: Mapping[str, Any], events: set[str], jobs: set[str]) -> bool:
    """A job that is told of when its process died of it has an id and an event of its own: the first job's, and a number."""
    if line.get("event_id") in events or str(line.get("job")) in jobs:
        return True
    return str(line.get("event_id", "")).partition("/")[0] in jobs
