"""MANIFEST.json: what documents were made from, and with which verdicts.

Owns: hashes of inputs and documents, counts; its form, written and read.
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
    return _written(content)


def listed(manifest: bytes) -> Mapping[str, str]:
    """The documents of a manifest with their hashes; none if it is none."""
    try:
        found = json.loads(manifest)
    except ValueError:
        return {}
    documents = found.get("documents") if isinstance(found, dict) else None
    return (
        {str(name): str(hashed) for name, hashed in documents.items()} if isinstance(documents, dict) else {}
    )


def joined(earlier: bytes, later: bytes) -> bytes:
    """The later manifest with the documents of the earlier one that it does not list: some were made, the others
    stay."""
    content = json.loads(later)
    documents = {**listed(earlier), **listed(later)}
    return _written({**content, "documents": dict(sorted(documents.items()))})


def hash_of(content: bytes) -> str:
    """The hash of a file as a manifest has it."""
    return f"sha256:{sha256(content).hexdigest()}"


def _written(content: Mapping[str, object]) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def _hashes(files: Mapping[str, bytes]) -> dict[str, str]:
    return {name: hash_of(files[name]) for name in sorted(files)}
