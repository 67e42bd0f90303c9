"""What is kept in tables, the same on every engine."""
