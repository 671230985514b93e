// Where copies are kept: stores named by what their pages were made from, so that no two snapshots ever mix in one.

export const scope = self.registration.scope;

const prefix = `${scope} `; // other sites of this origin have stores as well

/** The store of a kind, "pages", "parts" or "whole", for what pages were made from. */
export const nameOf = (kind, made) => `${prefix}${kind} ${made}`;

/** The names of all stores of a kind, or of any, the latest first. */
export async function names(kind = "") {
  return (await caches.keys()).filter((name) => name.startsWith(prefix + kind)).reverse();
}

/** Deletes the stores of a kind, but for one. */
export async function drop(kind, kept) {
  for (const name of await names(kind)) if (name !== kept) await caches.delete(name);
}

/** The copy of an address; a page is the same whatever language a browser asks for. */
export const matching = (store, href) => store.match(href, { ignoreVary: true });

/** The copy of an address in any store. */
export async function find(href) {
  for (const name of await names()) {
    const answer = await matching(await caches.open(name), href);
    if (answer) return answer;
  }
  return undefined;
}

/** Whether a request is for a file that pages are made with. */
export function isPart({ destination, url }) {
  return ["style", "script", "image", "font", "manifest"].includes(destination) || isIndex(url);
}

const isIndex = (href) => /\/search-index[.\w]*\.json$/.test(new URL(href).pathname);

/** Whether what an address gives never changes: it has a version, as a query or in its name. */
export function lasts(href) {
  const { pathname, searchParams } = new URL(href);
  return searchParams.has("v") || /\.[0-9a-f]{12,}\.\w+$/.test(pathname);
}
