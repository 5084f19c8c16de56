"""Floor 0: texts, places in them, numerals, eras, display width."""
