"""What a file says of itself: where the text is from, and how it may be used."""

from __future__ import annotations

from dataclasses import dataclass

from app.export.extract import Extract
from app.export.extract import Provenance
from app.export.extract import Words

PROGRAM = "policy-reader"
"""What the program is called in the files it writes."""

UNLICENSED = Words("本文未注明使用许可。", "No licence is stated for this text.")
"""What is said where a document names no licence."""
UNTRANSLATED = Words("（未翻译）", "(not translated)")
"""What stands in place of a side that is not translated."""
NOTHING = Words("没有找到。", "Nothing was found.")
"""What a result set without any says."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that is said of a text."""

    name: str
    """For programs: ``status``."""
    label: Words
    """For people."""
    value: Words


_LABELS = {
    "issuers": Words("发布机关", "Issued by"),
    "issued": Words("发布日期", "Issued"),
    "status": Words("文本性质", "Status"),
    "coverage": Words("收录范围", "Coverage"),
    "source": Words("来源", "Source"),
    "edition": Words("版本", "Edition"),
    "licence": Words("使用许可", "Licence"),
    "address": Words("固定网址", "Permanent address"),
    "snapshot": Words("快照", "Snapshot"),
}


def facts_of(extract: Extract, source: Provenance) -> tuple[Fact, ...]:
    """List what is said of one document; what says nothing is left out.

    The licence is never left out: that none is stated is worth knowing.
    """
    values = {
        "issuers": Words("、".join(source.issuers[0]), "; ".join(source.issuers[1])),
        "issued": _same(source.issued),
        "status": source.status,
        "coverage": source.coverage,
        "source": source.source,
        "edition": _same(source.edition),
        "licence": source.licence or in_its_script(UNLICENSED, extract),
        "address": _same(source.address),
        "snapshot": _same(extract.digest),
    }
    return tuple(
        Fact(name, in_its_script(_LABELS[name], extract), value)
        for name, value in values.items()
        if value
    )


def in_its_script(words: Words, extract: Extract) -> Words:
    """Write words of ours in the script of the text that they stand beside."""
    return words.in_script("hant") if extract.zh_tag == "zh-Hant" else words


def _same(text: str) -> Words:
    """Say the same in both languages."""
    return Words(text, text)
