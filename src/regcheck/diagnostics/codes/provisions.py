"""RC895: where the items of a specification stand in the ordinance that is made of it.

Owns: what is said of a 条項 that names another place.
Refuses to know: how places are numbered.
"""

from __future__ import annotations

from typing import ClassVar

from regcheck.diagnostics.diagnostic import Code, Payload, Severity, Words


class ProvisionElsewhere(Payload):
    """An item whose 条項 is not where the ordinance has it."""

    CODE: ClassVar[Code] = Code("RC895", "provision-elsewhere", Severity.WARNING)
    item: str
    written: str
    place: str

    def ja(self) -> Words:
        return Words(
            f"{self.item}の条項は{self.written}と書かれているが、省令案では{self.place}にある",
            f"仕様の条項を「{self.place}」に直してください",
        )

    def en(self) -> Words:
        return Words(
            f"the 条項 of {self.item} is {self.written}; in the ordinance it stands in {self.place}",
            f"Write 「{self.place}」 in the specification.",
        )
