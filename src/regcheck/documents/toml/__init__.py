"""TOML files of drafters → records, everything that is wrong told at its line."""
