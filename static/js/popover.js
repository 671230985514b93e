// One box that shows something of a link beside it: on hover, on focus, and on tap.
//
// After WCAG 1.4.13: Escape closes it and leaves the focus where it is, the pointer may move into it,
// and it stays until pointer and focus have left. A screen reader is not told when it opens: what the
// link leads to stands in its aria-description, which is read once, with the link; were the box live
// or a description as well, the same would be read again.

const OPEN = 300; // milliseconds a pointer rests on a link before the box opens
const LEAVE = 250; // milliseconds to get from the link into the box
const GAP = 6;
const EDGE = 16;

/** Whether another box has the focus: it is not taken away by what one points at. */
const isInUse = () => document.activeElement.closest("[popover]");

export class Popover {
  link = null; // the link whose box is open

  /** *fill* makes the content for a link, or nothing; *touched* says whether it was tapped. */
  constructor(box, selector, fill) {
    Object.assign(this, { box, selector, fill });
    addEventListener("pointerover", (event) => this.enter(event));
    addEventListener("pointerout", (event) => this.leave(event));
    addEventListener("focusin", (event) => this.focus(event));
    addEventListener("focusout", (event) => this.blur(event));
    addEventListener("click", (event) => this.tap(event), { capture: true });
    addEventListener("pointerdown", (event) => { if (!this.holds(event.target)) this.close(); });
    addEventListener("keydown", (event) => { if (event.key === "Escape") this.dismiss(); });
    addEventListener("resize", () => this.place());
    addEventListener("pagehide", () => this.close());
  }

  /** The link that something belongs to, unless it is in the box itself. */
  linkOf(node) {
    return this.box.contains(node) ? null : node?.closest?.(this.selector);
  }

  holds(node) {
    return this.box.contains(node) || Boolean(this.link?.contains(node));
  }

  enter({ target, pointerType, clientY }) {
    if (pointerType === "touch") return;
    if (this.holds(target)) return clearTimeout(this.leaving);
    const link = this.linkOf(target);
    if (link && link !== this.dismissed && !isInUse()) this.soon(link, OPEN, { y: clientY });
  }

  leave({ target, relatedTarget, pointerType }) {
    if (pointerType === "touch") return;
    const link = this.linkOf(target);
    if (link?.contains(relatedTarget)) return;
    if (link === this.dismissed) this.dismissed = null;
    if (link) this.forget(link);
    if (this.holds(target) && !this.holds(relatedTarget) && !this.holds(document.activeElement)) {
      this.leaving = setTimeout(() => this.hide(), LEAVE);
    }
  }

  focus({ target }) {
    const link = this.linkOf(target);
    if (link && link !== this.link && target.matches(":focus-visible")) this.soon(link, OPEN / 2, {});
  }

  blur({ target, relatedTarget }) {
    const link = this.linkOf(target);
    if (link === this.dismissed) this.dismissed = null;
    if (link) this.forget(link);
    const within = relatedTarget ? this.holds(relatedTarget) : this.box.matches(":hover");
    if (this.holds(target) && !within) this.close();
  }

  /** Does not open the box of a link that was left before it opened. */
  forget(link) {
    clearTimeout(this.opening);
    if (link !== this.link) this.asked = null;
  }

  /** The first tap opens, and the box has the link to go on; a click of a mouse just follows. */
  async tap(event) {
    const link = this.linkOf(event.target);
    if (event.pointerType !== "touch" || !link || link === this.link) return;
    event.preventDefault();
    if (!await this.open(link, { touched: true })) return location.assign(link.href);
    this.box.querySelector("a")?.focus({ preventScroll: true });
  }

  soon(link, pause, how) {
    clearTimeout(this.opening);
    this.opening = setTimeout(() => this.open(link, how), pause);
  }

  async open(link, { y, touched = false }) {
    const asked = this.asked = {};
    const content = await this.fill(link, touched);
    if (this.asked !== asked) return true; // something else was wanted meanwhile
    this.hide();
    if (!content || !link.isConnected) return false;
    Object.assign(this, { link, y });
    this.box.replaceChildren(...content);
    this.box.showPopover({ source: link }); // Tab leads from the link into the box
    this.place();
    return true;
  }

  close() {
    clearTimeout(this.opening);
    this.asked = null;
    this.hide();
  }

  /** Closes the box; one that is about to open still does. */
  hide() {
    clearTimeout(this.leaving);
    if (this.box.matches(":popover-open")) this.box.hidePopover();
    this.link = null;
  }

  dismiss() {
    const { link, box } = this;
    if (!link) return this.close();
    const inside = box.contains(document.activeElement);
    this.close();
    this.dismissed = link;
    if (inside) link.focus();
  }

  /** Puts the box below the line that was pointed at, or above it, where there is more room. */
  place() {
    if (!this.link) return;
    const lines = [...this.link.getClientRects()];
    const line = lines.find(({ top, bottom }) => top <= this.y && this.y <= bottom) ?? lines[0];
    if (!line) return this.close();
    const { width, height } = this.box.getBoundingClientRect();
    const below = line.bottom + GAP;
    const above = line.top - GAP - height;
    const wide = document.documentElement.clientWidth;
    const x = Math.max(EDGE, Math.min(line.left, wide - EDGE - width));
    const y = below + height > innerHeight && above >= 0 ? above : below;
    this.box.style.setProperty("--x", `${x + scrollX}px`);
    this.box.style.setProperty("--y", `${y + scrollY}px`);
    // At the foot of a small screen it must not cover its line; a mouse would lose the link.
    const covered = line.bottom + GAP - this.box.getBoundingClientRect().top;
    const fixed = getComputedStyle(this.box).position === "fixed";
    if (fixed && covered > 0 && this.y === undefined) scrollBy({ top: covered, behavior: "instant" });
  }
}
