"""What a drafter declares of an ordinance: outline.toml → plans."""
