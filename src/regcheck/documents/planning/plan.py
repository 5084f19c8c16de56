"""A plan: the name of every document, what it is and how it is made, so that one can be made without the others.

Owns: choosing by name, making what was chosen, telling all refusals at once.
Refuses to know: any document, any format.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Diagnostic
from regcheck.diagnostics.refused import RefusedError
from regcheck.frozen import Frozen, field

Maker = Callable[[], bytes]
"""Makes a document. Raises RefusedError."""


class Planned(Frozen, kw_only=False):
    """How a document is made, and in one line what it is; files of one document in several formats say the same."""

    make: Maker
    what: str


Plan = Mapping[str, Planned]
"""By POSIX name, relative to the folder of the documents."""


class Made(Frozen):
    """Documents by name, and why the others were refused."""

    files: Mapping[str, bytes] = field(default_factory=dict)
    diagnostics: tuple[Diagnostic, ...] = ()


def make(plan: Plan) -> Made:
    """Every document of a plan in the order of names. What several are refused for is told once."""
    files: dict[str, bytes] = {}
    refused: list[Diagnostic] = []
    for name in sorted(plan):
        try:
            files[name] = plan[name].make()
        except RefusedError as error:
            if error.problem.payload not in [one.payload for one in refused]:
                refused.append(error.problem)
    return Made(files=files, diagnostics=tuple(refused))


def chosen(plan: Plan, names: Iterable[str]) -> Plan:
    """The part of a plan that has some names, all of which it has; all of it for none."""
    wanted = dict.fromkeys(names)
    return {name: plan[name] for name in wanted} if wanted else plan


def unknown_names(plan: Plan, names: Iterable[str]) -> tuple[Diagnostic, ...]:
    """A diagnostic for every name that no document has."""
    return tuple(_unknown(plan, name) for name in dict.fromkeys(names) if name not in plan)


def _unknown(plan: Plan, name: str) -> Diagnostic:
    from difflib import get_close_matches  # only a mistake needs it

    known = tuple(sorted(plan))
    near = "".join(get_close_matches(name, known, n=1))
    return Diagnostic(
        payload=codes.generating.UnknownDocument(name=name, known=known, near=near), anchor=name
    )
