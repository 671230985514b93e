"""The model as JSON and back, by pydantic from the types of the model itself."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field

from pydantic import TypeAdapter

from app.model.document import Document
from app.model.doubt import Doubt
from app.model.doubt import Examined
from app.model.finding import Finding
from app.model.glossary import Glossary
from app.model.ledger import Ledger
from app.model.thread import Threads
from app.model.usage import Usages


@dataclass(frozen=True)
class Corpus:
    """All that a snapshot holds beside its index."""

    documents: tuple[Document, ...]
    ledgers: dict[str, Ledger]
    glossary: Glossary
    findings: tuple[Finding, ...]
    threads: Threads = field(default_factory=Threads)
    usages: Usages = field(default_factory=Usages)
    doubts: tuple[Doubt, ...] = ()
    """The alarms of the translation checks, with the reasons of those accepted."""
    examined: tuple[Examined, ...] = ()
    """How much each of these checks has compared."""


_CORPUS = TypeAdapter(Corpus)


def encode(corpus: Corpus) -> bytes:
    """Write a corpus as JSON."""
    return _CORPUS.dump_json(corpus)


def decode(data: bytes) -> Corpus:
    """Read a corpus.

    :raise ValueError: if the JSON does not have the shape of the model.
    """
    return _CORPUS.validate_json(data)
