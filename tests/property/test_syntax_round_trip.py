"""What is printed is read back as itself: every node of the syntax tree, comments and literals included."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from regcheck.source.span import SourceText
from regcheck.syntax import ast
from regcheck.syntax.parse import parse_file
from regcheck.syntax.printer import print_file
from tests.property import strategies_files

PATIENT = settings(
    max_examples=250,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)


@PATIENT
@given(strategies_files.items())
def test_parse_undoes_print(item: ast.Item) -> None:
    printed = print_file(ast.File(name="t.regspec", items=(item,)))
    parsed = parse_file(SourceText("t.regspec", printed))
    assert [d.payload.ja() for d in parsed.diagnostics] == [], printed
    assert parsed.file.items == (item,), printed
    assert print_file(parsed.file) == printed
