"""How a sentence of an ordinance ends in its 要綱.

Owns: the ending, there and nowhere else in the sentence.
Refuses to know: what the sentence says, who reads it back.
"""

from __future__ import annotations

import re

_KEEPS = re.compile(r"(?:こと|もの|者|とき|場合)。$")
_SHORT = re.compile(r"(?:(?<=と)|(?<=から施行))する。$")


def as_summary(sentence: str) -> str:
    """…とする。 → …とすること。, …から施行する。 → …から施行すること。, anything else → …ものとすること。"""
    if not sentence.endswith("。") or _KEEPS.search(sentence):
        return sentence
    if _SHORT.search(sentence):
        return f"{sentence[:-1]}こと。"
    return f"{sentence[:-1]}ものとすること。"
