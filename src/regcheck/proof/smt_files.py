"""Questions as SMT-LIB files that any solver decides and a reader understands.

Owns: the text of a question with a comment in Japanese, the name of its file.
Refuses to know: solvers, folders, verdicts beyond the answer that is expected.
"""

from __future__ import annotations

import re

from regcheck.digests import sha256
from regcheck.evaluation.sentences import formula_text
from regcheck.model.specification import Specification
from regcheck.proof.claims import asserted, one_line
from regcheck.proof.posed import Posed
from regcheck.proof.smtlib import Script
from regcheck.proof.stating import Stated

SUFFIX = ".smt2"
_LONGEST_NAME = 150
"""Bytes of a file name that come from the id; file systems take 255."""

_STATUS = {True: "sat", False: "unsat", None: "unknown"}


def status(possible: bool | None) -> str:
    """sat, unsat or unknown: the answer as SMT-LIB calls it."""
    return _STATUS[possible]


def smt_text(spec: Specification, posed: Posed, stated: Stated) -> str:
    """The file of a question: what it asks, the expected answer, declarations and assertions."""
    lines = [
        *(f"; {line}" for line in _comment(spec, posed)),
        "(set-logic QF_LIA)",
        f"(set-info :status {status(posed.possible)})",
        asserted(Script(stated.factory), stated.claims),
        "(check-sat)",
    ]
    return "\n".join(lines) + "\n"


def _comment(spec: Specification, posed: Posed) -> list[str]:
    question = posed.question
    asked = f"次の全てに当たる「{one_line(question.subject)}」があるか"
    within = "。前提を全て満たすものに限る" if question.assume else ""
    parts = [f"・{part.label}　{formula_text(spec, part.formula)}" for part in question.parts]
    answer = {True: "ある（sat）", False: "ない（unsat）", None: "決まっていない"}[posed.possible]
    return [
        f"検査　{one_line(posed.id)}",
        f"問い　{asked}{within}",
        *map(one_line, parts),
        f"答え　{answer}",
    ]


def file_name(name: str) -> str:
    """A file name for the name of a question: its letters as far as file systems take them, and a digest."""
    kept = re.sub(r"[^\w・.-]+", "_", name).strip("._")
    cut = kept.encode()[:_LONGEST_NAME].decode(errors="ignore")
    return f"{cut}.{sha256(name.encode()).hexdigest()[:8]}{SUFFIX}"


def is_file_name(name: str) -> bool:
    """Whether a file may have been named so."""
    return re.search(r"\.[0-9a-f]{8}\.smt2$", name) is not None
