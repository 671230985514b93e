"""What the program has is documented, and what is documented is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from app import create_app
from app.config import Config
from app.config import SETTINGS
from app.content.codes import CODES
from app.export.formats import FORMATS
from app.importer.codes import CODES as IMPORTER_CODES

ROOT = Path(__file__).parent.parent
#: Ways of writing an address that only lead to the one in the table.
NOT_FOR_PEOPLE = {
    "/<slug>",
    "/<slug>/2.3.11/",
    "/api",
    "/api/",
    "/api/v1/",
    "/api/<path:rest>",
}

ALL_CODES = {**CODES, **IMPORTER_CODES}

README = (ROOT / "README.md").read_text("utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text("utf-8")


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_every_setting_is_in_the_readme(setting):
    (row,) = re.findall(rf"^\| `{setting.name}` \|.*$", README, re.MULTILINE)
    assert setting.help in row


@pytest.mark.parametrize("kind", FORMATS)
def test_every_kind_of_file_is_in_the_readme(kind):
    assert re.search(rf"^\| `{kind}` \| .+ \|$", README, re.MULTILINE)


@pytest.mark.parametrize("code", ALL_CODES)
def test_every_finding_code_is_in_the_handbook(code):
    level, meaning = ALL_CODES[code]
    assert f"| {code} | {level} | {meaning} |" in CONTRIBUTING


def test_the_handbook_has_no_other_codes():
    documented = set(re.findall(r"^\| ([A-Z]\d{3}) \|", CONTRIBUTING, re.MULTILINE))
    assert documented == set(ALL_CODES)


def test_every_route_is_in_the_readme(snapshot_dir):
    app = create_app(Config(index=snapshot_dir))
    for rule in app.url_map.iter_rules():
        if rule.endpoint == "static":
            continue
        path = re.sub(r"<(?:\w+:)?slug>", "<slug>", rule.rule)
        examples = {
            "<reference>": "2.3.11",
            "<any(bib, ris, json):kind>": "<kind>",
            "<number>": "11",
            "<path:locator>": "<locator>",
        }
        for written, shown in examples.items():
            path = path.replace(written, shown)
        if path not in NOT_FOR_PEOPLE:
            assert f"`{path}`" in README, rule.rule


def test_every_parameter_of_the_api_is_in_the_readme(snapshot_dir):
    client = create_app(Config(index=snapshot_dir)).test_client()
    description = client.get("/api/v1/openapi.json").json
    for path, methods in description["paths"].items():
        line = next(
            line
            for line in README.splitlines()
            if line.startswith(f"| `{path.replace('{', '<').replace('}', '>')}`")
        )
        for parameter in methods["get"]["parameters"]:
            if parameter["in"] == "query":
                assert f"{parameter['name']}=" in line


@pytest.mark.parametrize("text", [README, CONTRIBUTING], ids=["readme", "handbook"])
def test_links_between_the_papers_lead_somewhere(text):
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text):
        if not target.startswith(("other-slug",)):
            assert (ROOT / target).exists(), target


def test_every_command_of_make_is_told(capsys):
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for command in re.findall(r"^([a-z]+):.*## ", makefile, re.MULTILINE):
        if command not in {"help", "index"}:
            assert f"make {command}" in README + CONTRIBUTING, command
