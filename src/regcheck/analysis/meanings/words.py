"""A change of meaning in a few words, for the column 意味 of a comparison.

Owns: the words of every kind of change in both languages.
Refuses to know: how a change was found, pages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import assert_never

from regcheck.analysis.meanings.change import Case, Change, ChangeKind, Version
from regcheck.diagnostics.wording import Language
from regcheck.source.eras import day_text
from regcheck.source.numerals import to_kanji


def meaning_text(change: Change, language: Language = Language.JA) -> str:
    """広がる：病床数が400床の病院は改正後だけ該当. One clause for each case, with 。 between and none at the end.

    Where there is no room for a case, kind_text says the first word alone.
    """
    match language:
        case Language.JA:
            return _ja(change)
        case Language.EN:
            return _en(change)
        case _:
            assert_never(language)


def kind_text(kind: ChangeKind, language: Language = Language.JA) -> str:
    """広がる."""
    return (_KINDS_JA if language is Language.JA else _KINDS_EN)[kind]


_KINDS_JA = {
    ChangeKind.SAME: "同じ",
    ChangeKind.WIDER: "広がる",
    ChangeKind.NARROWER: "狭まる",
    ChangeKind.BOTH: "広がり、かつ、狭まる",
    ChangeKind.DIFFERENT: "変わる",
    ChangeKind.NEW: "新設",
    ChangeKind.REMOVED: "削る",
    ChangeKind.UNDECIDED: "判定できない",
}
_KINDS_EN = {
    ChangeKind.SAME: "same",
    ChangeKind.WIDER: "wider",
    ChangeKind.NARROWER: "narrower",
    ChangeKind.BOTH: "wider and narrower",
    ChangeKind.DIFFERENT: "different",
    ChangeKind.NEW: "new",
    ChangeKind.REMOVED: "removed",
    ChangeKind.UNDECIDED: "undecided",
}


def _ja(change: Change) -> str:
    head = _KINDS_JA[change.kind] + (f"（{change.was}から移る）" if change.was else "")
    told = "。".join(_told(change, _case_ja, "ほかにもある"))
    return f"{head}：{told}" if told else head


def _en(change: Change) -> str:
    head = _KINDS_EN[change.kind] + (f" (was {change.was})" if change.was else "")
    told = "; ".join(_told(change, _case_en, "and others"))
    return f"{head}: {told}" if told else head


def _told(change: Change, of_case: Callable[[Change, Case], str], others: str) -> Iterator[str]:
    if change.reason:
        yield change.reason
    yield from (of_case(change, case) for case in change.cases)
    if not change.is_all:
        yield others


# ---------------------------------------------------------------- cases


def _case_ja(change: Change, case: Case) -> str:
    since = f"{_start_ja(case.since)}から、" if case.since else ""
    return f"{since}{_who_ja(case)}{_parts_ja(change, case)}{_apart_ja(case)}"


def _start_ja(start: date | str) -> str:
    return day_text(start) if isinstance(start, date) else f"未確定「{start}」"


def _who_ja(case: Case) -> str:
    """病床数が400床の病院は."""
    if case.evidence.run:
        return f"{case.words}のときは"
    if not case.words:
        return f"どの{case.subject}も"
    return f"{case.words}{'' if case.words.endswith(_VERBS) else 'の'}{case.subject}は"


_VERBS = ("認める", "認めない")
"""Words that stand before a noun as they are: 「相当」を認めない病院."""


def _parts_ja(change: Change, case: Case) -> str:
    if case is change.gained:
        return f"改正後だけ{case.later}"
    if case is change.lost:
        return f"改正前だけ{case.earlier}"
    return f"、改正前は{_outcome_ja(case, Version.EARLIER)}、改正後は{_outcome_ja(case, Version.LATER)}"


def _outcome_ja(case: Case, version: Version) -> str:
    said, row = _outcome(case, version)
    return f"{said}（{to_kanji(row)}行目）" if row else said


def _apart_ja(case: Case) -> str:
    told = []
    if case.only_in is not None:
        other = "改正前" if case.only_in is Version.LATER else "改正後"
        told.append(f"{other}にはありえない場合に限る")
    if case.unshared:
        told.append(f"{'、'.join(case.unshared)}は一方の版だけにある事実")
    return f"（{'。'.join(told)}）" if told else ""


def _case_en(change: Change, case: Case) -> str:
    since = f"from {_start_en(case.since)}, " if case.since else ""
    who = f"{case.subject} with {case.words}" if case.words else f"any {case.subject}"
    if case is change.gained or case is change.lost:
        said = f"{case.later} after" if case is change.gained else f"{case.earlier} before"
        return f"{since}{who} is {said} alone{_apart_en(case)}"
    before, after = _outcome_en(case, Version.EARLIER), _outcome_en(case, Version.LATER)
    return f"{since}{who} is {before} before and {after} after{_apart_en(case)}"


def _start_en(start: date | str) -> str:
    return start.isoformat() if isinstance(start, date) else f"未確定「{start}」"


def _outcome_en(case: Case, version: Version) -> str:
    said, row = _outcome(case, version)
    return f"{said} (row {row})" if row else said


def _apart_en(case: Case) -> str:
    told = []
    if case.only_in is not None:
        told.append(f"possible in the {case.only_in} version alone")
    if case.unshared:
        told.append(f"{', '.join(case.unshared)} is a fact of one version alone")
    return f" ({'; '.join(told)})" if told else ""


def _outcome(case: Case, version: Version) -> tuple[str, int | None]:
    later = version is Version.LATER
    row = case.rows[later] if case.rows is not None else None
    return (case.later if later else case.earlier), row
