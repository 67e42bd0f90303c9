"""How long a job waits while Slack, or the database, is out of reach."""

import random

FIRST = 1.0
LONGEST = 30.0
MOST = 10_000  # jobs kept count of; those that went on in another process are never heard of again


class Patience:
    """Pauses that double from attempt to attempt of a job, up to `longest` seconds; never less than Slack asks for.

    Attempts are counted by this process: such a pause costs a job none of its own, see `Later`.
    """

    def __init__(self, first: float = FIRST, longest: float = LONGEST) -> None:
        self._first = first
        self._longest = longest
        self._times: dict[str, int] = {}

    def pause(self, job: str, asked: float) -> float:
        """Seconds until the next attempt at this job; a little less than the cap, so that not all come at once."""
        times = self._times.pop(job, 0)
        if len(self._times) >= MOST:
            del self._times[next(iter(self._times))]
        self._times[job] = times + 1
        growing = min(self._longest, self._first * float(2 ** min(times, 30)))
        return max(asked, growing * random.uniform(0.8, 1.0))  # noqa: S311  jitter is no secret

    def over(self, job: str) -> None:
        """What it waited for is there again for this job."""
        self._times.pop(job, None)
