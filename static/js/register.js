// Starts the worker that keeps pages for reading offline, when all else is done; the first page was read without it.

addEventListener("load", () => {
  (window.requestIdleCallback ?? setTimeout)(async () => {
    const { serviceWorker } = navigator;
    if (!serviceWorker) return;
    const isFirst = !serviceWorker.controller;
    await serviceWorker.register(new URL("../worker.js", import.meta.url)).catch(() => {}); // where none may be kept
    if (isFirst) (await serviceWorker.ready).active.postMessage("keep this");
  });
});
