from __future__ import annotations

from flask.testing import FlaskClient

from tests.web.conftest import Soup
from tests.web.conftest import soup_of

PLAN = "/western-financial-center"
SENTENCE = "鼓励绿色企业通过发行债券和上市募集资金。"
MISQUOTED = "鼓励绿色公司通过发行债券上市募集资金"


def search(client: FlaskClient, text: str, **options: str):
    response = client.get("/search", query_string={"q": text, **options})
    assert response.status_code == 200
    return response


def test_a_quotation_leads_to_its_sentence_shown_as_a_pair(soup: Soup) -> None:
    block = soup(f"/search?q={SENTENCE}").select_one("section.quoted")
    assert block.h2.get_text().split()[:3] == ["Quoted", "from", "2.3.11.s12"]
    assert block.h2.a["href"] == f"{PLAN}/2.3.11#s12"
    (row,) = block.select(".row")
    assert row.select_one(".zh").get_text() == SENTENCE
    assert row.select_one(".en").get_text().startswith("Encourage green enterprises")
    assert not block.select("mark, ins, del")


def test_what_differs_is_struck_out_and_put_in_and_said(soup: Soup) -> None:
    block = soup(f"/search?q={MISQUOTED}").select_one("section.quoted")
    assert "with differences" in block.h2.get_text()
    (corrected,) = block.select(".corrected p[lang|=zh]")
    heard = [hidden.extract().get_text() for hidden in corrected.select(".vh")]
    assert heard == ["in the quotation:", "in the text:", "in the text:"]
    assert [tag.get_text() for tag in corrected.select("del")] == ["公司"]
    assert [tag.get_text() for tag in corrected.select("ins")] == ["企业", "和"]
    for struck in corrected.select("del"):
        struck.decompose()
    assert corrected.get_text() == SENTENCE.rstrip("。")


def test_the_part_of_a_sentence_that_is_quoted_is_marked(soup: Soup) -> None:
    clause = "加强与欧盟在碳排放计量和认证、零碳技术孵化和应用方面的合作"
    block = soup(f"/search?q={clause}").select_one("section.quoted")
    assert [mark.get_text() for mark in block.select("mark")] == [clause]


def test_several_sentences_are_a_range(soup: Soup) -> None:
    both = "共同推进绿色金融改革创新。深化省市间环境权益交易合作。"
    block = soup(f"/search?q={both}").select_one("section.quoted")
    assert block.h2.a["href"] == f"{PLAN}/2.3.11?range=s1-s2#s1-s2"
    assert len(block.select(".para .row")) == 2


def test_a_quotation_of_which_no_word_is_found_is_no_empty_page(soup: Soup) -> None:
    together = "Encouragegreenenterprisestoraisefundsthroughbondissuanceandlisting"
    page = soup(f"/search?q={together}")
    assert page.select_one("section.quoted")
    assert "No sentence has" not in page.get_text()
    assert page.select_one(".found .loc").get_text() == "2.3.11"


def test_the_block_is_said_in_chinese_too(chinese: FlaskClient) -> None:
    block = soup_of(chinese)(f"/search?q={MISQUOTED}").select_one("section.quoted")
    assert block.h2.get_text().startswith("引自（文字有出入）")
    assert block.select_one(".vh")["lang"] == "zh-Hans"


def test_words_that_are_no_quotation_have_no_block(soup: Soup) -> None:
    for query in ("绿色金融", "measure 11", "碳税", ""):
        assert not soup(f"/search?q={query}").select("section.quoted")


def test_the_same_words_elsewhere_are_told(shelf_soup: Soup) -> None:
    sentence = "这一句将要搬走，它足够长，能被认出来。"
    block = shelf_soup(f"/search?q={sentence}").select_one("section.quoted")
    assert "The same words also stand in:" in block.get_text()
    paths = [link["href"].split("/")[1] for link in block.select("a[href]:has(.num)")]
    assert sorted(paths) == ["other", "rules"]


def test_html_in_a_quotation_stays_text(client: FlaskClient) -> None:
    script = "<script>alert(1)</script>"
    long = (
        "Explore upgrading the relevant existing trading venues into an integrated "
        f"{script} Chengdu-Chongqing trading center for intellectual property and "
        "technology transfer, \u202eand so on"
    )
    page = search(client, long).text
    assert "<del>" in page
    assert "alert" in page.partition("<del>")[2]
    assert script not in page
    assert "\u202e" not in page.partition("<del>")[2].partition("</section>")[0]


def test_the_api_tells_of_a_quotation(client: FlaskClient) -> None:
    def ask(text: str):
        response = client.get("/api/v1/search", query_string={"q": text})
        assert response.status_code == 200
        return response.json

    answer = ask(MISQUOTED)
    assert answer["quotation"] == {
        "doc": "western-financial-center",
        "locator": "2.3.11.s12",
        "url": f"{PLAN}/2.3.11.s12",
        "lang": "zh",
        "likeness": answer["quotation"]["likeness"],
        "difference": [
            ["same", "鼓励绿色"],
            ["added", "公司"],
            ["missing", "企业"],
            ["same", "通过发行债券"],
            ["missing", "和"],
            ["same", "上市募集资金"],
        ],
        "others": [],
    }
    assert 0.8 <= answer["quotation"]["likeness"] < 1
    assert answer["hits"][0]["locator"] == "2.3.11"
    assert answer["hits"][0]["segments"][0]["locator"] == "2.3.11.s12"
    assert ask(SENTENCE)["quotation"]["difference"] == []
    assert ask("绿色金融")["quotation"] is None
