"""Sentences that deny on one side only, and bounds that were turned round."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.translation.pair import Alarm
from app.translation.pair import Pair
from app.translation.tokens import blanked
from app.translation.tokens import one_sided
from app.translation.tokens import Token

NEGATION = "T005"

#: Bounds, which have a check of their own.
_ZH_BOUNDS = re.compile(
    "不(?:得|应|能)?(?:少于|低于|超过|高于|多于|大于|小于|超出|迟于|晚于|早于)|不到|不满|未满"
)
_EN_BOUNDS = re.compile(
    r"\b(?:not|no|nor)(?: be)? (?:less|more|fewer|lower|higher|greater|earlier"
    r"|later|longer"
    r"|shorter) than|\bnot(?: to)? exceed\w*|\bno later\b|\bnot (?:in excess|above"
    r"|below)"
)
#: Words with a negative in them that need no negative on the other side.
_ZH_LOOSE = re.compile(
    "不仅|不但|不同|不动产|不可抗力|不良|不论|不管|无论|不久|不利|不正当|不当|不法"
    "|不得不|毫不|未成年|无形|无线|除非|无偿|不可或缺|不可分|无障碍"
    "|不动摇|不忘|不时|不等|不一致|未必|不无|不足|不满|未满|不惜|不限于|无害化|不特定|无效"
    "|不宜|不力|不善|不公|不服|无期|不平衡|不充分|不确定|不履行|不作为|不实|无缝|不定|不安"
    "|不便|不锈|未遂|不明|不合理|不正|不规范|不完整|不准确|无关|在所不|不在此限"
    "|不成立|不适当|无异|无罪|拒不|无须|无需|不法|逾期不|不妨|不免|不休"
)
_ZH_NEUTRAL = re.compile(
    "不断|不懈|不遗余力|未来|无人|非洲|无锡|非常|是否|能否|可否|与否|不过|禁区|禁毒|未婚|无疑"
)
_ZH_FIRM = re.compile("不|未|没有|禁止|严禁|无(?!论)|禁(?=用|售|运|入|采|渔)")
_ZH_FREE = re.compile(
    "非|免|拒|否|以外|之外|缺|勿|莫|难|停止|失|闭|空白|仅|方可|才能|方能"
    "|(?<![扣解消免清排拆删废])除"
)
_EN_LOOSE = re.compile(
    r"\bnot (?:only|limited to|merely|just|yet|all)\b|\bwithout (?:(?:undue )?delay"
    r"|interruption|prejudice"
    r"|exception|fail|limit|limitation|fear|discrimination|distinction)\b|\bno longer\b"
    r"|\bif not\b|\bwhether or not\b|\bno matter\b"
)
_EN_NEUTRAL = re.compile(r"\bno\. ?\d|\bnos\. ?\d|\bnone?theless|\bnotwithstanding")
_EN_FIRM = re.compile(
    r"\bnot\b|n't\b|\bno\b(?!\.)|\bnever\b|\bcannot\b|\bneither\b|\bnone\b|\bnobody\b"
    r"|\bnothing\b|\bprohibit\w*|\bforbid\w*|\bwithout\b|\bfail(?:s|ed|ing)?\b"
)
_EN_FREE = re.compile(
    r"\bfail\w*|\brefus\w*|\bunless\b|\bother than\b|\black\w*|\bnor\b"
    r""
    r"|\babsen\w*|\bfree (?:of|from)|\bexempt\w*|\bexclu\w*|\bdeny\w*|\bdenie\w*"
    r"|\breject\w*|\bminus\b|\brefrain\w*|\binstead of\b|\brather than\b"
    r"|\bonly (?:if|when|after|by|under)\b"
    r"|\bbeyond\b|\bregardless\b|\birrespective\b|\babstain\w*|\btoo\b|\bnon-?[a-z]{3,}"
    r"|\bil(?:legal|licit)\w*|\bim(?:proper|possible|movable|material|mun)\w*"
    r"|\bin(?:valid|appropriate|complete|accura|consisten|sufficien|adequa|eligib|compat"
    r"|capa|effec|ability|correct|applicab|tangib|dispens|separab|admissib|compete"
    r"|alien|violab|equal)\w*|\bir(?:regular|relevant|respons|revoc)\w*"
    r"|\bdis(?:agree|approv|qualif|claim|satis|obey|regard|honest|honou?r)\w*"
    r"|\bun(?!ion|it|ivers|der|til|if|iq|an|less|cle|ci)[a-z]{3,}\w*|[a-z]{3,}less\b"
    r"|\bban(?:s|ned)?\b|\bomit\w*|\bomission\w*|\boverdue\b|\bdefault\w*|\bcease\w*"
    r"|\bapart from\b|\bexcept\w*|\bpreclud\w*|\bwhatever\b|\bdeclin\w*|\bcontest\w*"
    r"|\bleft\b|\bwaive\w*|\bregret\w*"
)


_EXCEPTION = "除[^,.;]{0,40}?(?:以外|之外|外)|以外|之外|除外|另有|除非"

#: What answers itself: the same exception, refusal or prefix on both sides.
_PAIRED = tuple(
    (re.compile(zh), re.compile(en))
    for zh, en in (
        (
            _EXCEPTION,
            r"\bexcept\w*|\bunless\b|\bother than\b|\bapart from\b|\bin addition to\b"
            r"|\bsave\b|\bbesides\b",
        ),
        (
            "非",
            r"\bnon-?(?=[a-z]{3})|\bun(?=lawful|fair)|\bil(?=legal)|\binformal|\bextra",
        ),
        ("拒不|拒绝|拒", r"\brefus\w*|\breject\w*|\bdeclin\w*"),
        ("免", r"\bexempt\w*|\bwaive\w*"),
        (
            "不服",
            r"\bcontest\w*|\b(?:not|un)\W?(?:accept|satisf)\w*|\bdis(?:agree|satis)\w*",
        ),
        (
            "不(?:适|正|恰)?当",
            r"\bin-?appropriate\w*|\bimproper\w*|\bun(?:fair|due|duly)\w*",
        ),
        ("无效", r"\binvalid\w*|\bvoid\b|\bnull\b|\bineffective"),
        ("不良", r"\badverse|\bnon-performing|\bbad\b|\bill\b"),
        ("未成年", r"\bminors?\b|\bjuveniles?\b|\bunderage"),
        ("不一致|不符|不同", r"\binconsisten\w*|\bdiffer\w*|\bdiscrepan\w*"),
        ("禁毒", r"\bprohibition of (?:narcotic )?drugs|\bprohibition"),
        ("无害", r"\bharmless\w*|\binnocuous"),
        ("否则", r"\botherwise"),
        ("不利", r"\badverse\w*|\bdetriment\w*|\bdisadvantag\w*|\bunfavou?r\w*"),
        ("不可抗力", r"\bforce majeure"),
        ("不动产", r"\bimmovable|\breal (?:estate|property)"),
        ("不影响|不妨碍|不损害", r"\bwithout prejudice"),
        ("擅自", r"\bwithout (?:\w+ ){0,3}(?:authori|permi|approv|consent)\w*"),
        ("不人道", r"\binhuman"),
        ("不论|无论", r"\bwhether or not|\bregardless|\birrespective"),
        ("不法", r"\bunlawful\w*|\billegal\w*"),
        ("不履行", r"\bnon-?performance|\bfail\w*"),
        ("不正当", r"\bunfair\w*|\bimproper\w*|\bunjust\w*"),
        ("不充分|不足", r"\binsufficien\w*|\binadequa\w*"),
        ("无罪", r"\binnocen\w*|\bacquit\w*"),
        ("缺", r"\black\w*|\babsen\w*|\bdefici\w*"),
    )
)


def check_negation(pair: Pair) -> Iterator[Alarm]:
    """Yield an alarm where one side denies and nothing on the other side does."""
    zh_text, en_text = _without_pairs(pair.zh_folded.text, pair.en_folded.text)
    zh, zh_free = zh_negatives(zh_text)
    en, en_free = en_negatives(en_text)
    # A word that may deny answers one of its kind before it answers a plain negative.
    spare_zh = max(0, len(zh_free) - len(en_free))
    spare_en = max(0, len(en_free) - len(zh_free))
    left_zh = zh if len(zh) > len(en) + spare_en else []
    left_en = en if len(en) > len(zh) + spare_zh else []
    if left_zh or left_en:
        yield one_sided(pair, NEGATION, "Negation differs", left_zh, left_en)


def zh_negatives(text: str) -> tuple[list[Token], list[Token]]:
    """Give what denies in Chinese, and what may."""
    text = blanked(_ZH_BOUNDS, blanked(_ZH_NEUTRAL, text))
    return _negatives(text, _ZH_LOOSE, _ZH_FIRM, _ZH_FREE)


def en_negatives(text: str) -> tuple[list[Token], list[Token]]:
    """Give what denies in English, and what may."""
    text = blanked(_EN_BOUNDS, blanked(_EN_NEUTRAL, text))
    return _negatives(text, _EN_LOOSE, _EN_FIRM, _EN_FREE)


def _negatives(
    text: str, loose: re.Pattern[str], firm: re.Pattern[str], free: re.Pattern[str]
) -> tuple[list[Token], list[Token]]:
    """Find the words that deny; set phrases are taken first and only may."""
    found = [Token("no", *match.span(), firm=False) for match in loose.finditer(text)]
    text = blanked(loose, text)
    denying = [Token("no", *match.span()) for match in firm.finditer(text)]
    text = blanked(firm, text)
    found += [Token("no", *match.span(), firm=False) for match in free.finditer(text)]
    return denying, found


def _without_pairs(zh: str, en: str) -> tuple[str, str]:
    """Blank out what answers itself, as often as both sides have it.

    Chinese often frames one exception with two words.
    """
    for ours, theirs in _PAIRED:
        counts = len(ours.findall(zh)), len(theirs.findall(en))
        times = (
            max(counts) if ours.pattern == _EXCEPTION and all(counts) else min(counts)
        )
        zh, en = blanked(ours, zh, times), blanked(theirs, en, times)
    return zh, en
