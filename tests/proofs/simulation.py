"""A discrete-event simulation of the busiest minutes: links wait for a slot, a core, a page, the model, the database."""

import random
from collections.abc import Generator
from dataclasses import dataclass
from typing import Any

import simpy

from tests.proofs.costs import Costs
from tests.proofs.figures import percentile


@dataclass(frozen=True, slots=True)
class Load:
    """Of all workspaces together, in the busiest hour; seconds of pages and models are medians."""

    links_a_second: float
    events_a_second: float
    page: float = 0.5
    model: float = 6.0


@dataclass(frozen=True, slots=True)
class Machines:
    """`replicas` with two cores each: one for the bot, one for extraction; `slots` jobs at once in each.

    Workspaces are spread over so many `databases`.
    """

    replicas: int
    slots: int
    databases: int = 1


@dataclass(frozen=True, slots=True)
class Outcome:
    """Seconds a reply came later than page and model took, and how busy the cores and the database were."""

    median: float
    p95: float
    bot_core: float
    extraction_core: float
    database: float


class _Town:
    def __init__(self, load: Load, machines: Machines, costs: Costs, seed: int) -> None:
        self.clock = simpy.Environment()
        self.dice = random.Random(seed)
        self.load, self.machines, self.costs = load, machines, costs
        self.free = simpy.Resource(self.clock, machines.replicas * machines.slots)
        self.bots = [simpy.Resource(self.clock) for _ in range(machines.replicas)]
        self.presses = [simpy.Resource(self.clock) for _ in range(machines.replicas)]
        self.database = simpy.Resource(self.clock, machines.databases)
        share = load.events_a_second * costs.event / machines.replicas
        self.slowed = 1 / max(0.05, 1 - share)  # acks take their part of each bot's core
        self.late: list[float] = []
        self.busy = {"bot": 0.0, "press": 0.0, "database": 0.0}

    def arrivals(self, seconds: float) -> Generator[Any, Any, None]:
        while self.clock.now < seconds:
            yield self.clock.timeout(self.dice.expovariate(self.load.links_a_second))
            self.clock.process(self.link())

    def link(self) -> Generator[Any, Any, None]:
        came = self.clock.now
        page = self.load.page * self.dice.lognormvariate(0, 0.5)
        model = self.load.model * self.dice.lognormvariate(0, 0.4)
        with self.free.request() as slot:
            yield slot
            n = self.dice.randrange(self.machines.replicas)
            yield from self.use(self.database, 1 / self.costs.jobs_a_second, "database")
            yield self.clock.timeout(page)
            yield from self.use(self.presses[n], self.costs.extraction, "press")
            for _ in range(10):  # the bot's work comes in pieces, between those of the model's answer
                yield self.clock.timeout(model / 10)
                yield from self.use(self.bots[n], self.costs.bot * self.slowed / 10, "bot")
        self.late.append(self.clock.now - came - page - model)

    def use(self, what: simpy.Resource, seconds: float, name: str) -> Generator[Any, Any, None]:
        with what.request() as turn:
            yield turn
            yield self.clock.timeout(seconds)
        self.busy[name] += seconds


def simulate(load: Load, machines: Machines, costs: Costs, *, seconds: float = 300.0, seed: int = 1) -> Outcome:
    """The busiest `seconds`; what is still under way at their end is left out."""
    town = _Town(load, machines, costs, seed)
    town.clock.process(town.arrivals(seconds))
    town.clock.run(until=seconds)
    late = sorted(town.late) or [0.0]
    cores = machines.replicas * seconds
    return Outcome(
        median=percentile(late, 0.5),
        p95=percentile(late, 0.95),
        bot_core=town.busy["bot"] / town.slowed / cores + load.events_a_second * costs.event / machines.replicas,
        extraction_core=town.busy["press"] / cores,
        database=town.busy["database"] / seconds / machines.databases,
    )
