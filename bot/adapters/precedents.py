"""Where other articles made the same claims: a few candidates of each, compared, and more of them only where they were too few."""

import asyncio
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from bot.adapters.database import Connection, Database
from bot.adapters.likeness import newest
from bot.adapters.tellings import Telling, tellings
from bot.adapters.texts import fingerprint
from bot.article.article import Article
from bot.claims.grammar.sameness import Statement, language_of, same, statement
from bot.claims.reading import Claim

ELSEWHERE = 3  # articles that are named for one claim
FIRST = 16  # mentions of each key that are looked at, the newest
WIDER = 8  # times as many, where these were too few
COMPARED = 100  # tellings that one claim is compared with
AT_ONCE = 40  # comparisons that take no thread


@dataclass(frozen=True, slots=True)
class Asked:
    """One claim that is looked for."""

    id: str
    text: str
    language: str
    keys: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Looked:
    """What may be alike, newest first. Of the mentions before number `floor` not all were looked at."""

    asked: Asked
    told: Sequence[Telling]
    floor: int

    def alike(self) -> Sequence[Telling]:
        """Those that say what the claim says, of each article one."""
        found: list[Telling] = []
        if not self.told:  # as nearly always: nothing need be analysed
            return found
        said = statement(self.asked.text, self.asked.language)
        for each in self.told:
            if len(found) == ELSEWHERE:
                break
            if not any(each.is_about(other) for other in found) and _says_it(each, said):
                found.append(each)
        return found

    def is_enough(self, found: Sequence[Telling]) -> bool:
        """Whether looking at older ones would change nothing, or costs more than it is worth."""
        are_the_newest = len(found) == ELSEWHERE and all(each.n >= self.floor for each in found)
        return are_the_newest or not self.floor or len(self.told) == COMPARED


class Precedents:
    """Those of one article, among what was told in these channels."""

    def __init__(
        self, database: Database, team: str, article_id: str, article: Article, channels: Collection[str]
    ) -> None:
        self._database = database
        self._team = team
        self._article_id = article_id
        self._article = article
        self._address = fingerprint(article.canonical_url or article.url or "") if article.address else None
        self._channels = channels
        self._language = language_of(article)

    async def of(self, claims: Sequence[Claim], keys: Mapping[str, tuple[int, ...]]) -> Mapping[str, Sequence[Telling]]:
        """By the claim's id, newest first; `keys` are those of the claims, by their ids."""
        asked = [Asked(each.id, each.text, self._language, keys[each.id]) for each in claims]
        found: dict[str, Sequence[Telling]] = {}
        most = FIRST
        while asked:
            looked = await self._database.read(partial(self._look, asked=asked, most=most), long=most > FIRST)
            alike = await _compared(looked)
            found |= {each.asked.id: told for each, told in zip(looked, alike, strict=True) if told}
            asked = [each.asked for each, told in zip(looked, alike, strict=True) if not each.is_enough(told)]
            most *= WIDER
        return found

    async def _look(self, connection: Connection, asked: Sequence[Asked], most: int) -> Sequence[Looked]:
        latest = await newest(connection, {key for each in asked for key in each.keys}, most)
        every = {n for found in latest.values() for n in found}
        told: dict[int, list[Telling]] = {}
        for each in await tellings(connection, self._team, every, self._channels):
            if self._is_of_another(each):
                told.setdefault(each.n, []).append(each)
        return [_looked(each, latest, told, most) for each in asked]

    def _is_of_another(self, told: Telling) -> bool:
        """Not the article itself, nor another version of it; a file that is shared again is told of, for its thread."""
        same_address = told.article == self._article_id or told.address_digest == self._address
        published = self._article.outlet is not None
        return not (same_address or (published and told.is_headed(self._article.title, self._article.address)))


def _says_it(told: Telling, said: Statement) -> bool:
    return same(said, statement(told.text, said.language))


def _looked(
    asked: Asked, latest: Mapping[int, Sequence[int]], told: Mapping[int, Sequence[Telling]], most: int
) -> Looked:
    mine = [latest.get(key, ()) for key in asked.keys]
    candidates = [each for n in {n for found in mine for n in found} for each in told.get(n, ())]
    candidates.sort(key=Telling.place)
    return Looked(asked, candidates[:COMPARED], max((found[-1] for found in mine if len(found) == most), default=0))


async def _compared(looked: Sequence[Looked]) -> Sequence[Sequence[Telling]]:
    def compared() -> Sequence[Sequence[Telling]]:
        return [each.alike() for each in looked]

    is_long = sum(len(each.told) for each in looked) > AT_ONCE
    return await asyncio.to_thread(compared) if is_long else compared()
