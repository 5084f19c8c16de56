"""Lawtext → Law.

Owns: the head of the plain text form of laws: title and number, 制定文, 目次, 前文.
Refuses to know: files, what the sentences say. Provisions are in lawtext_body.py, tables and forms in lawtext_blocks.py.
Source: Lawtext 0.1.52 (its forms of lines; the code is our own).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Annotation, Diagnostic
from regcheck.frozen import Mutable
from regcheck.law.labels import paragraph_num
from regcheck.law.law_number import number_of
from regcheck.law.lawtext_body import begins_body, read_body
from regcheck.law.lawtext_lines import ARTICLE, CAPTION, DIVISION, PARAGRAPH, PREAMBLE, Text
from regcheck.law.outline import Line, Rank, body_of, children_of, division_num, nested
from regcheck.law.tree import Contents, Entry, Law, Paragraph, Title
from regcheck.law.words import NOTHING, Words
from regcheck.law.xml_text import from_markup
from regcheck.source.numerals import KANJI_NUMBER as _K
from regcheck.source.span import SourceText, Span

_NUMBER = re.compile(r"[（(](?P<number>.*号)[）)]\s*")
_ATTRIBUTES = re.compile(r"(?:\[\w+=\"[^\"]*\"\])+\s*")
"""What the title and number do not say: [LawType="Act"]."""
_ENACTMENT = re.compile(r"(?P<sign>:enact-statement:)?(?P<text>\S.*)")
_ENTRY = re.compile(rf"(?P<title>第{_K}(?P<sign>[編章節款目])[^（]*|附　?則)(?P<extent>（.*）)?\s*")
_TAGS = {"編": "TOCPart", "章": "TOCChapter", "節": "TOCSection", "款": "TOCSubsection", "目": "TOCDivision"}


class _Head(Mutable):
    text: Text
    title: Words
    number: str
    enactments: list[Words]
    contents: Contents | None
    paragraph: Words = NOTHING
    """The 項 that is all of the 本則: it looks like one more 制定文."""
    preamble: tuple[Paragraph, ...] = ()
    problems: tuple[Diagnostic, ...] = ()


def from_lawtext(source: SourceText) -> Law | tuple[Diagnostic, ...]:
    """The law in a Lawtext, or why there is none."""
    text = Text(source)
    head = _Head(text, NOTHING, "", [], None)
    at = _head(head, 1)
    lines, found = read_body(text, at, head.paragraph)
    problems = [*head.problems, *found]
    if not _is_of_a_law(lines, problems):
        span = Span(source.name, 0, 0)
        said = codes.law_files.NotALaw(file=source.name)
        return (Diagnostic(payload=said, annotations=(Annotation(span=span),), anchor=source.name),)
    if problems:
        return tuple(problems)
    main, after = body_of(nested(lines))
    return Law(
        number=number_of(head.number),
        title=Title(words=head.title) if head.title.text else None,
        main=main,
        enactments=tuple(head.enactments),
        contents=head.contents,
        preamble=head.preamble,
        after=after,
        file=source.name,
    )


def _is_of_a_law(lines: Sequence[Line], problems: Sequence[Diagnostic]) -> bool:
    """Whether there are provisions. Where there is no 条 and most lines have no place, what looks like a 項 is none."""
    provisions = [line.rank for line in lines if line.rank >= Rank.ARTICLE]
    return Rank.ARTICLE in provisions or len(provisions) > len(problems)


# ------------------------------------------------------------ the head


def _head(head: _Head, at: int) -> int:
    """題名, 法令番号, 制定文, 目次 and 前文; the number of the first line after them."""
    at = head.text.after_blank(at)
    while at <= head.text.last and _ATTRIBUTES.fullmatch(head.text.line(at)):
        at = head.text.after_blank(at + 1)
    if at <= head.text.last and not begins_body(head.text.line(at)):
        head.title = from_markup(head.text.words(at, 0))
        at += 1
    if at <= head.text.last and (found := _NUMBER.fullmatch(head.text.line(at))):
        head.number = from_markup(Words(found["number"])).text
        at += 1
    is_open = False
    while (at := head.text.after_blank(at)) <= head.text.last:
        line = head.text.line(at)
        if line.strip() in {"目次", ":toc:目次"}:
            at = _contents(head, at)
        elif line.strip() == PREAMBLE:
            is_open, at = False, _preamble(head, at + 1)
        elif not begins_body(line) and (said := _ENACTMENT.fullmatch(line)):
            head.enactments.append(from_markup(head.text.words(at, said.start("text"))))
            is_open, at = not said["sign"], at + 1
        else:
            break
    if is_open and _goes_on(head, at):
        head.paragraph = head.enactments.pop()
    return at


def _goes_on(head: _Head, at: int) -> bool:
    """Whether what stands at the end of the head is the first 項 of a 本則 without 条: no 条 and no other 項 １ follows."""
    line = head.text.line(at) if at <= head.text.last else ""
    if CAPTION.fullmatch(line) and at < head.text.last:
        line = head.text.line(at + 1)
    if found := PARAGRAPH.fullmatch(line):
        return paragraph_num(found["label"]) == "2"
    if not line:
        return bool(head.number)
    said = from_markup(Words(line)).text
    return not (ARTICLE.fullmatch(said) or DIVISION.fullmatch(said) or CAPTION.fullmatch(line))


def _preamble(head: _Head, at: int) -> int:
    """The 項 of the 前文; a caption at their end is that of the 条 below them."""
    below = head.text.below(at, 0)
    last = below.last
    while last >= at and (not head.text.line(last).strip() or _is_caption(head.text.line(last))):
        last -= 1
    below.last = last
    lines, problems = read_body(below, at)
    head.problems = tuple(problems)
    head.preamble = tuple(one for one in children_of(nested(lines)) if isinstance(one, Paragraph))
    return last + 1


def _is_caption(line: str) -> bool:
    return bool(CAPTION.fullmatch(from_markup(Words(line)).text))


def _contents(head: _Head, at: int) -> int:
    label, at = head.text.words(at, 0), at + 1
    rows: list[tuple[int, re.Match[str], Words, Words]] = []
    while at <= head.text.last and (text := head.text.line(at)).startswith("  "):
        indent = len(text) - len(text.lstrip(" "))
        found = _ENTRY.fullmatch(text.strip())
        if not found or (indent >= 6 and not rows):
            break
        title = head.text.words(at, indent, indent + found.end("title"))
        extent = head.text.words(at, indent + found.start("extent")) if found["extent"] else NOTHING
        rows.append((indent, found, title, extent))
        at += 1
    head.contents = Contents(entries=_entries(rows), label=label)
    return at


def _entries(rows: list[tuple[int, re.Match[str], Words, Words]]) -> tuple[Entry, ...]:
    """Entries from their indents: what stands deeper belongs to the last one that does not."""
    if not rows:
        return ()
    entries: list[Entry] = []
    starts = [place for place, row in enumerate(rows) if row[0] <= rows[0][0]]
    for start, end in zip(starts, [*starts[1:], len(rows)], strict=True):
        _, found, title, extent = rows[start]
        sign = found["sign"]
        entries.append(
            Entry(
                tag=_TAGS[sign] if sign else "TOCSupplProvision",
                title=title,
                num=division_num(title.text.partition("　")[0]) if sign else "",
                extent=extent,
                entries=_entries(rows[start + 1 : end]),
            )
        )
    return tuple(entries)
