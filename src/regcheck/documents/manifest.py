"""MANIFEST.json: what documents were made from, and with which verdicts.

Owns: hashes of inputs and documents, counts.
Refuses to know: files on disk.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from hashlib import sha256

from regcheck.analysis.report import Report
from regcheck.documents.printed import Printed

NAME = "MANIFEST.json"
SCHEMA = "regcheck-manifest/1"


def manifest(
    report: Report,
    printed: Printed,
    inputs: Mapping[str, bytes],
    documents: Mapping[str, bytes],
    *,
    draft: bool,
    proved: int,
) -> bytes:
    """The manifest of documents; `proved` is how many printed conditions were read back and proved."""
    counted = Counter(entry.verdict.value for entry in report.entries)
    known = sum(1 for e in report.entries if e.diagnostic and report.is_known(e.diagnostic))
    content = {
        "schema": SCHEMA,
        "draft": draft,
        **({"as_of": report.as_of.isoformat()} if report.as_of is not None else {}),
        "inputs": _hashes(inputs),
        "documents": _hashes(documents),
        "verdicts": dict(sorted(counted.items())),
        "known": known,
        "printed": {
            "provisions": len(printed.predicates) + len(printed.plans) + len(printed.assumptions),
            "tables": len(printed.tables),
            "conditions_proved": proved,
        },
    }
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def _hashes(files: Mapping[str, bytes]) -> dict[str, str]:
    return {name: f"sha256:{sha256(files[name]).hexdigest()}" for name in sorted(files)}
