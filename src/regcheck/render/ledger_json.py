"""The ledger as a file: one object for programs and auditors, regcheck-ledger/1.

Owns: the shape that ledger-1.schema.json publishes.
Refuses to know: files on disk, how a verdict was reached.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256

from regcheck.analysis.account import Account, Asked
from regcheck.analysis.report import Entry, Report
from regcheck.frozen import Frozen
from regcheck.proof.certificate import Certificate
from regcheck.proof.obligation import How
from regcheck.proof.verdict import Verdict
from regcheck.render.as_of import as_of_keys
from regcheck.render.machine import told_case

SCHEMA = "regcheck-ledger/1"

Json = str | int | bool | None | Sequence["Json"] | Mapping[str, "Json"]


class Checked(Frozen):
    """A report under the name of its specification, with the bytes that were checked."""

    name: str
    report: Report
    inputs: Mapping[str, bytes]


def ledger_json(checked: Iterable[Checked], second: str = "") -> bytes:
    """The ledger of some specifications; `second` is the solver that checked them again, if one did."""
    content: dict[str, Json] = {
        "schema": SCHEMA,
        "second_solver": second or None,
        "specifications": [_specification(one, certified=bool(second)) for one in checked],
    }
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "backslashreplace")


def _specification(checked: Checked, *, certified: bool) -> dict[str, Json]:
    entries = checked.report.entries
    verdicts = Counter(entry.verdict for entry in entries)
    kinds = Counter(entry.decided_by for entry in entries)
    return {
        "name": checked.name,
        **as_of_keys(checked.report.as_of, checked.report.assumed),
        "inputs": {name: _hash(checked.inputs[name]) for name in sorted(checked.inputs)},
        "summary": {
            "obligations": len(entries),
            "verdicts": {verdict: verdicts[verdict] for verdict in Verdict if verdicts[verdict]},
            "decided_by": {kind: kinds[kind] for kind in How if kinds[kind]},
        },
        "obligations": [_record(entry, checked.report, certified=certified) for entry in entries],
        **_printed(checked.report, certified=certified),
    }


def _printed(report: Report, *, certified: bool) -> dict[str, Json]:
    """The proofs of what was printed; nothing where no documents were made."""
    if not report.printed:
        return {}
    return {"printed": [_record(entry, report, certified=certified) for entry in report.printed]}


def _record(entry: Entry, report: Report, *, certified: bool) -> dict[str, Json]:
    account = entry.account or Account(by=entry.decided_by)
    asked, *premises = account.asked or (None,)
    return {
        "id": entry.id,
        "family": entry.family,
        "term": entry.term,
        "provisions": entry.provisions,
        "verdict": entry.verdict,
        "rests_on": list(entry.rests_on),
        "decided_by": account.by,
        "solver": account.solver or None,
        **_question(asked),
        "premises": [_question(premise) for premise in premises],
        "witness": told_case(entry.witness) if entry.witness is not None else None,
        "note": entry.note,
        "finding": _finding(entry, report),
        "certificate": _certificate(entry.certificate) if certified else None,
    }


def _question(asked: Asked | None) -> dict[str, Json]:
    if asked is None:
        return {"sha256": None, "answer": None, "rlimit": None}
    return {"sha256": asked.sha256, "answer": asked.expected, "rlimit": asked.rlimit}


def _finding(entry: Entry, report: Report) -> Json:
    diagnostic = entry.diagnostic
    if diagnostic is None:
        return None
    return {
        "code": diagnostic.code.id,
        "fingerprint": diagnostic.fingerprint,
        "known": report.known[diagnostic.fingerprint].reason if report.is_known(diagnostic) else None,
    }


def _certificate(certificate: Certificate | None) -> Json:
    if certificate is None:
        return None
    return {
        "agreement": certificate.agreement,
        "questions": certificate.questions,
        "replayed": certificate.replayed,
    }


def _hash(data: bytes) -> str:
    return f"sha256:{sha256(data).hexdigest()}"
