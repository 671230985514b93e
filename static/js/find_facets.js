// The ways to narrow and to order, as plain links with counts; and the pages of results.

import { interfaceLang, words } from "./find_asked.js";
import { nameOf } from "./find_hits.js";
import { ask } from "./find_masthead.js";
import { headingOf, shortHeading } from "./find_set.js";
import { element } from "./suggestions.js";

const MOST = 20; // documents that are offered
const UNFOLDED = 3; // with more, only the one that is searched shows its parts
const NEAR = 2; // pages on either side of the present one

/** Offers where to look, on which side, and in which order. */
export function facets(now, { total, facets: { places, sides } }, corpus) {
  const counts = (lang) => sides[lang] || null;
  const choice = (changes, text, { count = null, lang = "", rank = "" } = {}) => {
    const current = Object.entries(changes).every(([key, value]) => now[key] === value);
    const link = ask(now, changes, element("span", lang ? { lang } : {}, text));
    if (current) link.setAttribute("aria-current", "true");
    if (count !== null) link.append(element("span", { class: "num" }, String(count)));
    return element("li", rank ? { class: rank } : {}, link);
  };
  return [
    ...group("where", [
      choice({ within: "" }, words("everything"), { count: now.within ? null : total }),
      ...shown(places, now).map(([place, count]) => choice({ within: place }, placeName(place, corpus), { count, rank: rank(place) })),
    ]),
    ...group("side", [
      choice({ lang: "" }, words("both")),
      choice({ lang: "zh" }, "中文", { count: counts("zh"), lang: "zh-Hans" }),
      choice({ lang: "en" }, "English", { count: counts("en"), lang: "en" }),
    ]),
    ...group("order", [choice({ sort: "relevance" }, words("relevance")), choice({ sort: "document" }, words("document"))]),
  ];
}

const group = (name, items) => [element("h2", { class: "label" }, words(name)), element("ul", {}, ...items)];

function shown(places, { within }) {
  const [searched] = within.split(":");
  const slugs = [...places].filter(([place]) => !place.includes(":")).slice(0, MOST).map(([slug]) => slug);
  const open = (slug) => slugs.length <= UNFOLDED || slug === searched;
  return [...places].filter(([place]) => {
    const [slug, at] = place.split(":");
    return slugs.includes(slug) && (!at || open(slug));
  });
}

function rank(place) {
  const [, at = ""] = place.split(":");
  return at && (at.includes(".") ? "in deep" : "in");
}

function placeName(place, { documents, units }) {
  const [slug, at] = place.split(":");
  const lang = interfaceLang();
  const find = (wanted) => units.find((unit) => unit.slug === slug && unit.at === wanted);
  if (!at) return nameOf(documents.get(slug));
  const unit = find(at);
  if (!unit) return at;
  const above = unit.path.length > 1 ? find(unit.path[0]) : null;
  const number = above ? above.labels[lang].replace(/[\s\u3000、.．]+$/, "").trim() : "";
  return (number && lang === "en" ? `${number} ` : number) + shortHeading(unit, lang) || headingOf(unit, lang);
}

/** Offers the other pages of results; nothing if there is one. */
export function pagination(now, total, size) {
  const last = Math.ceil(total / size);
  if (last < 2) return [];
  const numbers = [...Array(last).keys()].map((i) => i + 1)
    .filter((n) => n === 1 || n === last || Math.abs(n - now.page) <= NEAR);
  const turn = (page, rel, name) => {
    const link = ask(now, { page }, words(name));
    link.rel = rel;
    return link;
  };
  const links = numbers.flatMap((n, i) => {
    const link = ask(now, { page: n }, String(n));
    link.className = "num";
    link.setAttribute("aria-label", words("page", { n }));
    if (n === now.page) link.setAttribute("aria-current", "page");
    return i && n > numbers[i - 1] + 1 ? [element("span", {}, "…"), link] : [link];
  });
  return [element("nav", { class: "pages ui", "aria-label": words("pages") },
    ...(now.page > 1 ? [turn(now.page - 1, "prev", "previous")] : []), ...links,
    ...(now.page < last ? [turn(now.page + 1, "next", "next")] : []))];
}
