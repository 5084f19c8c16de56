"""What a misspelt name may have meant.

Owns: the nearest declared name, and the split of a name into a declared name and a tail.
Refuses to know: where names are declared, diagnostics.
"""

from __future__ import annotations

from collections.abc import Iterable

_OPERATORS = (
    "であること", "に該当", "を有する", "を超える", "より後", "若しくは", "並びに", "又は", "及び", "かつ",
    "以上", "以下", "未満", "以前", "以後", "超える", "の数", "の合計", "の平均",
)  # fmt: skip
_CUTOFF = 50.0


def nearest(name: str, candidates: Iterable[str]) -> str:
    """The declared name closest to a misspelt one, "" if none is close; ties go to the first by spelling."""
    from rapidfuzz import fuzz, process  # only a misspelt name needs it

    ordered = sorted(set(candidates))
    found = process.extractOne(name, ordered, scorer=fuzz.ratio, score_cutoff=_CUTOFF)
    return found[0] if found else ""


def split(name: str, candidates: Iterable[str]) -> tuple[str, str] | None:
    """(declared name, tail) if the name is a declared name run together with more words.

    A tail of one sign is taken for a slip of the hand, not for a word.
    """
    heads = [c for c in candidates if len(c) > 1 and name.startswith(c) and len(name) > len(c) + 1]
    if heads:
        head = max(heads, key=len)
        return head, name[len(head) :]
    for word in _OPERATORS:
        at = name.find(word)
        if at > 0:
            return name[:at], name[at:]
    return None
