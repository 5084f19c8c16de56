"""Floor 2: the text of an instrument as data: its tree, its places, its references and terms, and what drafters check."""
