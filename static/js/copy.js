// Copies an address, or what else a button is for, where the browser lets a page do so.

/** Shows a button that copies a text and says so for a while. */
export function letCopy(button, text) {
  if (!navigator.clipboard) return;
  const words = button.textContent;
  button.hidden = false;
  button.setAttribute("aria-live", "polite");
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(text);
    button.textContent = button.dataset.copied;
    setTimeout(() => { button.textContent = words; }, 2000);
  });
}

/** The address that a button copies; a site that does not know its own writes it from the page. */
export const addressIn = (button) => new URL(button.dataset.copy, location.href).href;

for (const button of document.querySelectorAll("[data-copy]")) letCopy(button, addressIn(button));
