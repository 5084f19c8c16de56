"""The styles of the docx: one for each kind of line, so that a drafter changes a kind at once.

Owns: names of styles, their indents, fonts.
Refuses to know: what is printed.

The font is named and not embedded: every PC of a ministry has it.
"""

from __future__ import annotations

from regcheck.documents.instrument.docx.units import MAIN, TWIPS_A_POINT, element
from regcheck.documents.instrument.flow import Role
from regcheck.documents.instrument.profile import Profile
from regcheck.frozen import Frozen

FONT = "ＭＳ 明朝"


class Style(Frozen):
    """A kind of line. `depths` has the indents of its levels: the style of the n-th is its own."""

    id: str
    name: str
    depths: tuple[tuple[int, int], ...] = ((0, 0),)
    keeps: bool = False
    outline: int | None = None
    """Its level in the navigation of Word."""

    def id_at(self, first: int) -> str:
        """The style of a line that begins at an indent."""
        return self._numbered(self.id, self._depth(first))

    def indent_at(self, first: int) -> tuple[int, int]:
        """The indents of that style."""
        return self.depths[self._depth(first)]

    def names(self) -> list[tuple[str, str, tuple[int, int]]]:
        """(id, name, indents) of all of its levels."""
        return [
            (self._numbered(self.id, n), self._numbered(self.name, n), depth)
            for n, depth in enumerate(self.depths)
        ]

    def _depth(self, first: int) -> int:
        return next((n for n, depth in enumerate(self.depths) if depth[0] == first), 0)

    def _numbered(self, name: str, depth: int) -> str:
        return f"{name}{depth}" if depth else name


SETTINGS = (
    f'<w:settings xmlns:w="{MAIN}">'
    '<w:zoom w:percent="100"/><w:defaultTabStop w:val="840"/>'
    '<w:characterSpacingControl w:val="compressPunctuation"/>'
    "<w:compat><w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/><w:ulTrailSpace/>"
    "<w:doNotExpandShiftReturn/><w:useFELayout/>"
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    "</w:compat>"
    '<w:themeFontLang w:val="en-US" w:eastAsia="ja-JP"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>'
    "</w:settings>"
)
"""What Word for Japanese writes into a new document."""

STYLES = {
    Role.NUMBER: Style(id="Number", name="法令番号", depths=((0, 1),)),
    Role.TITLE: Style(id="LawTitle", name="題名", depths=((3, 3),), keeps=True, outline=0),
    Role.ENACTMENT: Style(id="Enactment", name="制定文", depths=((1, 0),)),
    Role.CONTENTS: Style(id="Contents", name="目次", depths=((0, 2), (1, 3), (2, 4), (3, 5))),
    Role.HEADING: Style(
        id="Heading", name="章名", depths=((3, 4), (2, 3), (4, 5), (5, 6), (6, 7)), keeps=True, outline=0
    ),
    Role.CAPTION: Style(id="Caption", name="条見出し", depths=((1, 2),), keeps=True, outline=1),
    Role.ARTICLE: Style(id="Article", name="条", depths=((0, 1),)),
    Role.PARAGRAPH: Style(id="Paragraph", name="項", depths=((0, 1), (1, 0))),
    Role.ITEM: Style(id="Item", name="号", depths=((1, 2), (2, 3), (3, 4), (4, 5))),
    Role.SUPPLEMENT: Style(id="Supplement", name="附則", depths=((3, 3),), keeps=True, outline=0),
    Role.ANNEX: Style(id="Annex", name="別表様式", depths=((0, 1),), keeps=True, outline=0),
    Role.TABLE_TITLE: Style(id="TableTitle", name="表題", depths=((0, 1),), keeps=True),
    Role.REMARKS: Style(id="Remarks", name="備考", depths=((1, 2), (0, 1))),
    Role.CELL: Style(id="Cell", name="表の欄"),
    Role.NOTE: Style(id="Note", name="注"),
    Role.FORM: Style(id="Form", name="様式の行"),
}


def indent(first: int, rest: int, size: float) -> str:
    """w:ind, in 字 for Word and in twips for the others."""
    sign = round(size * TWIPS_A_POINT)
    shift = first - rest
    return element(
        "ind",
        leftChars=rest * 100,
        left=rest * sign,
        hangingChars=-shift * 100 if shift < 0 else None,
        hanging=-shift * sign if shift < 0 else None,
        firstLineChars=shift * 100 if shift >= 0 else None,
        firstLine=shift * sign if shift >= 0 else None,
    )


def styles_xml(profile: Profile) -> str:
    """The w:styles of a document."""
    return f'<w:styles xmlns:w="{MAIN}">{_defaults(profile)}{_base(profile)}{_kinds(profile)}{_cells()}</w:styles>'


def _defaults(profile: Profile) -> str:
    run = (
        element("rFonts", ascii=FONT, hAnsi=FONT, eastAsia=FONT, cs="Times New Roman")
        + element("kern", val=2)
        + _size(profile)
        + element("lang", val="en-US", eastAsia="ja-JP", bidi="ar-SA")
    )
    paragraph = element("pPr", element("jc", val="both"))
    return element(
        "docDefaults", element("rPrDefault", element("rPr", run)) + element("pPrDefault", paragraph)
    )


def _size(profile: Profile) -> str:
    half_points = round(profile.size * 2)
    return element("sz", val=half_points) + element("szCs", val=half_points)


def _base(profile: Profile) -> str:
    normal = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
    )
    normal += element("pPr", element("widowControl", val=0))
    normal += element("rPr", _size(profile)) + "</w:style>"  # LibreOffice counts 字 by this style
    character = (
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    )
    table = (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
    )
    return normal + character + table


def _kinds(profile: Profile) -> str:
    return "".join(
        _style(ident, name, _properties(style, depth, profile))
        for style in STYLES.values()
        for ident, name, depth in style.names()
    )


def _style(ident: str, name: str, properties: str) -> str:
    head = element("name", val=name) + element("basedOn", val="Normal") + element("qFormat")
    return f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{ident}">{head}{properties}</w:style>'


def _properties(style: Style, depth: tuple[int, int], profile: Profile) -> str:
    is_cell = style.id == "Cell"
    inside = (
        (element("keepNext") if style.keeps else "")
        + (element("snapToGrid", val=0) if is_cell else "")
        + (indent(*depth, profile.size) if depth != (0, 0) else "")
        + (element("jc", val="left") if is_cell else "")
        + (element("outlineLvl", val=style.outline) if style.outline is not None else "")
    )
    return element("pPr", inside) if inside else ""


def _cells() -> str:
    """What is no kind of line: gaps after tables, cells of forms, the head and foot of a page, marks of the form."""
    tiny = element("snapToGrid", val=0) + element("spacing", line=20, lineRule="exact")
    gap = element("pPr", tiny) + element("rPr", element("sz", val=2))
    cell = element("pPr", element("snapToGrid", val=0) + element("jc", val="left"))
    middle = element("pPr", element("snapToGrid", val=0) + element("jc", val="center"))
    mark = f'<w:style w:type="character" w:customStyle="1" w:styleId="FormMark">{element("name", val="様式の印")}</w:style>'
    lines = (("Gap", "表の後", gap), ("FormCell", "様式の欄", cell), ("PageMark", "ページの印", middle))
    return "".join(_style(*line) for line in lines) + mark
