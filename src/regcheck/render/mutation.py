"""The outcome of `mutate`: a block for each slip that nobody notices, the count by kind, one sentence.

Owns: the order of the page, the words around it in both languages.
Refuses to know: how mutants are tried, terminals, files.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from regcheck.analysis.mutation.edit import Kind
from regcheck.analysis.mutation.run import Fate, Outcome, Verdicts
from regcheck.diagnostics.wording import Language
from regcheck.frozen import Frozen
from regcheck.render.excerpt import location
from regcheck.render.finding import finding
from regcheck.render.page import Line, Page, Piece, Role, line
from regcheck.source.width import pad, width

if TYPE_CHECKING:
    from regcheck.source.span import SourceText

_FIGURES = 6


class MutationLabels(Frozen):
    """One language's words; texts with {braces} are for str.format."""

    kind: Mapping[Kind, str]
    fate: Mapping[Fate, str]
    heading: str
    slips: str
    changed: str
    gone: str
    colon: str
    reason: str
    closing: str
    interrupted: str
    survivors: str
    below: str


_JA = MutationLabels(
    kind={
        Kind.STRICTNESS: "以上と超える、以下と未満",
        Kind.LIMIT: "限度を一段ずらす",
        Kind.DATE: "期日を一日ずらす",
        Kind.DROP: "号、条件、値、行を落とす",
        Kind.CONNECTIVE: "又はとかつ、いずれかといずれにも",
        Kind.EXCEPTION: "ただし書、特例を落とし又は移す",
    },
    fate={
        Fate.KILLED: "気付く",
        Fate.EQUIVALENT: "同じ意味",
        Fate.EXPLAINED: "説明済み",
        Fate.SURVIVED: "気付かない",
    },
    heading="書換えの台帳",
    slips="書換え",
    changed="「{before}」→「{after}」",
    gone="「{before}」を落とす",
    colon="：",
    reason="理由",
    closing="{total}個の書換えのうち、意味の変わる{able}個の{percent}%（{killed}個）に検査が気付きました。",
    interrupted="中断したので、初めの{total}個だけの結果です。",
    survivors="説明のない{survived}個は、上の場合を事例に書くか、理由を添えて承知済みにしてください。",
    below="求める{at_least}%に届きません。",
)

_EN = MutationLabels(
    kind={
        Kind.STRICTNESS: "以上 or 超える, 以下 or 未満",
        Kind.LIMIT: "limit one step off",
        Kind.DATE: "date one day off",
        Kind.DROP: "item, condition, value or row dropped",
        Kind.CONNECTIVE: "又は or かつ, いずれか or いずれにも",
        Kind.EXCEPTION: "ただし書 or 特例 dropped or moved",
    },
    fate={
        Fate.KILLED: "noticed",
        Fate.EQUIVALENT: "same meaning",
        Fate.EXPLAINED: "explained",
        Fate.SURVIVED: "not noticed",
    },
    heading="Ledger of slips",
    slips="slips",
    changed="「{before}」 → 「{after}」",
    gone="「{before}」 dropped",
    colon=": ",
    reason="reason",
    closing="Of {total} slips, {able} change the meaning; the checks notice {percent} % of them ({killed}).",
    interrupted="Interrupted: this is what became of the first {total}.",
    survivors="Write the cases above as 事例, or accept the {survived} without a reason with one.",
    below="That is less than the {at_least} % wanted.",
)


def mutation_page(verdicts: Verdicts, sources: Mapping[str, SourceText], language: Language) -> Page:
    """Survivors, superfluous reasons, what is explained or the same, the ledger, one sentence."""
    names, found = (_JA if language is Language.JA else _EN), verdicts.outcomes
    told = [o.diagnostic for o in found if o.fate is Fate.SURVIVED and o.diagnostic is not None]
    blocks = [finding(diagnostic, sources, language) for diagnostic in (*told, *verdicts.complaints)]
    blocks += [_listed(found, fate, sources, names) for fate in (Fate.EXPLAINED, Fate.EQUIVALENT)]
    blocks.append((line(Piece(names.heading, Role.LABEL)), *_ledger(found, names)))
    lines = [one for block in blocks if block for one in (*block, line())]
    return (*lines, _closing(verdicts, names))


def _listed(
    found: Sequence[Outcome], fate: Fate, sources: Mapping[str, SourceText], names: MutationLabels
) -> Page:
    """A line for each mutant of a fate, under the reason if they have one."""
    some = [outcome for outcome in found if outcome.fate is fate]
    if not some:
        return ()
    lines: list[Line] = [line(Piece(names.fate[fate], Role.LABEL), f"{names.colon}{len(some)}")]
    reason = ""
    for outcome in some:
        if outcome.reason != reason:
            reason = outcome.reason
            lines.append(
                line("  ", Piece(names.reason, Role.DIM), f"{names.colon}{' '.join(reason.split())}")
            )
        lines.append(line("  ", *_slip(outcome, sources, names)))
    return tuple(lines)


def _slip(
    outcome: Outcome, sources: Mapping[str, SourceText], names: MutationLabels
) -> tuple[Piece | str, ...]:
    edit = outcome.mutant.edit
    words = (names.changed if edit.after else names.gone).format(before=edit.before, after=edit.after)
    return Piece(location(edit.span, sources), Role.PLACE), f" {outcome.mutant.title} {words}"


def _ledger(found: Sequence[Outcome], names: MutationLabels) -> Iterator[Line]:
    """A row per kind: how many slips, and how many of each fate."""
    heads = [names.slips, *names.fate.values()]
    widths = [max(width(head), _FIGURES) + 2 for head in heads]
    left = max(width(name) for name in names.kind.values()) + 2
    yield line(" " * left, *(_right(head, w) for head, w in zip(heads, widths, strict=True)))
    for kind in Kind:
        fates = [outcome.fate for outcome in found if outcome.mutant.edit.kind is kind]
        if fates:
            figures = [len(fates), *(fates.count(fate) for fate in names.fate)]
            cells = (_right(str(n), w) for n, w in zip(figures, widths, strict=True))
            yield line(pad(f"  {names.kind[kind]}", left), *cells)


def _right(text: str, columns: int) -> str:
    return " " * (columns - width(text)) + text


def _closing(verdicts: Verdicts, names: MutationLabels) -> Line:
    score = verdicts.score
    numbers = {
        "total": score.total,
        "able": score.total - score.equivalent,
        "killed": score.killed,
        "percent": score.percent,
        "survived": score.survived,
        "at_least": verdicts.at_least,
    }
    said = [
        *((names.interrupted,) if verdicts.interrupted else ()),
        names.closing,
        *((names.below,) if score.percent < verdicts.at_least else ()),
        *((names.survivors,) if score.survived else ()),
    ]
    gap = "" if names.colon == "：" else " "
    return line(Piece(gap.join(said).format(**numbers), Role.GOOD if verdicts.is_clean else Role.ERROR))
