"""The ids under which Slack sends presses back, and the metadata under which we find our own messages."""

from typing import Final

TRY_AGAIN: Final = "try_again"
VOTE: Final = "vote"
MISTAKE: Final = "mistake"
GOOD: Final = "good"
BAD: Final = "bad"
REPLY_EVENT: Final = "claims_reply"
LIST_CLAIMS: Final = "list_claims"
MENU: Final = "menu"
ALL_CLAIMS: Final = "all_claims"
PREVIOUS: Final = "claims_previous"
NEXT: Final = "claims_next"
NARROW: Final = "claims_narrow_"
"""Before the name of what a menu narrows the list by."""
ANY: Final = "*"
"""The choice of a menu that takes everything."""
