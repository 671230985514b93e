"""A ZIP file that is the same for the same files, whenever it is written."""

from __future__ import annotations

from collections.abc import Collection
from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED
from zipfile import ZIP_STORED
from zipfile import ZipFile
from zipfile import ZipInfo

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first moment that a ZIP file can name; all that is in it is of then."""

_READABLE = 0o100644 << 16


def pack(files: Mapping[str, bytes], stored: Collection[str] = ()) -> bytes:
    """Pack files in their order; those of *stored* are not compressed."""
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        for name, content in files.items():
            entry = ZipInfo(name, EPOCH)
            entry.create_system = 3  # else it is that of the machine it is written on
            entry.external_attr = _READABLE
            entry.compress_type = ZIP_STORED if name in stored else ZIP_DEFLATED
            archive.writestr(entry, content)
    return packed.getvalue()
