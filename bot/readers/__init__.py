"""Who fills the form: a model, or rules."""
