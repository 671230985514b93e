// Numbers as policy texts print them: 十二, XII, 12; read, and written in the other script.

export const CHINESE_NUMERAL = "[零〇○一二两三四五六七八九十百千万亿廿卅]+";

const DIGITS = "零一二三四五六七八九";
const VALUES = new Map([...DIGITS].map((char, value) => [char, value]));
for (const [char, value] of [["〇", 0], ["○", 0], ["两", 2], ["廿", 20], ["卅", 30]]) VALUES.set(char, value);
const UNITS = new Map([["十", 10], ["百", 100], ["千", 1000]]);
const MYRIADS = new Map([["万", 10_000], ["亿", 100_000_000]]);
const LIMIT = 1e12;
const ROMAN = /^(?=[ivxlc])(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/;
const ROMAN_VALUES = { i: 1, v: 5, x: 10, l: 50, c: 100 };

/** Reads a Chinese numeral; null for anything that is not one well-formed number. */
export function parseChinese(text) {
  const chars = [...text];
  if (!chars.length || chars.some((one) => !VALUES.has(one) && !UNITS.has(one) && !MYRIADS.has(one))) return null;
  if (chars.every((one) => VALUES.get(one) < 10)) return Number(chars.map((one) => VALUES.get(one)).join(""));
  let [total, section, digit] = [0, 0, 0];
  for (const char of chars) {
    if (MYRIADS.has(char)) {
      total += (section + digit) * MYRIADS.get(char);
      section = digit = 0;
    } else if (UNITS.has(char)) {
      section += (digit || 1) * UNITS.get(char);
      digit = 0;
    } else {
      digit = VALUES.get(char);
      if (digit >= 10) [section, digit] = [section + digit, 0];
    }
  }
  const value = total + section + digit;
  return value > 0 && value < LIMIT && formatChinese(value) === usual(text) ? value : null;
}

/** Writes the variants of a numeral in its usual characters. */
function usual(text) {
  const plain = text.replace(/[〇○]/g, "零").replaceAll("廿", "二十").replaceAll("卅", "三十").replaceAll("两", "二");
  return plain.replace(/^一十/, "十");
}

function formatChinese(number) {
  if (!number) return "零";
  let text = "";
  for (const [power, name] of [[100_000_000, "亿"], [10_000, "万"], [1, ""]]) {
    const section = Math.floor(number / power);
    number %= power;
    if (section) text += (text && section < 1000 ? "零" : "") + formatSection(section) + name;
  }
  return text.replace(/^一十/, "十");
}

function formatSection(section) {
  let [text, gap] = ["", false];
  for (const [power, name] of [[1000, "千"], [100, "百"], [10, "十"], [1, ""]]) {
    const digit = Math.floor(section / power);
    section %= power;
    if (digit) text += (gap && text ? "零" : "") + DIGITS[digit] + name;
    gap = !digit;
  }
  return text;
}

/** Reads digits, a Chinese or a Roman numeral of a folded text; null for others. */
export function parseNumber(text) {
  if (/^\d+$/.test(text)) return Number(text);
  return parseChinese(text) ?? parseRoman(text);
}

function parseRoman(text) {
  if (!ROMAN.test(text)) return null;
  const values = [...text].map((char) => ROMAN_VALUES[char]);
  return values.reduce((sum, value, i) => sum + (value < (values[i + 1] ?? 0) ? -value : value), 0);
}

/** Writes the numbers in a folded word in the other script, each way it is done. */
export function numeralVariants(text) {
  if (text.length < 2) return [];
  const digits = /\d{1,8}/g;
  const variants = [
    text.replace(digits, (found) => formatChinese(Number(found))),
    text.replace(digits, (found) => [...found].map((digit) => DIGITS[digit]).join("").replaceAll("零", "〇")),
    text.replace(new RegExp(CHINESE_NUMERAL, "g"), (found) => parseChinese(found) ?? found),
  ];
  return [...new Set(variants)].filter((one) => one !== text && one.length > 1);
}
