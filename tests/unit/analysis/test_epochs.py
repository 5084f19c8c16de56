"""The law is checked as it stands on each day on which it changes, and only then."""

from __future__ import annotations

from regcheck.analysis.epochs import epochs
from regcheck.source.span import SourceText
from regcheck.syntax.parse import parse_file

SUBJECT = "対象　病院\n  病床数：整数（床）　０以上\n"


def found(text: str) -> list[tuple[str, list[str]]]:
    """The mark of each epoch and the provisions of 基準 in it."""
    tree = parse_file(SourceText("a.regspec", SUBJECT + text)).file
    return [
        (epoch.mark, [limit(p.header.remarks) for p in epoch.specification.predicates.values()])
        for epoch in epochs([tree], frozenset({"a.regspec"}))
    ]


def limit(remarks: tuple[str, ...]) -> str:
    return "".join(remarks)


def criterion(remark: str, *lines: str) -> str:
    written = "".join(f"  {line}\n" for line in (f"備考　「{remark}」", *lines))
    return f"\n定義「基準」：病院\n  出典　「法」\n{written}  病床数が一床以上であること\n"


def test_without_dates_there_is_one_epoch() -> None:
    assert found(criterion("甲")) == [("", ["甲"])]


def test_one_date_of_effect_is_one_epoch_on_that_day() -> None:
    assert found(criterion("甲", "施行　令和十年四月一日")) == [("", ["甲"])]


def test_a_version_that_expires_and_its_successor() -> None:
    text = criterion("旧", "失効　令和十年四月一日") + criterion("新", "施行　令和十年四月一日")
    assert found(text) == [("@当初", ["旧"]), ("@2028-04-01", ["新"])]


def test_what_takes_effect_on_an_open_day_is_checked_last() -> None:
    text = criterion("旧", "施行　令和八年四月一日", "失効　令和十年四月一日")
    text += criterion("新", "施行　未確定「施行期日」") + "\n未確定「施行期日」\n"
    assert [mark for mark, _ in found(text)] == ["@2026-04-01", "@2028-04-01", "@未確定"]
    assert found(text)[-1] == ("@未確定", ["新"])


def test_an_open_day_is_tried_before_and_after_every_known_day_of_its_range() -> None:
    text = criterion("旧", "失効　令和十年四月一日") + criterion("新", "施行　令和十年四月一日")
    text += "\n定義「別」：病院\n  出典　「法」\n  施行　未確定「期日」\n  備考　「別」\n  病床数が二床以上であること\n"
    text += "\n未確定「期日」\n  範囲　令和九年四月一日以後令和十一年四月一日以前\n"
    assert found(text) == [
        ("@当初", ["旧"]),
        ("@2027-04-01未確定「期日」", ["旧", "別"]),
        ("@2028-04-01", ["新"]),
        ("@2028-04-01未確定「期日」", ["新", "別"]),
    ]


def test_two_open_days_are_tried_in_either_order() -> None:
    text = "".join(
        f"\n定義「{name}」：病院\n  出典　「法」\n  施行　未確定「{name}日」\n  備考　「{name}」\n  病床数が一床以上であること\n\n"
        f"未確定「{name}日」\n"
        for name in "甲乙"
    )
    assert found(text) == [
        ("@未確定「乙日」", ["乙"]),
        ("@未確定「甲日」", ["甲"]),
        ("@未確定「乙日」「甲日」", ["甲", "乙"]),
    ]


def test_the_horizon_bounds_the_epochs() -> None:
    horizon = "\n法令「案」\n  種別　省令\n  検査期間　令和九年四月一日から令和十年三月三十一日まで\n"
    text = criterion("旧", "失効　令和十年四月一日") + criterion("新", "施行　令和十年四月一日")
    assert found(text + horizon) == [("", ["旧"])]
