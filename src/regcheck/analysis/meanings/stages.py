"""段階 of two versions: on which day they first reach different cases.

Owns: what of a 段階 is in force from which day, and the first day on which a case is gained, and one is lost.
Refuses to know: how cases are found.

From its day on a stage reaches what satisfies it, beside what the stages before it reach. A day that is 未確定 in both
versions comes after all that are known, in the order of the stages. Where it is 未確定 in one version alone nobody
knows which stage came first: then the stages are held against each other by their numbers, and the days are told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from regcheck.analysis.meanings.change import Case
from regcheck.analysis.meanings.conditions import Moved, Pair, moved
from regcheck.analysis.meanings.parting import Bench
from regcheck.frozen import Frozen, replace
from regcheck.model.formula import Formula, StageApplies
from regcheck.model.specification import Stage, StagePlan
from regcheck.proof.asking import SELF, some
from regcheck.source.eras import day_text
from regcheck.source.numerals import to_kanji

Start = date | str


class Moment(Frozen):
    """A day on which something begins, and the stages of each version in force from then on."""

    start: Start
    earlier: tuple[Stage, ...]
    later: tuple[Stage, ...]


class Compared(Frozen):
    """What has become of a 段階; `reason` tells days that one version alone knows."""

    moved: Moved
    reason: str = ""


def compared(bench: Bench, title: str, earlier: StagePlan, later: StagePlan) -> Compared:
    """The first cases gained and lost, with the days from which on they are."""
    if _pending(earlier) != _pending(later):
        found = _first(bench, title, earlier, later, _by_number(earlier, later))
        return Compared(moved=found, reason=_days(earlier, later))
    return Compared(moved=_first(bench, title, earlier, later, _moments(earlier, later)))


def _pending(plan: StagePlan) -> list[str]:
    return [stage.start for stage in plan.stages if isinstance(stage.start, str)]


def _moments(earlier: StagePlan, later: StagePlan) -> Iterator[Moment]:
    """Known days in their order, then days that are 未確定."""
    starts = [stage.start for plan in (earlier, later) for stage in plan.stages]
    days = sorted({start for start in starts if isinstance(start, date)})
    pending = dict.fromkeys(start for start in starts if isinstance(start, str))
    moments: list[Start] = [*days, *pending]
    for start in moments:
        yield Moment(start=start, earlier=_begun(earlier, start), later=_begun(later, start))


def _begun(plan: StagePlan, at: Start) -> tuple[Stage, ...]:
    """The stages in force once a day has come; before a 未確定 one all known ones have."""
    if isinstance(at, date):
        return tuple(s for s in plan.stages if isinstance(s.start, date) and s.start <= at)
    last = max((s.number for s in plan.stages if s.start == at), default=0)
    return tuple(s for s in plan.stages if isinstance(s.start, date) or s.number <= last)


def _by_number(earlier: StagePlan, later: StagePlan) -> Iterator[Moment]:
    numbers = sorted({stage.number for plan in (earlier, later) for stage in plan.stages})
    for number in numbers:
        sides = [tuple(s for s in plan.stages if s.number == number) for plan in (earlier, later)]
        yield Moment(start="", earlier=sides[0], later=sides[1])


def _first(
    bench: Bench, title: str, earlier: StagePlan, later: StagePlan, moments: Iterator[Moment]
) -> Moved:
    """The first gained and the first lost case; what comes after something that nobody knows may still be found."""
    gained: Case | None = None
    lost: Case | None = None
    for moment in moments:
        pair = Pair(
            title=title,
            subject=later.subject,
            earlier=_reaches(earlier, moment.earlier),
            later=_reaches(later, moment.later),
        )
        found = moved(bench, pair)
        gained = gained or _since(found.gained, moment.start)
        lost = lost or _since(found.lost, moment.start)
        if found.reason:
            return Moved(gained=gained, lost=lost, reason=found.reason)
        if gained and lost:
            break
    return Moved(gained=gained, lost=lost)


def _reaches(plan: StagePlan, stages: Sequence[Stage]) -> Formula:
    return some(StageApplies(plan=plan.header.name, number=s.number, path=SELF) for s in stages)


def _since(case: Case | None, start: Start) -> Case | None:
    return case and replace(case, since=start or None)


def _days(earlier: StagePlan, later: StagePlan) -> str:
    """第四段階の始まりが未確定「X」から令和十四年四月一日になる."""
    before = {stage.number: stage.start for stage in earlier.stages}
    return "、".join(
        f"第{to_kanji(stage.number)}段階の始まりが{_called(before[stage.number])}から{_called(stage.start)}になる"
        for stage in later.stages
        if stage.number in before and before[stage.number] != stage.start
    )


def _called(start: Start) -> str:
    return day_text(start) if isinstance(start, date) else f"未確定「{start}」"
