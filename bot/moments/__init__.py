"""The three moments that carry the product, and trying again: what a job does, task by task."""
