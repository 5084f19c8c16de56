"""Every item with versions, every name and every reference that can shift has its line in the ledger."""

from __future__ import annotations

from regcheck.analysis.days import check_days
from regcheck.analysis.pipeline import Inputs, check
from regcheck.analysis.report import Report
from regcheck.diagnostics.codes.versions import NameNotBorne, ShiftedReference, TooManyOpenDays
from regcheck.proof.engine import Z3Prover
from regcheck.proof.verdict import Verdict
from regcheck.source.span import SourceText
from regcheck.syntax.parse import parse_file

SUBJECT = "対象　病院\n  承認：真偽\n"
FAMILIES = ("version", "reference", "name")


def item(name: str, *lines: str) -> str:
    header = "".join(f"  {line}\n" for line in ("出典　資料「案」", *lines))
    return f"\n設備区分「{name}」：病院\n{header}  承認があること\n"


def report(**files: str) -> Report:
    """A check of some files, of which a.regspec is the own one."""
    data = {f"{name}.regspec": text.encode() for name, text in files.items()}
    return check(Inputs(own=frozenset({"a.regspec"}), files=data), Z3Prover)


def lines(found: Report) -> dict[str, Verdict]:
    return {entry.id: entry.verdict for entry in found.entries if entry.family in FAMILIES}


def test_a_text_without_days_owes_nothing_more() -> None:
    assert lines(report(a=SUBJECT + item("甲", "条項　第一条") + item("乙", "出典　第一条"))) == {}


def test_each_item_with_versions_has_one_line() -> None:
    text = SUBJECT + item("甲", "失効　令和八年四月一日") + item("甲", "施行　令和八年四月一日")
    found = report(a=text + item("乙") + item("丙", "施行　令和八年四月一日"))
    assert lines(found) == {
        "version:設備区分「甲」": Verdict.PROVED,
        "version:設備区分「丙」": Verdict.PROVED,
    }


def test_a_flaw_refutes_its_line_and_keeps_the_others() -> None:
    text = SUBJECT + item("甲", "失効　令和八年四月一日") + item("甲", "施行　令和八年四月二日")
    found = report(a=text + item("丙", "施行　令和八年四月一日"))
    assert lines(found) == {
        "version:設備区分「甲」": Verdict.REFUTED,
        "version:設備区分「丙」": Verdict.PROVED,
    }
    (entry,) = [entry for entry in found.entries if entry.verdict is Verdict.REFUTED]
    assert entry.diagnostic in found.diagnostics
    assert not found.is_green


def test_versions_of_a_file_that_is_only_used_are_not_ours_to_mend() -> None:
    used = SUBJECT + item("甲", "失効　令和八年四月一日") + item("甲", "施行　令和八年四月二日")
    assert lines(report(a="利用「b.regspec」\n" + item("乙", "施行　令和八年四月一日"), b=used)) == {
        "version:設備区分「乙」": Verdict.PROVED
    }


def test_a_version_that_cannot_be_read_is_no_gap() -> None:
    text = SUBJECT + item("甲", "失効　令和八年四月一日") + item("甲", "施行　令和九年四月一日")
    broken = "\n設備区分「甲」：病院\n  施行　令和八年四月一日\n  失効　令和九年四月一日\n  承認が\n"
    assert "version:設備区分「甲」" not in lines(report(a=text + broken))


LIST = """法令「法」
  種別　法律
  題名　「法」

対象　病院
  承認：真偽
  指定：真偽
"""


def listed(*numbers: str, days: str) -> str:
    body = "".join(f"    {number}\n" for number in numbers)
    return f"\n対象事業「列記」：病院\n  条項　第五十条第一項\n  出典　資料「法」\n{days}  次のいずれかに該当すること\n{body}"


OLD = listed("一　承認があること", days="  施行　令和五年四月一日\n  失効　令和七年四月一日\n")
NEW = listed(
    "一　指定があること", "二　承認があること", days="  施行　令和七年四月一日\n  改正　「改正法」\n"
)


def test_the_number_that_is_right_is_offered_in_place_of_the_wrong_one() -> None:
    citing = item("甲", "出典　「法」第５０条第１項第１号（承認）", "施行　令和五年四月一日")
    found = report(a=LIST + OLD + NEW + citing)
    assert lines(found)["reference:設備区分「甲」"] is Verdict.REFUTED
    (told,) = [d for d in found.diagnostics if isinstance(d.payload, ShiftedReference)]
    (fix,) = told.fixes
    text = found.sources["a.regspec"].text
    assert text[fix.span.start : fix.span.end] == "第５０条第１項第１号"
    assert fix.replacement == "第五十条第一項第二号"


def test_a_reference_that_follows_is_proved() -> None:
    before = item(
        "甲", "出典　「法」第五十条第一項第一号（承認）", "施行　令和五年四月一日", "失効　令和七年四月一日"
    )
    after = item("甲", "出典　「法」第五十条第一項第二号（承認）", "施行　令和七年四月一日")
    assert lines(report(a=LIST + OLD + NEW + before + after))["reference:設備区分「甲」"] is Verdict.PROVED


def test_a_longer_name_is_not_the_shorter_one_inside_it() -> None:
    names = "\n名称「会」\n  出典　資料「法」\n  会社　令和八年三月三十一日まで\n  会社機構　令和八年四月一日から\n"
    text = SUBJECT + names + item("会社機構の設備", "施行　令和八年四月一日")
    assert lines(report(a=text))["name:名称「会」"] is Verdict.PROVED
    wrong = report(a=SUBJECT + names + item("会社の設備", "施行　令和八年四月一日"))
    (told,) = [d for d in wrong.diagnostics if isinstance(d.payload, NameNotBorne)]
    place = told.place
    assert place is not None
    assert wrong.sources["a.regspec"].text[place.start : place.end] == "会社"


def test_days_that_are_too_many_to_order_are_told() -> None:
    pending = "".join(f"\n未確定「期日{n}」\n" for n in range(1, 8))
    items = "".join(item(f"設備{n}", f"施行　未確定「期日{n}」") for n in range(1, 8))
    tree = parse_file(SourceText("a.regspec", SUBJECT + pending + items)).file
    found = check_days([tree], frozenset({"a.regspec"}), {})
    assert [type(d.payload) for d in found.diagnostics] == [TooManyOpenDays]


def test_what_is_used_on_some_day_is_used() -> None:
    term = "\n定義「語」：病院\n  出典　資料「案」\n  承認があること\n"
    uses = "\n設備区分「甲」：病院\n  出典　資料「案」\n  失効　令和八年四月一日\n  「語」に該当すること\n"
    later = item("甲", "施行　令和八年四月一日")
    assert "RC510" not in {d.code.id for d in report(a=SUBJECT + term + uses + later).diagnostics}
    assert "RC510" in {d.code.id for d in report(a=SUBJECT + term + later).diagnostics}
