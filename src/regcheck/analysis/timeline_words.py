"""Days and rows of a plan in words, the same in every format.

Owns: a day in both calendars, a day that is only partly known, when a row is, in Japanese and in English.
Refuses to know: formats, figures.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from regcheck.analysis.timeline import Days, Plan, Row, RowKind
from regcheck.diagnostics.wording import Language
from regcheck.frozen import Frozen
from regcheck.source.eras import to_era


class Phrases(Frozen):
    """One language's words; {day}, {days} and {first} are for str.format."""

    early: str
    late: str
    since: str
    until: str
    on: str
    extended: str
    extended_from: str
    moved: str
    nothing: str
    only_extended: str
    open_end: str
    unknown: str
    chosen: str
    chosen_one: str
    title: str
    law: str
    joint: str


JA = Phrases(
    early="早ければ{day}",
    late="遅くとも{day}",
    since="{day}から",
    until="{day}まで",
    on="{day}以後",
    extended="延長があれば遅くとも{day}まで",
    extended_from="延長があれば{first}から、遅くとも{day}まで",
    moved="{day}からの閉庁日繰下げ",
    nothing="できる日がない",
    only_extended="延長がなければできる日がない",
    open_end="定めなし",
    unknown="未定（ほかの日による）",
    chosen="{days}とした場合",
    chosen_one="{event}を{day}",
    title="手続「{name}」の日程",
    law="{days}の条文による",
    joint="、",
)
EN = Phrases(
    early="{day} at the earliest",
    late="{day} at the latest",
    since="from {day}",
    until="to {day}",
    on="from {day} on",
    extended="if extended to {day} at the latest",
    extended_from="if extended from {first} to {day} at the latest",
    moved="moved from the closed day {day}",
    nothing="on no day",
    only_extended="on no day unless extended",
    open_end="open",
    unknown="not known yet (it hangs on other days)",
    chosen="with {days}",
    chosen_one="{event} on {day}",
    title="手続「{name}」: days",
    law="by the text in force {days}",
    joint=", ",
)


def phrases(language: Language) -> Phrases:
    """The words of a language."""
    return JA if language is Language.JA else EN


# ---------------------------------------------------------------- days


def both(day: date) -> str:
    """令和八年四月一日（2026-04-01）; before 1873 only the western date."""
    era = _era_day(day)
    return f"{era}（{day.isoformat()}）" if era else day.isoformat()


def _era_day(day: date) -> str:
    """令和八年四月一日; nothing before 1873."""
    try:
        return to_era(day)
    except ValueError:
        return ""


def between(first: date, last: date) -> str:
    """令和八年四月一日から四月三十日まで（2026-04-01～2026-04-30）; a year that both share is said once."""
    western = f"{first.isoformat()}～{last.isoformat()}"
    eras = _era_day(first), _era_day(last)
    if not all(eras):
        return western
    year = eras[1][: eras[1].index("年") + 1]
    rest = eras[1].removeprefix(year) if eras[0].startswith(year) else eras[1]
    return f"{eras[0]}から{rest}まで（{western}）"


def day_words(day: date, words: Phrases) -> str:
    """In both calendars, or in English the western one."""
    return both(day) if words is JA else day.isoformat()


def _span(days: Days, words: Phrases) -> str:
    """A day, or when it is at the earliest and at the latest; nothing where it is open."""
    if days.earliest is not None and days.is_settled:
        return day_words(days.earliest, words)
    ends = ((words.early, days.earliest), (words.late, days.latest))
    return words.joint.join(t.format(day=day_words(d, words)) for t, d in ends if d is not None)


# ---------------------------------------------------------------- rows


def first_words(row: Row, words: Phrases = JA) -> str:
    """いつから."""
    if row.is_empty:
        return words.nothing if row.last.extended is None else words.only_extended
    return _span(row.first, words) or _unknown(row, words, has_day=row.has_first)


def last_words(row: Row, words: Phrases = JA) -> str:
    """いつまで; what is to be said of an extension and of a closed day stands behind it."""
    told = () if row.is_empty else (_span(_last(row), words) or open_words(row, words),)
    return words.joint.join((*told, *_further(row, words))) or first_words(row, words)


