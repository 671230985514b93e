// Keeps pages as they were seen, with all that they are made with; and anew when there is a new snapshot.

import { furnish, unescaped } from "./worker_parts.js";
import { drop, matching, nameOf, names, scope } from "./worker_stores.js";
import { refreshWhole } from "./worker_whole.js";

const MOST = 300; // pages
const MADE = /^[^]*?<html[^>]* data-made="([\w-]+)"/;
const TREE = /^[^]*?<html(?=[^>]* data-root=)[^>]* data-tree="zh"/;
const KEPT_TOO = /<a (?=[^>]*data-offline-search)[^>]*?href="([^"]+)"/g;
const READ_AS = ["ui", "script", "pinyin"]; // how a page was seen, which its copy shows

/** What is answered anew each time, or is not for reading. */
const ELSEWHERE = /^(?:zh\/)?(?:api|concordance|display|embed|export|healthz|oembed|offline|search|static)(?:[/.]|$)|\.(?:csv|js|json|tbx|txt|xml)$/;

const isElsewhere = (href) => ELSEWHERE.test(href.slice(scope.length).replace(/[?#].*/, ""));

/** The address under which a page is kept: without what was searched for, without a place in it. */
export function keyOf(href) {
  const url = new URL(href);
  const view = url.searchParams.get("view");
  url.hash = "";
  url.search = view ? `view=${encodeURIComponent(view)}` : "";
  url.pathname = url.pathname.replace(/\/index\.html$/, "/");
  return url.href;
}

/** Whether it is what its address shows to everybody, and not what it shows for a search. */
function isPlain(href) {
  return [...new URL(href).searchParams.keys()].every((name) => name === "view" || READ_AS.includes(name));
}

/** Whether an answer is a page to keep: no error, not led to from elsewhere, no file. */
export function mayBeKept(href, answer) {
  const isPage = answer.headers.get("Content-Type")?.startsWith("text/html");
  return answer.status === 200 && answer.type === "basic" && !answer.redirected && isPage && !isElsewhere(href);
}

/** What a page was made from; nothing for a page that is none of the reader's. */
export const madeFrom = (html) => MADE.exec(html)?.[1];

/** Gives what is kept of a page: its text, and what a browser may do on it. */
function copyOf(html, { headers }) {
  const kept = ["Content-Type", "Content-Security-Policy"].filter((name) => headers.has(name));
  return new Response(html, { headers: kept.map((name) => [name, headers.get(name)]) });
}

/** Keeps a page that was just read. */
export async function remember(href, answer) {
  const html = await answer.text();
  const made = madeFrom(html);
  if (!made) return;
  const key = keyOf(href);
  if (isPlain(href)) await store(key, html, answer);
  else if (!(await matching(await caches.open(nameOf("pages", made)), key))) await put(key);
  await prepare(made, html);
  await renew(made);
}

/** Asks for a page and keeps it; gives what it was made from, if it is there still. */
export async function put(key) {
  if (isElsewhere(key)) return undefined;
  const answer = await fetch(key);
  if (!mayBeKept(key, answer)) return undefined;
  const html = await answer.text();
  const made = madeFrom(html);
  if (!made) return undefined;
  await store(key, html, answer);
  await prepare(made, html);
  return made;
}

async function store(key, html, answer) {
  const made = madeFrom(html);
  const pages = await caches.open(nameOf("pages", made));
  await pages.delete(key); // the latest read stands last
  await pages.put(key, copyOf(html, answer));
  await furnish(await caches.open(nameOf("parts", made)), html, key);
  const all = await pages.keys();
  for (const one of all.slice(0, -MOST)) await pages.delete(one);
}

/** Keeps the page for what was not kept, and the search that needs no server. */
async function prepare(made, html) {
  const parts = await caches.open(nameOf("parts", made));
  const help = new URL(`${TREE.test(html) ? "zh/" : ""}offline/`, scope).href;
  if (await matching(parts, help)) return;
  const said = await keepHelp(parts, help);
  if (navigator.connection?.saveData) return;
  await Promise.all([...said.matchAll(KEPT_TOO)].map(([, href]) => keepHelp(parts, new URL(unescaped(href), help).href)));
}

async function keepHelp(parts, href) {
  const answer = await fetch(href);
  const html = await answer.text();
  if (!answer.ok) return "";
  await furnish(parts, html, href);
  await parts.put(href, copyOf(html, answer));
  return html;
}

let renewing;

/** Takes up a new snapshot: asks for every page anew, and then lets go of the former ones. */
function renew(made) {
  renewing ??= renewAll(made).finally(() => { renewing = undefined; });
  return renewing;
}

async function renewAll(made) {
  const [now, ...rest] = [nameOf("pages", made), ...(await names("pages"))];
  const former = rest.filter((name) => name !== now);
  if (!former.length) return;
  const pages = await caches.open(now);
  for (const name of former) {
    for (const { url } of await (await caches.open(name)).keys()) {
      if (await matching(pages, url)) continue;
      const found = await put(url);
      if (found && found !== made) return; // yet another one: begin again with the next page
    }
  }
  await drop("pages", now);
  await drop("parts", nameOf("parts", made));
  await refreshWhole();
}
