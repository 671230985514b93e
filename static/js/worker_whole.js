// Keeps the whole site, on request: every file that /offline.json lists, all of one snapshot.

import { furnish } from "./worker_parts.js";
import { drop, find, lasts, matching, nameOf, names, scope } from "./worker_stores.js";

const AT_A_TIME = 6;
const listed = new URL("offline.json", scope).href; // kept last: a store that has it is whole

/** Keeps all files and tells how far it is; goes on where it was left. */
export async function keepWhole(tell) {
  const answer = await fetch(listed, { cache: "no-cache" });
  const { digest, files } = await answer.clone().json();
  const name = nameOf("whole", digest);
  const store = await caches.open(name);
  const waiting = files.map((file) => new URL(file.replace(/(^|\/)index\.html$/, "$1"), scope).href);
  let done = 0;
  const work = async () => {
    while (waiting.length) {
      await keepFile(store, waiting.shift());
      done += 1;
      tell({ done, of: files.length });
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  await store.put(listed, answer);
  await drop("whole", name);
  tell({ kept: files.length });
}

async function keepFile(store, href) {
  if (await matching(store, href)) return;
  const answer = (lasts(href) && (await find(href))) || (await fetch(href));
  if (!answer.ok || answer.redirected) throw new Error(`${answer.status} ${href}`);
  await store.put(href, answer.clone());
  if (answer.headers.get("Content-Type")?.startsWith("text/html")) await furnish(store, await answer.text(), href);
}

/** Keeps the whole site anew, if it was kept. */
export async function refreshWhole() {
  if ((await names("whole")).length) await keepWhole(() => {});
}

export const removeWhole = () => drop("whole");
