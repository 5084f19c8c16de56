"""Figures of plans: what they promise to readers who see them, who hear them, and who compare bytes."""

from __future__ import annotations

import re
from itertools import combinations
from xml.etree import ElementTree as ET

import pytest
from tests.unit.render.plans import CHAIN, NOTHING, REVIEW, crowded

from regcheck.analysis.timeline import Plan, Row, RowKind
from regcheck.frozen import replace
from regcheck.render.figure import inline_svgs, pages, scene, whole_svg
from regcheck.render.figure_axis import scale_of
from regcheck.render.figure_rows import PATTERNS, draw_row
from regcheck.render.figure_scene import Area, Polygon, Stroke, Words

PLANS = (REVIEW, CHAIN, NOTHING, crowded())
SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("plan", PLANS)
def test_it_is_one_image_with_a_name_and_a_description(plan: Plan) -> None:
    root = ET.fromstring(whole_svg(plan, "p"))
    assert root.tag == f"{SVG}svg"
    assert root.attrib["role"] == "img"
    named = [root.find(f".//*[@id='{ident}']") for ident in root.attrib["aria-labelledby"].split()]
    assert [element.tag for element in named if element is not None] == [f"{SVG}title", f"{SVG}desc"]
    assert all(element is not None and element.text for element in named)


@pytest.mark.parametrize("plan", PLANS)
def test_the_description_says_what_the_picture_says(plan: Plan) -> None:
    """Every row by its name and actor, every day that stands in a label."""
    root = ET.fromstring(whole_svg(plan, "p"))
    told = "".join(element.text or "" for tag in ("title", "desc") for element in root.iter(f"{SVG}{tag}"))
    drawn = [e for e in root.iter(f"{SVG}text") if e.attrib["class"] in {"label", "name", "small"}]
    for text in (element.text or "" for element in drawn):
        for day in re.findall(r"\d{4}-\d\d-\d\d", text):
            assert day in told, text
    for row in plan.rows:
        assert f"「{row.name}" in told
        assert row.actor in told


def test_what_moved_is_extended_or_impossible_is_told_too() -> None:
    (told,) = (e.text or "" for e in ET.fromstring(whole_svg(REVIEW, "p")).iter(f"{SVG}desc"))
    assert "令和八年五月三日（2026-05-03）からの閉庁日繰下げ" in told
    assert "延長があれば遅くとも令和八年七月三十一日（2026-07-31）まで" in told
    assert "権限「命令（一）」（主務大臣）：延長がなければできる日がない" in told
    assert "受理」（主務大臣）：令和八年四月一日（2026-04-01）（選んだ日）" in told


@pytest.mark.parametrize("plan", PLANS)
def test_the_same_plan_is_the_same_bytes(plan: Plan) -> None:
    assert whole_svg(plan, "p") == whole_svg(replace(plan), "p")
    assert inline_svgs(plan, "p") == inline_svgs(replace(plan), "p")


def test_names_of_its_parts_are_its_own() -> None:
    """Two figures on a page share no id, and each refers to its own only."""
    first, second = whole_svg(REVIEW, "a"), whole_svg(CHAIN, "b")
    ids = [set(re.findall(r' id="([^"]+)"', text)) for text in (first, second)]
    assert not ids[0] & ids[1]
    for own, text in zip(ids, (first, second), strict=True):
        assert set(re.findall(r"url\(#([^)]+)\)", text)) <= own


def test_hostile_names_stay_words() -> None:
    hostile = replace(REVIEW.rows[0], name="<script>\"&'", actor="]]>-->")
    text = whole_svg(replace(REVIEW, procedure="</title><x>", rows=(hostile,)), "p")
    root = ET.fromstring(text)
    assert "<script>\"&'" in {element.text for element in root.iter(f"{SVG}text")}
    assert root.find(f".//{SVG}script") is None


def test_only_a_figure_of_its_own_follows_a_dark_screen() -> None:
    assert "prefers-color-scheme:dark" in whole_svg(REVIEW, "p")
    assert not any("prefers-color-scheme" in part for part in inline_svgs(REVIEW, "p"))


def test_days_stand_in_both_calendars() -> None:
    texts = {words.text for words in scene(REVIEW).words()}
    assert {"令和八年四月", "2026年4月"} <= texts
    assert "令和八年四月一日（2026-04-01）" in texts


# ---------------------------------------------------------------- without colours


def test_every_kind_of_row_has_a_shape_or_hatching_of_its_own() -> None:
    scale = scale_of(REVIEW, 0, 500)
    seen = {}
    for kind in RowKind:
        row = Row(kind=kind, name="", first=REVIEW.rows[1].first, last=REVIEW.rows[1].last)
        wide = row if kind in (RowKind.EVENT, RowKind.LIMIT) else replace(row, last=REVIEW.rows[7].last)
        seen[kind] = _without_colour(draw_row(wide, scale, 0).shapes)
    assert len(set(seen.values())) == len(RowKind)


def _without_colour(shapes: tuple[object, ...]) -> tuple[object, ...]:
    """What is left of shapes on grey paper."""
    found: list[object] = []
    for shape in shapes:
        match shape:
            case Area(pattern=pattern):
                found.append(("area", pattern))
            case Polygon(points=points):
                left, top = min(x for x, _ in points), min(y for _, y in points)
                found.append(("polygon", tuple((round(x - left), round(y - top)) for x, y in points)))
            case Stroke(style=style):
                found.append(("stroke", style))
            case _:
                pass
    return tuple(found)


def test_hatchings_differ() -> None:
    assert len(set(PATTERNS.values())) == len(PATTERNS)


# ---------------------------------------------------------------- sheets


def test_a_tall_plan_becomes_parts_that_fit_a_sheet() -> None:
    plan = crowded()
    parts = pages(plan)
    assert [row for part in parts for row in part] == list(plan.rows)
    assert len(parts) > 1
    heights = [float(re.search(r'viewBox="0 0 800 ([\d.]+)"', text)[1]) for text in inline_svgs(plan, "p")]  # type: ignore[index]
    assert max(heights) <= 1080
    assert max(heights) - min(heights) < 300, "parts of about one height"


def test_parts_say_which_they_are() -> None:
    titles = [re.search("<title[^>]*>([^<]*)", text)[1] for text in inline_svgs(crowded(), "p")]  # type: ignore[index]
    assert titles[0].endswith(f"（1／{len(titles)}）")
    assert len(set(titles)) == len(titles)


def test_one_row_that_no_sheet_holds_is_still_drawn() -> None:
    tall = replace(REVIEW.rows[0], name="長" * 2000)
    assert pages(replace(REVIEW, rows=(tall, REVIEW.rows[1])))[0] == (tall,)


@pytest.mark.parametrize("plan", PLANS)
def test_words_meet_nowhere(plan: Plan) -> None:
    boxes = [(words.text, words.box) for words in scene(plan).words()]
    for (text, box), (other, its) in combinations(boxes, 2):
        assert not box.meets(its), (text, other)


def test_boxes_that_meet_are_seen() -> None:
    """The test above would notice: the same words moved onto each other."""
    words = Words(text="令和八年", x=0, y=10, size=10, style="label")
    assert words.box.meets(replace(words, x=20).box)
    assert not words.box.meets(replace(words, x=40).box)
    assert words.box.meets(replace(words, x=60, anchor="end").box)
