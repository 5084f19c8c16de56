"""The 要綱 of an ordinance: its provisions in the order and under the headings that the outline gives them.

    [[summary]] → selected lines of the draft → terms introduced anew → sentences that end in こと → read back, proved

`compose.py` is the page to read first.
"""
