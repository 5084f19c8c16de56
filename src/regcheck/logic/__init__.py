"""Floor 4: own terms, and the compilation from the model to them."""
