"""What is known of a document besides its text: checks, changes, all its addresses."""

from __future__ import annotations

from flask import Blueprint
from flask import jsonify
from werkzeug import Response

from app.errors import LocatorError
from app.model.document import Document
from app.model.finding import Finding
from app.model.ledger import Ledger
from app.model.locator import Locator
from app.translation.check import CHECKS
from app.web.answers import send_page
from app.web.blocks import segment_row
from app.web.contexts import Link
from app.web.contexts import Move
from app.web.current import get_document
from app.web.current import get_snapshot
from app.web.doubts import check_groups
from app.web.doubts import checked
from app.web.facts import document_counts
from app.web.facts import document_facts
from app.web.fates import gone_row
from app.web.fates import published_addresses
from app.web.record_contexts import ChangesPage
from app.web.record_contexts import ChecksPage
from app.web.record_contexts import Remark
from app.web.urls import Linker
from app.web.urls import place_url

_FILES = (".md", ".ids", ".exceptions")
"""How the files of a document end."""

records = Blueprint("records", __name__)


@records.get("/<slug>/checks")
def checks(slug: str) -> Response:
    """Show what was checked in a document, and every warning beside its sentence."""
    text = get_document(slug)
    return send_page("checks.html", lambda: _checks_page(text))


@records.get("/<slug>/changes")
def changes(slug: str) -> Response:
    """Show which published addresses moved and which are gone."""
    text = get_document(slug)
    return send_page("changes.html", lambda: _changes_page(text))


@records.get("/ids/<slug>.json")
def ids(slug: str) -> Response:
    """List every address ever published, with its state."""
    get_document(slug)
    return jsonify({"slug": slug, "ids": published_addresses(slug)})


def _checks_page(text: Document) -> ChecksPage:
    """Put the warnings of a document together."""
    slug = text.slug
    return ChecksPage(
        facts=document_facts(text),
        counts=document_counts(text),
        remarks=tuple(
            remark(text, finding)
            for finding in get_snapshot().findings
            if finding.path.endswith(tuple(f"/{slug}{end}" for end in _FILES))
            and finding.code not in CHECKS
        ),
        checked=checked(slug),
        groups=check_groups(text),
    )


def _changes_page(text: Document) -> ChangesPage:
    """Put together what became of the addresses of a document."""
    slug = text.slug
    ledger = get_snapshot().ledgers.get(slug, Ledger())
    return ChangesPage(
        facts=document_facts(text),
        moved=tuple(
            Move(str(entry.locator), _to(slug, end.locator))
            for entry in ledger.entries
            if entry.state == "moved" and (end := ledger.resolve(entry.locator))
        ),
        gone=tuple(
            gone_row(text, entry) for entry in ledger.entries if entry.state == "gone"
        ),
        live=sum(entry.state == "live" for entry in ledger.entries),
    )


def remark(text: Document, finding: Finding) -> Remark:
    """Set a warning with the sentence or the unit it is about."""
    source = f"{finding.path}:{finding.line}" if finding.line else finding.path
    code, message = finding.code, finding.message
    try:
        locator = Locator.parse(finding.locator)
    except LocatorError:
        return Remark(code, message, source, None, None)
    segment = text.by_segment.get(locator.start)
    if segment is not None:
        linker = Linker(get_snapshot().documents, text.slug, get_snapshot().ledgers)
        row = segment_row(text.slug, segment, linker, with_notes=False)
        return Remark(code, message, source, row, None)
    return Remark(code, message, source, None, _to(text.slug, locator))


def _to(slug: str, locator: Locator) -> Link:
    """Lead to a place by its address."""
    return Link(str(locator), place_url(slug, locator))
