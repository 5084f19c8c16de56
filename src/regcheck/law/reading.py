"""Texts of laws → laws, each with its references and what the lints find.

Owns: which form a text has, and reading several so that references lead from one into the other.
Refuses to know: files, how a form is read, what a lint looks for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from regcheck.diagnostics.diagnostic import Diagnostic
from regcheck.frozen import Frozen
from regcheck.law.from_lawtext import from_lawtext
from regcheck.law.from_markdown import from_markdown
from regcheck.law.law_names import Library
from regcheck.law.lints import lint_subject
from regcheck.law.lints.siblings import siblings_of
from regcheck.law.lints.subject import Subject
from regcheck.law.references import Reference
from regcheck.law.terms import Definition
from regcheck.law.tree import Law
from regcheck.source.span import SourceText

_MARKDOWN = re.compile(r"^(?:---$|\*\*第|#+ 第)", re.MULTILINE)
_HEAD = 4000
"""Signs in which a form shows."""


class ReadLaw(Frozen):
    """A text as it was read; one that cannot be read has no law and says why."""

    source: SourceText
    law: Law | None = None
    references: tuple[Reference, ...] = ()
    definitions: tuple[Definition, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def read_laws(sources: Sequence[SourceText]) -> tuple[ReadLaw, ...]:
    """Each text in order. References lead into every law among them; ordinances that say the same are compared."""
    read = [_read(source) for source in sources]
    laws = tuple(one.law for one in read if one.law)
    library = Library.of(laws)
    return tuple(_looked_at(one, one.law, library, laws) if one.law else one for one in read)


def _read(source: SourceText) -> ReadLaw:
    found = read_law(source)
    if isinstance(found, Law):
        return ReadLaw(source=source, law=found)
    return ReadLaw(source=source, diagnostics=found)


def _looked_at(read: ReadLaw, law: Law, library: Library, laws: tuple[Law, ...]) -> ReadLaw:
    subject = Subject(law, library, siblings_of(law, laws))
    return ReadLaw(
        source=read.source,
        law=law,
        references=subject.references,
        definitions=subject.terms.definitions,
        diagnostics=lint_subject(subject),
    )


def read_law(source: SourceText) -> Law | tuple[Diagnostic, ...]:
    """The law in a text, by its form: XML begins with <, Markdown has **第一条** or settings, the rest is Lawtext."""
    if source.text.lstrip("\ufeff \t\r\n").startswith("<"):
        from regcheck.law.from_xml import from_xml

        return from_xml(source)
    if source.name.endswith(".md") or _MARKDOWN.search(source.text[:_HEAD]):
        return from_markdown(source)
    return from_lawtext(source)
