"""Stage 4, what the channel is told, free of any platform. Pure."""
