"""What a build adds: the folder dsl/ as package data, the grammar compiled into parser tables, and the holidays."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ShippedTables(BuildHookInterface[Any]):
    """Writes src/regcheck/syntax/tables.bin and src/regcheck/calendar/holidays.txt, which git does not keep; a wheel
    gets dsl/ from its one place.

    An install in place reads dsl/ in the checkout (regcheck.language).
    """

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling before files are collected."""
        source = Path(self.root) / "src"
        sys.path.insert(0, str(source))
        try:
            from regcheck.calendar.holiday_table import TABLE, shipped_holidays
            from regcheck.syntax.grammar import TABLES, shipped_tables

            (source / "regcheck" / "syntax" / TABLES).write_bytes(shipped_tables())
            (source / "regcheck" / "calendar" / TABLE).write_bytes(shipped_holidays())
        finally:
            sys.path.remove(str(source))
        if version == "standard":
            build_data["force_include"]["dsl"] = "regcheck/dsl"
        build_data["artifacts"] += [f"src/regcheck/syntax/{TABLES}", f"src/regcheck/calendar/{TABLE}"]
