"""What can be said of an address that stands in a file."""

from __future__ import annotations


def is_whole(address: str) -> bool:
    """Say whether an address has its site, so that a file elsewhere can lead there."""
    return address.startswith(("http://", "https://"))
