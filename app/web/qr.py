"""Addresses as QR codes, so that paper leads back to the text."""

from __future__ import annotations

import segno
from markupsafe import Markup

_QUIET = 2
"""How many modules stay empty round a code, on paper that is empty round it too."""


def qr_code(address: str) -> Markup:
    """Draw an address as a picture that needs no other file and no style.

    It says nothing to those who hear the page: the address stands beside it.
    """
    code = segno.make(address, error="m", micro=False)
    drawn = code.svg_inline(
        border=_QUIET, omitsize=True, light="#fff", svgclass="qr", lineclass=None
    )
    return Markup(drawn.replace("<svg ", '<svg aria-hidden="true" ', 1))
