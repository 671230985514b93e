// Where things are on this site: it may be files without a server, in any folder, and then pages end in a stroke.

const { dataset } = document.documentElement;

/** Whether the site is files. */
export const isFrozen = "root" in dataset;

const root = new URL(dataset.root ?? "/", location.href);
const home = dataset.tree === "zh" && isFrozen ? new URL("zh/", root) : root;

/** The address of a page from its path, /plan/2.3.11 or /plan/2.3.11#s4, in the language of the interface. */
export function pageAt(path) {
  const url = new URL(path.slice(1), home);
  if (isFrozen && !url.pathname.endsWith("/")) url.pathname += "/";
  return url.href;
}

/** The address of what the API says of something. */
export const apiAt = (path) => new URL(`api/v1/${path}${isFrozen ? ".json" : ""}`, root).href;
