"""What an operator can set, and the one place the environment is read."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Setting:
    """One thing that can be set, by the environment variable *name*."""

    name: str
    default: str
    help: str


SETTINGS = (
    Setting("READER_CONTENT", str(ROOT / "content"), "the folder of the documents"),
    Setting("READER_INDEX", str(ROOT / "index"), "the folder of the snapshots"),
    Setting("HOST", "127.0.0.1", "the address to listen on; 0.0.0.0 is every one"),
    Setting("PORT", "8000", "the port to listen on; 0 takes a free one"),
    Setting("READER_WORKERS", "2", "how many processes answer, one for each core"),
    Setting("READER_THREADS", "2", "how many requests a process answers at a time"),
    Setting(
        "READER_BASE_URL",
        "",
        "the public address, as https://example.org, for the sitemap and canonical "
        "links; if empty, what the request says",
    ),
)

DEFAULTS = {setting.name: setting.default for setting in SETTINGS}


class SettingError(ValueError):
    """Raised for a setting that cannot be used; says what is allowed."""

    def __init__(self, name: str, value: str, allowed: str) -> None:
        super().__init__(f"{name} is {value!r}, but must be {allowed}.")
        self.name = name
        self.value = value
        self.allowed = allowed


@dataclass(frozen=True, slots=True)
class Config:
    """The settings, read and checked."""

    content: Path = Path(DEFAULTS["READER_CONTENT"])
    index: Path = Path(DEFAULTS["READER_INDEX"])
    host: str = DEFAULTS["HOST"]
    port: int = int(DEFAULTS["PORT"])
    workers: int = int(DEFAULTS["READER_WORKERS"])
    threads: int = int(DEFAULTS["READER_THREADS"])
    base_url: str = DEFAULTS["READER_BASE_URL"]
    """Without a slash at its end; empty where the request says it."""

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] = os.environ) -> Config:
        """Read the settings; one that is unset or empty has its default.

        :raise SettingError: if one cannot be used.
        """
        values = {name: environ.get(name) or DEFAULTS[name] for name in DEFAULTS}
        return cls(
            content=_folder("READER_CONTENT", values),
            index=_folder("READER_INDEX", values),
            host=_host("HOST", values),
            port=_number("PORT", values, 0, 65535),
            workers=_number("READER_WORKERS", values, 1, 64),
            threads=_number("READER_THREADS", values, 1, 64),
            base_url=web_address("READER_BASE_URL", values["READER_BASE_URL"]),
        )


def _folder(name: str, values: Mapping[str, str]) -> Path:
    """Read a folder, which may be relative to where the program was started."""
    folder = Path(values[name]).absolute()
    if folder.exists() and not folder.is_dir():
        raise SettingError(name, values[name], "a folder")
    return folder


def _number(name: str, values: Mapping[str, str], least: int, most: int) -> int:
    """Read a whole number between two bounds."""
    text = values[name].strip()
    if re.fullmatch("[0-9]{1,9}", text) and least <= int(text) <= most:
        return int(text)
    raise SettingError(name, values[name], f"a whole number from {least} to {most}")


def _host(name: str, values: Mapping[str, str]) -> str:
    """Read a host name or an IP address, without scheme or port."""
    host = values[name].strip()
    if all(part.isalnum() for part in host.replace("-", "").split(".")):
        return host
    try:
        return str(ip_address(host))
    except ValueError:
        allowed = "a host name or an IP address, as 127.0.0.1, ::1 or example.org"
        raise SettingError(name, values[name], allowed) from None


def web_address(name: str, value: str) -> str:
    """Read the address of a site, or nothing.

    :raise SettingError: naming the setting or the option that has it.
    """
    text = value.strip().rstrip("/")
    try:
        parts = urlsplit(text)
        whole = parts.scheme in {"http", "https"} and parts.hostname
    except ValueError:
        whole = None
    if text and (not whole or parts.query or parts.fragment or " " in text):
        raise SettingError(name, value, "an address like https://example.org")
    return text
