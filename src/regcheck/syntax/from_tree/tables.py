"""区分表: heading, rows, cells.

Owns: what a cell says, and that every row has as many cells as the heading.
Refuses to know: whether a word in a cell is a value of its column.
"""

from __future__ import annotations

from regcheck.diagnostics import codes
from regcheck.syntax import ast
from regcheck.syntax.from_tree import names
from regcheck.syntax.from_tree.expressions import bound, date_literal, first_token, no_clause, number
from regcheck.syntax.from_tree.headers import finish, header, needed, subject, title
from regcheck.syntax.from_tree.items import scope
from regcheck.syntax.from_tree.reading import Reading, first, has, parts, tokens, trees
from regcheck.syntax.tree import Node, Token


def table(reading: Reading, tree: Node) -> ast.TableItem:
    """区分表."""
    lines, about = header(reading, tree), subject(reading, tree)
    policy = needed(
        reading, tree, "policy", "「該当は一つのみ」などの行", "該当は一つのみ, 先の行を優先 or 全て該当"
    )
    found = parts(tree, "row") or [needed(reading, tree, "row", "表", "its rows")]
    columns, outputs = _heading(reading, found[0])
    rows = tuple(_row(reading, part, len(columns), len(outputs)) for part in found[1:])
    within = scope(reading, tree)
    return ast.TableItem(
        name=title(reading, tree),
        subject=about,
        hit_policy=_policy(policy),
        complete=any(token.text == "漏れなし" for token in tokens(policy, "COMPLETE")),
        columns=columns,
        outputs=outputs,
        rows=rows,
        within=within,
        header=finish(reading, lines),
        span=reading.whole,
    )


def _policy(tree: Node) -> str:
    found = tokens(tree, "POLICY")
    return found[0].text.replace("すべて", "全て") if found else "該当は一つのみ"


def _heading(reading: Reading, row: Node) -> tuple[tuple[ast.PathName, ...], tuple[ast.Name, ...]]:
    """The columns before the first → and the outputs behind it."""
    cells = trees(row)
    cut = next((i for i, cell in enumerate(cells) if cell.kind == "heading"), 0)
    if not cut:
        raise reading.refuse(codes.syntax.BadTable(**_NO_OUTPUT), row)
    columns = tuple(names.path(reading, _only(reading, cell)) for cell in cells[:cut])
    return columns, tuple(names.name(reading, _output_name(reading, cell)) for cell in cells[cut:])


_NO_OUTPUT = {
    "what_ja": "表の見出しに「→」の欄がありません",
    "what_en": "the heading has no column with →",
    "advice_ja": "条件の欄の右に、結果の欄を「→ 手続」のように書いてください",
    "advice_en": "Write the column of the result behind the conditions: → 手続",
}


def _output_name(reading: Reading, cell: Node) -> Node:
    return first(cell) if cell.kind == "heading" else _only(reading, cell)


def _only(reading: Reading, cell: Node) -> Node:
    """The one name of a cell."""
    if cell.kind == "cell" and len(cell.children) == 1 and (name := first(cell)).kind in ("path", "yes_cell"):
        return name
    what = codes.syntax.BadTable(
        what_ja=f"「{reading.written(cell)}」は一つの名前ではありません",
        what_en=f"'{reading.written(cell)}' is not a single name",
        advice_ja="見出しと結果の欄には名前を一つ書いてください",
        advice_en="Write one name in a heading and in a cell of a result",
    )
    raise reading.refuse(what, cell)


def _row(reading: Reading, tree: Node, columns: int, outputs: int) -> ast.TableRow:
    comments = reading.take_comments(tree)
    found = trees(tree)
    if len(found) != columns + outputs:
        raise reading.refuse(codes.syntax.WrongCellCount(found=len(found), wanted=columns + outputs), tree)
    return ast.TableRow(
        cells=tuple(_cell(reading, tree, cell) for cell in found[:columns]),
        outputs=tuple(_name(reading, _only_output(reading, tree, cell)) for cell in found[columns:]),
        comments=comments,
        span=reading.span(tree),
    )


def _only_output(reading: Reading, row: Node, cell: Node) -> Node:
    if cell.kind == "no_cell":
        raise reading.refuse(codes.syntax.BadTable(**_EMPTY), row)
    return _only(reading, cell)


_EMPTY = {
    "what_ja": "空の欄があります",
    "what_en": "a cell is empty",
    "advice_ja": "どれでもよい欄には ―、残り全部の欄には「それ以外」と書いてください",
    "advice_en": "Write ― where anything will do and それ以外 for all the rest",
}


def _name(reading: Reading, tree: Node) -> ast.Name:
    if tree.kind == "path":
        return names.name(reading, tree)
    return ast.Name(text="あり" if has(tree, "YES") else "なし", span=reading.span(tree))


def _cell(reading: Reading, row: Node, tree: Node) -> ast.CellText:
    match tree.kind:
        case "no_cell":
            raise reading.refuse(codes.syntax.BadTable(**_EMPTY), row)
        case "any_cell":
            return ast.CellText(any=True, span=reading.span(tree))
        case "other_cell":
            return ast.CellText(other=True, span=reading.span(tree))
        case "heading":
            raise reading.refuse(codes.syntax.BadTable(**_SECOND_HEADING), tree)
        case _:
            return _choices(reading, tree)


_SECOND_HEADING = {
    "what_ja": "「→」が見出しより下の行にあります",
    "what_en": "→ stands below the heading",
    "advice_ja": "「→」は見出しの行だけに書いてください",
    "advice_en": "Write → in the heading only",
}


def _choices(reading: Reading, tree: Node) -> ast.CellText:
    """A, B又はC; 25%未満; 25%未満又は1/3以上."""
    span, found = reading.span(tree), trees(tree)
    names.names_joiner(reading, tree)
    if all(part.kind in ("path", "yes_cell") for part in found):
        return ast.CellText(values=tuple(_name(reading, part) for part in found), span=span)
    if len(found) == 1:
        return ast.CellText(bounds=_bounds(reading, found[0]), span=span)
    return ast.CellText(alternatives=tuple(_choice(reading, part) for part in found), span=span)


def _choice(reading: Reading, tree: Node) -> ast.CellText:
    span = reading.span(tree)
    if tree.kind in ("path", "yes_cell"):
        return ast.CellText(values=(_name(reading, tree),), span=span)
    return ast.CellText(bounds=_bounds(reading, tree), span=span)


def _bounds(reading: Reading, tree: Node) -> tuple[ast.Bound, ...]:
    if tree.kind == "cell_bounds":
        return tuple(bound(reading, part, no_clause) for part in trees(tree))
    token: Token = first_token(tree)
    value = number(reading, token) if tree.kind == "number" else date_literal(reading, token)
    return (ast.Bound(op=ast.CompareWord.EQ, value=value, span=value.span),)
