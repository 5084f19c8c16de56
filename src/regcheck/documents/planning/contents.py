"""The list of the documents of a plan, for a page that leads to them.

Owns: one line for what each is; files of one document stand in one line.
Refuses to know: any document, what is in it, formats.
"""

from __future__ import annotations

from regcheck.documents.model import Listed
from regcheck.documents.planning.plan import Plan


def contents_of(plan: Plan) -> tuple[Listed, ...]:
    """Every file of a plan once, in the order of the plan."""
    files: dict[str, list[str]] = {}
    for name, planned in plan.items():
        files.setdefault(planned.what, []).append(name)
    return tuple(Listed(what=what, files=tuple(names)) for what, names in files.items())
