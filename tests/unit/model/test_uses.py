"""Protects: files are read after those they use, and a missing or circular 利用 is told with its places."""

from __future__ import annotations

from regcheck.diagnostics.codes.names import CyclicUse, MissingUse
from regcheck.model.from_syntax import Use, order_uses, uses_of
from regcheck.source.paths import resolve_use
from regcheck.source.span import Span
from regcheck.syntax import ast


def use(target: str) -> Use:
    return Use(written=target, target=target, span=Span("x", 1, 2))


def test_a_path_is_read_from_the_folder_of_its_file() -> None:
    assert resolve_use("specs/medical/a.regspec", "../act/b.regspec") == "specs/act/b.regspec"
    item = ast.UseItem(path="../act/b.regspec")
    file = ast.File(name="specs/medical/a.regspec", items=(item,))
    assert [u.target for u in uses_of(file)] == ["specs/act/b.regspec"]


def test_used_files_come_first_and_each_once() -> None:
    found = order_uses({"a": [use("b"), use("c")], "b": [use("d")], "c": [use("d")], "d": []})
    assert found.order == ("d", "b", "c", "a")
    assert found.diagnostics == ()


def test_a_missing_file_is_named_at_its_use_and_the_rest_is_ordered() -> None:
    found = order_uses({"a": [use("gone"), use("b")], "b": []})
    assert found.order == ("b", "a")
    assert [d.payload for d in found.diagnostics] == [MissingUse(path="gone")]
    assert found.diagnostics[0].place == Span("x", 1, 2)


def test_a_cycle_is_shown_once_with_all_its_files() -> None:
    found = order_uses({"a": [use("b")], "b": [use("c")], "c": [use("b")]})
    assert [d.payload for d in found.diagnostics] == [CyclicUse(cycle=("b", "c", "b"))]
    assert sorted(found.order) == ["a", "b", "c"]


def test_a_file_that_uses_itself_is_a_cycle() -> None:
    found = order_uses({"a": [use("a")]})
    assert [d.payload for d in found.diagnostics] == [CyclicUse(cycle=("a", "a"))]


def test_a_chain_of_ten_thousand_files_is_no_problem() -> None:
    chain = {str(n): [use(str(n + 1))] for n in range(10_000)} | {"10000": []}
    assert order_uses(chain).order[0] == "10000"
