"""A scene as SVG: the same bytes for the same scene.

Owns: elements, the style sheet for light and dark and for paper, hatchings, the text alternative.
Refuses to know: plans, where a shape stands.

Styles are plain classes without variables, and every place is an attribute, so that readers of SVG other than browsers
draw the same. Text is escaped by the library that writes the elements.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from regcheck.render.figure_scene import Area, Polygon, Scene, Shape, Stroke, Words

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

FONTS = (
    "'Noto Sans CJK JP','Noto Sans JP','Hiragino Sans','Hiragino Kaku Gothic ProN','Yu Gothic','YuGothic',Meiryo,"
    "'BIZ UDPGothic','MS PGothic',sans-serif"
)

_LIGHT = {
    "ink": "#1a1a1a", "soft": "#4d4d4d", "rule": "#8c8c8c", "grid": "#dcdcdc", "wash": "#efefec", "paper": "#ffffff",
    "closed": "#eef0f3", "period": "#a9bccd", "duty": "#cfe0f5", "forbid": "#f6d3ca", "power": "#d3ead9",
    "dutyink": "#1f4e8c", "forbidink": "#9c2f17", "powerink": "#20663c", "chosen": "#8a5a00",
}  # fmt: skip
_DARK = {
    "ink": "#ececec", "soft": "#b8b8b8", "rule": "#8a8a8a", "grid": "#3c3c3c", "wash": "#2b2d30", "paper": "#1b1c1e",
    "closed": "#25282d", "period": "#5d7488", "duty": "#23395a", "forbid": "#57261b", "power": "#1f4530",
    "dutyink": "#9cc2f5", "forbidink": "#f3a08b", "powerink": "#8fd3a8", "chosen": "#e0b050",
}  # fmt: skip


def svg(scene: Scene, ident: str, title: str, description: str, *, inline: bool = False) -> str:
    """The scene as a document of its own, or `inline` as a part of a page, whose paper is always light.

    `ident` begins the names of its parts and must be its own on a page.
    """
    from xml.etree import ElementTree as ET

    root = ET.Element("svg", _root(scene, ident, inline=inline))
    ET.SubElement(root, "title", id=f"{ident}-title").text = title
    ET.SubElement(root, "desc", id=f"{ident}-desc").text = description
    ET.SubElement(root, "style").text = _style(ident, dark=not inline)
    root.append(_patterns(ident))
    for shape in scene.shapes:
        for element in _elements(shape, ident):
            root.append(element)
    ET.indent(root, " ")
    text = ET.tostring(root, encoding="unicode")
    return text + "\n" if inline else f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def _root(scene: Scene, ident: str, *, inline: bool) -> dict[str, str]:
    size = {} if inline else {"width": _number(scene.width), "height": _number(scene.height)}
    return {
        "xmlns": "http://www.w3.org/2000/svg",
        "id": ident,
        "class": "figure",
        "viewBox": f"0 0 {_number(scene.width)} {_number(scene.height)}",
        **size,
        "role": "img",
        "aria-labelledby": f"{ident}-title {ident}-desc",
        "lang": "ja",
        "font-family": FONTS,
    }


# ---------------------------------------------------------------- shapes


def _elements(shape: Shape, ident: str) -> list[Element]:
    """One element; a hatched area is two, the hatching over the colour."""
    from xml.etree.ElementTree import Element

    match shape:
        case Words():
            made = Element("text", {"class": shape.style, **_place(shape.x, shape.y)})
            made.set("font-size", _number(shape.size))
            if shape.anchor != "start":
                made.set("text-anchor", shape.anchor)
            made.text = shape.text
            return [made]
        case Area():
            sides = {"width": _number(shape.width), "height": _number(shape.height)}
            place = {**_place(shape.x, shape.y), **sides}
            plain = Element("rect", {"class": shape.style, **place})
            hatched = {
                "class": f"hatch {shape.style}",
                "style": f"fill:url(#{ident}-{shape.pattern})",
                **place,
            }
            return [plain, Element("rect", hatched)] if shape.pattern else [plain]
        case Stroke():
            return [Element("polyline", {"class": shape.style, "points": _points(shape.points)})]
        case Polygon():
            return [Element("polygon", {"class": shape.style, "points": _points(shape.points)})]


def _place(x: float, y: float) -> dict[str, str]:
    return {"x": _number(x), "y": _number(y)}


def _points(points: tuple[tuple[float, float], ...]) -> str:
    return " ".join(f"{_number(x)},{_number(y)}" for x, y in points)


def _number(value: float) -> str:
    """At most one decimal: 12, 12.5."""
    return f"{value:.1f}".removesuffix(".0")


def _patterns(ident: str) -> Element:
    """level: lines along the bar; slant: across it; dots."""
    from xml.etree.ElementTree import Element, SubElement

    defs = Element("defs")
    for name, side, attributes in (
        ("level", "4", {}),
        ("slant", "5", {"patternTransform": "rotate(45)"}),
        ("dots", "5", {}),
    ):
        size = {"width": side, "height": side, "patternUnits": "userSpaceOnUse"}
        pattern = SubElement(defs, "pattern", {"id": f"{ident}-{name}", **size, **attributes})
        if name == "dots":
            SubElement(pattern, "circle", {"class": "p-dots", "cx": "2.5", "cy": "2.5", "r": "1"})
        else:
            points = f"0,2 {side},2" if name == "level" else f"2,0 2,{side}"
            SubElement(pattern, "polyline", {"class": f"p-{name}", "points": points})
    return defs


# ---------------------------------------------------------------- style


def _style(ident: str, *, dark: bool) -> str:
    """The rules for light paper, and those for a dark screen where the figure may follow the reader's wish."""
    light = _rules(ident, _LIGHT)
    return (
        f"{light}@media screen and (prefers-color-scheme:dark){{{_rules(ident, _DARK)}}}" if dark else light
    )


