"""What a file that is downloaded is called."""

from __future__ import annotations

import re
from urllib.parse import quote

_NAME_LENGTH = 40
"""How much of a query stands in the name of a file."""


def attachment(name: str, extension: str, about: str = "") -> str:
    """Call a file by what it is *about* too, for browsers that can (RFC 6266)."""
    words = re.sub(r"[^\w]+", "-", about)[:_NAME_LENGTH].strip("-_")
    full = quote(f"{name}-{words}.{extension}" if words else f"{name}.{extension}")
    plain = f"{name}.{extension}"
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{full}"
