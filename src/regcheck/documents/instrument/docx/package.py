"""Flow + profile → the bytes of a docx.

Owns: the parts of the package, sections and their pages, a file with the same bytes on every machine.
Refuses to know: laws, how lines and tables are written.

    flow → sections (paragraphs, tables) → parts → zip without times

Every part is written as text, once, from the beginning to the end: the order of elements, which Word insists on, is
the order of the code, and a list of ten thousand rows takes as long as ten of a thousand.
Source: ECMA-376, parts 1 and 2.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from regcheck.documents.instrument.docx.paragraphs import empty_paragraph, paragraph
from regcheck.documents.instrument.docx.styles import SETTINGS, styles_xml
from regcheck.documents.instrument.docx.tables import table
from regcheck.documents.instrument.docx.units import (
    MAIN,
    TWIPS_A_POINT,
    element,
    line_pitch,
    sign_pitch,
    text_of,
    twips,
)
from regcheck.documents.instrument.flow import Flow, Grid, Line, Stretch, stretches
from regcheck.documents.instrument.profile import PLAIN, Direction, Profile

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first time that a zip can say."""

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_BESIDE = ("styles", "settings", "header", "footer")
"""The parts beside the document; the n-th is its relationship rIdn."""


def to_docx(flow: Flow, profile: Profile, draft: str = "") -> bytes:
    """The file. `draft` stands at the head of every page."""
    return _zipped({name: DECLARATION + text for name, text in _parts(flow, profile, draft).items()})


def _parts(flow: Flow, profile: Profile, draft: str) -> Mapping[str, str]:
    """Every part by its name, in the order of the file."""
    number = '<w:fldSimple w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    mark = f"<w:r><w:t>{text_of(draft)}</w:t></w:r>" if draft else ""
    body = "".join(_sections(stretches(flow), profile))
    return {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(
            (f"{_OFFICE}/officeDocument", "word/document.xml"),
            (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "docProps/core.xml": _core(flow.title),
        "word/_rels/document.xml.rels": _relationships(
            *((f"{_OFFICE}/{kind}", f"{kind}.xml") for kind in _BESIDE)
        ),
        "word/document.xml": f'<w:document xmlns:w="{MAIN}" xmlns:r="{_OFFICE}"><w:body>{body}</w:body></w:document>',
        "word/footer.xml": _around("ftr", number),
        "word/header.xml": _around("hdr", mark),
        "word/settings.xml": SETTINGS,
        "word/styles.xml": styles_xml(profile),
    }


def _content_types() -> str:
    kinds = {"document": "document.main", **{kind: kind for kind in _BESIDE}}
    parts = [(f"/word/{kind}.xml", f"{_TYPE}.{said}+xml") for kind, said in kinds.items()]
    parts.append(("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"))
    overrides = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in parts)
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relationships(*targets: tuple[str, str]) -> str:
    inside = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'


def _core(title: str) -> str:
    """The title and nothing else: no author, no times."""
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        f' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{text_of(title)}</dc:title></cp:coreProperties>'
    )


def _around(tag: str, inside: str) -> str:
    """The head or the foot of all pages."""
    line = element("p", element("pPr", element("pStyle", val="PageMark")) + inside)
    return f'<w:{tag} xmlns:w="{MAIN}">{line}</w:{tag}>'


def _zipped(parts: Mapping[str, str]) -> bytes:
    """The package, without times.

    Stored, not deflated: what deflate makes depends on the zlib of the machine.
    """
    held = BytesIO()
    with ZipFile(held, "w", ZIP_STORED) as written:
        for name, text in parts.items():
            info = ZipInfo(name, date_time=EARLIEST)
            info.create_system = 0  # else it says on which system it was made
            written.writestr(info, text.encode())
    return held.getvalue()


# ------------------------------------------------------------ body


def _sections(several: tuple[Stretch, ...], profile: Profile) -> Iterator[str]:
    """Each stretch with the page it stands on; what is upright has the plain page in 横書き."""
    for number, stretch in enumerate(several, 1):
        page = PLAIN if stretch.is_upright else profile
        if number == len(several):
            yield _written(stretch, page, "") + section(page)
        else:
            yield _written(stretch, page, section(page))


def _written(stretch: Stretch, page: Profile, ending: str) -> str:
    """The blocks of a section; `ending` goes into its last paragraph."""
    *others, last = stretch.blocks or (None,)
    written = "".join(_block(block, page) for block in others if block)
    return written + (_block(last, page, ending) if last else empty_paragraph(ending))


def _block(block: Line | Grid, page: Profile, ending: str = "") -> str:
    if isinstance(block, Line):
        return paragraph(block, page.size, section=ending)
    return table(block, twips(page.line_length), page) + empty_paragraph(ending)


_AROUND = "".join(
    f'<w:{kind}Reference w:type="default" r:id="rId{_BESIDE.index(kind) + 1}"/>'
    for kind in ("header", "footer")
)


def section(profile: Profile) -> str:
    """w:sectPr: paper, margins, direction, and the grid that makes the signs a line and the lines a page."""
    is_vertical = profile.direction is Direction.VERTICAL
    wide = profile.width > profile.height
    spare = sign_pitch(profile) / TWIPS_A_POINT - profile.size
    return element(
        "sectPr",
        _AROUND
        + element(
            "pgSz",
            w=twips(profile.width),
            h=twips(profile.height),
            orient="landscape" if wide else None,
        )
        + element(
            "pgMar",
            top=twips(profile.top),
            right=twips(profile.right),
            bottom=twips(profile.bottom),
            left=twips(profile.left),
            header=twips(8),
            footer=twips(8),
            gutter=0,
        )
        + element("cols", space=425)
        + (element("textDirection", val="tbRl") if is_vertical else "")
        + element(
            "docGrid", type="linesAndChars", linePitch=line_pitch(profile), charSpace=int(spare * 4096)
        ),
    )
