"""JSON: everything there is of the text, in the shape of the text."""

from __future__ import annotations

import json
from typing import Any

from app.export.about import in_its_script
from app.export.about import UNLICENSED
from app.export.extract import Extract
from app.export.extract import ExtractUnit
from app.export.extract import Pair
from app.export.extract import Provenance
from app.export.extract import Words

SHAPE = 1
"""Raised whenever a field is renamed or gone; new fields may come at any time."""


def write(extract: Extract) -> bytes:
    """Write a document, a part of one, or a result set."""
    shape: dict[str, Any] = {
        "shape": SHAPE,
        "snapshot": extract.digest,
        "url": extract.address,
        "title": _words(extract.title),
        "languages": {"zh": extract.zh_tag, "en": extract.en_tag},
    }
    if extract.query is not None:
        shape["query"] = extract.query
    if extract.locator:
        shape["locator"] = extract.locator
        shape["name"] = _words(extract.place)
    shape["documents"] = [_source(extract, source) for source in extract.sources]
    shape["units"] = [_unit(unit) for unit in extract.units]
    return (json.dumps(shape, ensure_ascii=False, indent=1) + "\n").encode()


def _source(extract: Extract, source: Provenance) -> dict[str, Any]:
    """Write what a document says of itself; what it does not say is empty."""
    return {
        "document": source.slug,
        "url": source.address,
        "title": _words(source.title),
        "short_title": _words(source.short_title),
        "issued": source.issued,
        "issuers": {"zh": source.issuers[0], "en": source.issuers[1]},
        "status": _words(source.status),
        "coverage": _words(source.coverage),
        "source": _words(source.source),
        "edition": source.edition,
        "licence": _words(source.licence or in_its_script(UNLICENSED, extract)),
    }


def _unit(unit: ExtractUnit) -> dict[str, Any]:
    """Write a unit; the score is there in a result set alone."""
    shape: dict[str, Any] = {
        "document": unit.slug,
        "locator": unit.locator,
        "url": unit.address,
        "kind": unit.kind,
        "number": unit.number,
        "depth": unit.depth,
        "heading": _words(unit.heading),
        "paragraphs": [[_pair(pair) for pair in group] for group in unit.paragraphs],
    }
    return shape if unit.score is None else {**shape, "score": unit.score}


def _pair(pair: Pair) -> dict[str, Any]:
    """Write a pair; a side that is not translated is null."""
    return {
        "locator": pair.locator,
        "url": pair.address,
        "zh": pair.zh,
        "en": pair.en,
    }


def _words(words: Words) -> dict[str, str]:
    """Write what is said in both languages."""
    return {"zh": words.zh, "en": words.en}
