"""How the Chinese of a corpus is read: every text of it, with its words in pinyin."""

from __future__ import annotations

from collections.abc import Iterator

from app.model.document import Document
from app.model.glossary import Glossary
from app.references.names import ZH_NAMES
from app.search.analyzer import ChineseWords
from app.search.analyzer import plain_words
from app.snapshot.codec import Corpus
from app.snapshot.readings import Readings
from app.text.normalize import fold_text
from app.text.readings import read
from app.text.readings import Reading
from app.text.script import in_script

_LONGEST = 3
"""How long a word is at most that is not looked into for the words it is made of."""

_NAMED = frozenset({"place", "institution"})
_PLACE = "ns"
_DISTRICTS = "省市县州"
_SMALL_WORDS = frozenset({"and", "for", "of", "the"})

#: Names that have no form with 省, 市, 县 or 州 in the dictionary.
_PLACES = frozenset(
    {
        "中国", "美国", "英国", "法国", "德国", "日本", "韩国", "朝鲜", "俄罗斯",
        "印度", "印度尼西亚", "印尼", "新加坡", "马来西亚", "泰国", "越南", "老挝",
        "缅甸", "柬埔寨", "菲律宾", "文莱", "哈萨克斯坦", "巴基斯坦", "巴西", "南非",
        "加拿大", "澳大利亚", "新西兰", "瑞士", "瑞典", "意大利", "西班牙", "葡萄牙",
        "荷兰", "比利时", "卢森堡", "奥地利", "波兰", "匈牙利", "希腊", "土耳其",
        "埃及", "沙特阿拉伯", "阿联酋", "以色列", "墨西哥", "阿根廷", "智利", "蒙古",
        "亚洲", "欧洲", "非洲", "美洲", "北美", "南美", "拉美", "大洋洲", "东亚",
        "东南亚", "南亚", "中亚", "西亚", "亚太", "欧盟", "东盟", "联合国", "香港",
        "澳门", "台湾", "新疆", "西藏", "内蒙古", "宁夏", "广西", "伦敦", "纽约",
        "巴黎", "东京", "法兰克福", "布鲁塞尔", "维也纳", "嘉兴", "宿迁", "中华",
        "长城", "长江", "黄河", "珠江", "淮河", "长三角", "珠三角", "京津冀", "粤港澳",
        "成渝", "川渝", "中欧", "中日", "中新", "中美", "巴蜀",
    }
)  # fmt: skip

#: Names of counties that are words of every day as well.
_NO_NAMES = frozenset(
    {
        "平原", "商城", "江山", "太平", "新建", "河口", "山口", "故城", "新城", "大都",
        "海岛", "大关", "长寿", "安宁", "无极", "中和", "兴国", "滨海", "新店", "新庄",
        "大城", "沙河", "南城", "东山", "南海", "东海", "石湖", "清水河", "连城",
        "望城", "龙门", "平川", "满城", "商都",
    }
)  # fmt: skip

#: People are written with the name of the family apart: 习|近平.
_PEOPLE = frozenset({"习近平", "毛泽东", "邓小平", "江泽民", "胡锦涛", "李克强"})


class Reader:
    """Reads Chinese texts with the words of the dictionary and of the glossary."""

    def __init__(self, glossary: Glossary, chinese: ChineseWords) -> None:
        self._terms = chinese
        self._words = plain_words()
        """Without the glossary: what a long term is made of."""
        self._places = _PLACES | frozenset(self._districts())
        self._names = frozenset(
            fold_text(form)
            for term in glossary.terms
            if term.kind in _NAMED and _is_name(term.en)
            for form in term.forms("zh")
        )

    def read(self, text: str) -> tuple[Reading, ...]:
        """Read one text."""
        simplified = in_script(text, "hans")
        words = self._terms.cut(simplified)
        written = [part for word in words for part in self._written(word)]
        return read(simplified, words, written)

    def _written(self, word: str, named: bool = False) -> Iterator[tuple[str, bool]]:
        """Part a word as it is written; each word of a name has a capital."""
        named = named or word in self._names or word in self._places
        if word in _PEOPLE:
            yield from ((word[:1], True), (word[1:], True))
        elif word in self._places - _PLACES and word[-1] in _DISTRICTS:
            yield from ((word[:-1], True), (word[-1], True))
        elif len(word) <= _LONGEST or word in _PLACES:
            yield word, named
        else:
            cut = self._words.cut(word)
            parts = cut if len(cut) > 1 else self._known(word)
            if not parts:
                yield word, named
            for part in parts:
                yield from self._written(part, named)

    def _known(self, word: str) -> list[str]:
        """Part a word into two or more of two or three characters that are known."""
        if len(word) in {2, 3} and self._words.is_word(word):
            return [word]
        for size in (2, 3):
            if self._words.is_word(word[:size]) and (rest := self._known(word[size:])):
                return [word[:size], *rest]
        return []

    def _districts(self) -> Iterator[str]:
        """Yield what the dictionary has as the name of a province, a city or a county.

        Most of what it calls the name of a place is none, so one that comes with its
        rank is taken, and without it: 武汉市, 武汉.
        """
        places = {word for word, _, kind in self._words.dictionary() if kind == _PLACE}
        short = places - _NO_NAMES
        for word in places:
            if len(word) > 2 and word[-1] in _DISTRICTS:
                yield word
                if word[:-1] in short:
                    yield word[:-1]


def _is_name(english: str) -> bool:
    """Say whether a term names one thing: all its words have capitals in English."""
    words = english.replace("-", " ").replace("(", "").split()
    return all(word[0].isupper() for word in words if word not in _SMALL_WORDS)


def readings_of(corpus: Corpus, chinese: ChineseWords) -> Readings:
    """Read every Chinese text that the pages set."""
    reader = Reader(corpus.glossary, chinese)
    texts = {text for document in corpus.documents for text in _texts(document)}
    return Readings({text: reader.read(text) for text in sorted(texts)})


def _texts(document: Document) -> Iterator[str]:
    """Yield the title, the headings, the sentences and the notes of a document."""
    yield from (document.zh.title, document.zh.short_title, ZH_NAMES["preamble"])
    for unit in document.walk():
        yield str(unit.zh)
        for segment in unit.segments:
            yield segment.plain("zh")
    for note in document.notes:
        yield note.zh.plain
