"""Protects: the texts of laws that an outline names are all read, and everything wrong with them is told at once."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.unit.documents.cited.texts import ACT, ORDER
from tests.unit.specs.project import ROOT

from regcheck.app.names import Names
from regcheck.app.outlines import outline_beside
from regcheck.app.stored_laws import ReadStored, read_stored
from regcheck.diagnostics import codes

SOURCES = """
[[law]]
file = "act.law.txt"
as_of = 2026-06-17
source = "見本"
certainty = "確か"
part = true
absent = ["第九条"]

[[law.later]]
provisions = ["第二条第一項", "第二条の二"]
by = "令和八年法律第一号"
day = 2026-09-18

[[law.later]]
provisions = ["第一条"]
by = "令和九年法律第一号"
"""


def _read(folder: Path, *names: str, sources: str = "", **files: str) -> ReadStored:
    laws = folder / "laws"
    laws.mkdir()
    (folder / "ordinance").mkdir()
    for name, text in {"act": ACT, "order": ORDER, **files}.items():
        (laws / f"{name}.law.txt").write_text(text, encoding="utf-8")
    if sources:
        (laws / "SOURCES.toml").write_text(sources, encoding="utf-8")
    outline = folder / "ordinance" / "outline.toml"
    return read_stored(outline, [f"../laws/{name}.law.txt" for name in names], Names(folder))


def test_the_texts_with_what_is_known_of_them(tmp_path: Path) -> None:
    read = _read(tmp_path, "act", "order", sources=SOURCES)
    assert read.diagnostics == ()
    act, order = read.laws
    assert act.law.name == "見本に関する法律"
    assert act.law.main.extract
    assert act.source.as_of == date(2026, 6, 17)
    assert [str(one) for one in act.source.absent] == ["第九条"]
    assert [(list(map(str, one.provisions)), one.day) for one in act.source.later] == [
        (["第二条第一項", "第二条の二"], date(2026, 9, 18)),
        (["第一条"], None),
    ]
    assert order.law.main.extract is None
    assert order.source.as_of is None
    assert sorted(read.files) == ["laws/SOURCES.toml", "laws/act.law.txt", "laws/order.law.txt"]


def test_everything_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    read = _read(
        tmp_path, "act", "order", "acts", "copy", "broken", "empty",
        sources="[[law]]\nfile = 3\n[[law]]\nfile = 'act.law.txt'\nasof = 2026-06-17\n",
        copy=ACT, broken="\ufffe", empty="",
    )  # fmt: skip
    found = [one.code.id for one in read.diagnostics]
    assert found[:2] == ["RC787", "RC787"]
    assert {"RC788", "RC789"} < set(found)
    (missing,) = (one for one in read.diagnostics if one.code.id == "RC788")
    assert "act.law.txt" in missing.payload.ja().advice
    assert len(found) >= 6
    assert all(one.payload.ja().headline for one in read.diagnostics)


@pytest.mark.parametrize(
    ("sources", "keys"),
    [
        ("laws = []", ["laws"]),
        ("[[law]]\nas_of = 2026-06-17", ["law.file"]),
        ('[[law]]\nfile = "a"\nas_of = "きのう"', ["law.as_of"]),
        ('[[law]]\nfile = "a"\npart = "はい"', ["law.part"]),
        ('[[law]]\nfile = "a"\nabsent = ["第何条", "第何項"]', ["第何条", "第何項"]),
        ('[[law]]\nfile = "a"\nabsent = ["第一条", 3]', ["law.absent"]),
        ('[[law]]\nfile = " "', ["law.file"]),
        (
            '[[law]]\nfile = "a"\n[[law.later]]\nday = 2026-09-18',
            ["law.later.provisions", "law.later.by"],
        ),
        ('[[law]]\nfile = "a"\nlater = ["明日"]', ["law.later"]),
        ('[[law]]\nfile = "a"\n[[law]]\nfile = "a"', ["a"]),
        ("law = 3", ["law"]),
    ],
)
def test_what_is_wrong_with_sources(tmp_path: Path, sources: str, keys: list[str]) -> None:
    read = _read(tmp_path, "act", sources=sources)
    found = [one.payload for one in read.diagnostics if isinstance(one.payload, codes.cited.SourcesUnusable)]
    assert len(found) == len(read.diagnostics)
    assert [payload.key for payload in found] == keys


def test_a_mistake_in_sources_is_told_at_its_line(tmp_path: Path) -> None:
    sources = '[[law]]\nfile = "act.law.txt"\n[[law.later]]\nprovisions = ["第何条"]\nby = 3\n'
    read = _read(tmp_path, "act", sources=sources)
    places = [one.annotations[0].span for one in read.diagnostics]
    assert [sources[span.start : span.end] for span in places] == ['provisions = ["第何条"]', "by = 3"]


def test_sources_that_are_no_toml(tmp_path: Path) -> None:
    read = _read(tmp_path, "act", sources="[[law]\n")
    assert [one.code.id for one in read.diagnostics] == ["RC022"]


def test_an_outline_brings_its_laws(tmp_path: Path) -> None:
    ordinance = tmp_path / "ordinance"
    ordinance.mkdir()
    (tmp_path / "act.law.txt").write_text(ACT, encoding="utf-8")
    body = 'title = "見本"\nenactment = "定める。"\nlaws = ["../act.law.txt"]\n[[article]]\nid = "甲"\ncaption = "甲"\n'
    (ordinance / "outline.toml").write_text(body, encoding="utf-8")
    (ordinance / "甲.j2").write_text("甲とする。", encoding="utf-8")
    read = outline_beside(tmp_path, Names(tmp_path))
    assert read is not None
    assert read.outline is not None, read.diagnostics
    assert [one.law.name for one in read.outline.stored] == ["見本に関する法律"]
    assert "act.law.txt" in read.files
    (ordinance / "outline.toml").write_text(body.replace("act.law", "other.law"), encoding="utf-8")
    missing = outline_beside(tmp_path, Names(tmp_path))
    assert missing is not None
    assert [one.code.id for one in missing.diagnostics] == ["RC788"]


def test_the_stored_texts_of_the_repository_say_what_they_are() -> None:
    """Every text under specs/laws has its day, its source and how sure it is."""
    folder = ROOT / "specs" / "laws"
    names = sorted(path.name for path in folder.glob("*.law.txt"))
    read = read_stored(folder / "outline.toml", names, Names(ROOT))
    assert read.diagnostics == ()
    for one in read.laws:
        assert one.source.as_of, one.source.file
        assert one.source.source, one.source.file
        assert one.source.certainty, one.source.file
        assert one.law.number.text, one.source.file
