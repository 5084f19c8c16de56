"""利用: which files need which, and in what order they are read.

Owns: the graph of files by name, missing files, cycles.
Refuses to know: reading files; the caller gives what it could read.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Annotation, Diagnostic
from regcheck.frozen import Frozen
from regcheck.source.paths import resolve_use
from regcheck.source.span import NOWHERE, Span
from regcheck.syntax import ast


class Use(Frozen):
    """One 利用: the path as written and the name of the file it leads to."""

    written: str
    target: str
    span: Span = NOWHERE


class Uses(Frozen):
    """The files, each after those it uses, and what is wrong with the 利用 between them."""

    order: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]


def uses_of(file: ast.File) -> tuple[Use, ...]:
    """The 利用 of a file, in their order."""
    return tuple(
        Use(written=item.path, target=resolve_use(file.name, item.path), span=item.span)
        for item in file.items
        if isinstance(item, ast.UseItem)
    )


def order_uses(uses: Mapping[str, Sequence[Use]]) -> Uses:
    """Order the files (the keys) so that each comes after what it uses; a target that is no key is missing."""
    walk = _Walk(uses)
    for file in uses:
        walk.visit(file)
    return Uses(order=tuple(walk.order), diagnostics=tuple(walk.diagnostics))


class _Walk:
    """Depth first without recursion: `path` holds, in order, the files on the way to the present one."""

    def __init__(self, uses: Mapping[str, Sequence[Use]]) -> None:
        self.uses = uses
        self.order: list[str] = []
        self.done: set[str] = set()
        self.diagnostics: list[Diagnostic] = []

    def visit(self, start: str) -> None:
        path, todo = {start: None}, [iter(self.uses[start])]
        while path:
            file = next(reversed(path))
            use = next(todo[-1], None) if file not in self.done else None
            if use is None:
                self._leave(file)
                del path[file]
                todo.pop()
            elif use.target not in self.uses:
                self._report(file, codes.names.MissingUse(path=use.written), use)
            elif use.target in path:
                files = list(path)
                cycle = (*files[files.index(use.target) :], use.target)
                self._report(file, codes.names.CyclicUse(cycle=cycle), use)
            elif use.target not in self.done:
                path[use.target] = None
                todo.append(iter(self.uses[use.target]))

    def _leave(self, file: str) -> None:
        if file not in self.done:
            self.done.add(file)
            self.order.append(file)

    def _report(self, file: str, payload: codes.names.MissingUse | codes.names.CyclicUse, use: Use) -> None:
        self.diagnostics.append(
            Diagnostic(
                payload=payload,
                annotations=(Annotation(span=use.span, label=use.written),),
                anchor=f"利用「{use.written}」/{file}",
            )
        )
