"""Specifications drawn for measurements: the same bytes for the same arguments, on any machine."""
