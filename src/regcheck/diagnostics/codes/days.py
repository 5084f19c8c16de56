"""Days, and the versions of an item, as findings tell them.

Owns: days from one to another, a choice of open days, one version, in both languages. The ends of the
calendar stand for no end.
Refuses to know: findings.
"""

from __future__ import annotations

from datetime import date

from regcheck.frozen import Frozen
from regcheck.source.eras import day_text


def days_ja(first: date, last: date) -> str:
    """令和七年三月一日から令和七年三月三十一日まで."""
    match first == date.min, last == date.max:
        case True, True:
            return "どの日にも"
        case True, False:
            return f"{day_text(last)}まで"
        case False, True:
            return f"{day_text(first)}以後"
        case _:
            return day_text(first) if first == last else f"{day_text(first)}から{day_text(last)}まで"


def days_en(first: date, last: date) -> str:
    """from 2025-03-01 to 2025-03-31, as it follows 「in force」."""
    match first == date.min, last == date.max:
        case True, True:
            return "on any day"
        case True, False:
            return f"up to {last.isoformat()}"
        case False, True:
            return f"from {first.isoformat()} on"
        case _:
            return f"on {first}" if first == last else f"from {first} to {last}"


def quoted(names: tuple[str, ...]) -> str:
    """未確定「甲」、未確定「乙」."""
    return "、".join(f"未確定「{name}」" for name in names)


class VersionText(Frozen):
    """One version in words: where it stands, the law that made it, and its 施行 as written; "" if not said."""

    provision: str
    law: str = ""
    begins: str = ""

    def ja(self) -> str:
        made = f"{self.law}による版" if self.law else f"{self.begins}施行の版" if self.begins else "版"
        return f"{self.provision}（{made}）"

    def en(self) -> str:
        made = f"made by {self.law}" if self.law else f"施行 {self.begins}" if self.begins else "no 施行"
        return f"{self.provision} ({made})"


class When(Frozen):
    """The days of a finding, and the choice of open days that makes them: `come` have come by then, `left` not."""

    first: date
    last: date
    come: tuple[str, ...] = ()
    left: tuple[str, ...] = ()

    def ja(self) -> str:
        """令和七年三月一日から令和七年三月三十一日まで, with the choice in front."""
        return self._choice_ja() + days_ja(self.first, self.last)

    def _choice_ja(self) -> str:
        come, left = quoted(self.come), quoted(self.left)
        if come and left:
            return f"{come}が来て{left}がまだ来ていないとき、"
        return f"{come}が来たとき、" if come else f"{left}がまだ来ていないとき、" if left else ""

    def en(self) -> str:
        return days_en(self.first, self.last) + self._choice_en()

    def _choice_en(self) -> str:
        come, left = quoted(self.come), quoted(self.left)
        if come and left:
            return f" if {come} has come and {left} has not"
        return f" if {come} has come" if come else f" if {left} has not come" if left else ""
