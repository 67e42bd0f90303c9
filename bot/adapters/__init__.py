"""The peers of the ports: one folder for each, named after it."""