def _last(row: Row) -> Days:
    """The last day; a limit is one day, whatever is known of it."""
    if row.kind is RowKind.LIMIT:
        return Days(earliest=row.first.earliest, latest=row.last.latest)
    return row.last


def open_words(row: Row, words: Phrases = JA) -> str:
    """遅滞なく or 導入の前, where the text says that much of a duty; else whether there is an end at all."""
    if row.kind is RowKind.DUTY and row.words:
        return row.words
    return _unknown(row, words, has_day=row.has_last)


def _unknown(row: Row, words: Phrases, *, has_day: bool) -> str:
    return words.unknown if has_day and row.kind is not RowKind.EVENT else words.open_end


def _further(row: Row, words: Phrases) -> Iterator[str]:
    """The closed day from which a limit moved, and how far it can be extended."""
    if row.moved_from is not None:
        yield words.moved.format(day=day_words(row.moved_from, words))
    if row.last.extended is not None:
        yield extended_words(row, row.last.extended, words)


def extended_words(row: Row, day: date, words: Phrases = JA) -> str:
    """How far a row can be extended, and from when on where it is there only then."""
    said = day_words(day, words)
    if row.is_empty and row.first.earliest is not None:
        return words.extended_from.format(first=day_words(row.first.earliest, words), day=said)
    return words.extended.format(day=said)


def when(row: Row, words: Phrases = JA) -> str:
    """All that is known of the days of a row, in one clause."""
    return words.joint.join((*_ends(row, words), *_further(row, words)))


def _ends(row: Row, words: Phrases) -> Iterator[str]:
    first, last = _span(row.first, words), _span(_last(row), words)
    if row.is_empty:
        yield first_words(row, words)
    elif row.is_point or (row.kind is RowKind.LIMIT and last):
        yield last
    elif first and not last and open_words(row, words) == words.open_end:
        yield words.on.format(day=first)
    else:
        if first:
            yield words.since.format(day=first)
        yield words.until.format(day=last) if last else open_words(row, words)


def row_name(row: Row) -> str:
    """命令（二）."""
    return f"{row.name}（{row.label}）" if row.label else row.name


def row_sentence(row: Row) -> str:
    """All that a figure shows of a row: 期間「審査期間」：令和…から、令和…まで."""
    actor = f"（{row.actor}）" if row.actor else ""
    chosen = "（選んだ日）" if row.is_chosen else ""
    return f"{row.kind}「{row_name(row)}」{actor}：{when(row)}{chosen}"


def plan_title(plan: Plan, words: Phrases = JA) -> str:
    """手続「導入等の審査」の日程."""
    return plan.mark + words.title.format(name=plan.procedure)


def notes(plan: Plan, words: Phrases = JA) -> tuple[str, ...]:
    """What stands below the title: the days that were chosen, and of which days the text is the law."""
    return tuple(filter(None, (chosen_words(plan, words), law_words(plan, words))))


def law_words(plan: Plan, words: Phrases = JA) -> str:
    """令和五年十一月十七日（2023-11-17）から令和八年九月十七日（2026-09-17）までの条文による; nothing for a text without
    施行 and 失効."""
    first = "" if plan.effective is None else words.since.format(day=day_words(plan.effective, words))
    last = ""
    if plan.expires is not None:
        last = words.until.format(day=day_words(plan.expires - timedelta(days=1), words))
    if plan.effective is not None and not last:
        first = words.on.format(day=day_words(plan.effective, words))
    space = "" if words is JA else " "
    return words.law.format(days=space.join(filter(None, (first, last)))) if first or last else ""


def chosen_words(plan: Plan, words: Phrases = JA) -> str:
    """受理を令和八年四月一日（2026-04-01）とした場合, or nothing."""
    if not plan.chosen:
        return ""
    listed = (
        words.chosen_one.format(event=event, day=day_words(day, words)) for event, day in plan.chosen.items()
    )
    return words.chosen.format(days=words.joint.join(listed))
