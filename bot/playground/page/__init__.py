"""The local Slack in a browser: plain HTML, CSS and ES modules over the same state that the app talks to."""
