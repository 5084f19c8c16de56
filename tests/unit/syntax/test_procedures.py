"""Protects: what each line of a 手続 is read as, that all ways to write it come to one form, and that none is misread."""

from __future__ import annotations

from datetime import date

import pytest
from tests.unit.syntax.reading import clause, code, item, name, path

from regcheck.calendar.period import Period, Point
from regcheck.source.span import SourceText
from regcheck.syntax import ast
from regcheck.syntax.parse import parse_file
from regcheck.syntax.printer import print_file

HEAD = "手続「審査」：導入等\n"
W = ast.WithinWord


def lines(*written: str) -> tuple[ast.ProcedureLine, ...]:
    text = HEAD + "".join(f"  {line}\n" for line in written)
    return item(text, ast.ProcedureItem).lines


def rule(sentence: str, keyword: str = "義務") -> ast.RuleLine:
    (found,) = lines(f"{keyword}「甲」　事業者は、{sentence}")
    assert isinstance(found, ast.RuleLine)
    return found


def stretch(words: str) -> ast.WithinText:
    (found,) = rule(f"{words}届出をしなければならない").within
    return found


def tidied(*written: str) -> list[str]:
    parsed = parse_file(SourceText("t", HEAD + "".join(f"  {line}\n" for line in written)))
    assert [d.payload.ja() for d in parsed.diagnostics] == []
    return [line.removeprefix("  ") for line in print_file(parsed.file).splitlines()[1:]]


# ------------------------------------------------------------ days


def test_a_counted_day_is_read_with_its_period() -> None:
    found = clause("承認日から起算して一年六月を経過した日が令和八年四月一日以後であること")
    assert isinstance(found, ast.CompareClause)
    assert found.left == ast.PeriodExpr(
        start=path("承認日"),
        period=Period(years=1, months=6, first_day_counts=True, point=Point.NEXT),
        words="起算して一年六月を経過した日",
    )


@pytest.mark.parametrize(
    ("written", "event", "anchor", "object_"),
    [
        ("指定を受けた日", "指定", "を受けた日", None),
        ("受理した日", "受理", "した日", None),
        ("届出をした日", "届出", "をした日", None),
        ("変更する日", "変更", "する日", None),
        ("設置する日", "設置", "する日", None),
        ("届出を受理した日", "受理", "した日", "届出"),
        ("勧告のあった日", "勧告", "のあった日", None),
    ],
)
def test_the_day_of_an_event_names_its_event(
    written: str, event: str, anchor: str, object_: str | None
) -> None:
    expected = ast.EventDayExpr(event=path(event), anchor=anchor, object=path(object_) if object_ else None)
    (found,) = lines(f"期限「甲」　{written}から六月を経過する日")
    assert isinstance(found, ast.LimitLine)
    assert isinstance(found.value, ast.PeriodExpr)
    assert found.value.start == expected
    assert tidied(f"期限「甲」　{written}から六月を経過する日") == [
        f"期限「甲」　{written}から六月を経過する日"
    ]


def test_a_word_that_only_begins_like_a_period_is_none() -> None:
    found = clause("一般病床数から三十日を控除した数が百床以上であること")
    assert isinstance(found, ast.CompareClause)
    assert isinstance(found.left, ast.DifferenceExpr)
    kept = clause("設置する装置を有すること")
    assert isinstance(kept, ast.PossessClause)
    assert kept.path == path("設置する装置")


def test_days_are_counted_backwards_and_moved() -> None:
    back, moved = (
        lines("期限「甲」　変更の日の二週間前")[0],
        lines("期限「甲」　勧告の日から十日以内（閉庁日繰下げ）")[0],
    )
    assert isinstance(back, ast.LimitLine) and isinstance(back.value, ast.PeriodExpr)
    assert back.value.period == Period(weeks=2, backward=True)
    assert isinstance(moved, ast.LimitLine) and isinstance(moved.value, ast.PeriodExpr)
    assert moved.value.period == Period(days=10, moves=True)


# ------------------------------------------------------------ 事象


def test_events_with_what_goes_before_and_bounds() -> None:
    (found,) = lines(
        "事象　受理：主務大臣　届出以後、令和九年四月一日以後、指定の日より後、審査期間の末日より前"
    )
    assert isinstance(found, ast.EventLine)
    assert found.before == (
        ast.BeforeText(event=name("届出")),
        ast.BeforeText(event=name("指定"), strict=True),
    )
    assert [bound.word for bound in found.within] == [W.SINCE, W.BEFORE]
    assert found.day is None


def test_a_day_and_a_stretch_of_an_event_are_told_apart() -> None:
    day, stretch_ = lines(
        "事象　義務の開始：国　指定の日から六月を経過した日", "事象　施行：内閣　公布の日から一年以内"
    )
    assert isinstance(day, ast.EventLine) and isinstance(day.day, ast.PeriodExpr) and not day.within
    assert isinstance(stretch_, ast.EventLine) and stretch_.day is None
    assert [bound.word for bound in stretch_.within] == [W.COUNTED]


