"""What is printed is read back as itself: every node of the syntax tree, comments and literals included."""

from __future__ import annotations

from hypothesis import given
from tests.property import strategies_files
from tests.property.effort import examples

from regcheck.source.span import SourceText
from regcheck.syntax import ast
from regcheck.syntax.parse import parse_file
from regcheck.syntax.printer import print_file


@examples(120)
@given(strategies_files.items())
def test_parse_undoes_print(item: ast.Item) -> None:
    printed = print_file(ast.File(name="t.regspec", items=(item,)))
    parsed = parse_file(SourceText("t.regspec", printed))
    assert [d.payload.ja() for d in parsed.diagnostics] == [], printed
    assert parsed.file.items == (item,), printed
    assert print_file(parsed.file) == printed


@examples(40)
@given(strategies_files.files())
def test_files_and_the_comments_between_items(tree: ast.File) -> None:
    printed = print_file(tree)
    parsed = parse_file(SourceText("t.regspec", printed))
    assert parsed.diagnostics == ()
    assert parsed.file == tree, printed
