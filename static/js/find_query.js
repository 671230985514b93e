// The query language: what was typed → words, groups and operators. Never fails.

const TYPED = { "“": '"', "”": '"', "„": '"', "‟": '"', "＂": '"', "：": ":", "－": "-", "\u3000": " ", "\0": " " };
const PIECE = /(-)?(?:(zh|en|title|in):)?(?:"([^"]*)"|([^\s"]+))/gi;

/** Reads a query: every group must be met, by any of its words. */
export function parseQuery(text) {
  const read = { groups: [], excluded: [], within: "", outside: "" };
  let joins = false;
  const typed = balanced(text.replace(/[“”„‟＂：－\u3000\0]/g, (sign) => TYPED[sign]));
  for (const [whole, minus, named, quoted, bare] of typed.matchAll(PIECE)) {
    const field = (named ?? "").toLowerCase();
    if (whole === "OR" || whole === "|") joins = read.groups.length > 0;
    else if (field === "in") read[minus ? "outside" : "within"] = quoted || bare || "";
    else if (whole !== "AND" && /[\p{L}\p{N}_]/u.test(quoted ?? bare)) {
      put(read, { text: (quoted ?? bare).trim(), field, quoted: quoted !== undefined }, minus, joins);
      joins = false;
    }
  }
  return read;
}

function put({ groups, excluded }, word, minus, joins) {
  if (minus) excluded.push(word);
  else if (joins) groups.at(-1).push(word);
  else groups.push([word]);
}

/** Drops a quotation mark that has no partner: it is no operator. */
function balanced(typed) {
  if (typed.split('"').length % 2) return typed;
  const last = typed.lastIndexOf('"');
  return `${typed.slice(0, last)} ${typed.slice(last + 1)}`;
}

/** Writes a word as it is typed, with its field and its quotation marks. */
export function written({ text, field, quoted }) {
  const words = quoted ? `"${text}"` : text;
  return field ? `${field}:${words}` : words;
}
