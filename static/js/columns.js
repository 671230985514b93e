// Lets a selection that begins in one language stay in it.

addEventListener("pointerdown", (event) => {
  const side = event.target.closest?.(".para .zh, .para .en");
  if (side) document.documentElement.dataset.select = side.matches(".zh") ? "zh" : "en";
  else delete document.documentElement.dataset.select;
});
