"""Postgres, and procrastinate on it: any number of processes."""
