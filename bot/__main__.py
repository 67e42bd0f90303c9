"""The commands and the composition root: the one place that knows everything."""
