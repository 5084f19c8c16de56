"""Floor 8: everything with an effect: files, configuration, cache, progress."""
