// What can be read without a network: the list of pages that are kept, and a button to keep the whole site.

const section = document.querySelector("[data-offline]");
const list = section.querySelector("[data-offline-list]");
const [keep, remove] = section.querySelectorAll("button");
const said = section.querySelector("[data-offline-said]");
const scope = new URL("../", import.meta.url).href;
const listed = new URL("offline.json", scope).href;

const say = (name, ...numbers) => {
  said.textContent = numbers.reduce((text, number) => text.replace("{}", number), said.dataset[name]);
};

async function stores(kind) {
  const names = (await caches.keys()).filter((name) => name.startsWith(`${scope} ${kind} `));
  return Promise.all(names.map((name) => caches.open(name)));
}

/** How many files are kept of the whole site; none before all are. */
async function whole() {
  for (const store of await stores("whole")) {
    const list = await store.match(listed);
    if (list) return (await list.json()).files.length;
  }
  return 0;
}

async function titleOf(store, request) {
  const page = await store.match(request, { ignoreVary: true });
  return new DOMParser().parseFromString(await page.text(), "text/html").title.split(" · ").slice(0, -1).join(" · ");
}

/** Lists the pages that were read, the latest first. */
async function show() {
  const kept = await whole();
  keep.hidden = kept > 0;
  remove.hidden = !(await stores("whole")).length;
  if (kept) say("kept", kept);
  if (!list) return;
  const items = new Map();
  for (const store of await stores("pages")) {
    for (const request of await store.keys()) items.set(request.url, await titleOf(store, request));
  }
  list.replaceChildren(...[...items].reverse().map(([href, title]) => {
    const item = document.createElement("li");
    const link = item.appendChild(document.createElement("a"));
    link.href = href;
    link.textContent = title || href;
    return item;
  }));
  section.querySelector("[data-offline-none]").hidden = items.size > 0;
}

async function send(message) {
  const { active } = await navigator.serviceWorker.ready;
  active.postMessage(message);
}

keep.addEventListener("click", () => {
  keep.disabled = true;
  say("begun");
  navigator.storage?.persist?.();
  send("keep whole");
});
remove.addEventListener("click", () => send("remove whole"));

async function start() {
  navigator.serviceWorker.addEventListener("message", async ({ data: { done, of, kept, failed, removed } }) => {
    if (done) say("done", done, of);
    if (!(kept || failed || removed)) return;
    keep.disabled = false;
    await show();
    if (failed || removed) say(failed ? "failed" : "removed");
  });
  section.hidden = false;
  const instead = document.querySelector("[data-offline-instead]");
  if (instead) instead.hidden = /^(?:zh\/)?offline\/$/.test(location.href.slice(scope.length).replace(/[?#].*/, ""));
  await show();
}

if ("serviceWorker" in navigator && "caches" in window) start();
