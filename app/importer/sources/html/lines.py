"""Short lines of a page that are about the page, not of its text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from app.importer.raw import Block
from app.importer.raw import CELLS
from app.importer.sources.html.dates import date_in

_MOST = 120
"""Signs of a line that may be furniture."""

_WHOLE = re.compile(
    r"""(?:
    [【\[（(]?\s*(?:字[体號号]?(?:大小)?\s*[:：]?\s*)?(?:[大中小]\s*){2,3}[】\])）]?
    (?:\s*打印.*)?
  | [【\[（(]?(?:字体|字體|字号|字號)[:：].*
  | (?:打印|打印本页|打印本頁|关闭|关闭窗口|關閉|收藏|分享|分享到|分享至|返回顶部|
      回到顶部|返回|列印|友善列印|下载|下載|朗读|无障碍|
      纠错|[【\[]?我要纠错[】\]]?.{0,30}|上一篇.*|下一篇.*|网站地图|加入收藏|
      主办单位.*|主辦單位.*|ICP备.*|.{0,6}ICP备.*|.*公网安备.*|网站标识码.*|
      扫一扫.*|.{0,8}扫码.*|当前位置.*|您的位置.*|您现在的位置.*|首页\s*[>＞»].*|
      相关(?:链接|阅读|新闻|文章|稿件|报道|文件|解读)|相關(?:連結|新聞|閱讀)|推荐阅读|
      延伸阅读|热点(?:新闻|推荐)|猜你喜欢|更多|责任编辑[:：].*|責任編輯[:：].*|
      [（(\[【]?(?:责编|编辑|責編)[:：].{0,30}|阅读次数.*|浏览次数.*|点击数.*|访问量.*)
  | (?:print(?:\s+this\s+page|er[- ]friendly)?|share|
      share\s+(?:this|on|to|with)\b.{0,40}|
      e-?mail|tweet|facebook|twitter|wechat|weibo|linkedin|back\s+to\s+top|top|close|
      skip\s+to\s+.{0,30}|home\s*[>»/].*|you\s+are\s+here.*|
      related\s+(?:articles?|stories|news|links?|documents?|posts?|content|reading)|
      read\s+more|more\s+(?:stories|news|articles)|recommended(?:\s+for\s+you)?|
      advertisement|sponsored(?:\s+content)?|accept(?:\s+all)?(?:\s+cookies)?|
      (?:we|this\s+(?:web)?site)\s+uses?\s+cookies.*|font\s*size.*|a[-+](?:\s*a[-+])*|
      copyright\s*(?:©|\(c\)).*|©.*|all\s+rights\s+reserved.*|contact\s+us|
      about\s+us|site\s*map|privacy\s+policy|sign\s+in|log\s+in|editor\s*:.{0,40})
    )""",
    re.VERBOSE | re.IGNORECASE,
)  # fmt: skip

_DATED = re.compile(
    r"(?:.{0,30}(?:发布时间|发布日期|發佈時間|發佈日期|发文日期|更新时间|成文日期|来源|來源)\s*[:：]"
    r".{0,80}|(?:updated?|published|posted|release\s+date|last\s+(?:updated|modified))"
    r"(?:\s+on)?\s*[:：]?\s*[^a-z]{0,3}(?:[a-z]{3,9}\.?\s+\d|\d).*|source\s*[:：].{0,80})",
    re.IGNORECASE,
)
_LABELS = re.compile(
    r"索\s*引\s*号|主题分类|发文机关|发文字号|成文日期|发布日期|主\s*题\s*词|标\s*题\s*[:：]"
    r"|公开方式|公开时限|有效性|信息分类|发布机构|生成日期|文\s*号\s*[:：]"
)
_SIGNED = re.compile(r"成文日期\s*[:：|]?[\s|]*([^|]{6,40})")


@dataclass(slots=True)
class Lines:
    """How many lines were left out, and the date that one of them had."""

    dropped: int = 0
    date: str = ""
    signed: str = ""
    """The day that the text itself is of, which may be before it was put up."""


def without_furniture(blocks: Iterable[Block]) -> tuple[list[Block], Lines]:
    """Leave out the lines that are about the page; take the date from them."""
    kept: list[Block] = []
    lines = Lines()
    for block in blocks:
        if _is_furniture(block):
            lines.dropped += 1
            lines.date = lines.date or date_in(block.text)
            if signed := _SIGNED.search(block.text):
                lines.signed = lines.signed or date_in(signed[1])
        else:
            kept.append(block)
    return kept, lines


def _is_furniture(block: Block) -> bool:
    """Judge one line."""
    text = block.text
    if block.kind == "table":
        return len(_LABELS.findall(text)) > (CELLS in text and text.count(CELLS) > 2)
    if len(text) > _MOST:
        return False
    return bool(_WHOLE.fullmatch(text) or _DATED.fullmatch(text))
