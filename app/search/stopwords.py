"""Words too common to ask for, in a query of several words or in a question."""

from __future__ import annotations

from whoosh.lang.stopwords import stoplists

STOP_WORDS: frozenset[str] = frozenset(stoplists["en"]) | {
    *("also", "could", "may", "might", "must", "shall", "would"),
}
"""English ones; they count inside quotation marks."""

_ZH = """
的 了 和 与 及 或 在 对 于 为 是 有 之 以 将 从 到 来 去 把 被 让 这 那 其
吗 呢 吧 请 请问 什么 怎么 怎样 如何 为什么 哪 哪些 哪个 哪里 哪座 谁 多少 几
可以 能否 能不能 是否 会 能 要
"""

ZH_STOP_WORDS: frozenset[str] = frozenset(_ZH.split())
"""Chinese ones; they are left out when a question is cut up, but may be searched."""
