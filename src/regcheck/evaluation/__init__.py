"""Floor 4: the reference evaluator, which interprets the model directly, in three values."""
