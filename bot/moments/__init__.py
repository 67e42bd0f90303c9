"""The three moments that carry the product, trying again, and votes: what a job does, task by task."""
