// Bookmarks and notes as files: JSON that can be read back here, and Markdown to go on writing in.

import { entries, entriesIn, nameOf, write } from "./kept.js";

const LARGEST = 20_000_000; // bytes of a file that is read

const section = document.querySelector("[data-kept-section]");

function say(words) {
  section.querySelector("[data-kept-said]").textContent = words;
}

const asJson = (all) => `${JSON.stringify({ kept: all }, null, 2)}\n`;

/** What was typed shows as it was typed, and is no mark-up. */
const plain = (words) => words.trim().replace(/[\\`*_{}[\]<>#|~&]/g, "\\$&");

function asMarkdown(all, titleOf) {
  const title = section.querySelector("h2").textContent;
  const parts = all.map((entry) => {
    const { slug, locator, zh, en, note } = entry;
    const link = `[${plain(titleOf(entry))} ${locator}](${new URL(`/${slug}/${locator}`, location.href)})`;
    const sides = [zh, en].filter(Boolean).map((words) => `> ${plain(words).replace(/\s+/g, " ")}`);
    return [`## ${link}`, sides.join("\n>\n"), plain(note)].filter(Boolean).join("\n\n");
  });
  return `${[`# ${title}`, ...parts].join("\n\n")}\n`;
}

function download(name, type, words) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([words], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Takes entries in; of two for a place the newer stays. Gives how many were new, or null if none can be kept. */
function merge(found) {
  const all = [...found, ...entries()].sort((one, other) => one.changed - other.changed);
  const newest = new Map(all.map((one) => [nameOf(one), one]));
  const taken = found.filter((one) => newest.get(nameOf(one)) === one).length;
  return write([...newest.values()]) ? taken : null;
}

/** The entries of a file; none if it is too large or something else. */
async function entriesOf(file) {
  if (file.size > LARGEST) return [];
  try {
    return entriesIn(JSON.parse(await file.text()).kept);
  } catch {
    return [];
  }
}

document.addEventListener("kept:export", ({ detail: { kind, titleOf } }) => {
  const all = entries().sort((one, other) => other.changed - one.changed);
  if (kind === "json") download("bookmarks-and-notes.json", "application/json", asJson(all));
  else download("bookmarks-and-notes.md", "text/markdown", asMarkdown(all, titleOf));
});
document.addEventListener("kept:import", async ({ detail: file }) => {
  if (!file) return;
  const found = await entriesOf(file);
  if (!found.length) return say(section.dataset.unread);
  const taken = merge(found);
  if (taken !== null) say(section.dataset.taken.replace("{}", taken));
});
