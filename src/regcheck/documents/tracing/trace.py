"""The trace of an ordinance as a file beside its XML, which has no place for it.

Owns: the shape of the file: XPath, provision, item, file and line, obligations.
Refuses to know: how a provision is traced, files on disk.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256

from regcheck.documents.material import Material
from regcheck.documents.tracing.origins import Origin
from regcheck.documents.tracing.xpaths import xpaths
from regcheck.law.tree import Law
from regcheck.model.provisions import item_title

SCHEMA = "regcheck-trace/1"


def trace(law: Law, origins: Sequence[Origin], material: Material, name: str, content: bytes) -> bytes:
    """The trace of the XML with this name and content."""
    held = {
        "schema": SCHEMA,
        "document": name,
        "sha256": sha256(content).hexdigest(),
        "provisions": list(_provisions(law, origins, material)),
    }
    return (json.dumps(held, ensure_ascii=False, indent=2) + "\n").encode()


def _provisions(law: Law, origins: Sequence[Origin], material: Material) -> Iterator[Mapping[str, object]]:
    paths = xpaths(law)
    for origin in origins:
        yield {
            "xpath": paths[origin.address],
            "provision": str(origin.address),
            "item": item_title(origin.header) if origin.header is not None else None,
            "file": origin.span.file,
            "line": material.line_of(origin.span),
            "obligations": [entry.id for entry in origin.proofs],
        }
