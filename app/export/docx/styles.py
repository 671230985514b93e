"""The styles of a Word document: fonts for both languages, few sizes, quiet colours."""

from __future__ import annotations

from dataclasses import dataclass

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.shared import RGBColor
from docx.styles.style import ParagraphStyle

from app.export.docx.text import Writing

_LATIN = "Times New Roman"
_SONG = {"zh-TW": "PMingLiU"}
_HEI = {"zh-TW": "Microsoft JhengHei"}

_INK = RGBColor(0x1A, 0x1C, 0x20)
_QUIET = RGBColor(0x66, 0x6B, 0x74)


@dataclass(frozen=True, slots=True)
class _Look:
    """How a style looks: sizes and spaces are in points."""

    size: float
    above: float = 0
    below: float = 0
    bold: bool = False
    quiet: bool = False
    name: str = ""
    """Of a style that Word does not have, what people call it."""


_BIG = {
    "Title": _Look(20, below=4, bold=True),
    "Subtitle": _Look(14, below=10),
    "Heading 1": _Look(15, above=18, below=6, bold=True),
    "Heading 2": _Look(12.5, above=14, below=5, bold=True),
    "Heading 3": _Look(11, above=11, below=4, bold=True),
} | {f"Heading {n}": _Look(10.5, above=9, below=4, bold=True) for n in range(4, 10)}

_SMALL = {
    "Fact": _Look(9, below=2, quiet=True),
    "From": _Look(9, below=3, quiet=True),
    "Pair": _Look(10.5, above=1, below=3),
    "PairBegins": _Look(10.5, above=6, below=3, name="Pair that begins a paragraph"),
    "Locator": _Look(7.5, above=3, quiet=True),
    "LocatorBegins": _Look(7.5, above=8, quiet=True, name="Locator of such a pair"),
    "ColumnHead": _Look(7.5, below=1, quiet=True, name="Column head"),
}

_TABLE = f"""
<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="Pairs">
  <w:name w:val="Pairs"/><w:basedOn w:val="TableNormal"/>
  <w:tblPr>
    <w:tblBorders>
      <w:top w:val="single" w:sz="4" w:space="0" w:color="C8CBD0"/>
      <w:insideH w:val="single" w:sz="2" w:space="0" w:color="E6E8EB"/>
    </w:tblBorders>
    <w:tblCellMar>
      <w:left w:w="0" w:type="dxa"/><w:right w:w="170" w:type="dxa"/>
    </w:tblCellMar>
  </w:tblPr>
</w:style>
"""


def set_styles(document: Document, writing: Writing) -> None:
    """Set the styles that the document uses."""
    region, styles = writing.region("zh"), document.styles
    song, hei = _SONG.get(region, "SimSun"), _HEI.get(region, "SimHei")
    for language in styles.element.iter(qn("w:lang")):
        language.set(qn("w:eastAsia"), region)
    normal = styles["Normal"]
    normal.paragraph_format.space_after = Pt(4)
    normal.paragraph_format.line_spacing = 1.2
    _set(normal, _Look(10.5), song)
    for name, look in _BIG.items():
        _set(styles[name], look, hei)
    for name, look in _SMALL.items():
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = normal
        style.name = look.name or name
        _set(style, look, song)
    missing = styles.add_style("Untranslated", WD_STYLE_TYPE.CHARACTER)
    missing.font.italic, missing.font.color.rgb = True, _QUIET
    for name in ("Header", "Footer"):
        _set(styles[name], _Look(8, quiet=True), song)
        styles[name].paragraph_format.tab_stops.clear_all()
    styles.element.append(parse_xml(_TABLE))


def _set(style: ParagraphStyle, look: _Look, chinese: str) -> None:
    """Set one style; nothing is left of its colours, lines and themes."""
    style.font.size, style.font.bold = Pt(look.size), look.bold
    style.font.italic = False
    style.font.color.rgb = _QUIET if look.quiet else _INK
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.attrib.clear()
    for script in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{script}"), _LATIN)
    fonts.set(qn("w:eastAsia"), chinese)
    spacing = style.paragraph_format
    spacing.space_before, spacing.space_after = Pt(look.above), Pt(look.below)
    for border in style.element.findall(f"{qn('w:pPr')}/{qn('w:pBdr')}"):
        border.getparent().remove(border)
