"""Finds the works that a Chinese text names: in 《》, or bare if they are well known.

Bare is 依照刑法第七条: a law by which something is done. A text may give a work a name
of its own: （以下简称《纲要》）.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence

from app.model.thread import Stretch
from app.references.prose.title import apart
from app.references.prose.title import Title
from app.references.prose.title import touches
from app.text.normalize import CJK
from app.text.normalize import fold_text
from app.text.normalize import Folded
from app.text.normalize import has_han

MOST_CHARACTERS = 120
"""A longer stretch in brackets is no title."""

#: Laws that are mostly named without brackets.
_LAWS = (
    "刑法|宪法|水法|专利法|仲裁法|价格法|会计法|保险法|信托法|公司法|"
    "公路法|兵役法|农业法|劳动法|合同法|商标法|国籍法|国防法|审计法|"
    "密码法|工会法|广告法|建筑法|引渡法|律师法|担保法|教育法|档案法|"
    "森林法|民法典|法官法|海关法|渔业法|物权法|监察法|监狱法|票据法|"
    "种子法|立法法|统计法|草原法|计量法|证券法|选举法|邮政法|铁路法|"
    "预算法|公务员法|反垄断法|反洗钱法|增值税法|标准化法|检察官法|民法总则|"
    "民法通则|著作权法|义务教育法|产品质量法|人民警察法|企业破产法|"
    "刑事诉讼法|动物防疫法|劳动合同法|商业银行法|国家安全法|国家赔偿法|"
    "土地管理法|城乡规划法|外商投资法|安全生产法|对外贸易法|就业促进法|"
    "招标投标法|政府采购法|数据安全法|民事诉讼法|环境保护法|电子商务法|"
    "电子签名法|矿产资源法|社会保险法|税收征管法|网络安全法|联合国宪章|"
    "药品管理法|行政处罚法|行政复议法|行政强制法|行政许可法|行政诉讼法|"
    "食品安全法|高等教育法|个人所得税法|企业所得税法|传染病防治法|"
    "反外国制裁法|残疾人保障法|职业病防治法|个人信息保护法|中国人民银行法|"
    "乡村振兴促进法|人民法院组织法|保守国家秘密法|农村土地承包法|"
    "出境入境管理法|反不正当竞争法|大气污染防治法|妇女权益保障法|"
    "期货和衍生品法|未成年人保护法|民族区域自治法|治安管理处罚法|"
    "海洋环境保护法|科学技术进步法|税收征收管理法|证券投资基金法|"
    "人民检察院组织法|村民委员会组织法|消费者权益保护法|老年人权益保障法|"
    "银行业监督管理法|劳动争议调解仲裁法|澳门特别行政区基本法|"
    "香港特别行政区基本法|全国人民代表大会组织法|固体废物污染环境防治法"
)
_LONGEST_FIRST = "|".join(sorted(_LAWS.split("|"), key=len, reverse=True))
_LAW = rf"(?:中华人民共和国)?(?:{_LONGEST_FIRST})"
_NO_LAW = "[法学律院官人定制师庭典]"
"""What makes another word of the name of a law: 公司法人."""
_BARE = re.compile(
    r"(?:(?<=依照)|(?<=按照)|(?<=根据)|(?<=依据)|(?<=违反)|(?<=适用)|(?<=触犯)|(?<=符合)"
    rf"|(?<=[和与及者,;])){_LAW}(?!{_NO_LAW})"
    rf"|(?<!本){_LAW}(?=第|另有规定)|宪法(?!学|性|法院|日)"
)
_CONSTITUTION = "宪法"
_BY = re.compile(r"(?:依照|按照|根据|依据|违反)$")
"""In front of 宪法 these say that it is the constitution, not one of any country."""
_PINNED = re.compile(
    rf"中华人民共和国[{CJK}]{{1,20}}?(?:法典|法|条例)(?=第[\d一二三四五六七八九十百千]+条)"
)
_AFTER_NAME = re.compile(r"第|的|规定|要求|[^\w《]|$|[和及或等与]")
_LEAST_CHARACTERS, _START = 4, 3
_EU_ZH = re.compile(
    r"""
    (?:第\s*)? (?:\((?:eu|ec|eec|欧盟|欧共体)\)\s*)? (?:第\s*)? (?:no\.?\s*)?
    \d{2,4}/\d{1,4} (?:/(?:eu|ec|eec))? \s* 号   # （EU）2016/679号 · 第95/46/EC号
    (?:实施|授权|框架)? (?:条例|指令|决定|建议)
    """,
    re.VERBOSE,
)
_SHORT = re.compile(
    r"""
    (?:\s*\([^()]{1,40}\))?             # （2019年修订）
    \s*\( (?:[^()]{0,60}[,;])? \s*      # （中发〔2019〕49号，
    (?:
        (?:以下|下|下文|后文)?(?:统一?|简)?称(?:为|作)? \s*
        (?: \"?《(?P<title>[^《》]{1,40})》\"?          # 以下简称《意见》
        | \"?(?P<bare>[^《》\"()]{1,30})\"? )           # 以下称本意见
    | \"(?P<quoted>[^\"()]{2,30})\"                     # “先前协定”
    )
    \s*\)
    """,
    re.VERBOSE,
)
"""How a text gives a work a short name, directly behind its title."""


class BareNames:
    """The names of the documents of a library, to be found without their brackets."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._by_start: dict[str, list[str]] = {}
        for name in sorted({fold_text(name) for name in names}, key=len, reverse=True):
            if len(name) >= _LEAST_CHARACTERS and has_han(name):
                self._by_start.setdefault(name[:_START], []).append(name)

    def find(self, text: str) -> Iterator[Stretch]:
        """Yield where a folded text has a name, and not a longer word."""
        if not self._by_start:
            return
        for start in range(len(text) - _START):
            for name in self._by_start.get(text[start : start + _START], ()):
                end = start + len(name)
                if text.startswith(name, start) and _AFTER_NAME.match(text, end):
                    yield start, end
                    break


def find_titles(
    text: str, folded: Folded, aliases: Sequence[str], held: BareNames
) -> list[Title]:
    """List the titles in a Chinese text.

    *aliases* are names it gave works before; *held* are those of the documents here.
    """
    plain = apart([*_bracketed(folded.text), *held.find(folded.text)])
    others = apart(list(_unbracketed(folded.text, aliases)))
    bare = [one for one in others if not touches(one, plain)]
    titles: list[Title] = []
    named_until = 0
    for start, end in sorted([*plain, *bare]):
        if start < named_until:
            continue  # the short name itself, where it is given
        short = _SHORT.match(folded.text, end)
        named_until = short.end() if short else 0
        alias = _given(short) if short else ""
        begin, stop = folded.original(start, end)
        words = text[begin:stop].strip("《》〈〉")
        alias = "" if alias.startswith("本") else alias
        vague = text[begin:stop] == _CONSTITUTION and not _BY.search(
            folded.text, 0, start
        )
        titles.append(Title(begin, stop, words, alias, not vague))
    return titles


def _given(short: re.Match[str]) -> str:
    """Read the short name that a text gives a work."""
    name: str = short["title"] or short["bare"] or short["quoted"]
    return name.strip()


def _unbracketed(text: str, aliases: Sequence[str]) -> Iterator[Stretch]:
    """Yield laws that are mostly named so, works with a place in them, short names."""
    for pattern in (_BARE, _PINNED, _EU_ZH):
        yield from (match.span() for match in pattern.finditer(text))
    for alias in aliases:
        if len(alias) >= _START:
            name = rf"{re.escape(alias)}(?!{_NO_LAW})"
            yield from (match.span() for match in re.finditer(name, text))


def _bracketed(text: str) -> Iterator[Stretch]:
    """Yield what stands in 《》, the outermost where one is inside another."""
    depth = start = 0
    for position, char in enumerate(text):
        if char == "《":
            start = start if depth else position
            depth += 1
        elif char == "》" and depth:
            depth -= 1
            if not depth and position - start <= MOST_CHARACTERS:
                yield start, position + 1
