"""What kind of fact a form of words needs.

Owns: the words for these kinds.
Refuses to know: findings.
"""

from __future__ import annotations

from enum import StrEnum


class Want(StrEnum):
    """What kind of fact a form of words needs; the value is the word in Japanese."""

    NUMBER = "数"
    NUMBER_OR_DATE = "数又は日付"
    DATE = "日付"
    TRUTH = "真偽"
    EXISTENCE = "真偽、一覧又は区分の集合"
    CHOICE = "区分、文字列又は真偽"
    SET = "区分の集合"
    LIST = "一覧"
    COUNTABLE = "一覧又は区分の集合"
    SERIES = "系列"
    RECORD = "他の対象への参照"
    CELL = "区分表の列にできる事実"
    VALUE = "一つの値"
    LISTED = "区分又は区分の集合"
    EVENT = "手続の事象"
    GIVEN = "場合ごとに与えられる事実"
