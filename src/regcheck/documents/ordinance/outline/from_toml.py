"""Tables of outline.toml and the texts beside it → outline.

Owns: the settings there are, and what each has to be.
Refuses to know: files, templates.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Diagnostic
from regcheck.documents.ordinance.outline.forms_from_toml import read_forms
from regcheck.documents.ordinance.outline.plans import (
    STYLES,
    ArticlePlan,
    Layout,
    Outline,
    PhrasePlan,
    SummaryPlan,
    TermPlan,
)
from regcheck.documents.toml.places import Path, places_in
from regcheck.documents.toml.tables import Plan, TableReader
from regcheck.model.from_syntax.suggest import nearest

_TOP = ("title", "number", "enactment", "style", "layout")
_LISTS = ("article", "supplement", "term", "form", "phrase", "summary", "laws")
_NO_NUMBER = "令和〇年厚生労働省令第〇号"


def read_outline(
    file: str,
    tables: Mapping[str, object],
    texts: Mapping[str, str],
    names: Mapping[str, str],
    source: str = "",
) -> Outline | tuple[Diagnostic, ...]:
    """The outline of a file, or everything that is wrong with it. `texts` and `names` are the templates beside it and their
    files, by id; `source` is the text of the file, for the places of what is wrong."""
    reading = _Reading(TableReader(file, places_in(file, source), codes.ordinance.OutlineUnusable), tables)
    outline = reading.outline(file, texts, names)
    return tuple(reading.problems) or outline


class _Reading:
    def __init__(self, reader: TableReader, tables: Mapping[str, object]) -> None:
        self._reader, self._tables = reader, tables
        self.problems = reader.problems

    def outline(self, file: str, texts: Mapping[str, str], names: Mapping[str, str]) -> Outline:
        for key in self._tables:
            if key not in _TOP and key not in _LISTS:
                self._reader.tell(key, "unknown", (key,), similar=nearest(key, (*_TOP, *_LISTS)))
        terms = self._plans("term", TermPlan)
        self._check_terms(terms)
        articles, supplement = self._plans("article", ArticlePlan), self._plans("supplement", ArticlePlan)
        self._check_texts({"article": articles, "supplement": supplement}, texts)
        return Outline(
            file=file,
            title=self._text("title"),
            number=self._text("number", _NO_NUMBER),
            enactment=self._text("enactment"),
            style=STYLES[self._choice("style", "mhlw", tuple(STYLES))],
            layout=Layout(self._choice("layout", "items", tuple(Layout))),
            articles=articles,
            supplement=supplement,
            terms={term.name: term for term in terms},
            forms=read_forms(self._reader, self._tables.get("form", [])),
            phrases=self._plans("phrase", PhrasePlan),
            texts=texts,
            names=names,
            laws=self._laws(),
            summary=self._plans("summary", SummaryPlan),
        )

    # ------------------------------------------------------------ single settings

    def _text(self, key: str, default: str | None = None) -> str:
        value = self._tables.get(key, default)
        if isinstance(value, str):
            return value
        if value is None:
            self._reader.tell(key, "missing", ())
        else:
            self._reader.tell(key, "kind", (key,), "文字列")
        return default or ""

    def _choice(self, key: str, default: str, choices: Sequence[str]) -> str:
        value = self._text(key, default)
        if value in choices:
            return value
        self._reader.tell(key, "choice", (key,), "、".join(choices))
        return default

    def _laws(self) -> tuple[str, ...]:
        value = self._tables.get("laws", [])
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            self._reader.tell("laws", "kind", ("laws",), "ファイルの並び")
            return ()
        self._once((one, ("laws",)) for one in value)
        return tuple(value)

    # ------------------------------------------------------------ tables

    def _plans(self, key: str, kind: type[Plan]) -> tuple[Plan, ...]:
        rows = self._reader.rows(key, self._tables.get(key, []), (key,))
        paths: list[Path] = [(key, n) for n in range(len(rows))]
        return tuple(
            self._reader.plan(kind, key, row, path, span=self._reader.place(path))
            for row, path in zip(rows, paths, strict=True)
        )

    def _check_texts(self, plans: Mapping[str, Sequence[ArticlePlan]], texts: Mapping[str, str]) -> None:
        """Every article has a text, and a name of its own."""
        named = [(plan.id, (key, n)) for key, some in plans.items() for n, plan in enumerate(some) if plan.id]
        for ident, path in named:
            if ident not in texts:
                self._reader.tell(ident, "text", path, f"{ident}.j2")
        self._once(named)

    def _check_terms(self, terms: Sequence[TermPlan]) -> None:
        self._once((term.name, ("term", n)) for n, term in enumerate(terms) if term.name)
        for n, term in enumerate(terms):
            if bool(term.short) is bool(term.means):
                self._reader.tell(f"term {term.name}", "choice", ("term", n), "short と means")

    def _once(self, names: Iterable[tuple[str, Path]]) -> None:
        seen: set[str] = set()
        for name, path in names:
            if name in seen:
                self._reader.tell(name, "twice", path)
            seen.add(name)
