// On a site of files, what a server would do for a page before it is seen: the language, the theme and the view.

import { choices, keep } from "./choices.js";

const { dataset } = document.documentElement;
const url = new URL(location.href);
const { hash, pathname, searchParams: asked } = url;
const root = new URL(dataset.root, url).pathname;
const view = asked.get("view") ?? pathname.match(/\/view=(\w+)\/$/)?.[1];

/** The language that was asked for, or is kept, or that the browser has. */
function wanted(kept) {
  const given = asked.get("ui");
  if (given === "zh" || given === "en") {
    keep({ ui: given });
    return given;
  }
  if (!kept) return dataset.tree; // nothing can be kept, so that another choice would not last
  if (kept.ui || dataset.tree === "zh") return kept.ui; // who comes to the second language wants that
  return navigator.languages.map((one) => one.slice(0, 2)).find((one) => one === "zh" || one === "en");
}

/** This page in a language, and in the main view, which scripts change. */
function path(lang) {
  const own = pathname.slice(root.length).replace(/view=\w+\/$/, "");
  const bare = dataset.tree === "zh" ? own.replace(/^zh\//, "") : own;
  return root + (lang === "zh" ? "zh/" : "") + bare;
}

const kept = choices();
const { theme, keys } = kept ?? {};
if (theme) dataset.theme = theme;
if (keys === "off") dataset.keys = keys;
if (dataset.tree) {
  const there = path(wanted(kept) ?? dataset.tree);
  asked.delete("ui");
  if (view && view !== "parallel") asked.set("view", view);
  const query = asked.size ? `?${asked}` : "";
  if (there !== pathname) location.replace(there + query + hash);
  else if (`${there}${query}${hash}` !== url.pathname + location.search + hash) history.replaceState(null, "", there + query + hash);
  if ("switches" in dataset && ["stacked", "zh", "en"].includes(view)) dataset.view = view;
}
