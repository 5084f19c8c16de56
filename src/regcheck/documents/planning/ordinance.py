"""The files of an ordinance: the law in every format, the trace beside its XML.

Owns: their names and order, what each is for, which formats follow a profile.
Refuses to know: how an ordinance is composed, any format.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, partial

from regcheck.documents.instrument.emit import Beside, Format, emit
from regcheck.documents.instrument.profile import PLAIN, Profile
from regcheck.documents.material import Material
from regcheck.documents.ordinance.build import Ordinance
from regcheck.documents.planning.pages import PAGE
from regcheck.documents.planning.plan import Plan, Planned
from regcheck.documents.planning.wanted import Wanted
from regcheck.documents.tracing.notes import notes_of
from regcheck.documents.tracing.origins import Origin, origins_of
from regcheck.documents.tracing.trace import trace
from regcheck.law.tree import Law

NAME = "ordinance"
TRACE = "trace.json"
_BARE = (Format.XML, Format.LAWTEXT)
"""They have no place for a watermark: the names of a draft say what it is."""
_PROFILED = (Format.DOCX, Format.HTML)
_WHAT = {
    Format.HTML: "読むための条文（検証の結果への手がかりつき）",
    Format.DOCX: "ワープロで開く条文",
    Format.PDF: "印刷する条文",
    Format.XML: "法令標準XMLの条文",
    Format.LAWTEXT: "Lawtextの条文",
}
"""What each format is for, in the order in which they are listed."""
_OF_TRACE = "条項と仕様の場所との対応（機械で読むもの）"


def plan_ordinance(ordinance: Ordinance, material: Material, wanted: Wanted, draft: bool) -> Plan:
    """The files of the ordinance that are wanted; nothing where there is none."""
    law = ordinance.law
    if law is None:
        return {}
    return dict(_Files(ordinance, law, material, draft).planned(wanted))


class _Files:
    """What several files share is made once, when the first of them is."""

    def __init__(self, ordinance: Ordinance, law: Law, material: Material, draft: bool) -> None:
        self._ordinance, self._law, self._material, self._draft = ordinance, law, material, draft

    def planned(self, wanted: Wanted) -> Iterator[tuple[str, Planned]]:
        first, *others = wanted.profiles
        for format, what in _WHAT.items():
            if format not in wanted.formats:
                continue
            yield self._name(format), Planned(partial(self._emitted, format, first), what)
            for profile in others if format in _PROFILED else ():
                name, made = f"{NAME}.{profile.name}.{format}", partial(self._emitted, format, profile)
                yield name, Planned(made, f"{what}、紙面{profile.name}")
        if Format.XML in wanted.formats:
            yield self._name(TRACE), Planned(self._trace, _OF_TRACE)

    def _name(self, end: str) -> str:
        is_marked = self._draft and end in (*_BARE, TRACE)
        return f"{NAME}.draft.{end}" if is_marked else f"{NAME}.{end}"

    def _emitted(self, format: Format, profile: Profile) -> bytes:
        notes = notes_of(self._origins, self._material, PAGE) if format is Format.HTML else {}
        return emit(
            self._law, format, profile, Beside(forms=self._ordinance.forms, notes=notes, is_draft=self._draft)
        )

    def _trace(self) -> bytes:
        content = self._emitted(Format.XML, PLAIN)
        return trace(self._law, self._origins, self._material, self._name(Format.XML), content)

    @cached_property
    def _origins(self) -> tuple[Origin, ...]:
        assert self._ordinance.draft is not None
        return origins_of(self._ordinance.draft, self._material)
