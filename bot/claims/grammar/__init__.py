"""How words stand together: clauses, verbs with who is around them, mood and time, names and nouns, what reaches what."""
