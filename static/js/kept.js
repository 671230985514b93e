// What a reader keeps, bookmarks and notes: one list in this browser, read, changed and written at each change.

const KEY = "reader:kept";
const MOST = 5000; // entries
const LONGEST = 10_000; // characters of a note, and of each side of a sentence
const SLUG = /^[a-z\d][a-z\d-]{0,99}$/;
const LOCATOR = /^[a-z\d][a-z\d.-]{0,59}\.s\d{1,9}[a-z]{0,9}(-s\d{1,9}[a-z]{0,9})?$/;

const wordsIn = (value) => typeof value === "string" ? value.slice(0, LONGEST) : "";
export const nameOf = ({ slug, locator }) => `${slug}/${locator}`;

/** An entry as it may be kept, or none: what is in a file or in the storage may be anything. */
export function entryIn(value) {
  const [slug, locator, zh, en, note] = ["slug", "locator", "zh", "en", "note"].map((key) => wordsIn(value?.[key]));
  const bookmarked = value?.bookmarked === true;
  if (!SLUG.test(slug) || !LOCATOR.test(locator) || !(bookmarked || note.trim())) return [];
  const changed = Math.min(Number(value.changed) || 0, Date.now());
  return [{ slug, locator, zh, en, bookmarked, note, changed }];
}

export const entriesIn = (list) => Array.isArray(list) ? list.slice(0, MOST).flatMap(entryIn) : [];

/** All that is kept; nothing where the storage is locked, or has something else. */
export function entries() {
  try {
    return entriesIn(JSON.parse(localStorage.getItem(KEY)));
  } catch {
    return [];
  }
}

const announce = () => document.dispatchEvent(new Event("kept"));

/** Says that nothing can be kept; it stands until something could. */
function warn(failed) {
  const warning = document.querySelector("[data-kept-lost]");
  if (failed) (document.querySelector("dialog[open]") ?? document.body).append(warning);
  warning.hidden = !failed;
}

/** Writes the whole list; tells whether that was done. */
export function write(list) {
  let failed = list.length > MOST;
  try {
    if (!failed) localStorage.setItem(KEY, JSON.stringify(list));
  } catch {
    failed = true;
  }
  warn(failed);
  if (!failed) announce();
  return !failed;
}

/** Changes an entry, or makes it; one without bookmark and note is not kept. Tells whether that was done. */
export function change(entry, changes) {
  const [all, name] = [entries(), nameOf(entry)];
  const now = all.find((one) => nameOf(one) === name) ?? entry;
  const others = all.filter((one) => nameOf(one) !== name);
  return write([...entryIn({ ...now, ...changes, changed: Date.now() }), ...others]);
}

addEventListener("storage", ({ key }) => { if (key === KEY || key === null) announce(); });
addEventListener("pageshow", ({ persisted }) => { if (persisted) announce(); });
