"""Protects: whatever stands in outline.toml, it is read or refused with findings, never with a traceback."""

from __future__ import annotations

from hypothesis import given, strategies as st
from tests.property.effort import examples

from regcheck.documents.ordinance.outline.from_toml import read_outline
from regcheck.documents.ordinance.outline.plans import Outline
from regcheck.documents.toml.places import places_in

names = st.sampled_from(
    [
        "id",
        "title",
        "label",
        "group",
        "given",
        "entries",
        "rows",
        "answers",
        "remarks",
        "field",
        "card",
        "name",
        "無",
    ]
)
values = st.recursive(
    st.one_of(st.text(max_size=5), st.integers(-1, 30), st.booleans(), st.none()),
    lambda below: st.one_of(st.lists(below, max_size=3), st.dictionaries(names, below, max_size=4)),
    max_leaves=12,
)
tops = st.dictionaries(
    st.sampled_from(
        [
            "title",
            "number",
            "enactment",
            "style",
            "layout",
            "laws",
            "article",
            "supplement",
            "term",
            "form",
            "phrase",
            "summary",
        ]
    ),
    st.one_of(values, st.lists(st.dictionaries(names, values, max_size=6), max_size=3)),
    max_size=8,
)


@given(tops)
@examples(150)
def test_any_tables_are_read_or_refused(tables: dict[str, object]) -> None:
    found = read_outline("outline.toml", tables, {"甲": "甲"}, {})
    assert isinstance(found, Outline) or all(
        one.payload.ja().headline and one.payload.en().headline for one in found
    )


lines = st.sampled_from(
    [
        "[[form]]",
        "[[form.field]]",
        "[form.card]",
        "[a.b]",
        '[["form"]]',
        "title = '''",
        "'''",
        'x = """',
        '"""',
        "rows = 3",
        "",
        "[",
    ]
)


@given(st.lists(lines, max_size=12))
@examples(100)
def test_any_text_has_places_inside_of_it(some: list[str]) -> None:
    text = "\n".join(some)
    for path, span in places_in("a.toml", text).known.items():
        assert path
        assert 0 <= span.start <= span.end <= len(text)
        assert "\n" not in text[span.start : span.end]
