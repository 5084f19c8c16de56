"""A sound specification with one kind of slip in all its definitions: what its claims say is no longer so.

Owns: the slips, as changes of the text of definitions; claims, 事例 and 前提 stay as they are.
Refuses to know: which specification it is, what a checker makes of it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

_ITEM = re.compile(r"\n(?=\S)")
_KEPT = ("性質", "事例", "確認", "前提", "事実表")

SLIPS: Mapping[str, Sequence[tuple[str, str]]] = {
    "以上 for を超える": (
        (r"以上であること", "を超えること"),
        (r"以上であり、", "を超え、"),
        (r"以上である", "を超える"),
    ),
    "未満 for 以下": ((r"未満であること", "以下であること"), (r"未満であり、", "以下であり、")),
    "いずれにも for いずれかに": ((r"いずれにも該当すること", "いずれかに該当すること"),),
    "いずれかに for いずれにも": ((r"いずれかに該当すること", "いずれにも該当すること"),),
}
"""What was written, and what the slip puts in its place."""


def slipped(text: str, slip: str) -> str:
    """The text of a file with the slip in every definition."""
    return "\n".join(_changed(item, SLIPS[slip]) for item in _ITEM.split(text))


def _changed(item: str, changes: Sequence[tuple[str, str]]) -> str:
    if not item.startswith(_KEPT):
        for written, slip in changes:
            item = re.sub(written, slip, item)
    return item
