"""Who is meant: the people and bodies of an article, with all that it calls them, and who speaks in it."""
