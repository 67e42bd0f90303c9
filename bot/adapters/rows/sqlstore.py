"""What is kept in one database, whichever its engine: the library, the jobs, the meters, the memory, and what is forgotten."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Generic, TypeVar

from bot.adapters.processes.bench import Bench
from bot.adapters.rows.ballots import SqlBallots
from bot.adapters.rows.database import Database
from bot.adapters.rows.keeping import SqlKeeping
from bot.adapters.rows.library import SqlLibrary
from bot.adapters.rows.memory import SqlMemory
from bot.adapters.rows.meters import SqlMeters
from bot.adapters.rows.rulebook import SqlRulebook
from bot.adapters.rows.starts import Seat, SqlStarts, only_seat
from bot.adapters.store import KeptJobs
from bot.ports import Alone, Pacing

if TYPE_CHECKING:
    from bot.adapters.rows.vault import SqlVault

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
        from bot.adapters.rows.seal import Seal  # a bot of one workspace seals nothing, and needs no cryptography
        from bot.adapters.rows.vault import SqlVault

        return SqlVault(self._database, Seal(keys))
