"""One module per family of obligations."""
