"""What a database that was put back no longer knows: whether what it had yet to say was said after the backup."""

UNSURE = (
    "UPDATE replies SET state = 'posting' WHERE state = 'new'",
    """UPDATE jobs SET payload = '{"restored":true,' || substr(payload, 2) WHERE payload <> ''""",
)
"""Statements for any engine and any version of our schema: a reply is looked for by its row's id in the thread before it is posted,
also where the row is only made when its job runs; what leaves no trace there is not said again."""
