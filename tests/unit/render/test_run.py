"""A run of a 手続 is shown as a table: in columns, in both calendars, and in JSON as it is."""

from __future__ import annotations

import json
from datetime import date
from importlib.resources import files

import jsonschema
from tests.unit.render import reports

from regcheck.diagnostics.diagnostic import Annotation, Diagnostic, Evidence, Step
from regcheck.diagnostics.wording import Language
from regcheck.frozen import replace
from regcheck.proof.verdict import Verdict
from regcheck.render.finding import finding
from regcheck.render.machine import machine
from regcheck.render.page import plain, text_of
from regcheck.render.run import EN, JA, run_lines
from regcheck.source.width import width

RUN = (
    Step(day=date(2026, 4, 1), what="受理", who="主務大臣", counts=(("審査期間", 1),)),
    Step(
        day=date(2026, 4, 21),
        what="勧告",
        who="主務大臣",
        counts=(("審査期間", 21),),
        provisions=("第五十二条第六項",),
    ),
    Step(day=date(2026, 5, 1), what="回答期限", provisions=("第五十二条第七項", "第三条")),
)
FOUND = Diagnostic(
    payload=reports.Overlap(first="甲", second="乙"),
    annotations=(Annotation(span=reports.span_of("四百床以上")),),
    evidence=Evidence(run=RUN, absent=("命令", "延長")),
)


def test_the_table_in_japanese() -> None:
    assert [text_of(one) for one in run_lines(RUN, JA)] == [
        "日付                                  日数            事象・期限  だれが    条項",
        "令和八年四月一日（水）2026-04-01      審査期間1日目   受理        主務大臣",
        "令和八年四月二十一日（火）2026-04-21  審査期間21日目  勧告        主務大臣  第五十二条第六項",
        "令和八年五月一日（金）2026-05-01                      回答期限              第五十二条第七項、第三条",
    ]


def test_the_columns_stand_below_each_other() -> None:
    for words in (JA, EN):
        head, *rows = [text_of(one) for one in run_lines(RUN, words)]
        begin = width(head[: head.index(words.headings[2])])
        for step, row in zip(RUN, rows, strict=True):
            assert width(row[: row.index(step.what)]) == begin


def test_a_column_with_nothing_in_it_is_left_out() -> None:
    steps = (Step(day=date(2026, 4, 1), what="公布"), Step(day=date(2026, 4, 2), what="施行"))
    head, *_ = run_lines(steps, EN)
    assert text_of(head).split() == ["day", "event", "or", "limit"]


def test_english_gives_the_weekday() -> None:
    _, first, *_ = run_lines(RUN, EN)
    assert text_of(first).startswith("Wednesday 2026-04-01")
    assert "審査期間 day 1" in text_of(first)


def test_the_finding_shows_the_table_and_what_does_not_happen() -> None:
    told = plain(finding(FOUND, {}, Language.JA))
    assert told.index("経過：") < told.index("回答期限") < told.index("起こらない事象：命令、延長")


def test_programs_get_the_days() -> None:
    report = reports.report(more=(FOUND,))
    entry = reports.entry("甲", "exercisable", Verdict.REFUTED, FOUND)
    shown = replace(report, entries=(replace(entry, witness=FOUND.evidence),))
    found = json.loads(machine({"a": shown}, Language.JA))
    schema = json.loads((files("regcheck.render") / "report-1.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(found, schema)
    witness = found["obligations"][0]["witness"]
    assert witness["absent"] == ["命令", "延長"]
    assert witness["run"][1] == {
        "day": "2026-04-21",
        "what": "勧告",
        "who": "主務大臣",
        "counts": {"審査期間": 21},
        "provisions": ["第五十二条第六項"],
    }
    assert witness["run"][2]["who"] is None
