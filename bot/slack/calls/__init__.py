"""Slack's Web API, as the ports that the moments call, at the pace it allows."""
