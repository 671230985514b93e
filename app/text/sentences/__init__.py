"""Where sentences end, in Chinese and in English.

A sentence is what an editor puts on a line: it ends with a stop, not with a semicolon;
a short quotation and what stands in brackets are part of it, and a number that counts
items (``1.``, ``(a)``, ``①``) belongs to what follows.
"""

from app.text.sentences.chinese import split_zh
from app.text.sentences.english import split_en

__all__ = ["split_en", "split_zh"]
