"""The words of the account of a run, in both languages.

Owns: the words for where a rule stands, for 適法, and for days in a sentence.
Refuses to know: layout, how a run is judged.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from regcheck.calendar.dates import date_in_english, date_in_japanese
from regcheck.diagnostics.wording import Language
from regcheck.evaluation.kleene import FALSE, TRUE, UNKNOWN, Kleene
from regcheck.evaluation.runs import RuleConduct, Standing
from regcheck.frozen import Frozen
from regcheck.model.procedures import RuleKind


class ConductWords(Frozen):
    """One language; texts with {braces} are for str.format."""

    is_japanese: bool
    lawful: Mapping[Kleene, str]
    order: Mapping[Kleene, str]
    after: str
    strictly_after: str
    within: str
    bounds: str
    changed: str
    standings: Mapping[Standing, str]
    not_used: str
    happened: str
    happens: Mapping[Kleene, str]
    because: Mapping[Kleene, str]
    penalty: str
    between: str
    from_to: str
    since: str
    until: str

    def standing(self, one: RuleConduct) -> str:
        """違反, 遵守, 行使 …; a power that is not used is not called inapplicable."""
        unused = one.standing is Standing.IDLE and one.rule.kind is RuleKind.POWER
        return self.not_used if unused else self.standings[one.standing]

    def day(self, day: date) -> str:
        return date_in_japanese(day) if self.is_japanese else date_in_english(day)

    def stretch(self, first: str, last: str) -> str:
        """令和八年四月一日から令和八年四月三十日まで; "" if no end is known."""
        if first and last:
            return self.from_to.format(first=first, last=last)
        return self.since.format(first=first) if first else self.until.format(last=last) if last else ""


WORDS = {
    Language.JA: ConductWords(
        is_japanese=True,
        lawful={TRUE: "適法", FALSE: "適法でない", UNKNOWN: "要確認"},
        order={TRUE: "順序", FALSE: "順序に反する", UNKNOWN: "順序が未定"},
        after="{event}は、{other}以後",
        strictly_after="{event}は、{other}より後",
        within="{event}は、{bounds}",
        bounds="定められた日の範囲内",
        changed="{event}は、{period}の末日を、認められた範囲内で改める",
        standings={
            Standing.IDLE: "適用なし",
            Standing.OBSERVED: "遵守",
            Standing.USED: "行使",
            Standing.BREACHED: "違反",
            Standing.OPEN: "未定",
        },
        not_used="行使なし",
        happened="実際",
        happens={TRUE: "{event}", FALSE: "{event}はない", UNKNOWN: "{event}は不明"},
        because={TRUE: "なぜなら", FALSE: "なぜなら", UNKNOWN: "不明"},
        penalty="違反の効果",
        between="{first}から{last}までのいずれかの日",
        from_to="{first}から{last}まで",
        since="{first}から",
        until="{last}まで",
    ),
    Language.EN: ConductWords(
        is_japanese=False,
        lawful={TRUE: "lawful", FALSE: "not lawful", UNKNOWN: "open"},
        order={TRUE: "in order", FALSE: "out of order", UNKNOWN: "order open"},
        after="{event} comes no day before {other}",
        strictly_after="{event} comes after the day of {other}",
        within="{event}: {bounds}",
        bounds="within its bounds",
        changed="{event} sets a last day of {period} that is allowed",
        standings={
            Standing.IDLE: "not applicable",
            Standing.OBSERVED: "observed",
            Standing.USED: "used",
            Standing.BREACHED: "breached",
            Standing.OPEN: "open",
        },
        not_used="not used",
        happened="in fact",
        happens={TRUE: "{event}", FALSE: "no {event}", UNKNOWN: "{event} is unknown"},
        because={TRUE: "because", FALSE: "because", UNKNOWN: "unknown"},
        penalty="penalty",
        between="a day from {first} to {last}",
        from_to="from {first} to {last}",
        since="from {first}",
        until="until {last}",
    ),
}
