"""Digests, from the modules that hashlib itself is made of.

Owns: where SHA-256, SHAKE-128 and BLAKE2b come from.
Refuses to know: what is digested.

`hashlib` prefers OpenSSL, which takes longer to load than a command has to spend; the digests are the same.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

__all__ = ["blake2b", "sha256", "shake_128"]

if TYPE_CHECKING:
    from hashlib import blake2b, sha256, shake_128
else:
    try:
        from _blake2 import blake2b
        from _sha3 import shake_128

        if sys.version_info >= (3, 12):
            from _sha2 import sha256
        else:
            from _sha256 import sha256
    except ImportError:  # a Python that was built without them
        from hashlib import blake2b, sha256, shake_128
