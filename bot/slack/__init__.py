"""The surface: Slack's payloads become values, replies become blocks."""
