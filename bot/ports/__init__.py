"""The peers we work with, one module each. Adapters satisfy these Protocols; `tests/fakes.py` does too."""

from bot.ports.ballots import Ballot, Ballots, Remarked
from bot.ports.chat import BeforePost, Chat
from bot.ports.checker import Checker
from bot.ports.directory import Channel, Directory
from bot.ports.files import Files
from bot.ports.jobs import Accept, Job, Jobs, Later
from bot.ports.keeping import Keeping
from bot.ports.library import Entry, Library, Recent, ReplyState
from bot.ports.memory import Found, Hits, Memory
from bot.ports.meters import Meters
from bot.ports.pacing import Alone, Pacing, Tier, Turn
from bot.ports.reader import Reader
from bot.ports.rulebook import Rulebook
from bot.ports.starts import Starts
from bot.ports.vault import Vault
from bot.ports.web import NotModified, Press, Web
from bot.ports.windows import Windows

__all__ = [
    "Accept",
    "Alone",
    "Ballot",
    "Ballots",
    "BeforePost",
    "Channel",
    "Chat",
    "Checker",
    "Directory",
    "Entry",
    "Files",
    "Found",
    "Hits",
    "Job",
    "Jobs",
    "Keeping",
    "Later",
    "Library",
    "Memory",
    "Meters",
    "NotModified",
    "Pacing",
    "Press",
    "Reader",
    "Recent",
    "Remarked",
    "ReplyState",
    "Rulebook",
    "Starts",
    "Tier",
    "Turn",
    "Vault",
    "Web",
    "Windows",
]
