// Prints at a press; and where no server does it, takes up the view and the paper of the address.

const asked = new URLSearchParams(location.search);
const root = document.documentElement;

function choose(name, apply) {
  const wanted = asked.get(name);
  const links = [...document.querySelectorAll(`[data-choose="${name}"] a`)];
  if (!links.some((link) => link.dataset.value === wanted)) return;
  for (const link of links) {
    if (link.dataset.value === wanted) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
  apply(wanted);
}

choose("view", (view) => { root.dataset.view = view; });
choose("paper", (paper) => {
  for (const sheet of document.querySelectorAll("[data-paper]")) {
    sheet.media = sheet.dataset.paper === paper ? "print" : "not all";
  }
});

const button = document.querySelector("[data-print]");
button.hidden = false;
button.addEventListener("click", () => print());
