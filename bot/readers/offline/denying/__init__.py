"""Who denies, counters or keeps silent, and which claims that answers."""
