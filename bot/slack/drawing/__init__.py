"""Replies, windows and forms as Slack's blocks, within its limits."""
