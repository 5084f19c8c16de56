"""Two versions side by side as a page for a terminal: one line a provision, what went in [-…-], what came in {+…+}.

Owns: the words of the page in both languages, the line that has both versions.
Refuses to know: how versions are compared, documents, terminals.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from regcheck.analysis.meanings import Change, ChangeKind, meaning_text
from regcheck.diagnostics.diagnostic import Diagnostic
from regcheck.diagnostics.wording import Language
from regcheck.frozen import Frozen
from regcheck.law.address import Address
from regcheck.law.comparing import Comparison
from regcheck.law.comparing.faces import Face, shown_words
from regcheck.law.comparing.pairing import Fate
from regcheck.law.comparing.pictures import picture_of
from regcheck.law.comparing.rows import Row
from regcheck.law.comparing.units import UnitKind
from regcheck.law.plain import WIDE_SPACE
from regcheck.law.tree import Framed, Picture
from regcheck.law.words import Drawn, Words, runs_of
from regcheck.render.finding import finding
from regcheck.render.page import Line, Page, Piece, Role, columns, line
from regcheck.source.span import SourceText


class _Labels(Frozen):
    left_out: str
    fates: Mapping[Fate, str]
    count: str
    same: str
    meanings: str
    no_meanings: str
    all_same: str
    moves: str
    move: str
    forms: str
    references: str
    reference: str
    untitled: str


_JA = _Labels(
    left_out="（略）",
    fates={Fate.ADDED: "新設", Fate.REMOVED: "削る", Fate.CHANGED: "改正", Fate.RENUMBERED: "番号のみ"},
    count="{name}{count}",
    same="条文に違いはありません",
    meanings="意味",
    no_meanings="法令の本文だけからは比べられません（仕様どうしのときに比べます）",
    all_same="どの項目も同じ",
    moves="移動",
    move="{old}から{new}へ",
    forms="記載の変わる様式",
    references="番号とともに改まる引用",
    reference="{place}：「{old}」→「{new}」（{target}）",
    untitled="（題名なし）",
)
_EN = _Labels(
    left_out="（略）",
    fates={
        Fate.ADDED: "added",
        Fate.REMOVED: "removed",
        Fate.CHANGED: "changed",
        Fate.RENUMBERED: "renumbered",
    },
    count="{count} {name}",
    same="the texts do not differ",
    meanings="meaning",
    no_meanings="cannot be compared from texts of laws alone (it is for two specifications)",
    all_same="every item means the same",
    moves="moved",
    move="{old} to {new}",
    forms="forms whose content changed",
    references="references that moved",
    reference="{place}: 「{old}」→「{new}」 ({target})",
    untitled="(no title)",
)
_MARKS = {Fate.ADDED: "+ ", Fate.REMOVED: "- ", Fate.CHANGED: "~ ", Fate.RENUMBERED: "~ ", Fate.SAME: "  "}
_ROLES = {Fate.ADDED: Role.ADDED, Fate.REMOVED: Role.REMOVED}


def comparison_page(
    comparison: Comparison,
    changes: Mapping[str, Change] | None,
    found: Sequence[Diagnostic],
    forms: Sequence[str],
    sources: Mapping[str, SourceText],
    language: Language,
) -> Page:
    """The counts, the rows, then meanings, moves, references, and the findings. `changes` are those of the meaning, or
    None where nothing is known of it; `forms` the 様式 whose content is another."""
    names = _JA if language is Language.JA else _EN
    return (
        *_head(comparison, names),
        *(_row(row, names) for row in comparison.rows if row.is_printed and not comparison.is_same),
        *_section(names.meanings, _meanings(changes, names, language)),
        *_section(names.moves, _moves(comparison, names)),
        *_section(names.forms, forms),
        *_section(names.references, _references(comparison, names)),
        *(part for one in found for part in (line(), *finding(one, sources, language, fingerprint=False))),
    )


def _head(comparison: Comparison, names: _Labels) -> Iterator[Line]:
    for sign, law, role in (("--- ", comparison.old, Role.REMOVED), ("+++ ", comparison.new, Role.ADDED)):
        number = f"（{law.number.text}）" if law.number.text else ""
        yield line(Piece(sign, role), Piece(law.name or names.untitled, Role.HEADLINE), number)
    counts = Counter(_counted(comparison))
    told = [
        names.count.format(name=name, count=counts[fate])
        for fate, name in names.fates.items()
        if counts[fate]
    ]
    yield line("    ", names.same if comparison.is_same else "、".join(told))
    if not comparison.is_same:
        yield line()


# ------------------------------------------------------------ rows


def _fate(row: Row) -> Fate:
    """That of the words of the row itself: a 柱書 stays where only its 号 change."""
    faces = [face for face in (row.old, row.new) if face is not None]
    is_lined = any(lined for face in faces for _, lined in _signs(face))
    stays = row.fate is Fate.CHANGED and row.kind is not UnitKind.BLOCK and not is_lined
    return Fate.SAME if stays else row.fate


def _counted(comparison: Comparison) -> Iterator[Fate]:
    """The fates of all rows that begin something; a 様式 is one, however many of its lines differ."""
    forms: dict[Address, None] = {}
    for row in comparison.rows:
        face = row.new or row.old
        if row.begins and face and not face.is_whole and picture_of(face.units[0]):
            forms[face.units[0].address] = None
        elif row.begins:
            yield _fate(row)
    yield from (Fate.CHANGED for _ in forms)


def _row(row: Row, names: _Labels) -> Line:
    face = row.new or row.old
    assert face is not None
    indent = "  " * len(face.units[0].address.items)
    sign = Piece(_MARKS[_fate(row)], _ROLES.get(row.fate, Role.GUTTER))
    return line(sign, indent, *_body(row), *([names.left_out] if face.is_left_out else []))


def _body(row: Row) -> list[Piece]:
    if row.new is None or row.old is None:
        face = row.new or row.old
        assert face is not None
        return [Piece("".join(sign for sign, _ in _signs(face)), _ROLES[row.fate])]
    return list(_both(list(_signs(row.old)), list(_signs(row.new))))


def _signs(face: Face) -> Iterator[tuple[str, bool]]:
    """Every sign that a side prints, and whether it is underlined; of a picture, the name of its file."""
    if isinstance(face.own, Framed) and isinstance(face.own.body, Picture) and not face.is_left_out:
        yield from ((sign, True) for sign in f"［{face.own.body.source}］")
    for number, words in enumerate(shown_words(face)):
        if number:
            yield WIDE_SPACE, False
        yield from _signs_of(words)


def _signs_of(words: Words) -> Iterator[tuple[str, bool]]:
    for run in runs_of(words):
        is_lined = any(mark.drawn is Drawn.LINE for mark in run.marks)
        yield from ((sign, is_lined) for sign in run.text)


def _both(old: list[tuple[str, bool]], new: list[tuple[str, bool]]) -> Iterator[Piece]:
    """One line of both sides: what is not underlined is the same on both, so it is said once."""
    i = j = 0
    while i < len(old) or j < len(new):
        for side, at, before, after, role in (
            (old, i, "[-", "-]", Role.REMOVED),
            (new, j, "{+", "+}", Role.ADDED),
        ):
            end = _end(side, at, lined=True)
            if end > at:
                yield Piece(before + "".join(sign for sign, _ in side[at:end]) + after, role)
            i, j = (end, j) if side is old else (i, end)
        end_old, end_new = _end(old, i, lined=False), _end(new, j, lined=False)
        length = min(end_old - i, end_new - j) or max(end_old - i, end_new - j)
        said = old[i : i + length] or new[j : j + length]
        yield Piece("".join(sign for sign, _ in said))
        i, j = min(i + length, len(old)), min(j + length, len(new))


def _end(side: list[tuple[str, bool]], at: int, *, lined: bool) -> int:
    while at < len(side) and side[at][1] is lined:
        at += 1
    return at


# ------------------------------------------------------------ below the rows


def _section(heading: str, lines: Sequence[str]) -> Iterator[Line]:
    if lines:
        yield line()
        yield line(Piece(heading, Role.LABEL))
        yield from (line("  ", text) for text in lines)


def _meanings(changes: Mapping[str, Change] | None, names: _Labels, language: Language) -> list[str]:
    if changes is None:
        return [names.no_meanings]
    moved = [change for change in changes.values() if change.kind is not ChangeKind.SAME]
    rows = columns((change.title, meaning_text(change, language)) for change in moved)
    return [left + right for left, right in rows] or [names.all_same]


def _moves(comparison: Comparison, names: _Labels) -> list[str]:
    return [names.move.format(old=move.old.address, new=move.new.address) for move in comparison.moves]


def _references(comparison: Comparison, names: _Labels) -> list[str]:
    return [
        names.reference.format(
            place=one.place,
            old=one.old,
            new=one.new,
            target=one.target if one.target == one.destination else f"{one.target}→{one.destination}",
        )
        for one in comparison.references.moved
    ]
