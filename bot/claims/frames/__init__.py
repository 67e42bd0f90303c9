"""Who does what to whom in a clause of English: parts of speech, phrases and the frame of each verb."""
