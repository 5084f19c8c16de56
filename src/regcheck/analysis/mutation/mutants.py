"""The mutants of whole files.

Owns: which items state rules and are changed, dropping a whole 特例, and the identity of a mutant.
Refuses to know: what a change means, who notices it.

対象 and 区分 say what there is, 性質, 事例, 事実表 and 確認 say what is wanted: they are what a mutant is held
against, and stay as they are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from regcheck.analysis.mutation.edit import Edit, Kind
from regcheck.analysis.mutation.operators import Scope
from regcheck.analysis.mutation.steps import Fields, fields_of
from regcheck.analysis.mutation.walk import edits_in
from regcheck.frozen import Frozen, replace
from regcheck.model.from_syntax.items import noun_of
from regcheck.syntax import ast

RuleItem = (
    ast.AssumptionItem | ast.PredicateItem | ast.OverrideItem | ast.StageItem | ast.TableItem
    | ast.DelegationItem
)  # fmt: skip


class Mutant(Frozen):
    """A specification with one slip: the changed file stands for the one of its name."""

    edit: Edit
    item: RuleItem
    """As it was."""
    file: ast.File
    """As it is after the change."""
    number: int = 1
    """Tells equal slips in the same place apart."""

    @property
    def title(self) -> str:
        """定義「X」."""
        return f"{noun_of(self.item).value}「{self.item.name.text}」"

    @property
    def place(self) -> str:
        """定義「X」/一."""
        return "/".join((self.title, *self.edit.labels))

    @property
    def days_moved(self) -> bool:
        """Whether the item, or a stage of it, begins or ends on another day: no record shows that."""
        return self.edit.node is not None and _days(self.edit.node) != _days(self.item)


def _days(item: RuleItem) -> list[object]:
    stages = item.stages if isinstance(item, ast.StageItem) else ()
    return [item.header.effective, item.header.expires, *(stage.start for stage in stages)]


def mutants_of(files: Sequence[ast.File], own: frozenset[str]) -> Iterator[Mutant]:
    """Every mutant of the own files, in the order of their texts."""
    fields = fields_of(files)
    seen = Counter[tuple[str, ...]]()
    for file in files:
        for mutant in _of_file(file, fields) if file.name in own else ():
            key = (mutant.edit.kind, mutant.place, mutant.edit.before, mutant.edit.after)
            seen[key] += 1
            yield replace(mutant, number=seen[key])


def _of_file(file: ast.File, fields: Fields) -> Iterator[Mutant]:
    for at, item in enumerate(file.items):
        if isinstance(item, RuleItem):
            scope = Scope(fields=fields, subject=item.subject.text)
            for edit in edits_in(item, scope):
                changed = (*file.items[:at], edit.node, *file.items[at + 1 :])
                yield Mutant(edit=edit, item=item, file=replace(file, items=changed))
        if isinstance(item, ast.OverrideItem):
            yield _without_override(file, item)


def _without_override(file: ast.File, item: ast.OverrideItem) -> Mutant:
    """The 特例 is gone, and so is every mention of it by those of its file that prevail over it."""
    rest = tuple(_forgetting(other, item.name) for other in file.items if other is not item)
    told = f"「{item.target.text}」の規定にかかわらず、…"
    edit = Edit(kind=Kind.EXCEPTION, node=None, span=item.span, before=told, after="")
    return Mutant(edit=edit, item=item, file=replace(file, items=rest))


def _forgetting(item: ast.Item, name: ast.Name) -> ast.Item:
    if not isinstance(item, ast.OverrideItem):
        return item
    kept = tuple(other for other in item.prevails_over if other.text != name.text)
    return replace(item, prevails_over=kept)


def chosen(found: Iterable[Mutant], limit: int | None) -> list[Mutant]:
    """At most so many, spread evenly over all."""
    listed = list(found)
    if limit is None or limit >= len(listed):
        return listed
    return [listed[at * len(listed) // limit] for at in range(limit)]
