// The dialog to cite from: the main part of the page to cite from, with buttons that copy. On that page, the buttons.

import { letCopy } from "./copy.js";

const dialog = document.createElement("dialog");
dialog.className = "cite-dialog";
dialog.setAttribute("aria-labelledby", "cite-title");

/** Each button copies what stands before it. */
function letCopyIn(root) {
  for (const button of root.querySelectorAll("[data-copy-cited]")) {
    letCopy(button, button.previousElementSibling.textContent);
  }
}

/** The sheet of the page comes with it, before it is shown. */
async function wear(sheet) {
  if (document.querySelector("[data-cite-sheet]")) return;
  const link = document.importNode(sheet);
  const worn = new Promise((done) => { link.onload = link.onerror = done; });
  document.head.append(link);
  await worn;
}

function titleOf(page) {
  const title = document.createElement("h2");
  title.className = "head";
  title.id = "cite-title";
  title.tabIndex = -1;
  title.textContent = page.querySelector("[data-cite-title]").textContent;
  return title;
}

async function open(href) {
  const answer = await fetch(href);
  if (!answer.ok) throw new Error(answer.statusText);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const one of page.querySelectorAll("[href]")) { // they count from that page
    one.setAttribute("href", new URL(one.getAttribute("href"), answer.url));
  }
  const shown = document.importNode(page.querySelector("[data-cite]"), true);
  const close = document.importNode(page.querySelector("[data-cite-close]").content, true);
  await wear(page.querySelector("[data-cite-sheet]"));
  dialog.replaceChildren(titleOf(page), shown, close);
  citeToday(shown);
  letCopyIn(shown);
  document.body.append(dialog);
  if (!dialog.open) dialog.showModal();
  dialog.querySelector("h2").focus();
  dialog.scrollTop = 0;
}

/** A page that was written as a file has the day of that; who cites from it has the day of reading. */
function citeToday(root) {
  const { day } = root?.dataset ?? {};
  if (!day) return;
  const now = new Date();
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  const long = (date) => new Date(date).toLocaleDateString("en-US", { dateStyle: "long", timeZone: "UTC" });
  for (const one of root.querySelectorAll(".as-text")) {
    one.textContent = one.textContent.replace(`[${day}]`, `[${today}]`)
      .replace(`Retrieved ${long(day)}`, `Retrieved ${long(today)}`)
      .replace(`accessed ${long(day)}`, `accessed ${long(today)}`);
  }
}

citeToday(document.querySelector("[data-cite]"));
letCopyIn(document);
document.addEventListener("cite:open", ({ detail: href }) => open(href).catch(() => location.assign(href)));
dialog.addEventListener("click", ({ target }) => { // beside it
  if (target === dialog) dialog.close();
});
