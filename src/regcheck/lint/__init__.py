"""Floor 5: checks that need no solver."""
