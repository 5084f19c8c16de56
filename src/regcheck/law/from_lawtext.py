"""Lawtext → Law.

Owns: the lines of the plain text form of laws: title and number, 目次, headings, captions, provisions by their indent.
Refuses to know: files, what the sentences say. Tables and forms are in lawtext_blocks.py.
Source: Lawtext 0.1.52 (its forms of lines; the code is our own).
"""

from __future__ import annotations

import re

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Annotation, Diagnostic
from regcheck.frozen import Mutable
from regcheck.law.labels import article_num, item_num
from regcheck.law.law_number import number_of
from regcheck.law.lawtext_blocks import Text, read_block, starts_block
from regcheck.law.outline import SIGNS, Line, Rank, body_of, division_num, has_parent, nested, split_columns
from regcheck.law.tree import Annex, Contents, Entry, Law, Title
from regcheck.law.words import NOTHING, Words
from regcheck.law.xml_text import from_markup
from regcheck.source.span import SourceText, Span, shown

_K = "[一二三四五六七八九十百千]+"
_NUMBER = re.compile(r"[（(](?P<number>.*号)[）)]\s*")
_ATTRIBUTES = re.compile(r"(?:\[\w+=\"[^\"]*\"\])+\s*")
"""What the title and number do not say: [LawType="Act"]."""
_DIVISION = re.compile(rf"\s{{6,}}(?P<title>第{_K}(?P<sign>[編章節款目])(?:の{_K})*(?:　.*)?)")
_SUPPLEMENT = re.compile(r"\s*(?P<label>附　?則)(?:　?（(?P<by>[^）]*)）)?(?P<extract>　?抄)?\s*")
_CAPTION = re.compile(r"  (?P<caption>（.*）)\s*")
_ARTICLE = re.compile(rf"(?P<title>第{_K}条[^　]*)　(?P<body>.*)")
_PARAGRAPH = re.compile(r"(?P<label>[０-９0-9]+)　(?P<body>.*)")
_ITEM = re.compile(r"(?P<indent>  +)(?:# |:item:)?(?P<label>[^　（]+|（[^　）]+）[^　]*)　(?P<body>.*)")
_APPENDIX = re.compile(
    r"(?:# |:appdx-(?P<kind>table|style|note|format|fig):)(?P<title>.*?)"
    r"(?P<related>（(?:[^（）]|（[^（）]*）)*関係）)?\s*"
)
_ENACTMENT = re.compile(r"(?::enact-statement:)?(?P<text>\S.*)")
_ANNEXES = (("別表", Annex.TABLE), ("様式", Annex.STYLE), ("別記", Annex.STYLE), ("別図", Annex.FIGURE))
_KINDS = {
    "table": Annex.TABLE,
    "style": Annex.STYLE,
    "note": Annex.NOTE,
    "format": Annex.FORMAT,
    "fig": Annex.FIGURE,
}
_ENTRY = re.compile(rf"(?P<title>第{_K}(?P<sign>[編章節款目])[^（]*|附　?則)(?P<extent>（.*）)?\s*")
_TAGS = {"編": "TOCPart", "章": "TOCChapter", "節": "TOCSection", "款": "TOCSubsection", "目": "TOCDivision"}


class _Reading(Mutable):
    text: Text
    lines: list[Line]
    problems: list[Diagnostic]
    caption: Words
    title: Words
    number: str
    enactments: list[Words]
    contents: Contents | None


def from_lawtext(source: SourceText) -> Law | tuple[Diagnostic, ...]:
    """The law in a Lawtext, or why there is none."""
    reading = _Reading(Text(source), [], [], NOTHING, NOTHING, "", [], None)
    at = _head(reading, 1)
    while at <= reading.text.count:
        at = _read(reading, at)
    if not any(line.rank >= Rank.ARTICLE for line in reading.lines):
        span = Span(source.name, 0, 0)
        said = codes.law_files.NotALaw(file=source.name)
        return (Diagnostic(payload=said, annotations=(Annotation(span=span),), anchor=source.name),)
    if reading.problems:
        return tuple(reading.problems)
    main, after = body_of(nested(reading.lines))
    return Law(
        number=number_of(reading.number),
        title=Title(words=reading.title) if reading.title.text else None,
        main=main,
        enactments=tuple(reading.enactments),
        contents=reading.contents,
        after=after,
        file=source.name,
    )


# ------------------------------------------------------------ the head


def _head(reading: _Reading, at: int) -> int:
    """題名, 法令番号, 制定文 and 目次; the number of the first line after them."""
    at = reading.text.after_blank(at)
    while at <= reading.text.count and _ATTRIBUTES.fullmatch(reading.text.line(at)):
        at = reading.text.after_blank(at + 1)
    if at <= reading.text.count and not _begins_body(reading.text.line(at)):
        reading.title = from_markup(reading.text.words(at, 0))
        at += 1
    if at <= reading.text.count and (found := _NUMBER.fullmatch(reading.text.line(at))):
        reading.number = found["number"]
        at += 1
    while (at := reading.text.after_blank(at)) <= reading.text.count:
        line = reading.text.line(at)
        if line.strip() in {"目次", ":toc:目次"}:
            at = _contents(reading, at)
        elif not _begins_body(line) and (said := _ENACTMENT.fullmatch(line)):
            reading.enactments.append(from_markup(reading.text.words(at, said.start("text"))))
            at += 1
        else:
            break
    return at


