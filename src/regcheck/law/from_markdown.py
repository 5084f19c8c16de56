"""Markdown of a law → Law.

Owns: the lines of two dialects: 「**第一条（見出し）**　本文」 with 「- 一　…」 below it, and 「# 第一条 （見出し）」.
Refuses to know: files, what the sentences say.

Both lose the space inside a 対応号; it comes back where it is certain (glued.py). A text without the lines of settings
at its head is taken for an extract.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Annotation, Diagnostic
from regcheck.frozen import Mutable, replace
from regcheck.law.glued import halves
from regcheck.law.labels import article_num, item_num
from regcheck.law.law_number import number_of
from regcheck.law.outline import SIGNS, Line, Rank, body_of, has_place, nested, plain_cell
from regcheck.law.plain import one_text
from regcheck.law.sentences import cut
from regcheck.law.tree import Annex, Law, Title
from regcheck.law.words import NOTHING, Words
from regcheck.source.numerals import KANJI_NUMBER as _K
from regcheck.source.span import SourceText, Span, shown

_ARTICLE = re.compile(rf"\*\*(?P<title>第{_K}条[^（*]*)(?P<caption>（.*）)?\*\*(?:　(?P<body>.*))?")
_PARAGRAPH = re.compile(r"\*\*(?P<label>[０-９0-9]+)\*\*(?:　(?P<body>.*))?")
_ITEM = re.compile(r"(?P<indent> *)- (?P<label>[^　]+)(?:　(?P<body>.*))?")
_DIVISION = re.compile(rf"#+ (?P<title>第{_K}(?P<sign>[編章節款目])(?:の{_K})*(?:　.*)?)")
_SUPPLEMENT = re.compile(r"##? 附　?則(?:　?（(?P<by>[^）]*)）)?(?P<extract>　?抄)?")
_ANNEX = re.compile(
    r"\*\*(?P<title>(?:別表|様式|別記)[^*（]*(?:（[一二三四五六七八九十]+）)?)(?P<related>（[^*]*）)?\*\*"
)
_HEADED = re.compile(r"# (?P<title>第\S+条\S*) ?(?P<caption>（.*）)?\s*")
_HEADED_PARAGRAPH = re.compile(r"## ?(?P<label>[０-９0-9]*)\s*")
_EXTRACT = re.compile(r"(?P<name>[^ （(A-Za-z]+) \([0-9A-Z]+\).*")
_RULE = re.compile(r"\|(?: *:?-+:? *\|)+")
_SETTING = re.compile(r'^ *(?P<name>\w+): "?(?P<value>.*?)"?$')


class _Reading(Mutable):
    """What has been read so far."""

    source: SourceText
    lines: list[Line]
    problems: list[Diagnostic]
    settings: dict[str, str]


def from_markdown(source: SourceText) -> Law | tuple[Diagnostic, ...]:
    """The law in a Markdown text, or why there is none."""
    reading = _Reading(source, [], [], {})
    start = _settings(reading)
    for number in range(start, len(source.line_starts) + 1):
        _read(reading, number)
    if not any(line.rank == Rank.ARTICLE for line in reading.lines):
        said = codes.law_files.NotALaw(file=source.name)
        return (
            Diagnostic(
                payload=said, annotations=(Annotation(span=Span(source.name, 0, 0)),), anchor=source.name
            ),
        )
    if reading.problems:
        return tuple(reading.problems)
    main, after = body_of(nested(_with_columns(_without_tables(reading.lines))))
    said_title = reading.settings.get("title", "")
    title = Title(
        words=Words(said_title),
        kana=reading.settings.get("law_title_kana", ""),
        abbreviation=reading.settings.get("abbrev", ""),
    )
    return Law(
        number=number_of(reading.settings.get("law_num", ""), reading.settings.get("publication_date", "")),
        title=title if said_title else None,
        main=replace(main, extract=True) if start == 1 else main,
        after=after,
        file=source.name,
    )


def _settings(reading: _Reading) -> int:
    """The lines between --- at the head; the number of the first line after them."""
    if reading.source.line(1).strip() != "---":
        return 1
    for number in range(2, len(reading.source.line_starts) + 1):
        text = reading.source.line(number)
        if text.strip() == "---":
            return number + 1
        if found := _SETTING.match(text):
            reading.settings[found["name"]] = found["value"]
    return 2


def _read(reading: _Reading, number: int) -> None:
    text = reading.source.line(number)
    if not text.strip():
        return
    line = _line(reading, number, text)
    if line is not None:
        reading.lines.append(line)
    elif not reading.lines:
        if said := _EXTRACT.fullmatch(text):
            reading.settings.setdefault("title", said["name"])
    elif not _goes_on(reading, number, text):
        told = codes.law_files.StrangeLine(text=shown(text.strip()))
        span = _span(reading, number, 0, len(text))
        reading.problems.append(
            Diagnostic(payload=told, annotations=(Annotation(span=span),), anchor=f"{number}")
        )


def _line(reading: _Reading, number: int, text: str) -> Line | None:
    for pattern, make in _KINDS:
        if found := pattern.fullmatch(text.rstrip()):
            return make(reading, number, found)
    return None


def _span(reading: _Reading, number: int, start: int, end: int) -> Span:
    at = reading.source.line_starts[number - 1]
    return Span(reading.source.name, at + start, at + end)


def _words(reading: _Reading, number: int, found: re.Match[str], group: str) -> Words:
    if not found[group]:
        return NOTHING
    start, end = found.span(group)
    return Words(found[group], (), _span(reading, number, start, end))


def _article(reading: _Reading, number: int, found: re.Match[str]) -> Line | None:
    if not article_num(found["title"].strip()):
        return None
    body = _words(reading, number, found, "body") if "body" in found.re.groupindex else NOTHING
    return Line(
        rank=Rank.ARTICLE,
        label=_words(reading, number, found, "title"),
        body=body,
        caption=_words(reading, number, found, "caption"),
        span=_span(reading, number, 0, found.end()),
    )


def _headed_paragraph(reading: _Reading, number: int, found: re.Match[str]) -> Line | None:
    """「## ２」; 「## 」 alone stands above the first 項, which the article has already."""
    return _paragraph(reading, number, found) if found["label"] else None


