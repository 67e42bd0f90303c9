"""What is kept in one database, whichever its engine: the library, the jobs, the meters, the memory, and what is forgotten."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Generic, TypeVar

from bot.adapters.ballots import SqlBallots
from bot.adapters.bench import Bench
from bot.adapters.database import Database
from bot.adapters.keeping import SqlKeeping
from bot.adapters.library import SqlLibrary
from bot.adapters.memory import SqlMemory
from bot.adapters.meters import SqlMeters
from bot.adapters.rulebook import SqlRulebook
from bot.adapters.starts import Seat, SqlStarts, only_seat
from bot.adapters.store import KeptJobs
from bot.ports import Alone, Pacing

if TYPE_CHECKING:
    from bot.adapters.vault import SqlVault

J = TypeVar("J", bound=KeptJobs)


class SqlStore(Generic[J]):
    """`Store` over a `Database`; only the jobs differ from engine to engine."""

    def __init__(
        self,
        database: Database,
        jobs: J,
        bench: Bench | None = None,
        seat: Seat = only_seat,
        pacing: Pacing | None = None,
    ) -> None:
        self.library = SqlLibrary(database)
        self.meters = SqlMeters(database)
        self.keeping = SqlKeeping(database)
        self.memory = SqlMemory(database, bench)
        self.ballots = SqlBallots(database)
        self.rulebook = SqlRulebook(database)
        self.starts = SqlStarts(database, seat)
        self.pacing: Pacing = pacing or Alone()
        self.jobs = jobs
        self._database = database

    def vault(self, keys: Sequence[str]) -> "SqlVault":
        """`keys` as in `secretkey.key_of`, the newest first. Raises ValueError without any."""
        from bot.adapters.seal import Seal  # a bot of one workspace seals nothing, and needs no cryptography
        from bot.adapters.vault import SqlVault

        return SqlVault(self._database, Seal(keys))
