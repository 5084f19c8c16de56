"""Protects: an edit costs building what was edited, and what comes out is what a new process would build."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st
from tests.property.effort import examples

from regcheck.language import read_grammar
from regcheck.model.from_syntax import Built, build_specification, kept
from regcheck.source.span import SourceText
from regcheck.syntax import ast
from regcheck.syntax.parse import parse_file

TOUR = read_grammar("tour.regspec")
LINES = TOUR.splitlines(keepends=True)
OWN = frozenset({"t.regspec"})
ORDINANCE = """\
区分　種別区分
  甲、乙、丙

対象　施設
  病床数：整数（床）　０以上
  種別：種別区分

定義「大」：施設
  出典　資料「見本」
  病床数が四百床以上であること。

定義「甲」：施設
  出典　資料「見本」
  種別が甲であること。
"""


def read(text: str) -> ast.File:
    return parse_file(SourceText("t.regspec", text)).file


def build(file: ast.File) -> Built:
    return build_specification([file], OWN)


def afresh(file: ast.File) -> Built:
    kept.forget()
    return build(file)


def codes(built: Built) -> list[str]:
    return [diagnostic.code.id for diagnostic in built.diagnostics]


def test_only_what_was_edited_is_built_again() -> None:
    before = afresh(read(ORDINANCE)).specification.predicates
    after = build(read(ORDINANCE.replace("四百床", "五百床"))).specification.predicates
    assert after["甲"] is before["甲"]
    assert after["大"] != before["大"]


@pytest.mark.parametrize("edit", [("甲、乙、丙", "子、乙、丙"), ("病床数：整数（床）", "病床数：整数（台）")])
def test_an_item_is_built_again_when_what_it_names_promises_something_else(edit: tuple[str, str]) -> None:
    assert codes(afresh(read(ORDINANCE))) == []
    file = read(ORDINANCE.replace(*edit))
    assert codes(build(file)) == codes(afresh(file)) != []


@pytest.mark.parametrize(
    "edit",
    [
        ("四百床", "四百台"),
        ("四百床以上", "四百床以前"),
        ("  病床数が", "  施行　未確定「公布の日」\n  病床数が"),
    ],
)
def test_what_is_wrong_is_told_each_time(edit: tuple[str, str]) -> None:
    file = read(ORDINANCE.replace(*edit))
    assert codes(afresh(file)) == codes(build(file)) != []


def test_what_is_kept_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "MOST", 40)
    for number in range(400, 500):
        built = build(read(ORDINANCE.replace("四百床", f"{number}床")))
        assert codes(built) == []
    assert kept.count() <= 40 + len(built.items)


@examples(40)
@given(st.data())
def test_after_any_edits_the_text_is_built_as_if_for_the_first_time(data: st.DataObject) -> None:
    lines = list(LINES)
    build(read(TOUR))
    for _ in range(data.draw(st.integers(1, 3))):
        place = data.draw(st.integers(0, len(lines) - 1))
        line = lines[place]
        sign = data.draw(st.integers(0, max(len(line) - 1, 0)))
        other = line[:sign] + data.draw(st.sampled_from("甲一院、")) + line[sign + 1 :]
        lines[place] = data.draw(st.sampled_from([other, other, other, "", line * 2, line[1:]]))
        file = read("".join(lines))
        warm = build(file)
    assert repr(warm) == repr(afresh(file))  # places too, which equality leaves out


def test_days_of_a_procedure_that_moves_bear_their_new_places() -> None:
    above = "性質「末日」\n  すべての「移転の審査」について、審査期間の末日が令和九年四月一日以前である\n"
    build(read(above + TOUR))
    file = read(f"{above}\n{TOUR}")
    assert repr(build(file)) == repr(afresh(file))
