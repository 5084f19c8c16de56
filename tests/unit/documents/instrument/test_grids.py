"""Protects: every place of a table belongs to one box, whatever spans are written."""

from __future__ import annotations

from regcheck.documents.instrument.flow import Box, Grid, Line, Role
from regcheck.documents.instrument.grids import grid_of
from regcheck.law.words import Words


def box(text: str = "", rows: int = 1, columns: int = 1) -> Box:
    return Box(column=0, content=(Line(role=Role.CELL, parts=(Words(text),)),), rows=rows, columns=columns)


def drawn(grid: Grid) -> list[str]:
    """The grid as a picture: the words of the box that holds each place."""
    held = [[""] * len(grid.widths) for _ in grid.rows]
    for number, row in enumerate(grid.rows):
        for one in row:
            text = one.content[0].words.text if one.content and isinstance(one.content[0], Line) else "・"
            for down in range(one.rows):
                for across in range(one.columns):
                    place = held[number + down]
                    assert not place[one.column + across], "two boxes in one place"
                    place[one.column + across] = text
    return ["".join(row) for row in held]


def test_cells_go_round_those_that_reach_down() -> None:
    rows = [[box("甲", rows=2), box("乙")], [box("丙")], [box("丁"), box("戊")]]
    assert drawn(grid_of(rows)) == ["甲乙", "甲丙", "丁戊"]


def test_short_rows_are_filled() -> None:
    assert drawn(grid_of([[box("甲"), box("乙"), box("丙")], [box("丁")]])) == ["甲乙丙", "丁・・"]


def test_spans_below_the_last_row_are_cut() -> None:
    assert drawn(grid_of([[box("甲", rows=9), box("乙")]])) == ["甲乙"]


def test_a_wide_cell_stops_before_one_that_reaches_down() -> None:
    rows = [[box("甲"), box("乙", rows=2)], [box("丙", columns=2), box("丁")]]
    assert drawn(grid_of(rows)) == ["甲乙・", "丙乙丁"]


def test_the_widest_columns_give_way() -> None:
    assert grid_of([[box("字" * 30), box("字" * 9), box("字" * 3)]]).widths == (26, 10, 4)
    assert grid_of([[box("字" * 5), box()]]).widths == (6, 3)


def test_a_table_without_rows() -> None:
    assert grid_of([]).widths == (3,)
