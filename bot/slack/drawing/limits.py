"""Slack's sizes, as far as our messages meet them.

Documented, but for the total text: others measured about 13,200 characters on live Slack before `msg_blocks_too_long`.
Whether addresses of links count towards it is documented nowhere, so they have a ceiling of their own.
"""

from typing import Final

BLOCKS: Final = 50
BLOCK_TEXT: Final = 3000
ALL_TEXT: Final = 11_500
ALL_TEXT_AND_ADDRESSES: Final = 13_000
FALLBACK_TEXT: Final = 3000
LIST_ITEMS: Final = 50
BUTTON_TEXT: Final = 75
BUTTON_VALUE: Final = 2000
ADDRESS: Final = 2000
OPTION_TEXT: Final = 75

VIEW_TITLE: Final = 24
VIEW_BLOCKS: Final = 100
VIEW_JSON: Final = 240_000
"""Bytes of a view's blocks as JSON in ASCII: Slack takes 250 kB with all that stands around them."""
COMMENT: Final = 2000

DATE_FORMAT: Final = "{date_short_pretty}, {time}"
"""How a point in time is shown to each reader, in their own zone and language."""
