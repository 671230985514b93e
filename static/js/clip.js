// What goes to the clipboard: the words of the text, in the languages that are meant, and nothing else.
// No numbers, marks of notes, pinyin, counts or hidden words; a paragraph is a line.

const LANGS = ["zh", "en"];
const SIDE = "#text :is(.zh, .en):not(.untranslated)";
const NOT_TEXT = "sup, rt, rp, .vh, button, svg, [hidden]";
const APART = ".note, .allnotes, .steps, section[aria-labelledby]"; // notes, and what stands below a text
const LINE = ".row, .line, .steps a";

export const langOf = (side) => LANGS.find((lang) => side.classList.contains(lang));

/** The side of a pair that something stands in, if it does. */
export const sideOf = (node) => (node?.closest ? node : node?.parentElement)?.closest("#text :is(.zh, .en)");

/** The words of a side, or of what a range has of it. */
function wordsOf(side, range) {
  const words = [];
  const walker = document.createTreeWalker(side, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { currentNode: node } = walker;
    if (node.parentElement.closest(NOT_TEXT) || (range && !range.intersectsNode(node))) continue;
    const start = node === range?.startContainer ? range.startOffset : 0;
    const end = node === range?.endContainer ? range.endOffset : node.length;
    words.push(node.data.slice(start, end));
  }
  return words.join("").replace(/\s+/g, " ").trim();
}

/** Sentences run on where they do so in the text; hits and lines of a list stand apart. */
function runsOn(line, before) {
  const together = line?.parentElement === before?.parentElement && line.matches(".para > .row[id]");
  return together && Boolean(before.id);
}

/** Sets sides as lines of `{lang, tag, words}`; of both languages, each pair by itself. */
function linesOf(sides, range) {
  const both = new Set(sides.map(langOf)).size > 1;
  const lines = [];
  let before = null;
  for (const side of sides) {
    const words = wordsOf(side, range);
    if (!words) continue;
    const [line, lang] = [side.closest(LINE), langOf(side)];
    if (!both && runsOn(line, before)) lines.at(-1).words += (lang === "zh" ? "" : " ") + words;
    else lines.push({ lang, tag: side.lang, words, apart: both && before !== null && line !== before });
    before = line;
  }
  return lines;
}

/** Both languages of a row follow one another, whichever stands first. */
const inOrder = (sides) => [...new Set(sides.map((side) => side.closest(LINE) ?? side))].flatMap((line) => {
  const own = sides.filter((side) => line.contains(side));
  return LANGS.flatMap((lang) => own.filter((side) => langOf(side) === lang));
});

const asText = (lines) => lines.map(({ words, apart }) => (apart ? "\n" : "") + words).join("\n");

function asHtml(lines) {
  return lines.map(({ tag, words }) => {
    const line = document.createElement("p");
    line.lang = tag;
    line.textContent = words;
    return line.outerHTML;
  }).join("");
}

/** What is selected, as lines; nothing if that is not the text. */
export function selectedLines(selection) {
  const begun = sideOf(selection.anchorNode);
  const own = begun?.closest(APART);
  return Array.from({ length: selection.rangeCount }, (_, i) => selection.getRangeAt(i)).flatMap((range) => {
    const within = (side) => range.intersectsNode(side) && side.checkVisibility() && side.parentElement.closest("#text")
      && (!begun || langOf(side) === langOf(begun));
    const found = [...document.querySelectorAll(SIDE)].filter(within);
    const text = found.filter((side) => !side.closest(APART));
    return linesOf(inOrder(own || !text.length ? found : text), range);
  });
}

/** The words of rows in one language or both. */
export function textOf(rows, langs) {
  const sides = rows.flatMap((row) => langs.map((lang) => row.querySelector(`:scope > .${lang}:not(.untranslated)`)));
  return asText(linesOf(sides.filter(Boolean)));
}

document.addEventListener("copy", (event) => {
  if (event.target.closest?.("input, textarea, [contenteditable]")) return;
  const selection = getSelection();
  const lines = selection.isCollapsed ? [] : selectedLines(selection);
  if (!lines.length) return;
  event.clipboardData.setData("text/plain", asText(lines));
  event.clipboardData.setData("text/html", asHtml(lines));
  event.preventDefault();
});
