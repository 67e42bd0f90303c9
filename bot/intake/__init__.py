"""Stage 1, which message is ours: links, triggers, keys of deliveries. Pure."""
