// What is asked, as the address has it; and the words in which the page answers.

const SIDES = ["zh", "en"];

/** Reads what the address asks; what it cannot mean is left aside. */
export function asked(search = location.search) {
  const given = new URLSearchParams(search);
  const lang = given.get("lang") ?? "";
  return {
    q: given.get("q") ?? "",
    within: given.get("in") ?? "",
    lang: SIDES.includes(lang) ? lang : "",
    sort: given.get("sort") === "document" ? "document" : "relevance",
    literal: given.get("literal") === "1",
    page: Math.max(1, Math.min(Number.parseInt(given.get("page"), 10) || 1, 1e6)),
  };
}

/** Addresses what is asked, with some of it changed; what is usual is not written. */
export function addressOf(now, changes = {}) {
  const { q, within, lang, sort, literal, page } = { ...now, page: 1, ...changes };
  const given = new URLSearchParams({ q });
  if (within) given.set("in", within);
  if (lang) given.set("lang", lang);
  if (sort !== "relevance") given.set("sort", sort);
  if (literal) given.set("literal", "1");
  if (page > 1) given.set("page", page);
  return `?${given}`;
}

/** The parameters by which a page to read marks what was found. */
export function marking({ text, lang, literal }) {
  const given = new URLSearchParams({ q: text });
  if (lang) given.set("lang", lang);
  if (literal) given.set("literal", "1");
  return `?${given}`;
}

const template = document.querySelector("[data-find-words]");
const said = (name) => template?.content.querySelector(`[data-name="${name}"]`)?.textContent;

/** Says something in the language of the interface; {n} and the like are filled in. */
export function words(name, values = {}) {
  const text = (values.n === 1 ? said(`${name}-1`) : undefined) ?? said(name) ?? "";
  return text.replace(/\{(\w+)\}/g, (whole, key) => String(values[key] ?? whole));
}

/** The queries to try. */
export const examples = () => [...(template?.content.querySelectorAll('[data-name="examples"] a') ?? [])];

export const interfaceLang = () => (document.documentElement.lang.startsWith("zh") ? "zh" : "en");
