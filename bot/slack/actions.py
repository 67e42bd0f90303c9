"""The ids under which Slack sends presses back, and the metadata under which we find our own messages."""

from typing import Final

TRY_AGAIN: Final = "try_again"
VOTE: Final = "vote"
GOOD: Final = "good"
BAD: Final = "bad"
REPLY_EVENT: Final = "claims_reply"
