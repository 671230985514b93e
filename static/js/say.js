// Says something to those who listen and do not look: one live region for the whole page.

const region = document.querySelector("[data-say]");

/** Says *words*; *lang* is their language where it is not that of the interface. */
export function say(words, lang = document.documentElement.lang) {
  region.textContent = "";
  region.lang = lang;
  setTimeout(() => { region.textContent = words; }, 50); // what does not change is not said again
}
