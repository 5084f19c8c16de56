"""Floor 7: reports and diagnostics as terminal text and JSON."""
