"""What is kept in one database, whichever its engine: the library, the jobs, the meters, the memory, and what is forgotten."""

from typing import Generic, TypeVar

from bot.adapters.database import Database
from bot.adapters.keeping import SqlKeeping
from bot.adapters.library import SqlLibrary
from bot.adapters.memory import SqlMemory
from bot.adapters.meters import SqlMeters
from bot.adapters.store import KeptJobs

J = TypeVar("J", bound=KeptJobs)


class SqlStore(Generic[J]):
    """`Store` over a `Database`; only the jobs differ from engine to engine."""

    def __init__(self, database: Database, jobs: J) -> None:
        self.library = SqlLibrary(database)
        self.meters = SqlMeters(database)
        self.keeping = SqlKeeping(database)
        self.memory = SqlMemory(database)
        self.jobs = jobs