# ------------------------------------------------------------ rules


@pytest.mark.parametrize(
    ("words", "word", "value"),
    [
        ("審査期間中は、", W.NAMED, path("審査期間")),
        ("審査期間内に限り、", W.NAMED, path("審査期間")),
        ("審査期間の間、", W.NAMED, path("審査期間")),
        ("「審査の間」内に、", W.NAMED, ast.PathName(steps=(name("審査の間", True),))),
        ("回答期限までに", W.UNTIL, path("回答期限")),
        ("審査期間の満了前に、", W.UNTIL, path("審査期間", "末日")),
        ("導入以前に、", W.UNTIL, path("導入")),
        ("導入の前に、", W.BEFORE, path("導入")),
        ("導入前に、", W.BEFORE, path("導入")),
        ("導入の日より前に、", W.BEFORE, path("導入", "日")),
        ("施行の日以後に、", W.SINCE, path("施行", "日")),
        ("導入の後に、", W.AFTER, path("導入")),
        ("審査期間の経過後に、", W.AFTER, path("審査期間", "末日")),
        ("遅滞なく、", W.PROMPT, None),
    ],
)
def test_stretches_of_days(words: str, word: ast.WithinWord, value: ast.Expr | None) -> None:
    assert stretch(words) == ast.WithinText(word=word, value=value)


@pytest.mark.parametrize("words", ["勧告の日から十日以内に、", "勧告の日から十日を経過する日までに、"])
def test_a_counted_stretch_goes_from_its_start_to_its_day(words: str) -> None:
    found = stretch(words)
    assert found.word is W.COUNTED
    assert isinstance(found.value, ast.PeriodExpr)
    assert found.value.start == path("勧告", "日")


def test_backwards_a_limit_is_only_an_end() -> None:
    assert stretch("変更の日の二週間前までに、").word is W.UNTIL


def test_in_advance_is_before_the_event_of_the_condition() -> None:
    found = rule("導入があるときは、あらかじめ、届出をしなければならない")
    assert found.within == (ast.WithinText(word=W.BEFORE, value=path("導入"), in_advance=True),)
    for condition in ("", "導入がないときは、", "導入があり、かつ、指定があるときは、"):
        sentence = f"  義務「甲」　事業者は、{condition}あらかじめ、届出をしなければならない\n"
        assert code(HEAD + sentence) == "RC141"


def test_a_limit_in_a_condition_is_no_stretch() -> None:
    found = rule("回答期限までに応諾の通知がないときは、遅滞なく、届出をしなければならない")
    assert found.when == ast.UntilClause(limit=path("回答期限"), event=path("応諾", "通知"), negated=True)
    assert [each.word for each in found.within] == [W.PROMPT]
    counted = clause("勧告の日から起算して十日以内に応諾の通知があり、かつ、承認があること")
    assert isinstance(counted, ast.ConnectiveClause)
    assert isinstance(counted.parts[0], ast.UntilClause)


def test_a_power_changes_a_period() -> None:
    (found,) = lines(
        "権限「延長」　主務大臣は、延長により、審査期間を受理した日から起算して四月間を限度として延長することができる"
    )
    assert isinstance(found, ast.RuleLine)
    assert found.event == name("延長")
    assert found.change is not None
    assert (found.change.period, found.change.extends) == (name("審査期間"), True)
    assert isinstance(found.change.limit, ast.PeriodExpr)
    assert found.change.limit.start == ast.EventDayExpr(event=path("受理"), anchor="した日")