def _begins_body(line: str) -> bool:
    kinds = (_DIVISION, _SUPPLEMENT, _CAPTION, _ARTICLE, _PARAGRAPH)
    return any(kind.fullmatch(line) for kind in kinds)


def _contents(reading: _Reading, at: int) -> int:
    label, at = reading.text.words(at, 0), at + 1
    rows: list[tuple[int, re.Match[str], Words, Words]] = []
    while at <= reading.text.count and (text := reading.text.line(at)).startswith("  "):
        indent = len(text) - len(text.lstrip(" "))
        found = _ENTRY.fullmatch(text.strip())
        if not found or (indent >= 6 and not rows):
            break
        title = reading.text.words(at, indent, indent + found.end("title"))
        extent = reading.text.words(at, indent + found.start("extent")) if found["extent"] else NOTHING
        rows.append((indent, found, title, extent))
        at += 1
    reading.contents = Contents(entries=_entries(rows), label=label)
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


# ------------------------------------------------------------ the body


def _read(reading: _Reading, at: int) -> int:
    """Read a line (or a block of them); the number of the next one."""
    text = reading.text.line(at)
    if not text.strip():
        return at + 1
    if starts_block(text):
        return read_block(reading.text, at, reading.lines)
    for pattern, make in _LINES:
        if (found := pattern.fullmatch(text)) and make(reading, at, found):
            return at + 1
    if _goes_on(reading, at, text):
        return at + 1
    told = codes.law_files.StrangeLine(text=shown(text.strip()))
    span = reading.text.words(at, len(text) - len(text.lstrip())).span
    reading.problems.append(Diagnostic(payload=told, annotations=(Annotation(span=span),), anchor=str(at)))
    return at + 1


def _words(reading: _Reading, at: int, found: re.Match[str], group: str) -> Words:
    if not found[group]:
        return NOTHING
    return from_markup(reading.text.words(at, *found.span(group)))


def _put(reading: _Reading, line: Line) -> bool:
    reading.lines.append(line)
    reading.caption = NOTHING
    return True


def _division(reading: _Reading, at: int, found: re.Match[str]) -> bool:
    title = _words(reading, at, found, "title")
    return _put(reading, Line(rank=SIGNS[found["sign"]], label=title, span=title.span))


def _supplement(reading: _Reading, at: int, found: re.Match[str]) -> bool:
    label = _words(reading, at, found, "label")
    by = _words(reading, at, found, "by")
    extract = "抄" if found["extract"] else ""
    return _put(reading, Line(rank=Rank.SUPPLEMENT, label=label, body=by, source=extract, span=label.span))


def _caption(reading: _Reading, at: int, found: re.Match[str]) -> bool:
    reading.caption = _words(reading, at, found, "caption")
    return True


def _article(reading: _Reading, at: int, found: re.Match[str]) -> bool:
    title = _words(reading, at, found, "title")
    if not article_num(title.text):
        return False
    body = _words(reading, at, found, "body")
    span = title.span.to(body.span) if body.text else title.span
    return _put(reading, Line(rank=Rank.ARTICLE, label=title, body=body, caption=reading.caption, span=span))


def _paragraph(reading: _Reading, at: int, found: re.Match[str]) -> bool:
    label, body = _words(reading, at, found, "label"), _words(reading, at, found, "body")
    span = label.span.to(body.span) if body.text else label.span
    return _put(
        reading, Line(rank=Rank.PARAGRAPH, label=label, body=body, caption=reading.caption, span=span)
    )


def _item(reading: _Reading, at: int, found: re.Match[str]) -> bool:
    level = len(found["indent"]) // 2 - 1
    if not item_num(found["label"], level):
        return False
    label, body = _words(reading, at, found, "label"), _words(reading, at, found, "body")
    if not has_parent(reading.lines, Rank.ITEM + level):
        told = codes.law_files.StrangeLine(text=shown(found[0].strip()), why="deep")
        span = label.span
        reading.problems.append(
            Diagnostic(payload=told, annotations=(Annotation(span=span),), anchor=str(at))
        )
    halves = split_columns(body)
    columns = halves if len(halves) > 1 else ()
    span = label.span.to(body.span) if body.text else label.span
    return _put(reading, Line(rank=Rank.ITEM + level, label=label, body=body, columns=columns, span=span))


def _appendix(reading: _Reading, at: int, found: re.Match[str]) -> bool:
    named = next((annex for word, annex in _ANNEXES if found["title"].startswith(word)), None)
    annex = _KINDS[found["kind"]] if found["kind"] else named
    if annex is None:
        return False
    title, related = _words(reading, at, found, "title"), _words(reading, at, found, "related")
    return _put(reading, Line(rank=Rank.APPENDIX, label=title, body=related, annex=annex, span=title.span))


_LINES = (
    (_DIVISION, _division),
    (_SUPPLEMENT, _supplement),
    (_CAPTION, _caption),
    (_ARTICLE, _article),
    (_PARAGRAPH, _paragraph),
    (_ITEM, _item),
    (_APPENDIX, _appendix),
)


def _goes_on(reading: _Reading, at: int, text: str) -> bool:
    """A 項 without a label: the only one of a 附則, or of a law that has no 条."""
    if text.startswith(" ") or (reading.lines and reading.lines[-1].rank not in _BEFORE_PARAGRAPH):
        return False
    body = from_markup(reading.text.words(at, 0))
    line = Line(rank=Rank.PARAGRAPH, body=body, caption=reading.caption, span=body.span)
    return _put(reading, line)


_BEFORE_PARAGRAPH = {Rank.SUPPLEMENT, Rank.PARAGRAPH}
