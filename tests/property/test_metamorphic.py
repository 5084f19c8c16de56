"""What changes nothing in the law changes nothing in the verdicts: order, files, spaces, comments, names.

Verdicts and fingerprints are compared by the ids of obligations and findings; under new names, after the names
have been written back.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import given, strategies as st
from tests.property.effort import examples
from tests.property.strategies_text import RENAMED, facts, rules

from regcheck.analysis.pipeline import Inputs, check
from regcheck.analysis.report import Report
from regcheck.frozen import Frozen, replace
from regcheck.proof.engine import Z3Prover
from regcheck.source.numerals import narrow, widen
from regcheck.syntax import ast
from regcheck.syntax.printer import print_file

Lines = dict[str, tuple[str, ...]]
NAME = "a.regspec"


def checked(**files: str) -> Report:
    """The report on some files, all of which owe proofs."""
    texts = {f"{name}.regspec": text.encode() for name, text in files.items()}
    report = check(Inputs(own=frozenset(texts), files=texts), Z3Prover)
    unread = [d.payload.ja().headline for d in report.diagnostics if d.code.id < "RC3"]
    assert not unread
    return report


def ledger(report: Report) -> Lines:
    """What is said of each obligation, and each finding by its fingerprint."""
    lines = {
        entry.id: (entry.verdict.value, *sorted(entry.rests_on), _headline(entry.diagnostic))
        for entry in report.entries
    }
    lines |= {f"finding {d.fingerprint}": (d.code.id, _headline(d)) for d in report.diagnostics}
    return lines


def _headline(diagnostic: object) -> str:
    payload = getattr(diagnostic, "payload", None)
    return payload.ja().headline if payload is not None else ""


def printed(items: Sequence[ast.Item]) -> str:
    return print_file(ast.File(name=NAME, items=tuple(items)))


def text_of(items: Sequence[ast.Item]) -> str:
    return printed((*facts(), *items))


# ---------------------------------------------------------------- laws


@examples(25)
@given(rules(), st.randoms(use_true_random=False))
def test_the_order_of_items(items: tuple[ast.Item, ...], random: object) -> None:
    shuffled = [*facts(), *items]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert by_id(checked(a=printed(shuffled))) == by_id(checked(a=text_of(items)))


def by_id(report: Report) -> dict[str, str]:
    """Verdicts alone, with the pair of an id in either order."""
    return {_unordered(entry.id): entry.verdict.value for entry in report.entries}


def _unordered(name: str) -> str:
    head, _, pair = name.rpartition("/")
    return f"{head}/{'・'.join(sorted(pair.split('・')))}" if name.startswith("precedence") else name


@examples(20)
@given(rules(), st.integers(0, 3))
def test_files_that_use_each_other(items: tuple[ast.Item, ...], cut: int) -> None:
    use = "利用「a.regspec」\n\n"
    split = checked(a=text_of(items[:cut]), b=use + printed(items[cut:]) if items[cut:] else "")
    assert ledger(split) == ledger(checked(a=text_of(items)))


def with_comments(text: str) -> str:
    lines = (
        f"{line}　# 横の注" if line.strip() and not line.startswith("#") else line
        for line in text.split("\n")
    )
    return "# 初めの注\n" + "\n".join(lines) + "\n# 終わりの注\n"


def with_wide_letters(text: str) -> str:
    return widen(text)


def with_narrow_letters(text: str) -> str:
    return narrow(text)


def with_other_indents(text: str) -> str:
    return re.sub(r"^( +)", lambda found: "　" * (len(found[1]) // 2), text, flags=re.MULTILINE)


def with_more_blank_lines(text: str) -> str:
    return "\n\n" + re.sub("\n\n", "\n\n\n　\n", text) + "\n\n"


def with_windows_lines(text: str) -> str:
    return "\ufeff" + text.replace("\n", "\r\n")


def with_trailing_blanks(text: str) -> str:
    return re.sub("(?<=.)$", " 　", text, flags=re.MULTILINE)


RESPACED: tuple[Callable[[str], str], ...] = (
    with_comments,
    with_wide_letters,
    with_narrow_letters,
    with_other_indents,
    with_more_blank_lines,
    with_windows_lines,
    with_trailing_blanks,
)


@examples(40)
@given(rules(), st.sampled_from(RESPACED))
def test_spaces_widths_and_comments(items: tuple[ast.Item, ...], respaced: Callable[[str], str]) -> None:
    text = text_of(items)
    assert ledger(checked(a=respaced(text))) == ledger(checked(a=text))


def renamed(text: str, names: dict[str, str]) -> str:
    pattern = "|".join(sorted(names, key=len, reverse=True))
    return re.sub(pattern, lambda found: names[found[0]], text)


@examples(25)
@given(rules())
def test_other_names(items: tuple[ast.Item, ...]) -> None:
    text = text_of(items)
    found = ledger(checked(a=renamed(text, RENAMED)))
    back = {new: old for old, new in RENAMED.items()}
    told = {renamed(key, back): tuple(renamed(word, back) for word in said) for key, said in found.items()}
    assert _unprinted(told) == _unprinted(ledger(checked(a=text)))


def _unprinted(lines: Lines) -> list[tuple[str, tuple[str, ...]]]:
    """Without fingerprints, which are made of names."""
    shown = ((key if not key.startswith("finding") else "finding", said) for key, said in lines.items())
    return sorted((key, tuple(sorted(said))) for key, said in shown)


OPPOSITE = {
    ast.CompareWord.GE: ast.CompareWord.LT,
    ast.CompareWord.LT: ast.CompareWord.GE,
    ast.CompareWord.GT: ast.CompareWord.LE,
    ast.CompareWord.LE: ast.CompareWord.GT,
}


def flipped(node: object) -> object:
    """Every 以上 as 未満 denied, and so on."""
    if isinstance(node, ast.CompareClause):
        (bound,) = node.bounds
        return replace(node, bounds=(replace(bound, op=OPPOSITE[bound.op]),), negated=not node.negated)
    if isinstance(node, tuple):
        return tuple(map(flipped, node))
    if isinstance(node, Frozen):
        return replace(node, **{name: flipped(getattr(node, name)) for name in node.__struct_fields__})
    return node


@examples(25)
@given(rules())
def test_a_limit_denied_from_the_other_side(items: tuple[ast.Item, ...]) -> None:
    other = flipped(items)
    assert isinstance(other, tuple)
    assert by_id(checked(a=text_of(other))) == by_id(checked(a=text_of(items)))


# ---------------------------------------------------------------- the medical draft

MEDICAL = Path(__file__).parents[2] / "specs/medical"
FEW = ("criteria.regspec", "stages.regspec")
"""Files that owe proofs in the trial; those that they use owe none."""


def medical(change: Callable[[str], str]) -> dict[str, str]:
    files = {path.name: path.read_text(encoding="utf-8") for path in MEDICAL.glob("*.regspec")}
    texts = {name: change(text).encode() for name, text in files.items()}
    report = check(Inputs(own=frozenset(FEW), files=texts), Z3Prover)
    return {key: said[0] for key, said in ledger(report).items()}


@pytest.mark.parametrize("change", [with_comments, with_windows_lines], ids=lambda change: change.__name__)
def test_the_medical_draft_with_comments_and_other_lines(change: Callable[[str], str]) -> None:
    plain = medical(lambda text: text)
    assert len(plain) > 50
    assert medical(change) == plain


def test_the_medical_draft_under_another_name() -> None:
    names = {"特定機能病院": "特殊機能病院", "特殊機能病院": "特定機能病院"}
    plain, other = medical(lambda text: text), medical(lambda text: renamed(text, names))
    told = {renamed(key, names): said for key, said in other.items() if not key.startswith("finding")}
    assert told == {key: said for key, said in plain.items() if not key.startswith("finding")}
