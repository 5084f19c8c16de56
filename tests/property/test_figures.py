"""Figures of any plan: no words meet, none lies on a bar, none leaves the paper, whatever the days are."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations

from hypothesis import given, strategies as st
from tests.property.effort import examples

from regcheck.analysis.timeline import OPEN, Days, Plan, Row, RowKind
from regcheck.render.figure import pages, scene
from regcheck.render.figure_scene import Area, Box, Polygon, Scene, Stroke

NAMES = st.one_of(
    st.sampled_from(["受理", "変更計画の届出", "Q&A", "①の…―期間", "WWWWMMMM"]),
    st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S")), min_size=1, max_size=40),
)
NEAR = st.integers(0, 40)
FAR = st.integers(0, 4000)


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    start = draw(st.dates(date(1873, 1, 1), date(2150, 1, 1)))
    reach = draw(st.sampled_from([NEAR, FAR]))
    days = reach.map(lambda n: start + timedelta(days=n))
    rows = tuple(draw(st.lists(rows_of(days), max_size=9)))
    chosen = {name: draw(days) for name in draw(st.lists(NAMES, max_size=2, unique=True))}
    return Plan(procedure=draw(NAMES), chosen=chosen, horizon=(start, start), rows=rows)


@st.composite
def rows_of(draw: st.DrawFn, days: st.SearchStrategy[date]) -> Row:
    """Days in any order between the ends, but each no earlier at the latest than at the earliest."""
    found = sorted(draw(st.lists(days, min_size=5, max_size=5)))
    first = Days(
        earliest=draw(st.sampled_from([None, found[0]])), latest=draw(st.sampled_from([None, found[1]]))
    )
    last = Days(
        earliest=draw(st.sampled_from([None, found[2], found[0]])),
        latest=draw(st.sampled_from([None, found[3]])),
        extended=draw(st.sampled_from([None, found[4]])),
    )
    if draw(st.booleans()):
        first = Days(earliest=found[0], latest=found[0])
        last = Days(earliest=found[3], latest=found[3], extended=last.extended)
    return Row(
        kind=draw(st.sampled_from(list(RowKind))),
        name=draw(NAMES),
        actor=draw(st.sampled_from(["", "主務大臣", "とても長い名前の特定社会基盤事業者の団体"])),
        first=first,
        last=last,
        has_first=first != OPEN or draw(st.booleans()),
        has_last=last != OPEN or draw(st.booleans()),
        moved_from=draw(st.sampled_from([None, found[2]])),
        is_empty=draw(st.booleans()),
        words=draw(st.sampled_from(["", "遅滞なく", "とても長い文言による期間の末日より前" * 5])),
    )


@given(plans())
@examples(60)
def test_words_keep_apart_and_stay_on_the_paper(plan: Plan) -> None:
    drawn = scene(plan)
    boxes = [(words.text, words.box) for words in drawn.words()]
    for (text, box), (other, its) in combinations(boxes, 2):
        assert not box.meets(its), (text, other)
    for text, box in boxes:
        assert box.top >= 0
        assert box.bottom <= drawn.height
        assert box.left >= 0
        assert box.right <= drawn.width, text


@given(plans())
@examples(40)
def test_labels_lie_on_no_mark(plan: Plan) -> None:
    drawn = scene(plan)
    marks = list(_marks(drawn))
    for words in drawn.words():
        if words.style in {"label", "name"}:
            assert not any(_shrunk(words.box).meets(mark) for mark in marks), words.text


@given(plans())
@examples(20)
def test_parts_hold_every_row_once(plan: Plan) -> None:
    assert tuple(row for part in pages(plan) for row in part) == plan.rows


MARKS = {"event", "limit", "period", "duty", "forbid", "power", "extended", "cross", "stop", "moved"}


def _marks(drawn: Scene) -> list[Box]:
    """The boxes of bars, diamonds, triangles and crosses."""
    found = []
    for shape in drawn.shapes:
        if isinstance(shape, Area) and shape.style.split()[0] in MARKS:
            found.append(Box(shape.x, shape.y, shape.x + shape.width, shape.y + shape.height))
        elif isinstance(shape, Polygon | Stroke) and shape.style.split()[0] in MARKS:
            across, down = zip(*shape.points, strict=True)
            found.append(Box(min(across), min(down), max(across), max(down)))
    return found


def _shrunk(box: Box) -> Box:
    """Without the room above and below the letters."""
    return Box(box.left, box.top + 2, box.right, box.bottom - 2)
