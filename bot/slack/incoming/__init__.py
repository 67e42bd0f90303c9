"""Slack's payloads become values of `intake`."""
