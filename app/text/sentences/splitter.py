"""What the splitters of both languages share: stops, and what is enclosed."""

from __future__ import annotations

import re
from abc import ABC
from abc import abstractmethod

from app.text.sentences.enclosed import Enclosed
from app.text.sentences.enclosed import Span


class Splitter(ABC):
    """One text, read from left to right; each language says what its stops end."""

    stop: re.Pattern[str]
    """A stop: its *sign*, and the closing signs *after* it."""
    longest: int
    """From how many characters on a bracket or quotation is no longer taken for one."""
    short: int
    """Up to how many characters a quotation stays whole, whatever stands in it."""
    leading: re.Pattern[str]
    """What may stand before the first word of a sentence."""
    introduced: re.Pattern[str]
    """What stands before a quotation if somebody speaks."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._enclosed = Enclosed(text, self.longest)
        self._start = 0

    def pieces(self) -> list[str]:
        """Give what stands between the ends of sentences; joined it is the text."""
        pieces = []
        for stop in self.stop.finditer(self._text):
            if self._is_stop(stop) and self._is_outside(stop):
                pieces.append(self._text[self._start : stop.end()].strip())
                self._start = stop.end()
        pieces.append(self._text[self._start :].strip())
        return [piece for piece in pieces if piece]

    @abstractmethod
    def _is_stop(self, stop: re.Match[str]) -> bool:
        """Say whether the sign itself ends something: no decimal point, no label."""

    @abstractmethod
    def _ends_with(self, span: Span, stop: re.Match[str]) -> bool:
        """Say whether the sentence ends where a span in it does."""

    def _is_outside(self, stop: re.Match[str]) -> bool:
        """Say whether the sign ends the sentence and not only a part in it."""
        closing = stop.start() + len(stop["sign"])
        for span in self._enclosed.around(closing):
            if span.start < self._start:
                continue
            if span.end > stop.end():
                if self._is_whole(span):
                    return False
            elif not self._ends_with(span, stop):
                return False
        return True

    def _is_whole(self, span: Span) -> bool:
        """Say whether a span is not parted inside."""
        if span.end - span.start <= self.short:
            return True
        return not (self._leads(span) or (span.is_quote and self._is_introduced(span)))

    def _leads(self, span: Span) -> bool:
        """Say whether a span begins the sentence."""
        lead = self.leading.match(self._text, self._start)
        return lead is not None and lead.end() > span.start

    def _is_introduced(self, span: Span) -> bool:
        """Say whether a sign before a quotation tells that somebody speaks."""
        lead = self._text[max(self._start, span.start - 4) : span.start]
        return self.introduced.search(lead) is not None
