"""The words of a language: how a text is cut into them, their stems, their synonyms, what they turn. Data in `languages/`."""
