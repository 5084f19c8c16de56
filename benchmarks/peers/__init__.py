"""The same questions put to other engines, each in its own plain words."""
