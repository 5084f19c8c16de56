"""Regulation as code with a formal checker, for the people who draft Japanese ordinances."""
