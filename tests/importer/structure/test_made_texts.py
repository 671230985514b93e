"""Laws and plans made at random, whose addresses are known from the making."""

from __future__ import annotations

import random
from dataclasses import dataclass
from dataclasses import field

import pytest

from app.importer.structure import outline
from app.model.document import Lang
from app.text.numerals import format_chinese
from app.text.numerals import format_roman
from tests.importer.structure.test_structure import addresses
from tests.importer.structure.test_structure import raw_text

NAMES = {
    "part": ("第{}编", "Part {}"),
    "subpart": ("第{}分编", "Subpart {}"),
    "chapter": ("第{}章", "Chapter {}"),
    "section": ("第{}节", "Section {}"),
}
SHAPES = (
    [],
    ["chapter"],
    ["chapter", "section"],
    ["part", "chapter", "section"],
    ["part", "subpart", "chapter", "section"],
)
TITLES = {
    "zh": ("总　则", "一般规定", "优化服务，促进发展", "推进5G网络建设"),
    "en": ("General Provisions", "Liability", "Improve services, and promote growth"),
}
SENTENCES = {
    "zh": ("为了规范活动，制定本法。", "到2025年达到1.5万亿元。各方应当配合。"),
    "en": ("This Law regulates activities.", "It cost 1.5 trillion yuan. All agree."),
}
REMARKS = {
    "zh": ("第{}条规定的情形除外。", "第{}条、第九条不适用。", "2021年以前从其规定。"),
    "en": ("Article {} of this Law shall apply.", "Article {}, paragraph 2, applies."),
}
ITEMS = {"zh": ("（{}）某种情形", "；", "。"), "en": ("({}) a certain case", ";", ".")}


@dataclass
class Maker:
    """Makes the lines of a text, and notes the address of each heading."""

    lang: Lang
    seed: int
    lines: list[str] = field(default_factory=list)
    expected: list[str] = field(default_factory=lambda: ["0"])
    contents: list[str] = field(default_factory=list)
    articles: int = 0

    def __post_init__(self) -> None:
        self.random = random.Random(self.seed)
        self.shape = self.random.choice(SHAPES)
        self.article_on_its_line = self.random.random() < 0.5

    def some(self, words: dict[str, tuple[str, ...]]) -> str:
        return self.random.choice(words[self.lang])

    def law(self) -> None:
        self.lines = ["示范法" if self.lang == "zh" else "Model Law"]
        self.below([])
        if len(self.contents) > 2 and self.seed % 2:
            name = "目　录" if self.lang == "zh" else "Contents"
            self.lines[1:1] = [name, *self.contents]

    def below(self, path: list[str]) -> None:
        depth = len(path)
        if depth == len(self.shape):
            for _ in range(self.random.randrange(1, 4)):
                self.article(path)
            return
        for number in range(1, self.random.randrange(2, 5)):
            form = NAMES[self.shape[depth]][self.lang == "en"]
            label = form.format(self.written(number))
            self.lines.append(f"{label} {self.some(TITLES)}")
            self.contents.append(self.lines[-1])
            self.expected.append(".".join([*path, str(number)]))
            self.below([*path, str(number)])

    def article(self, path: list[str]) -> None:
        self.articles += 1
        number = self.articles
        written = format_chinese(number) if self.lang == "zh" else str(number)
        label = f"第{written}条" if self.lang == "zh" else f"Article {written}"
        if self.article_on_its_line:
            self.lines += [label, self.some(SENTENCES)]
        else:
            self.lines.append(f"{label}　{self.some(SENTENCES)}")
        self.expected.append(".".join([*path, str(number)]))
        self.remark()
        self.items()

    def remark(self) -> None:
        if self.random.random() < 0.5:
            number = self.random.randrange(1, self.articles + 5)
            written = format_chinese(number) if self.lang == "zh" else number
            self.lines.append(self.some(REMARKS).format(written))

    def items(self) -> None:
        form, between, stop = ITEMS[self.lang]
        count = self.random.choice([0, 0, 2, 4])
        for number in range(1, count + 1):
            written = format_chinese(number) if self.lang == "zh" else number
            self.lines.append(form.format(written) + between)
        if count:
            self.lines[-1] = self.lines[-1].removesuffix(between) + stop

    def written(self, number: int) -> str:
        return format_chinese(number) if self.lang == "zh" else format_roman(number)

    def plan(self) -> None:
        self.lines = ["示范规划" if self.lang == "zh" else "Model Plan"]
        run_through = self.random.random() < 0.5
        measure = 0
        for part in range(1, self.random.randrange(3, 5)):
            sign = "、" if self.lang == "zh" else ". "
            self.heading([str(part)], self.written(part) + sign)
            for section in range(1, self.random.randrange(2, 5)):
                path = [str(part), str(section)]
                label = format_chinese(section) if self.lang == "zh" else section
                self.heading(path, f"({label})")
                measure = measure if run_through else 0
                for _ in range(self.random.randrange(2, 4)):
                    measure += 1
                    self.heading([*path, str(measure)], f"{measure}. ")
                    self.lines[-1] += "。" if self.lang == "zh" else ". "
                    self.lines[-1] += self.some(SENTENCES)
                    if self.lang == "zh":
                        self.lines += ["①甲；", "②乙。"]

    def heading(self, path: list[str], label: str) -> None:
        self.lines.append(label + self.some(TITLES))
        self.expected.append(".".join(path))


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("kind", ["law", "plan"])
def test_every_made_text_has_exactly_its_addresses(kind, lang):
    for seed in range(60):
        maker = Maker(lang, seed)
        getattr(maker, kind)()
        read = outline(raw_text("\n".join(maker.lines), lang))
        assert [at for _, at in addresses(read)] == maker.expected, f"seed {seed}"
