"""What a database that was put back no longer knows: whether what it had yet to say was said after the backup."""

UNSURE = "UPDATE replies SET state = 'posting' WHERE state = 'new'"
"""A reply is looked for by its row's id in the thread before it is posted; what leaves no trace there is not said again."""
