// Keeps what a page is made with: its styles and scripts, and what these load on demand.

import { find, lasts, matching, scope } from "./worker_stores.js";

const PART = /<(?:link (?:rel="(?:stylesheet|icon|manifest)"|(?=[^>]*data-find-index))|script)[^>]*? (?:href|src)="([^"]+)"/g;
const ON_DEMAND = /import\("([^"]+)"\)/g;

/** The value of an attribute as it is meant. */
export const unescaped = (value) => value.replaceAll("&amp;", "&");

/** Keeps the files that a page is made with. */
export async function furnish(parts, html, base) {
  await Promise.all([...html.matchAll(PART)].map(([, href]) => keepPart(parts, unescaped(href), base)));
}

async function keepPart(parts, href, base) {
  const url = new URL(href, base).href;
  if (!url.startsWith(scope) || (await matching(parts, url))) return;
  const answer = (lasts(url) && (await find(url))) || (await fetch(url));
  if (!answer.ok) return;
  await parts.put(url, answer.clone());
  if (!/\.js(?:\?|$)/.test(url)) return;
  const text = await answer.text();
  await Promise.all([...text.matchAll(ON_DEMAND)].map(([, other]) => keepPart(parts, other, url)));
}
