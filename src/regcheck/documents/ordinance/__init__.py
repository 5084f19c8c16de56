"""A verified specification and a drafter's outline → the whole draft ordinance as a tree.

    outline.toml, *.j2 → outline → draft (lines of pieces) → numbers → terms → references → Law → read back, proved

`compose.py` is the page to read first.
"""
