"""What the workers of all tests of a process are copies of."""

import atexit

from bot.adapters.processes.nursery import Nursery

NURSERY = Nursery(stays=True)
"""It loads its libraries once, which takes longer than most articles; a test that is about its life has one of its own."""
atexit.register(NURSERY.close)
