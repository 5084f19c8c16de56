"""What cannot be compared because a fact is no longer the same fact.

Owns: the items of the earlier version that ask for such a fact or rest on one that does, and the 対象 of which it is
no longer known which cases there were.
Refuses to know: which facts those are (united.py).

A condition of the later version that asks for the fact means the later fact, and the earlier one says nothing of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Set as AbstractSet

from regcheck.analysis.meanings.differing import content, items_of
from regcheck.analysis.meanings.names import Item, items_in, steps_in
from regcheck.analysis.meanings.united import Facts
from regcheck.model.specification import Specification
from regcheck.model.types import ListType, ReferenceType

Blamed = tuple[str, ...]
"""Facts by name."""


def apart_items(earlier: Specification, facts: Facts) -> dict[Item, Blamed]:
    """Items, 特例 and 前提 of the earlier version; and ("subjects", name) if all about a 対象 cannot be compared."""
    if not facts.apart:
        return {}
    names = {fact for _, fact in facts.apart}
    texts: dict[Item, object] = {item: content(earlier, item) for item in items_of(earlier)}
    texts |= {item: getattr(earlier, item[0])[item[1]] for item in clauses_of(earlier)}
    found = _with_users(texts, {item: _asked(text, names) for item, text in texts.items()})
    premises = (name for kind, name in found if kind == "assumptions")
    clouded = {earlier.assumptions[name].subject: found["assumptions", name] for name in premises}
    return found | {("subjects", name): blamed for name, blamed in _with_holders(earlier, clouded).items()}


def clauses_of(spec: Specification) -> list[Item]:
    """The conditions that no other item names."""
    return [(kind, name) for kind in ("overrides", "assumptions") for name in getattr(spec, kind)]


def _asked(text: object, names: AbstractSet[str]) -> Blamed:
    return tuple(dict.fromkeys(step for step in steps_in(text) if step in names))


def _with_users(texts: Mapping[Item, object], found: Mapping[Item, Blamed]) -> dict[Item, Blamed]:
    """With what rests on them, however far."""
    named = {item: tuple(items_in(text)) for item, text in texts.items()}
    blamed = {item: facts for item, facts in found.items() if facts}
    waiting = list(blamed)
    while waiting:
        cause = waiting.pop()
        for user, items in named.items():
            if user not in blamed and cause in items:
                blamed[user] = blamed[cause]
                waiting.append(user)
    return blamed


def _with_holders(spec: Specification, clouded: Mapping[str, Blamed]) -> dict[str, Blamed]:
    """With every 対象 whose records hold some of these."""
    found, waiting = dict(clouded), list(clouded)
    while waiting:
        inner = waiting.pop()
        for name, subject in spec.subjects.items():
            kinds = (field.type for field in subject.fields.values())
            held = any(isinstance(kind, ReferenceType | ListType) and kind.subject == inner for kind in kinds)
            if held and name not in found:
                found[name] = found[inner]
                waiting.append(name)
    return found
