"""How an amending ordinance writes its table.

Owns: the signs, and what is said above and below the table, by house style.
Refuses to know: rows, trees.

厚生労働省 says only that the table shows the amendment; others describe the signs (the 方式書 of 2016): 二重傍線 under the
number of a provision that is moved, added or removed as a whole, notes in ［　］.
"""

from __future__ import annotations

from collections.abc import Mapping

from regcheck.frozen import Frozen
from regcheck.law.comparing.units import UnitKind

NEW, OLD = "改正後", "改正前"


class Style(Frozen):
    """The signs of a style. {unit} is what is added or removed: 条, 項, 号."""

    name: str
    amends: str
    """What the ordinance says; {law} is the instrument with its number."""
    above: str
    left_out: str
    added: str
    removed: str
    annexed: str
    """Of a 様式 that is printed anew; {name} is 別紙第一."""
    lines_signs: bool = True
    """（新設） and （削る） are underlined themselves; houses differ in this."""
    remarks: str = ""
    label_line: str = "solid"
    """The line under a number that changes, or of a provision that is added or removed."""


MHLW = Style(
    name="mhlw",
    amends="{law}の一部を次の表のように改正する。",
    above="（傍線部分は改正部分）",
    left_out="（略）",
    added="（新設）",
    removed="（削る）",
    annexed="（{name}のとおり）",
)
HOUSHIKI = Style(
    name="houshiki",
    amends=(
        "{law}の一部を次のように改正する。次の表により、改正前欄の規定の傍線を付した部分は、これに対応する改正後欄の規定の"
        "傍線を付した部分のように改める。標記部分に二重傍線を付した規定（以下「対象規定」という。）については、"
        "改正前欄及び改正後欄に対応して掲げるものは改正後欄の対象規定として移動し、改正前欄にのみ掲げるものは削り、"
        "改正後欄にのみ掲げるものは加える。"
    ),
    above="",
    left_out="［略］",
    added="［{unit}を加える。］",
    removed="［{unit}を削る。］",
    annexed="［{name}のとおり］",
    lines_signs=False,
    remarks="［　］で囲んだ記載及び対象規定の標記部分以外の全体に付した傍線は、注記である。",
    label_line="double",
)
STYLES: Mapping[str, Style] = {style.name: style for style in (MHLW, HOUSHIKI)}

UNITS = {
    UnitKind.ARTICLE: "条",
    UnitKind.PARAGRAPH: "項",
    UnitKind.ITEM: "号",
    UnitKind.DIVISION: "章名",
    UnitKind.SUPPLEMENT: "附則",
    UnitKind.APPENDIX: "表",
    UnitKind.TABLE: "表",
    UnitKind.ROWS: "項",
    UnitKind.REMARKS: "備考",
}
"""What a unit is called in a sign."""
