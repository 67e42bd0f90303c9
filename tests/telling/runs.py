"""A run of a job that takes its reply up, for the tests of telling."""

from bot.adapters.store import Store
from bot.intake.message import Place
from bot.telling import Telling
from tests.fakes import FakeChat

PLACE = Place("T1", "C1", "100.000")


async def take_up(store: Store, chat: FakeChat, link: str = "https://a.example/", landing: float = 0.0) -> Telling:
    return await Telling.of(store.library, chat, PLACE, link, "{}", after="100.000", landing=landing)
