from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from app.web.assets import SCRIPTS
from app.web.assets import SHEETS
from app.web.linking import join_sheets
from app.web.linking import link_scripts
from app.web.linking import LinkError

MODULES = {
    "one": "/** Says one. */\nexport const one = 1;\nlet hidden = 0;\n",
    "two": 'import { one as first } from "./one.js";\n'
    "// twice as much\nexport function two() {\n  return first + 1;\n}\n",
    "late": 'import { two } from "./two.js";\n'
    'export const load = () => import("./one.js");\ntwo();\n',
    "round": 'import { about } from "./about.js";\n',
    "about": 'import "./round.js";\nexport const about = 1;\n',
    "default": "export default 1;\n",
    "text": "const text = `\n  // kept\n`;\n",
}


def link(*names: str, without: tuple[str, ...] = ()) -> str:
    return link_scripts(
        names, MODULES.__getitem__, address="/at/{}.js".format, without=without
    )


def test_a_module_stands_once_and_after_all_that_it_imports() -> None:
    script = link("late", "two", "one")
    assert re.findall(r"\$\.(\w+) \?\?=", script) == ["one", "two", "late"]
    assert "const { one: first } = $.one;" in script
    assert "return { two };" in script
    assert not re.search(r"^(import|export)\b", script, re.MULTILINE)


def test_what_another_script_of_the_page_has_is_left_out() -> None:
    assert re.findall(r"\$\.(\w+) \?\?=", link("late", without=("two",))) == ["late"]


def test_what_is_loaded_on_demand_has_an_address_of_its_own() -> None:
    assert 'import("/at/one.js")' in link("late")


def test_comments_and_indents_are_left_out_but_never_of_a_text() -> None:
    assert "twice" not in link("two")
    assert "Says" not in link("one")
    assert "\nreturn first + 1;" in link("two")
    assert "  // kept" in link("text")


@pytest.mark.parametrize("name", ["round", "default"])
def test_a_module_that_cannot_be_linked_is_named(name: str) -> None:
    with pytest.raises(LinkError, match=rf"static/js/{name}\.js: cannot link"):
        link(name)


def test_sheets_keep_their_order_and_paper_its_own() -> None:
    sheets = {"a": "/* a */\na {\n  b: c;\n}\n", "print": "p { q: r; }\n"}
    joined = join_sheets(("a", "print"), sheets.__getitem__)
    assert joined == "a {\nb: c;\n}\n@media print {\np { q: r; }\n}\n"


@pytest.mark.parametrize(
    "name",
    [f"{role}.css" for role in SHEETS] + [f"{role}.js" for role in SCRIPTS],
)  # fmt: skip
def test_every_role_is_sent_packed_and_kept(client: FlaskClient, name: str) -> None:
    plain = client.get(f"/static/{name}?v=1")
    packed = client.get(f"/static/{name}?v=1", headers={"Accept-Encoding": "br"})
    assert plain.status_code == packed.status_code == 200
    assert packed.headers["Content-Encoding"] == "br"
    assert len(packed.data) < len(plain.data) / 2
    assert "immutable" in packed.headers["Cache-Control"]
    assert "Accept-Encoding" in packed.headers["Vary"]


def test_a_file_that_is_not_there_is_not_found(client: FlaskClient) -> None:
    assert client.get("/static/nothing.css").status_code == 404
    assert client.get("/static/nothing.js").status_code == 404


@pytest.mark.parametrize("path", ["/", "/western-financial-center/", "/search?q=金融"])
def test_a_page_asks_for_one_sheet_and_two_scripts(
    client: FlaskClient, path: str
) -> None:
    page = BeautifulSoup(client.get(path).text, "html.parser")
    sheets = [tag["href"] for tag in page.select("link[rel=stylesheet]:not([media])")]
    assert len(sheets) == 1
    assert len(page.select("script")) <= 2
