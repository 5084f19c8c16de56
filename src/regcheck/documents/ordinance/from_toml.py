"""Tables of outline.toml and the texts beside it → outline.

Owns: the settings there are, and what each has to be.
Refuses to know: files, templates.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NoReturn, TypeVar, cast

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Diagnostic
from regcheck.documents.ordinance.outline import (
    STYLES,
    ArticlePlan,
    FormPlan,
    Layout,
    Outline,
    TermPlan,
)
from regcheck.documents.ordinance.problems import OutlineError, told
from regcheck.frozen import Frozen

_TOP = {"title": str, "number": str, "enactment": str, "style": str, "layout": str}
_LISTS = ("article", "supplement", "term", "form")
_NO_NUMBER = "令和〇年厚生労働省令第〇号"
Plan = TypeVar("Plan", bound=Frozen)


def read_outline(
    file: str, tables: Mapping[str, object], texts: Mapping[str, str], names: Mapping[str, str]
) -> Outline | tuple[Diagnostic, ...]:
    """The outline of a file. `texts` and `names` are the templates beside it and their files, by id."""
    try:
        return _Reading(file, tables).outline(texts, names)
    except OutlineError as error:
        return error.diagnostics


class _Reading:
    def __init__(self, file: str, tables: Mapping[str, object]) -> None:
        self._file, self._tables = file, tables

    def outline(self, texts: Mapping[str, str], names: Mapping[str, str]) -> Outline:
        for key in self._tables:
            if key not in _TOP and key not in _LISTS:
                self._fail(key, "unknown")
        articles = self._plans("article", ArticlePlan)
        supplement = self._plans("supplement", ArticlePlan)
        for plan in (*articles, *supplement):
            if plan.id not in texts:
                self._fail(plan.id, "text", f"{plan.id}.j2")
        self._once(plan.id for plan in (*articles, *supplement))
        terms, forms = self._plans("term", TermPlan), self._plans("form", FormPlan)
        self._once(term.name for term in terms)
        self._once(form.id for form in forms)
        for term in terms:
            if bool(term.short) is bool(term.means):
                self._fail(f"term {term.name}", "choice", "short と means")
        return Outline(
            file=self._file,
            title=self._text("title"),
            number=self._text("number", _NO_NUMBER),
            enactment=self._text("enactment"),
            style=STYLES[self._choice("style", "mhlw", tuple(STYLES))],
            layout=Layout(self._choice("layout", "items", tuple(Layout))),
            articles=articles,
            supplement=supplement,
            terms={term.name: term for term in terms},
            forms={form.id: form for form in forms},
            texts=texts,
            names=names,
        )

    def _fail(self, key: str, why: str, wanted: str = "") -> NoReturn:
        payload = codes.ordinance.OutlineUnusable(key=key, why=why, wanted=wanted)
        raise OutlineError(told(payload, self._file))

    def _text(self, key: str, default: str | None = None) -> str:
        value = self._tables.get(key, default)
        if value is None:
            self._fail(key, "missing")
        if not isinstance(value, str):
            self._fail(key, "kind", "文字列")
        return value

    def _choice(self, key: str, default: str, choices: Sequence[str]) -> str:
        value = self._text(key, default)
        if value not in choices:
            self._fail(key, "choice", "、".join(choices))
        return value

    def _plans(self, key: str, kind: type[Plan]) -> tuple[Plan, ...]:
        rows = self._tables.get(key, [])
        if not isinstance(rows, list):
            self._fail(key, "kind", f"[[{key}]]")
        return tuple(self._plan(key, row, kind) for row in rows)

    def _plan(self, key: str, row: object, kind: type[Plan]) -> Plan:
        if not isinstance(row, dict):
            self._fail(key, "kind", f"[[{key}]]")
        values = dict(self._values(key, row, kind))
        for name in kind.__struct_fields__[: len(kind.__struct_fields__) - len(kind.__struct_defaults__)]:
            if name not in values:
                self._fail(f"{key}.{name}", "missing")
        return kind(**values)

    def _values(self, key: str, row: Mapping[str, object], kind: type[Plan]) -> Iterator[tuple[str, object]]:
        for name, value in row.items():
            if name not in kind.__struct_fields__:
                self._fail(f"{key}.{name}", "unknown")
            listed = name == "answers"
            if listed and not (isinstance(value, list) and all(isinstance(one, str) for one in value)):
                self._fail(f"{key}.{name}", "kind", "文字列の並び")
            if not listed and not isinstance(value, str):
                self._fail(f"{key}.{name}", "kind", "文字列")
            yield name, tuple(cast("list[str]", value)) if listed else value

    def _once(self, names: Iterator[str]) -> None:
        seen: set[str] = set()
        for name in names:
            if name in seen:
                self._fail(name, "twice")
            seen.add(name)
