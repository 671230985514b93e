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

for (const button of document.querySelectorAll("[data-copy]")) letCopy(button, button.dataset.copy);