def _paragraph(reading: _Reading, number: int, found: re.Match[str]) -> Line | None:
    body = _words(reading, number, found, "body") if "body" in found.re.groupindex else NOTHING
    return Line(
        rank=Rank.PARAGRAPH,
        label=_words(reading, number, found, "label"),
        body=body,
        span=_span(reading, number, 0, found.end()),
    )


def _item(reading: _Reading, number: int, found: re.Match[str]) -> Line | None:
    level = len(found["indent"]) // 2
    if not item_num(found["label"], level):
        return None
    if not has_place(reading.lines, Rank.ITEM + level):
        told = codes.law_files.StrangeLine(text=shown(found[0].strip()), why="deep")
        place = _span(reading, number, found.start("label"), found.end())
        reading.problems.append(
            Diagnostic(payload=told, annotations=(Annotation(span=place),), anchor=f"{number}")
        )
    return Line(
        rank=Rank.ITEM + level,
        label=_words(reading, number, found, "label"),
        body=_words(reading, number, found, "body"),
        span=_span(reading, number, found.start("label"), found.end()),
    )


def _division(reading: _Reading, number: int, found: re.Match[str]) -> Line | None:
    label = _words(reading, number, found, "title")
    return Line(rank=SIGNS[found["sign"]], label=label, span=_span(reading, number, 0, found.end()))


def _supplement(reading: _Reading, number: int, found: re.Match[str]) -> Line | None:
    span = _span(reading, number, 0, found.end())
    return Line(
        rank=Rank.SUPPLEMENT,
        label=Words("附則", (), span),
        body=_words(reading, number, found, "by"),
        source="抄" if found["extract"] else "",
        span=span,
    )


def _annex(reading: _Reading, number: int, found: re.Match[str]) -> Line | None:
    return Line(
        rank=Rank.APPENDIX,
        label=_words(reading, number, found, "title"),
        body=_words(reading, number, found, "related"),
        annex=Annex.TABLE if found["title"].startswith("別表") else Annex.STYLE,
        span=_span(reading, number, 0, found.end()),
    )


_KINDS = (
    (_ARTICLE, _article),
    (_PARAGRAPH, _paragraph),
    (_ITEM, _item),
    (_DIVISION, _division),
    (_SUPPLEMENT, _supplement),
    (_ANNEX, _annex),
    (_HEADED, _article),
    (_HEADED_PARAGRAPH, _headed_paragraph),
)


def _goes_on(reading: _Reading, number: int, text: str) -> bool:
    """A row of a table, the text below a heading, or the only sentence of a 附則."""
    last = reading.lines[-1]
    if text.strip() == "##":
        return True
    if text.lstrip().startswith("|"):
        return _row(reading, number, text, last)
    words = Words(text.strip(), (), _span(reading, number, 0, len(text.rstrip())))
    if last.rank in {Rank.PARAGRAPH, Rank.ARTICLE} and not last.body.text:
        reading.lines[-1] = replace(last, body=words, span=last.span.to(words.span))
        return True
    if last.rank == Rank.SUPPLEMENT:
        reading.lines.append(Line(rank=Rank.PARAGRAPH, body=words, span=words.span))
        return True
    return False


def _row(reading: _Reading, number: int, text: str, last: Line) -> bool:
    if _RULE.fullmatch(text.strip()):
        return True
    cells = tuple(plain_cell(words) for words in _cells(reading, number, text))
    span = _span(reading, number, 0, len(text))
    if last.rank == Rank.BLOCK:
        reading.lines[-1] = replace(last, rows=(*last.rows, cells), span=last.span.to(span))
    else:
        reading.lines.append(Line(rank=Rank.BLOCK, rows=(cells,), span=span))
    return True


def _cells(reading: _Reading, number: int, text: str) -> Iterator[Words]:
    for found in re.finditer(r"\| ?(?P<cell>(?:(?! ?\|).)*)(?= ?\|)", text):
        yield _words(reading, number, found, "cell")


def _without_tables(lines: list[Line]) -> Iterator[Line]:
    """Lines without the words of the table below them, which the copy repeats at their end."""
    for line, after in zip(lines, [*lines[1:], Line(rank=Rank.SUPPLEMENT)], strict=True):
        words = "".join(one_text(cell) for row in after.rows for cell in row)
        if words and line.body.text.endswith(words):
            yield replace(line, body=cut(line.body, 0, len(line.body.text) - len(words)))
        else:
            yield line


def _with_columns(lines: Iterable[Line]) -> Iterator[Line]:
    """対応号 with their halves apart; the 柱書 of a line is the last one of lower rank."""
    chapeaux: list[Line] = []
    for line in lines:
        while chapeaux and chapeaux[-1].rank >= line.rank:
            chapeaux.pop()
        parent = chapeaux[-1].body.text if chapeaux else ""
        cut = halves(line.body, parent) if Rank.ITEM <= line.rank < Rank.BLOCK else ()
        chapeaux.append(line)
        yield replace(line, columns=cut) if cut else line
