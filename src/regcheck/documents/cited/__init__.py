"""The texts of the laws that an ordinance cites: references held against them, and printed as 参照条文.

    SOURCES.toml, *.law.txt → stored laws → check of every reference → citations by law → 参照条文

`stored.py` is the page to read first.
"""
