"""How strongly a sentence binds, and what it asks: 应当, 可以, 不得, 支持, 探索."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.model.document import Lang
from app.model.document import LANGS
from app.translation.pair import Alarm
from app.translation.pair import Pair
from app.translation.tokens import blanked
from app.translation.tokens import one_sided
from app.translation.tokens import Token
from app.translation.tokens import unanswered

MODALS = "T006"


@dataclass(frozen=True)
class _Force:
    """One kind of force.

    *firm* words need an answer, *soft* ones tell when a firm one was put for them, and
    *free* ones only answer.
    """

    name: str
    zh: str
    zh_soft: str
    zh_free: str
    en: str
    en_soft: str
    en_free: str


_NEVER = "(?!)"
_NOT_MAY = (
    r"(?! not\b|,? \d)"
    r"(?:(?<!\d may)|(?= (?!(?:and|or|to|in|of|at|by|for|the|as|until)\b)[a-z]))"
)
#: 可 and 得 where they allow: 可由, 均可, 得随时; elsewhere they are parts of words.
_ZH_MAY = (
    "(?<![许认不])可(?=由|依照|按照|随时|向|就|将|根据|经|予|自行|采|对)"
    "|(?<![均取获所不])得(?=由|依|随时|以|经|就|向|停止|设|采|将)"
)
_FORCES = (
    _Force(
        "obligation",
        "应当|必须|务必",
        "应(?!用|对|急|收|付|届|当|链|纳|缴|税|扣)|(?<!不|必)须(?!知)",
        "需要?|责令|责任|义务|要|由|为|予以|负责|给予|处|适用|依照",
        r"\bmust\b(?! not)|\bshould\b(?! not)|\b(?:is|are) obliged to",
        r"\bshall\b(?! not)",
        r"\brequir\w*|\bhave to\b|\bhas to\b|\bneed\w*|\bobligat\w*|\bought\b"
        r"|\bobliged\b"
        r"|\bis to\b|\bare to\b|\bto be\b|\bmandatory\b|\bnecess\w*|\bduty\b"
        r"|\bimperative\b|\bwill\b|\bbound to\b|\bshall\b|\bshould\b|\bmust\b",
    ),
    _Force(
        "permission",
        f"可以|有权(?!力|限|机)|可能(?!性)|{_ZH_MAY}",
        "准予|准许|允许",
        "(?<![许认])可(?!持续|再生|行|靠|控|能|以|用|比|观|贵)|能够|只能|才能|能否"
        "|方能|(?<![取获所不])得(?!到|出|益|罪|失)|酌情|自行|自愿|自主|选择"
        "|有权|任择|权利",
        rf"(?<!as )\bmay\b{_NOT_MAY}|\b(?:is|are) entitled to\b|\bhas the right to\b",
        _NEVER,
        r"\bmay\b|\bcan\b|\bcould\b|\bmight\b|\bable to\b|\bentitle\w*"
        r"|\brights? (?:to|of)\b"
        r"|\bpermitted\b|\ballow\w*|\bauthori[sz]ed\b|\boption\w*|\bpower to\b"
        r"|\bpossib\w*"
        r"|\bfree to\b|\bcapab\w*|\bnot be able|\bpotential\w*|\blikely\b|\brisk\w*",
    ),
    _Force(
        "prohibition",
        "不得(?!不|少于|低于|超过|高于|多于|迟于|晚于)|禁止|严禁|不准|不许",
        _NEVER,
        "不|未|无|非|免|勿|禁|止|拒",
        r"\b(?:shall|must|may|should|can) not\b|\bcannot\b|\bprohibit\w*|\bforbid\w*",
        _NEVER,
        r"\bnot\b|\bno\b|\bneither\b|\bnor\b|\bnever\b|\bnone\b|\bnothing\b|\bbann?\w*"
        r"|\bden(?:y|ie|ying)\w*|\brefus\w*|\bwithout\b|\brefrain\w*|\bun(?:less|lawful)\w*|\billegal\w*|\bcease\b",
    ),
    _Force(
        "support",
        "支持",
        _NEVER,
        "支撑|扶持|保障|支援|配套|助|拥护|辅|后盾|支|服务|保证|维护|扶|依托",
        r"\bsupport(?:s|ed|ing)?\b(?! polic)",
        _NEVER,
        r"\bsupport\w*|\bback(?:ing|ed|s)?\b|\bassist\w*|\bhelp\w*|\baid\w*|\bfavou?r"
        r"|\bsustain\w*|\bsubsid\w*",
    ),
    _Force(
        "encouragement",
        "鼓励",
        _NEVER,
        "激励|倡导|提倡|引导|调动|鼓|动员|推动",
        r"\bencourag\w*",
        _NEVER,
        r"\bincentiv\w*|\binspir\w*|\burge\w*|\bstimulat\w*|\bmotivat\w*|\bpromot\w*",
    ),
    _Force(
        "exploration",
        "探索",
        _NEVER,
        "探究|探讨|开拓|发掘|勘探|勘查|研究|摸索|试|拓",
        r"\bexplor\w*",
        _NEVER,
        r"\bexperiment\w*|\bpilot\w*|\bseek\w*|\bprob(?:e|ing)\b|\btrial\w*|\btry\w*",
    ),
    _Force(
        "study",
        "研究(?!院|所|生|员|中心|机构|人员|者|会|型|室|开发|与试验)",
        _NEVER,
        "学习|调研|考察|分析|论证|学|科研|研|探讨|课题|审议|调查|探",
        r"\bstud(?:y|ies|ied|ying)\b",
        _NEVER,
        r"\bresearch\w*|\bexamin\w*|\bconsider\w*|\banaly\w*|\bdiscuss\w*|\blook into"
        r"|\bdeliberat\w*|\breview\w*|\binvestigat\w*|\blearn\w*|\bR&D",
    ),
)  # fmt: skip

_Table = tuple[str, re.Pattern[str], re.Pattern[str], re.Pattern[str]]


def _table(name: str, firm: str, soft: str, free: str) -> _Table:
    return name, re.compile(firm), re.compile(soft), re.compile(free)


_TABLES: dict[Lang, tuple[_Table, ...]] = {
    "zh": tuple(_table(one.name, one.zh, one.zh_soft, one.zh_free) for one in _FORCES),
    "en": tuple(_table(one.name, one.en, one.en_soft, one.en_free) for one in _FORCES),
}


def forces_of(text: str, lang: Lang) -> list[Token]:
    """Find the words of force in a folded text."""
    found = []
    for name, *patterns in _TABLES[lang]:
        rest = text
        for kind, pattern in enumerate(patterns):
            found += [
                Token(name, *match.span(), firm=kind == 0, soft=kind == 1)
                for match in pattern.finditer(rest)
            ]
            rest = blanked(pattern, rest)
    return sorted(found, key=lambda token: token.start)


def check_modals(pair: Pair) -> Iterator[Alarm]:
    """Yield an alarm where a word of force has nothing of its kind over there."""
    folded = {"zh": pair.zh_folded, "en": pair.en_folded}
    zh, en = (forces_of(folded[lang].text, lang) for lang in LANGS)
    left_zh, left_en = unanswered(zh, en)
    if left_zh or left_en:
        yield one_sided(pair, MODALS, "Force differs", left_zh, left_en)
