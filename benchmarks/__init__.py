"""Measurements of whole runs, as ratios within one run; never part of the test suite."""
