"""What is kept between runs, as the settings want it.

Owns: the caches of a run, and what is said of them on stderr.
Refuses to know: what is kept in them.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from regcheck.app.config import Config
from regcheck.frozen import Frozen
from regcheck.surface.cli.session import Session
from regcheck.surface.cli.terminal import tell

if TYPE_CHECKING:  # a run without a cache needs none of this
    from regcheck.app.cache import Verdicts
    from regcheck.app.runs import Runs


class Caches(Frozen):
    """Whole runs, and single verdicts."""

    runs: Runs
    verdicts: Verdicts


def cache_folder(config: Config) -> Path | None:
    """Where results are kept: the folder that was set, or the user's; None for a user without a home."""
    from regcheck.app.places import user_cache

    return config.cache or user_cache(os.environ, sys.platform)


def caches_for(config: Config) -> Caches | None:
    """The caches of a run; None if the user wants none, or has no place for them."""
    folder = cache_folder(config) if config.has_cache else None
    if folder is None:
        return None
    from regcheck.app.cache import Verdicts
    from regcheck.app.runs import Runs
    from regcheck.app.stamp import program_stamp

    stamp = program_stamp()
    return Caches(runs=Runs(folder, stamp), verdicts=Verdicts(folder, stamp))


def tell_reuse(caches: Caches | None, session: Session) -> None:
    """How many answers were remembered, and what was wrong with the files."""
    if caches is None:
        return
    runs, verdicts, texts = caches.runs, caches.verdicts, session.texts
    if verdicts.found:
        tell(texts.remembered.format(found=verdicts.found, asked=verdicts.asked))
    if runs.broken or verdicts.broken:
        tell(texts.cache_broken.format(folder=verdicts.file.parent))
    if verdicts.trouble and session.debug:
        tell(texts.cache_useless.format(folder=verdicts.file.parent, reason=verdicts.trouble))
