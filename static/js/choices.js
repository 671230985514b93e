// What a reader chose of a site of files, kept in this browser, since there is no server to remember it.

const KEY = "reader:display";
const KNOWN = { ui: ["zh", "en"], theme: ["light", "dark"], keys: ["off"], terms: ["off"] };

/** What is kept and is none of the usual; null where nothing can be. */
export function choices() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "{}") ?? {};
    localStorage.setItem(KEY, JSON.stringify(kept));
    return Object.fromEntries(Object.entries(KNOWN).flatMap(([name, values]) => values.includes(kept[name]) ? [[name, kept[name]]] : []));
  } catch {
    return null;
  }
}

/** Keeps choices beside those there are. */
export function keep(chosen) {
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...choices(), ...chosen }));
  } catch {
    // it is as it was
  }
}
