"""Word documents: what Word counts, what was changed, what hangs in boxes."""

from __future__ import annotations

from app.importer.sources.reading import read_file
from tests.importer.sources.files import level
from tests.importer.sources.files import numbered
from tests.importer.sources.files import paragraph
from tests.importer.sources.files import write_word
from tests.importer.sources.test_cases import shown

LAW = (
    '<w:abstractNum w:abstractNumId="7">'
    + level(0, "chineseCountingThousand", "第%1章")
    + level(1, "chineseCountingThousand", "第%2条", '<w:lvlRestart w:val="0"/>')
    + level(2, "chineseCounting", "（%3）")
    + level(3, "decimal", "%4.")
    + "</w:abstractNum>"
    + '<w:abstractNum w:abstractNumId="8">'
    + level(0, "upperRoman", "%1.")
    + level(1, "decimal", "%1.%2", "<w:isLgl/>")
    + level(2, "bullet", "•")
    + "</w:abstractNum>"
    + '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    + '<w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>'
    + '<w:num w:numId="3"><w:abstractNumId w:val="8"/><w:lvlOverride w:ilvl="0">'
    + '<w:startOverride w:val="9"/></w:lvlOverride></w:num>'
)


def style(key: str, name: str, more: str = "") -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/>{more}'
        "</w:style>"
    )


STYLES = (
    style("a", "Normal")
    + style("1", "heading 1", '<w:basedOn w:val="a"/><w:pPr><w:numPr>'
            '<w:numId w:val="2"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr>')
    + style("b", "章", '<w:basedOn w:val="1"/>')
    + style("t", "Title")
    + style("c", "toc 1")
)  # fmt: skip


def styled(text: str, style: str) -> str:
    return paragraph(text, f'<w:pStyle w:val="{style}"/>')


def read(tmp_path, body: str) -> str:
    return shown(read_file(write_word(tmp_path / "law.docx", body, LAW, STYLES)))


def test_numbers_that_word_counts_are_text(tmp_path):
    body = "".join(
        [numbered("总则", 0), numbered("为了规范。", 1), numbered("下列：", 1),
         numbered("机关；", 2), numbered("甲", 3), numbered("乙", 3),
         numbered("企业。", 2), numbered("附则", 0), numbered("施行。", 1)]
    )  # fmt: skip
    assert read(tmp_path, body).splitlines() == [
        "第一章 总则",
        "第一条 为了规范。",
        "第二条 下列：",
        "（一）机关；",
        "1. 甲",
        "2. 乙",
        "（二）企业。",
        "第二章 附则",
        "第三条 施行。",
    ]


def test_lists_share_their_counting_unless_one_begins_anew(tmp_path):
    body = "".join(
        [numbered("one", 0, 2), numbered("sub", 1, 2), numbered("point", 2, 2),
         paragraph("between"), numbered("two", 0, 2), numbered("nine", 0, 3),
         numbered("ten", 0, 3)]
    )  # fmt: skip
    assert read(tmp_path, body).splitlines() == [
        "I. one",
        "1.1 sub",
        "point",
        "between",
        "II. two",
        "IX. nine",
        "X. ten",
    ]


def test_headings_and_their_numbers_come_from_styles(tmp_path):
    off = '<w:pStyle w:val="1"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    body = (
        styled("某某条例", "t") + styled("目录一……1", "c") + styled("总则", "1")
        + styled("分则", "b") + paragraph("附录", off) + paragraph("正文")
    )  # fmt: skip
    assert read(tmp_path, body).splitlines() == [
        "# 某某条例",
        "# I. 总则",
        "# II. 分则",
        "# 附录",
        "正文",
        "dropped 1",
    ]


def test_changes_are_accepted_and_hidden_text_left_out(tmp_path):
    body = (
        "<w:p><w:r><w:t>原有的话，</w:t></w:r>"
        "<w:ins><w:r><w:t>新加的话，</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>删去的话，</w:delText></w:r></w:del>"
        "<w:moveFrom><w:r><w:t>移走的话，</w:t></w:r></w:moveFrom>"
        "<w:moveTo><w:r><w:t>移来的话，</w:t></w:r></w:moveTo>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏起的话，</w:t></w:r>"
        '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>看见的话。</w:t></w:r></w:p>'
    )
    assert read(tmp_path, body) == "原有的话，新加的话，移来的话，看见的话。"


def test_a_text_box_comes_once_after_its_paragraph(tmp_path):
    box = f"<w:txbxContent>{paragraph('专栏1')}{paragraph('框里的字')}</w:txbxContent>"
    compatible = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    body = (
        "<w:p><w:r><w:t>框外</w:t></w:r><w:r>"
        f'<mc:AlternateContent xmlns:mc="{compatible}">'
        f"<mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        f"<w:r><w:t>的话</w:t></w:r></w:p>{paragraph('下文')}"
    )
    assert read(tmp_path, body).splitlines() == [
        "框外的话",
        "专栏1",
        "框里的字",
        "下文",
    ]


def test_tables_keep_their_rows(tmp_path):
    def row(*cells: str) -> str:
        inside = "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in cells)
        return f"<w:tr>{inside}</w:tr>"

    body = f"<w:tbl>{row('指标', '数值')}{row('增加值', '10')}</w:tbl>{paragraph('注')}"
    assert read(tmp_path, body).splitlines() == ["| 指标 | 数值", "| 增加值 | 10", "注"]


def test_marks_of_footnotes_go_and_the_footnotes_come_last(tmp_path):
    body = (
        '<w:p><w:r><w:t>第一条 为了规范</w:t></w:r><w:r><w:footnoteReference w:id="2"/>'
        f"</w:r><w:r><w:t>管理。</w:t></w:r></w:p>{paragraph('第二条 适用。')}"
    )
    notes = f'<w:footnote w:id="2">{paragraph("指一切管理。")}</w:footnote>'
    path = write_word(tmp_path / "law.docx", body, notes=notes)
    assert shown(read_file(path)).splitlines() == [
        "第一条 为了规范管理。",
        "第二条 适用。",
        "[1] 指一切管理。",
    ]
