"""How Chinese texts write places: the counting words and the patterns, and no logic.

All are matched on folded text, in which the full-width comma is a semicolon: unlike the
、 of lists it joins no numbers.
"""

from __future__ import annotations

import re

from app.references.prose.written import ClauseKind

NUMERAL = r"(?:\d{1,4}|[零〇○一二两三四五六七八九十百千]{1,9})"
NUMBER = rf"(?:{NUMERAL}(?:-\d{{1,3}})?)"

#: How deep each counting word lies, and after which signs it is another word.
UNITS: dict[str, tuple[int, str]] = {
    "部分": (0, ""),
    "分编": (1, ""),
    "编": (0, "制号辑码写"),
    "篇": (0, "幅章"),
    "章": (2, "程法"),
    "节": (3, "约目省能课"),
    "项措施": (7, ""),
    "条措施": (5, ""),
    "个措施": (5, ""),
    "条": (5, "件例约目生高线道"),
    "款": (6, "项式产"),
    "项任务": (7, ""),
    "项": (7, "目"),
    "点": (7, ""),
    "目": (8, "标的录前"),
}
CLAUSES: dict[str, ClauseKind] = {
    "款": "paragraph",
    "项": "item",
    "项措施": "item",
    "项任务": "item",
    "点": "item",
    "目": "subitem",
}
UNIT = "|".join(
    f"{word}(?![{others}])" if others else word
    for word, (_, others) in sorted(UNITS.items(), key=lambda one: -len(one[0]))
    if word != "点"
)

#: What a text calls itself: 本法, 本规划; the work named last is 该法.
WORK_NOUN = (
    r"法|法典|条例|规定|办法|规划|纲要|意见|方案|计划|决定|细则|规则|章程|公约|通知|协定|"
    r"宪章|标准|指南|指引|规程|制度|合同|协议|文件|规范|目录|清单|议定书|宣言|指令|政策|"
    r"声明|守则|准则|解释|示范法"
)
OWN = rf"本(?:暂行|试行|实施|管理|基本|示范)?(?:{WORK_NOUN})"
THAT = rf"(?:该|同|前述|上述)(?:{WORK_NOUN})"

ORDINAL = re.compile(
    rf"第\s*(?P<bracket>\()?\s*(?P<number>{NUMBER})\s*\)?\s*(?P<unit>{UNIT})?"
    rf"(?:之(?P<after>{NUMERAL}))?"
)
SHARED = re.compile(
    rf"第?\s*\(?\s*(?P<number>{NUMBER})\s*\)?\s*(?:[两二三四五六七八九]?(?P<unit>{UNIT}))?"
    rf"(?:之(?P<after>{NUMERAL}))?"
)
"""The later numbers of a list, which may do without 第 and without a counting word."""

LETTERED = re.compile(
    r"第?\s*\((?P<number>[a-z]{1,5}|\d{1,2}|[一二三四五六七八九十]{1,3})\)\s*"
    r"(?P<unit>项|点|目)?(?P<after>)"
)
"""The points of treaties, which follow their paragraph without 第: 第1款(b)项."""

BEFORE = re.compile(
    r"(?<![目以之提此先])[前上](?P<many>[一二两三四五]?)"
    r"(?P<unit>款(?![项式产])|条(?![件款例约])|项(?!目)|章(?!程)|节)"
)
AFTER = re.compile(r"(?:后|(?<![以如])下一)(?P<unit>条(?![件款例约]))")
HERE = re.compile(
    r"(?<![日成基版文书剧资])本(?P<unit>条(?![例约款目])|款(?![项式])|项(?!目)|章(?!程)|"
    r"节(?![约目省能])|编(?![制号])|篇(?![幅章文])|部分|分编)"
)
ASIDE = re.compile(rf"(?P<word>附件|附录|专栏)\s*(?P<number>{NUMERAL})?(?!\d)")
ASIDE_ON = re.compile(rf"(?P<number>{NUMERAL})(?=$|[\W]|[所的列和与及中规要])")
"""A later number of a list of annexes or boxes: 附件2、3."""
PREFIX = re.compile(
    rf"(?:(?P<own>{OWN})|(?P<work>{THAT}|(?<!尤)其)|(?P<place>该[条款项章节]))\s*的?\s*"
)
JOINT = re.compile(
    r"\s*(?:(?P<range>至|到|-|~)|[,;]\s*(?:以及|和|或者?)?|以及|及(?!以[上下后前])|和|或者?|与)\s*"
)
GLUE = re.compile(r"\s*(?:的|中的?|规定的?)?\s*(?=第|\()")
START = re.compile(
    r"第|\([a-z]{1,4}\)(?=[项点])|后条|下一条|[前上](?=[一二两三四五]?[款条项章节])|本(?=[条款项章节编篇部分])|附[件录]|专栏"
)
FOLLOWS = re.compile(
    r"$|[\W\d]|[的规所中和与至到或等第之以内外前后对另未不确适除若且均为是应可关上下列明要进处给]"
    r"|实施|办理|执行|及(?!以[上下后前])"
)
"""What a reference is followed by; before another noun it is a number: 第一节车厢."""

SAME = {"项任务": "项", "分编": "编"}
"""Counting words that mean the kinds of another."""
