"""Who may ask how much. Pure: what was used comes in, what is decided goes out.

Windows are the hours and days of the clock in UTC, so that everybody can be told when a new one begins.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


_INSTRUCTIONS = 3_600  # tokens of a request, without the article
_IN_ONE_REQUEST = 20_000  # characters
_AGAIN = 1.5  # some are asked again about what did not hold


def tokens_to_read(characters: int) -> int:
    """What a model will take about, in and out, for an article of so many: each request has the instructions with it."""
    requests = 1 + characters // _IN_ONE_REQUEST
    return int(_AGAIN * (requests * _INSTRUCTIONS + characters / 4 + characters / 3))


def tokens_to_answer(characters: int) -> int:
    """The same for a question, which is answered from some of a long article."""
    return int(_AGAIN * (_INSTRUCTIONS / 2 + min(characters, _IN_ONE_REQUEST) / 4 + 500))


@dataclass(frozen=True, slots=True)
class Meter:
    """What is counted for whom, from `since` until `until`. Without a `user` it is the whole workspace's."""

    team: str
    what: Literal["links", "tokens"]
    user: str
    since: datetime
    until: datetime
    most: int

    def is_spent(self, used: int) -> bool:
        return used >= self.most

    def minutes_left(self, moment: datetime) -> int:
        """Whole minutes until the next window, at least one."""
        return max(1, -((moment - self.until) // timedelta(minutes=1)))


@dataclass(frozen=True, slots=True)
class Allowance:
    """How much may be asked; 0 is no limit."""

    links_per_hour: int = 0
    tokens_per_day: int = 0

    def links(self, team: str, user: str, moment: datetime) -> Meter | None:
        """The meter of one person's links; None without a limit."""
        if not self.links_per_hour:
            return None
        since = moment.astimezone(UTC).replace(minute=0, second=0, microsecond=0)
        return Meter(team, "links", user, since, since + HOUR, self.links_per_hour)

    def tokens(self, team: str, moment: datetime) -> Meter | None:
        """The meter of a workspace's tokens; None without a limit."""
        if not self.tokens_per_day:
            return None
        since = moment.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
        return Meter(team, "tokens", "", since, since + DAY, self.tokens_per_day)
