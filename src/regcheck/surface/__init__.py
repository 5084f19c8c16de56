"""Floor 9: the command line and other surfaces; they know no rules."""
