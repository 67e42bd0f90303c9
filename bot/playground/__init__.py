"""A local Slack workspace that speaks the real wire protocol."""
