"""Floor 7: from the verified model to statutory text and documents, and back."""
