"""What each command does; `bot.__main__` says how it is called."""
