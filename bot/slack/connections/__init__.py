"""Where deliveries come in: the Bolt app, HTTP, Socket Mode, installation."""
