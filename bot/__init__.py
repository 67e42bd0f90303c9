"""A Slack bot that tells what a news article claims, who says it, and who denies it."""

__version__ = "0.1.0"
