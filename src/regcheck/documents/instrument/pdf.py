"""Flow → PDF in 横書き, by typst: tagged, so that it can be read aloud (PDF/UA-1).

Owns: what the template is given.
Refuses to know: laws, files; 縦書き, which typst has not.

The words are handed over as data: nothing in them is markup to typst. There is no date in the file.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.resources import files

from regcheck.documents.instrument.flow import Flow, Grid, Line, Role, lines_of, stretches
from regcheck.documents.instrument.fonts import FAMILY, font_file
from regcheck.documents.instrument.profile import PLAIN, Profile
from regcheck.law.words import Drawn, Words, runs_of

_BOOKMARKS = frozenset({Role.TITLE, Role.HEADING, Role.SUPPLEMENT, Role.ANNEX, Role.CAPTION})


def to_pdf(flow: Flow, profile: Profile = PLAIN, draft: str = "") -> bytes:
    """The file. Every sign of the flow is one that the font has."""
    import typst

    folder = files("regcheck.documents.instrument") / "templates"
    given = json.dumps(_given(flow, profile, draft), ensure_ascii=False)
    return typst.compile(
        (folder / "instrument.typ").read_bytes(),
        font_paths=typst.Fonts(include_system_fonts=False, font_paths=[font_file().parent]),
        format="pdf",
        pdf_standards="ua-1",
        sys_inputs={"data": given},
    )


def _given(flow: Flow, profile: Profile, draft: str) -> Mapping[str, object]:
    below = 2 if any(isinstance(block, Line) and block.role is Role.TITLE for block in flow.blocks) else 1
    return {
        "title": flow.title,
        "draft": draft,
        "font": FAMILY,
        "page": {
            "size": profile.size,
            "signs": profile.signs,
            "lines": profile.lines,
            "top": profile.top,
            "right": profile.right,
            "bottom": profile.bottom,
            "left": profile.left,
        },
        "stretches": [[_block(block, below) for block in stretch.blocks] for stretch in stretches(flow)],
    }


def _block(block: Line | Grid, below: int) -> Mapping[str, object]:
    if isinstance(block, Grid):
        return _grid(block)
    return {**_line(block), "level": _level(block.role, below) if block.role in _BOOKMARKS else 0}


def _level(role: Role, below: int) -> int:
    """Of a bookmark: the 題名 has the first, all others the same; without a 題名 they have the first."""
    return 1 if role is Role.TITLE else below


def _in_cell(part: Line | Grid) -> Mapping[str, object]:
    """A caption that is quoted in a table is no bookmark."""
    return _grid(part) if isinstance(part, Grid) else {**_line(part), "level": 0}


def _line(line: Line) -> Mapping[str, object]:
    aside = [{"text": ("　" if line.parts else "") + line.aside}] if line.aside else []
    return {
        "runs": [*_runs(line.words), *aside],
        "first": line.first,
        "rest": line.rest,
        "align": line.align.value,
        "keeps": line.keeps,
    }


def _runs(words: Words) -> list[Mapping[str, str]]:
    return [
        {
            "text": run.text,
            **{mark.drawn.value: mark.value for mark in run.marks if mark.drawn != Drawn.OTHER},
        }
        for run in runs_of(words)
        if run.text
    ]


def _grid(grid: Grid) -> Mapping[str, object]:
    return {
        "widths": list(grid.widths),
        "headings": grid.headings,
        "rest": grid.rest,
        "rows": [
            [
                {
                    "rows": box.rows,
                    "columns": box.columns,
                    "content": [_in_cell(part) for part in box.content],
                    "look": dict(box.look),
                    "whole": box.rows == 1 and any(line.is_form for line in lines_of(box.content)),
                }
                for box in row
            ]
            for row in grid.rows
        ],
    }
