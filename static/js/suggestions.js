// Suggestions of the server: asked for, remembered, and set as the options of a list.

const KEPT = 200; // answers that are remembered

const answers = new Map();

/** Asks the API in the script of the page. */
export function inScript(address) {
  const { script } = document.documentElement.dataset;
  return script ? `${address}${address.includes("?") ? "&" : "?"}script=${script}` : address;
}

export const isKnown = (typed) => answers.has(typed);

/** Asks for suggestions, or remembers them; an answer that is not to be had is none. */
export async function suggestionsFor(typed, address, signal) {
  if (answers.has(typed)) return answers.get(typed);
  try {
    const response = await fetch(inScript(`${address}?${new URLSearchParams({ q: typed })}`), { signal });
    const { suggestions } = await response.json();
    if (!response.ok) return [];
    answers.set(typed, suggestions);
    if (answers.size > KEPT) answers.delete(answers.keys().next().value);
    return suggestions;
  } catch {
    return [];
  }
}

export function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...children);
  return made;
}

/** Sets a text with its marks, which count code points. */
function marked({ text, marks }) {
  const points = [...text];
  const pieces = [];
  let at = 0;
  for (const [start, end] of marks) {
    pieces.push(points.slice(at, start).join(""));
    pieces.push(element("mark", {}, points.slice(start, end).join("")));
    at = end;
  }
  return [...pieces, points.slice(at).join("")];
}

/** Sets one side of a suggestion, after the other name of the term that was typed. */
function side(one, lang) {
  const also = one.also && one.lang === lang ? [element("b", {}, ...marked(one.also)), " "] : [];
  const of = one.of ? [" ", element("small", {}, one.of[lang])] : [];
  return element("span", { lang }, ...also, ...marked(one[lang]), ...of);
}

export function option(one, id) {
  const number = element("span", { class: "num" }, one.locator ?? "");
  const sides = [side(one, "zh"), " ", side(one, "en")];
  return element("li", { id, role: "option", "aria-selected": "false" }, number, " ", ...sides);
}
