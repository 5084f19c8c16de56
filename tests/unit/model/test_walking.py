"""Protects: reading a tree with other names changes these names and nothing else."""

from __future__ import annotations

from regcheck.model.from_syntax.walking import mentioned, nodes, reread
from regcheck.source.span import NOWHERE, Span
from regcheck.syntax import ast

HERE = Span("a.regspec", 3, 7)


def path(*steps: str) -> ast.PathName:
    return ast.PathName(steps=tuple(ast.Name(text=step, span=HERE) for step in steps), span=HERE)


def has(*steps: str) -> ast.HasClause:
    return ast.HasClause(path=path(*steps), span=HERE)


def test_every_node_is_met_outermost_first() -> None:
    both = ast.ConnectiveClause(joiner=ast.Joiner.AND, word="かつ", parts=(has("甲"), has("乙")))
    kinds = [type(node).__name__ for node in nodes(both) if isinstance(node, ast.HasClause | ast.Name)]
    assert kinds == ["HasClause", "Name", "HasClause", "Name"]
    assert next(nodes(both)) is both


def test_a_path_mentions_every_run_of_its_steps() -> None:
    assert mentioned(has("応諾", "通知", "日")) == {
        *("応諾", "通知", "日"),
        *("応諾の通知", "通知の日", "応諾の通知の日"),
    }


def test_names_are_read_for_others_in_paths_and_alone() -> None:
    names = {"届出": "変更の案の届出"}
    assert reread(has("届出", "日"), names, {"届出"}) == has("変更の案の届出", "日")
    before = ast.BeforeText(event=ast.Name(text="届出", span=HERE), span=HERE)
    assert reread(before, names, {"届出"}).event.text == "変更の案の届出"


def test_the_longest_known_name_is_one_name() -> None:
    names = {"届出": "申告"}
    assert reread(has("応諾", "届出"), names, {"届出", "応諾の届出"}) == has("応諾", "届出")
    assert reread(has("応諾", "届出"), names, {"届出"}) == has("応諾", "申告")
    assert reread(has("応諾", "届出"), {"応諾": "承諾"}, {"応諾", "応諾の届出"}) == has("応諾", "届出")
    both = {"届出": "申告", "応諾の届出": "返事"}
    assert reread(has("応諾", "届出", "日"), both, {"届出", "応諾の届出"}) == has("返事", "日")


def test_places_stay_where_they_were() -> None:
    changed = reread(has("届出"), {"届出": "申告"}, {"届出"})
    assert changed.path.steps[0].span == HERE
    assert changed.span == HERE != NOWHERE
