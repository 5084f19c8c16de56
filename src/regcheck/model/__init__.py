"""Floor 3: the typed meaning of a specification."""
