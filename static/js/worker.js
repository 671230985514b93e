// The service worker: pages come from the network, and from what was kept of them when there is none.

import { keyOf, mayBeKept, put, remember } from "./worker_keep.js";
import { offlineAnswer } from "./worker_offline.js";
import { find, isPart, lasts, scope } from "./worker_stores.js";
import { keepWhole, removeWhole } from "./worker_whole.js";

const PATIENCE = 4000; // milliseconds, where there is a copy to show instead

/** Gives nothing, but late, and only if there is something kept. */
async function copyAfter(time, kept) {
  const copy = await kept;
  if (!copy) return new Promise(() => {});
  await new Promise((done) => { setTimeout(done, time); });
  return undefined;
}

/** A page from the network; else its copy; else another that helps. */
async function pageFor(url, asked) {
  const kept = find(keyOf(url)).then((copy) => copy ?? find(keyOf(url.replace(/[?#].*/, ""))));
  try {
    const answer = await Promise.race([asked, copyAfter(PATIENCE, kept)]);
    if (answer && answer.status < 500) return answer;
    return (await kept) ?? answer;
  } catch {
    return (await kept) ?? offlineAnswer(url);
  }
}

/** A file that belongs to a page: what never changes is taken from what is kept first. */
async function partFor(request) {
  const kept = await find(request.url);
  if (kept && lasts(request.url)) return kept;
  try {
    return await fetch(request);
  } catch {
    return kept ?? Response.error();
  }
}

self.addEventListener("install", (event) => event.waitUntil(self.skipWaiting()));
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(scope)) return;
  if (request.mode === "navigate") {
    if (request.destination !== "document") return; // in a frame
    const asked = fetch(request);
    const spare = asked.then((answer) => mayBeKept(request.url, answer) && answer.clone());
    event.waitUntil(spare.then((answer) => answer && remember(request.url, answer)).catch(() => {}));
    event.respondWith(pageFor(request.url, asked));
  } else if (isPart(request)) {
    event.respondWith(partFor(request));
  }
});

self.addEventListener("message", (event) => {
  const { data, source } = event;
  const tell = (said) => source.postMessage(said);
  if (data === "keep this") event.waitUntil(put(keyOf(source.url)).catch(() => {}));
  if (data === "keep whole") event.waitUntil(keepWhole(tell).catch(() => tell({ failed: true })));
  if (data === "remove whole") event.waitUntil(removeWhole().then(() => tell({ removed: true })));
});
