"""The settings: read from the environment, checked, refused with words."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from app.config import Config
from app.config import ROOT
from app.config import SettingError
from app.config import SETTINGS


def test_an_empty_environment_gives_the_defaults():
    assert Config.from_environment({}) == Config()
    assert Config().content == ROOT / "content"


def test_an_empty_value_is_no_value():
    assert Config.from_environment({"PORT": "", "READER_INDEX": ""}) == Config()


def test_every_setting_is_read():
    changed = Config.from_environment(
        {
            "READER_CONTENT": "/srv/政策 content",
            "READER_INDEX": "snapshots",
            "HOST": "::1",
            "PORT": " 80 ",
            "READER_WORKERS": "4",
            "READER_THREADS": "8",
            "READER_BASE_URL": "https://example.org/policy/",
        }
    )
    assert changed == Config(
        content=Path("/srv/政策 content"),
        index=Path.cwd() / "snapshots",
        host="::1",
        port=80,
        workers=4,
        threads=8,
        base_url="https://example.org/policy",
    )
    assert len(fields(Config)) == len(SETTINGS)


@pytest.mark.parametrize(
    ("name", "value", "allowed"),
    [
        ("PORT", "http", "a whole number from 0 to 65535"),
        ("PORT", "65536", "a whole number from 0 to 65535"),
        ("PORT", "-1", "a whole number from 0 to 65535"),
        ("PORT", "八", "a whole number from 0 to 65535"),
        ("PORT", "9" * 5000, "a whole number from 0 to 65535"),
        ("READER_THREADS", "0", "a whole number from 1 to 64"),
        ("READER_WORKERS", "two", "a whole number from 1 to 64"),
        ("HOST", "http://127.0.0.1", "a host name or an IP address"),
        ("HOST", "127.0.0.1:8000", "a host name or an IP address"),
        ("HOST", " ", "a host name or an IP address"),
        ("READER_INDEX", __file__, "a folder"),
        ("READER_CONTENT", __file__, "a folder"),
        ("READER_BASE_URL", "example.org", "an address like https://example.org"),
        ("READER_BASE_URL", "https://a.org/?q=1", "an address like"),
        ("READER_BASE_URL", "https://[", "an address like"),
    ],
)
def test_a_value_that_cannot_be_used_is_refused_with_what_is_allowed(
    name, value, allowed
):
    with pytest.raises(SettingError) as caught:
        Config.from_environment({name: value})
    assert str(caught.value).startswith(f"{name} is {value!r}, but must be {allowed}")


def test_every_setting_says_what_it_is_for():
    assert all(setting.help for setting in SETTINGS)
    assert len({setting.name for setting in SETTINGS}) == len(SETTINGS)
