"""The ledger of a report, by item and by place.

Owns: which entries belong to an item or to a piece of its text; families and verdicts in Japanese.
Refuses to know: how a verdict was reached, layout.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from regcheck.analysis.report import Entry, Report
from regcheck.documents.manifest import hash_of
from regcheck.documents.model import Link
from regcheck.frozen import Frozen, field
from regcheck.model.provisions import item_title
from regcheck.model.specification import Header
from regcheck.proof.verdict import Verdict, worst
from regcheck.source.span import Span

VERDICT_WORDS = {
    Verdict.REFUTED: "反例あり",
    Verdict.UNREPLAYED: "再現できず",
    Verdict.UNDECIDED: "判定できず",
    Verdict.VACUOUS: "空虚",
    Verdict.STALE: "古い",
    Verdict.NOT_RUN: "未実施",
    Verdict.PROVED: "証明済み",
}
KNOWN = "承知済み"
RECORD = "ledger.json"
FAMILY_WORDS = {
    "item": "項目",
    "version": "どの日にも版は一つ",
    "reference": "引く条項",
    "name": "名称",
    "facts": "事実と数字",
    "consistency": "前提の無矛盾",
    "precedence": "特例の優先",
    "swallow": "除外の広さ",
    "satisfiable": "該当がありうる",
    "not_trivial": "非該当がありうる",
    "live_part": "働く要件",
    "exclusive": "重ならない",
    "cover": "漏れがない",
    "stage": "段階",
    "delegation": "委任",
    "property": "性質",
    "boundary": "限度の境",
    "symmetry": "列記の対応",
    "scenario": "事例",
    "lawful_run": "適法な経過がある",
    "live_rule": "働く規定",
    "reachable": "事象がありうる",
    "period_order": "期間の前後",
    "required_forbidden": "義務と禁止の両立",
    "deadlines": "期限の順序",
    "meetable": "果たすことができる義務",
    "curable": "延長による救済",
    "exercisable": "用いることができる権限",
    "in_force": "施行の後",
    "only": "唯一の経過",
    "print": "条文の読み戻し",
}


def family_word(family: str) -> str:
    """The family as a reader of ordinances would call it."""
    return FAMILY_WORDS.get(family, family)


class Ledger(Frozen):
    """The entries of a report with the ways to find them."""

    report: Report
    places: dict[str, int] = field(default_factory=dict)
    """The line of the printed ledger of each entry."""
    record: str = ""
    """The hash of the ledger as a file, if there is one."""

    def word(self, entry: Entry) -> str:
        """証明済み, or 承知済み for a finding that the baseline accepts."""
        known = entry.diagnostic is not None and self.report.is_known(entry.diagnostic)
        return KNOWN if known else VERDICT_WORDS[entry.verdict]

    def of_item(self, header: Header) -> tuple[Entry, ...]:
        """The entries of an item and of its stages, and that what is printed of it says the same."""
        title = item_title(header)
        entries = (*self.report.entries, *self.report.printed)
        return tuple(e for e in entries if e.term == title or e.term.startswith(f"{title}の第"))

    def inside(self, entries: Iterable[Entry], span: Span, but: Sequence[Span] = ()) -> tuple[Entry, ...]:
        """The entries that point into a piece of text and not into any of the smaller pieces."""
        return tuple(
            e
            for e in entries
            if e.span and e.span.is_within(span) and not any(e.span.is_within(s) for s in but)
        )

    def links(self, entries: Sequence[Entry]) -> tuple[Link, ...]:
        """働く要件 証明済み（3）: one for each family and verdict, leading to the first of them."""
        counted = Counter((e.family, self.word(e)) for e in entries)
        first = {(e.family, self.word(e)): e for e in reversed(entries)}
        return tuple(
            Link(text=_counted(family, word, number), target=self.anchor(first[family, word]))
            for (family, word), number in counted.items()
        )

    def anchor(self, entry: Entry) -> str:
        """Where the entry stands in the printed ledger."""
        return f"check-{self.places[entry.id]}"

    def summary(self) -> tuple[tuple[str, int], ...]:
        """How many entries have each verdict, the worst first."""
        counted = Counter(self.word(entry) for entry in self.report.entries)
        order = [*VERDICT_WORDS.values(), KNOWN]
        return tuple((word, counted[word]) for word in order if counted[word])


def ledger_of(report: Report, record: bytes | None = None) -> Ledger:
    """The ledger of a report; `record` is the same as a file."""
    entries = (*report.entries, *report.printed)
    places = {entry.id: number for number, entry in enumerate(entries, 1)}
    digest = hash_of(record) if record is not None else ""
    return Ledger(report=report, places=places, record=digest)


def worst_word(ledger: Ledger, entries: Sequence[Entry]) -> str:
    """The word of the worst of some entries; nothing for none."""
    if not entries:
        return "―"
    worst_verdict = worst(entry.verdict for entry in entries)
    return ledger.word(next(e for e in entries if e.verdict is worst_verdict))


def _counted(family: str, word: str, number: int) -> str:
    times = f"（{number}）" if number > 1 else ""
    return f"{family_word(family)} {word}{times}"
