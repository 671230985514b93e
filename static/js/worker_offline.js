// What is answered without a network for a page that was not kept: the way to its words, or what is kept.

import { find, scope } from "./worker_stores.js";

const SENTENCE = /\.(s\w+)(?:-s\w+)?\/?$/;
const SEARCH = /^(?:zh\/)?search\/?$/;
const ADDRESS = /^((?:zh\/)?[a-z0-9-]+\/)([\w-]+(?:\.[\w-]+)*)\/?$/;

/** Leads to where the words of an address are kept; else gives the page that says what is. */
export async function offlineAnswer(href) {
  const url = new URL(href);
  const path = url.pathname.slice(new URL(scope).pathname.length);
  const tree = path.startsWith("zh/") && (await find(`${scope}zh/offline/`)) ? "zh/" : "";
  const help = await find(`${scope}${tree}offline/`);
  if (!help) return Response.error();
  const said = await help.text();
  const to = SEARCH.test(path) ? await searchPage(said, url, tree) : await textPage(url, path);
  if (to) return Response.redirect(to);
  return new Response(fromHere(said, `${scope}${tree}offline/`), { status: 503, headers: help.headers });
}

/** The search that needs no server, with what was asked. */
async function searchPage(said, url, tree) {
  const href = /<a (?=[^>]*data-offline-search)[^>]*?href="([^"]+)"/.exec(said)?.[1];
  const page = href && new URL(href, `${scope}${tree}offline/`).href;
  if (!page || page === url.href.replace(/[?#].*/, "") || !(await find(page))) return undefined;
  return page + url.search;
}

/** The page with the words of an address: of its unit, or of the whole document. */
async function textPage(url, path) {
  for (const other of [`${path}/`, path.replace(/\/$/, "")]) {
    if (other && (await find(scope + other))) return scope + other + url.hash;
  }
  const [, sentence] = SENTENCE.exec(path) ?? /^#(s\w+)/.exec(url.hash) ?? [];
  const [, document, locator] = ADDRESS.exec(path.replace(SENTENCE, "")) ?? [];
  if (!document) return undefined;
  for (const unit of [`${document}${locator}`, `${document}${locator}/`]) {
    if (sentence && (await find(scope + unit))) return `${scope}${unit}#${sentence}`;
  }
  const whole = await find(scope + document);
  const id = [locator, sentence].filter(Boolean).join(".");
  return whole && (await whole.text()).includes(` id="${id}"`) ? `${scope}${document}#${id}` : undefined;
}

/** The same page with addresses that are right wherever it is shown. */
function fromHere(html, base) {
  return html.replace(/ (href|src|action|data-root)="(\.[^"]*)"/g, (_, name, href) => ` ${name}="${new URL(href, base).href}"`);
}
