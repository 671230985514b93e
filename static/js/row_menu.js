// What can be done with a sentence: pressing its number makes it the target and opens a menu beside it.
// With Shift it makes the range up to there. Modified otherwise, the number is the link it is without scripts.

import { chosen } from "./chosen.js";
import { onKey } from "./keys.js";
import { Popover } from "./popover.js";
import { anchorFor, span, target } from "./range.js";

const ITEMS = "[role=menuitem]";

const box = document.querySelector("[data-row-menu-box]");
const menu = box.querySelector("[role=menu]");
const template = document.querySelector("[data-row-menu]");
const numbers = document.querySelectorAll(".para > .row[id] > .loc");

/** The items are the same for every row, and after them the links that this row has of its own. */
function fill(link) {
  const links = [...link.parentElement.querySelectorAll(".acts a:not([href$='/cite'], [href$='/cite/'])")].map((own) => {
    const item = own.cloneNode(true);
    item.setAttribute("role", "menuitem");
    return item;
  });
  menu.replaceChildren(template.content.cloneNode(true), ...links);
  for (const item of menu.querySelectorAll(ITEMS)) item.tabIndex = -1;
  const meant = chosen();
  box.querySelector("[data-row-name]").textContent = meant.locator;
  document.dispatchEvent(new CustomEvent("row:menu", { detail: { ...meant, menu } }));
  return [...box.children];
}

class RowMenu extends Popover {
  enter() {} // it opens when a number is pressed, and not before

  focus() {}

  leave() {}

  linkOf(node) {
    return node?.closest?.(this.selector);
  }

  async tap(event) {
    const link = this.linkOf(event.target);
    if (!link || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    if (link === this.link && !event.shiftKey) return this.shut();
    const row = link.parentElement;
    if (!(event.shiftKey && span(anchorFor(row), row))) target(row);
    link.focus({ preventScroll: true });
    await this.open(link, {});
    link.setAttribute("aria-expanded", "true");
    this.items[0].focus({ preventScroll: true });
  }

  /** Beside the number: below it, it would cover the next ones, where a range may end. */
  place() {
    super.place();
    if (!this.link) return;
    const { right, top } = this.link.getBoundingClientRect();
    const [wide, high] = [box.offsetWidth, box.offsetHeight];
    const x = Math.min(right + 8, document.documentElement.clientWidth - wide - 8);
    const y = Math.max(0, Math.min(top, innerHeight - high - 8));
    box.style.setProperty("--x", `${x + scrollX}px`);
    box.style.setProperty("--y", `${y + scrollY}px`);
  }

  hide() {
    this.link?.setAttribute("aria-expanded", "false");
    super.hide();
  }

  /** Closes it and gives the focus back to the number. */
  shut() {
    const { link } = this;
    link?.focus({ preventScroll: true });
    this.close();
  }

  get items() {
    return [...menu.querySelectorAll(ITEMS)];
  }

  walk(event) {
    const { items } = this;
    const at = items.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    items.at(to % items.length).focus();
  }
}

const popover = new RowMenu(box, ".para > .row[id] > .loc", fill);

for (const number of numbers) {
  number.setAttribute("aria-haspopup", "menu");
  number.setAttribute("aria-expanded", "false");
}
menu.addEventListener("keydown", (event) => popover.walk(event));
menu.addEventListener("click", (event) => {
  const { act } = event.target.closest("[data-act]")?.dataset ?? {};
  if (!act) return popover.close();
  const meant = chosen();
  popover.shut();
  document.dispatchEvent(new CustomEvent(`row:${act}`, { detail: meant }));
});
addEventListener("mousedown", (event) => { // no selection up to the number
  if (event.shiftKey && popover.linkOf(event.target)) event.preventDefault();
});

for (const [key, act] of Object.entries({ c: "cite", y: "copy-both", b: "bookmark", n: "note" })) {
  onKey(key, () => {
    popover.close();
    document.dispatchEvent(new CustomEvent(`row:${act}`, { detail: chosen() }));
  });
}