def test_the_lines_below_a_rule() -> None:
    (found,) = lines(
        "禁止「甲」　事業者は、次のいずれかに該当するときは、導入をしてはならない",
        "  # 条の注",
        "  条項　「法」第五十二条第三項",
        "  施行　施行の日",
        "  違反　「二年以下の拘禁刑」　「法」第九十二条第一項、第九十三条",
        "  一　勧告があること",
        "  二　命令があること",
        "  ただし、緊急やむを得ない場合があるときは、この限りでない",
    )
    assert isinstance(found, ast.RuleLine)
    assert found.header.provisions == (ast.CitationText(source="法", provision="第五十二条第三項"),)
    assert found.header.inner_comments == ("条の注",)
    assert found.in_force == path("施行", "日")
    assert found.penalty is not None
    assert [cited.source for cited in found.penalty.sources] == ["法", "法"]
    assert isinstance(found.when, ast.ListClause)
    assert [each.label for each in found.when.items] == ["一", "二"]
    assert [each.body for each in found.exceptions] == [ast.HasClause(path=path("緊急やむを得ない場合"))]


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("義務「甲」　事業者は届出を行わなければならない", "義務「甲」　事業者は、届出をしなければならない"),
        ("禁止「甲」　事業者は、審査期間内に、導入してはならない", "禁止「甲」　事業者は、審査期間中は、導入をしてはならない"),
        ("権限「甲」　主務大臣は、審査期間内に勧告を行うことができる", "権限「甲」　主務大臣は、審査期間内に限り、勧告をすることができる"),
        ("義務「甲」　事業者は、勧告があった場合には回答期限までに回答をしなければならない。",
         "義務「甲」　事業者は、勧告があったときは、回答期限までに、回答をしなければならない"),
        ("義務「甲」　事業者は、導入がある場合は、導入前に届出をしなければならない", "義務「甲」　事業者は、導入があるときは、導入の前に、届出をしなければならない"),
        ("期間「甲」　受理の日から起算して三十日を経過する日", "期間「甲」　受理の日から起算して三十日を経過する日まで"),
        ("期間「甲」　指定を受けた日から六月間まで", "期間「甲」　指定を受けた日から六月間"),
        ("事象　受理：主務大臣　届出の日以後", "事象　受理：主務大臣　届出以後"),
        ("事象　受理：主務大臣　令和八年四月一日から令和九年三月三十一日まで", "事象　受理：主務大臣　令和八年四月一日以後、令和九年三月三十一日以前"),
        ("準用　「乙」のうち「丙」及び「丁」、届出は申請と読み替えるものとする", "準用　「乙」のうち「丙」、「丁」、届出は申請と読み替える"),
        ("準用　「乙」（「丙」を除く）届出は申請と、導入は変更と読み替える", "準用　「乙」（「丙」を除く）、届出は申請と、導入は変更と読み替える"),
    ],
)  # fmt: skip
def test_one_form_for_every_way_to_write_it(written: str, form: str) -> None:
    assert tidied(written) == [form]
    assert tidied(form) == [form]


def test_a_condition_behind_a_stretch_is_never_taken_for_a_limit_of_the_duty() -> None:
    sentence = "  義務「甲」　事業者は、審査期間内に勧告があったときは、届出をしなければならない\n"
    assert code(HEAD + sentence) == "RC103"


# ------------------------------------------------------------ cases, claims, names


def test_conditions_on_runs() -> None:
    lawful = clause("適法であり、かつ、「導入の禁止」に違反しないこと")
    assert isinstance(lawful, ast.ConnectiveClause)
    assert lawful.parts == (
        ast.LawfulClause(),
        ast.BreachClause(rule=name("導入の禁止", True), negated=True),
    )
    assert clause("適法でないこと") == ast.LawfulClause(negated=True)
    for term in ("適法に該当すること", "「適法」であること"):
        assert isinstance(clause(term), ast.BelongsClause)


def test_the_only_value() -> None:
    found = item(
        "事例「例」：審査\n  届出は令和八年四月一日\n  → 指定の日は令和七年五月一日に限る\n", ast.ScenarioItem
    )
    (only,) = found.expectations
    assert only.only
    assert isinstance(only.body, ast.CompareClause)
    assert only.body.left == path("指定", "日")


def test_names_and_their_days() -> None:
    found = item(
        "名称「甲」\n  乙　未確定「改称の日」前まで\n  丙　未確定「改称の日」から令和十年三月三十一日まで\n  丁　令和十年四月一日から\n",
        ast.NameItem,
    )
    pending = ast.Pending(name=name("改称の日", True))
    first, second, third = found.names
    assert (first.since, first.until) == (None, pending)
    assert second.since == pending
    assert isinstance(second.until, ast.DateLiteral) and isinstance(third.since, ast.DateLiteral)
    assert second.until.value == third.since.value
    assert code("名称「甲」\n  乙　未確定「改称の日」まで\n") == "RC103"


@pytest.mark.parametrize(("last", "after"), [("1800年1月1日", date(1800, 1, 2)), ("9999年12月31日", None)])
def test_a_name_may_end_on_any_day(last: str, after: date | None) -> None:
    (found,) = item(f"名称「甲」\n  乙　{last}まで\n", ast.NameItem).names
    assert found.until == (ast.DateLiteral(value=after, text=str(after)) if after else None)


def test_versions_citations_and_days_that_can_be() -> None:
    text = "定義「甲」：病院\n  出典　「法」第五十条第一項（包括信用購入あっせん業）、第二条第一号（１）\n  改正　「令和六年法律第一号」\n  承認があること\n"
    header = item(text, ast.PredicateItem).header
    assert header.amended_by == ("令和六年法律第一号",)
    assert [(each.provision, each.called) for each in header.sources] == [
        ("第五十条第一項", "包括信用購入あっせん業"),
        ("第二条第一号（１）", ""),
    ]
    days = item("未確定「日」\n  範囲　令和八年六月十七日以後令和九年十二月十六日以前\n", ast.PlaceholderItem)
    assert days.first is not None and days.last is not None
    assert (days.first.value.year, days.last.value.year) == (2026, 2027)
    assert code("未確定「日」\n  範囲　令和八年六月十七日より後\n") == "RC103"
