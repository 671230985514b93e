"""The fields of the index, each with its reason. One document of Whoosh is one unit."""

from __future__ import annotations

from whoosh.fields import ID
from whoosh.fields import KEYWORD
from whoosh.fields import Schema
from whoosh.fields import TEXT
from whoosh.formats import Existence

from app.search.analyzer import ChineseTokenizer
from app.search.analyzer import ChineseWords
from app.search.analyzer import EnglishTokenizer
from app.search.analyzer import GramTokenizer
from app.search.analyzer import LetterTokenizer
from app.search.analyzer import PinyinTokenizer

GRAMS = "grams"
PINYIN = "pinyin"
ZH_WORDS = "zh_words"
ZH_TITLE = "zh_title"
EN_WORDS = "en_words"
EN_STEMS = "en_stems"
EN_TITLE = "en_title"
EN_LETTERS = "en_letters"
SCOPE = "scope"
SLUG = "slug"
LOCATOR = "locator"


def make_schema(chinese: ChineseWords) -> Schema:
    """Make the schema; the reader passes its own, so that none is ever unpickled."""
    # A yes or no is enough for these: the text itself is looked at.
    grams, pinyin = TEXT(GramTokenizer()), TEXT(PinyinTokenizer())
    letters = TEXT(LetterTokenizer())
    grams.format = pinyin.format = letters.format = Existence()
    zh = ChineseTokenizer(chinese)
    stems = EnglishTokenizer(stemmed=True)
    return Schema(
        **{
            # What the hit is.
            SLUG: ID(stored=True),
            LOCATOR: ID(stored=True),
            # The document and every unit above: what ``in=`` narrows by.
            SCOPE: KEYWORD(),
            # Which units may hold a Chinese substring.
            GRAMS: grams,
            # Which units may hold what was spelt in pinyin.
            PINYIN: pinyin,
            # Words for ranking; headings count more.
            ZH_WORDS: TEXT(zh, phrase=True),
            ZH_TITLE: TEXT(zh, phrase=False),
            # Exact English words, for phrases and for correcting what is misspelt.
            EN_WORDS: TEXT(EnglishTokenizer(stemmed=False), phrase=True),
            # English in all its forms.
            EN_STEMS: TEXT(stems, phrase=True),
            EN_TITLE: TEXT(stems, phrase=False),
            # Which units may hold an English quotation, misspelt or run together.
            EN_LETTERS: letters,
        }
    )