def _rules(ident: str, c: dict[str, str]) -> str:
    rules = {
        "text": f"fill:{c['ink']}",
        ".small,.axis": f"fill:{c['soft']}",
        ".title,.name,.group": f"fill:{c['ink']};font-weight:700",
        ".label": f"fill:{c['ink']};stroke:{c['paper']};stroke-width:3px;stroke-linejoin:round;paint-order:stroke",
        ".paper": f"fill:{c['paper']}",
        ".band": f"fill:{c['wash']}",
        ".closed": f"fill:{c['closed']}",
        ".rule": f"stroke:{c['rule']};stroke-width:1;fill:none",
        ".grid": f"stroke:{c['grid']};stroke-width:.6;fill:none",
        ".chosen": f"stroke:{c['chosen']};stroke-width:1.2;stroke-dasharray:5 3;fill:none",
        ".event,.limit": f"fill:{c['ink']};stroke:{c['ink']};stroke-width:1.3",
        ".hollow": f"fill:{c['paper']};stroke:{c['ink']};stroke-width:1.3",
        ".range": f"stroke:{c['ink']};stroke-width:1.6;stroke-dasharray:2 2.5;fill:none",
        ".moved,.cross,.stop": f"stroke:{c['ink']};stroke-width:2;fill:none",
        ".notch": f"stroke:{c['ink']};stroke-width:1.2;fill:none",
        ".open": f"fill:{c['soft']}",
        ".period": f"fill:{c['period']};stroke:{c['ink']};stroke-width:.9",
        ".duty": f"fill:{c['duty']};stroke:{c['dutyink']};stroke-width:.9",
        ".forbid": f"fill:{c['forbid']};stroke:{c['forbidink']};stroke-width:.9",
        ".power": f"fill:{c['power']};stroke:{c['powerink']};stroke-width:.9",
        ".faint": "fill-opacity:.35;stroke-dasharray:3 2",
        ".extended": f"fill:none;stroke:{c['ink']};stroke-width:1;stroke-dasharray:4 3",
        ".p-level": f"stroke:{c['dutyink']};stroke-width:.9;fill:none",
        ".p-slant": f"stroke:{c['forbidink']};stroke-width:1.3;fill:none",
        ".p-dots": f"fill:{c['powerink']}",
    }
    return "".join(f"{_within(ident, selector)}{{{rule}}}" for selector, rule in rules.items())


def _within(ident: str, selectors: str) -> str:
    """Only inside this figure."""
    return ",".join(f"#{ident} {selector}" for selector in selectors.split(","))
