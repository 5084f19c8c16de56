"""Floor 5: fact tables and claims about them."""
