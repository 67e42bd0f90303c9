"""The open web, and local files: how a link becomes a page."""
