"""Plans on a terminal: a line for each row, and below it how its days were counted and where they are laid down.

Owns: the layout, by display width.
Refuses to know: how days are found, terminals.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from regcheck.analysis.timeline import Plan, Row, RowKind
from regcheck.analysis.timeline_words import notes, phrases, plan_title, row_name, when
from regcheck.diagnostics.wording import Language
from regcheck.frozen import Frozen
from regcheck.render.page import Line, Page, Piece, Role, line
from regcheck.source.width import pad, width, wrap

_COLUMNS = 96
_GAP = "  "


class Words(Frozen):
    """One language's names of what stands below a row."""

    counted: str
    provisions: str
    penalty: str
    chosen: str
    groups: dict[RowKind, str]


_JA_POINTS, _JA_RULES = "期間及び期限", "義務、禁止及び権限"
_EN_POINTS, _EN_RULES = "periods and limits", "duties, prohibitions and powers"
_RULES = (RowKind.DUTY, RowKind.PROHIBITION, RowKind.POWER)

_JA = Words(
    counted="数え方",
    provisions="根拠条項",
    penalty="違反の効果",
    chosen="（選んだ日）",
    groups={
        RowKind.EVENT: "事象",
        **dict.fromkeys((RowKind.PERIOD, RowKind.LIMIT), _JA_POINTS),
        **dict.fromkeys(_RULES, _JA_RULES),
    },
)
_EN = Words(
    counted="counted",
    provisions="provisions",
    penalty="breach",
    chosen=" (chosen)",
    groups={
        RowKind.EVENT: "events",
        **dict.fromkeys((RowKind.PERIOD, RowKind.LIMIT), _EN_POINTS),
        **dict.fromkeys(_RULES, _EN_RULES),
    },
)


def timeline_page(plans: Sequence[Plan], language: Language) -> Page:
    """The plans one below the other."""
    blocks = [tuple(_block(plan, language)) for plan in plans]
    return tuple(one for block in blocks for one in (*block, line()))[:-1]


def _block(plan: Plan, language: Language) -> Iterator[Line]:
    words, said = _JA if language is Language.JA else _EN, phrases(language)
    yield line(Piece(plan_title(plan, said), Role.HEADLINE))
    yield from (line(note) for note in notes(plan, said))
    name = max((width(_name(row)) for row in plan.rows), default=0)
    actor = max((width(row.actor) for row in plan.rows), default=0)
    group = ""
    for row in plan.rows:
        if words.groups[row.kind] != group:
            group = words.groups[row.kind]
            yield line()
            yield line(Piece(group, Role.LABEL))
        yield from _row(row, language, words, name, actor)


def _name(row: Row) -> str:
    kind = "" if row.kind is RowKind.EVENT else f"{row.kind}　"
    return kind + row_name(row)


def _row(row: Row, language: Language, words: Words, name: int, actor: int) -> Iterator[Line]:
    """The name, the actor and the days; what does not fit goes on below the days."""
    left = _GAP + pad(_name(row), name) + _GAP + (pad(row.actor, actor) + _GAP if actor else "")
    told = when(row, phrases(language)) + (words.chosen if row.is_chosen else "")
    first, *rest = wrap(told, max(_COLUMNS - width(left), 30))
    role = Role.WARNING if row.is_empty else Role.PLAIN
    yield line(left, Piece(first, role))
    yield from (line(" " * width(left), Piece(more, role)) for more in rest)
    for title, text in _below(row, language, words):
        yield from _further(title, text)


def _below(row: Row, language: Language, words: Words) -> Iterator[tuple[str, str]]:
    steps = [reason.ja if language is Language.JA else reason.en for reason in row.counted]
    if row.words and row.words not in when(row, phrases(language)):
        steps.insert(0, row.words)
    yield from zip((words.counted, *("" for _ in steps)), steps, strict=False)
    if row.provisions:
        yield words.provisions, "、".join(row.provisions)
    if row.penalty:
        yield words.penalty, f"{row.penalty}{_bracketed(row.penalty_provisions)}"


def _bracketed(provisions: tuple[str, ...]) -> str:
    return f"（{'、'.join(provisions)}）" if provisions else ""


def _further(title: str, text: str) -> Iterator[Line]:
    """数え方　…, dim; a step without a title of its own is a point below the one before."""
    left = f"{_GAP * 3}{title} " if title else f"{_GAP * 4}- "
    first, *rest = wrap(text, _COLUMNS - width(left))
    yield line(Piece(left + first, Role.DIM))
    yield from (line(Piece(" " * width(left) + more, Role.DIM)) for more in rest)
