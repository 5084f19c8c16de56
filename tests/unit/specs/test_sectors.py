"""specs/sectors: the ordinances in force, day by day; slips of the pen in days and numbers are found."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from regcheck.analysis.pipeline import Inputs, check
from regcheck.analysis.report import Report
from regcheck.app.projects import find_projects
from regcheck.app.reading import Loaded, load
from regcheck.diagnostics.codes.names import OverlappingVersions
from regcheck.diagnostics.codes.versions import DanglingReference, ShiftedReference, VersionGap
from regcheck.proof.engine import Z3Prover

ROOT = Path(__file__).parents[3]
FIELDS, TRANSPORT = "specs/sectors/fields.regspec", "specs/sectors/transport.regspec"


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    (project,), _ = find_projects([ROOT / "specs/sectors"])
    return load(project, ROOT)


def checked(
    loaded: Loaded, file: str = "", old: str = "", new: str = "", as_of: date | None = None
) -> Report:
    """The check, with the last place of some words rewritten."""
    files = dict(loaded.files)
    if file:
        text = files[file].decode()
        assert old in text
        files[file] = new.join(text.rsplit(old, 1)).encode()
    return check(Inputs(own=loaded.own, files=files, as_of=as_of), Z3Prover)


def test_it_is_green_on_every_day(loaded: Loaded) -> None:
    report = checked(loaded)
    assert report.is_green
    families = {entry.family for entry in report.entries}
    assert {"version", "reference"} <= families


@pytest.mark.parametrize("day", [date(2023, 11, 17), date(2024, 4, 1), date(2025, 4, 1), date(2025, 6, 13)])
def test_it_is_green_as_of_each_day_on_which_the_law_changes(loaded: Loaded, day: date) -> None:
    assert checked(loaded, as_of=day).is_green


def test_ports_are_the_eighth_of_fifteen_and_credit_moved_by_one(loaded: Loaded) -> None:
    lists = [
        checked(loaded, as_of=day).specification.predicates["号に掲げる事業"].body
        for day in (date(2025, 3, 31), date(2025, 4, 1))
    ]
    assert [len(getattr(body, "parts", ())) for body in lists] == [14, 15]


def test_a_reference_that_does_not_follow_the_new_item_is_found_with_its_day(loaded: Loaded) -> None:
    report = checked(loaded, FIELDS, "第五十条第一項第十五号（", "第五十条第一項第十四号（")
    (told,) = [d for d in report.diagnostics if isinstance(d.payload, ShiftedReference)]
    assert isinstance(told.payload, ShiftedReference)
    assert told.payload.when.first == date(2025, 4, 1)
    assert (told.payload.now, told.payload.right) == (("金融に係る事業",), ("第五十条第一項第十五号",))
    assert told.fixes[0].replacement == "第五十条第一項第十五号"


@pytest.mark.parametrize(("day", "kind"), [("十四", VersionGap), ("十二", OverlappingVersions)])
def test_the_truck_criterion_may_not_begin_a_day_late_or_early(loaded: Loaded, day: str, kind: type) -> None:
    old, new = (f"  施行　令和七年六月{d}日\n  改正" for d in ("十三", day))
    report = checked(loaded, TRANSPORT, old, new)
    assert [d for d in report.diagnostics if isinstance(d.payload, kind)]


def test_the_water_item_moved_the_trucks_by_one(loaded: Loaded) -> None:
    old = "「国土交通省令」第一条第二号、"
    report = checked(loaded, TRANSPORT, old, "「国土交通省令」第一条第三号、")
    (told,) = [d for d in report.diagnostics if isinstance(d.payload, DanglingReference)]
    assert isinstance(told.payload, DanglingReference)
    assert told.payload.when.last == date(2024, 3, 31)
