// The locales, the way from what a reader wants to one of them, and look-up. The texts are in ./locales/<tag>.js.
import { defaultLocale, table } from "./table.js";

export { defaultLocale, locales } from "./table.js";

/** The locale for an `Accept-Language` header, or for languages in the order in which they are wanted; else the default. */
export function negotiate(wanted) {
  if (typeof wanted === "string") return mostWanted(wanted) ?? defaultLocale;
  for (const tag of wanted ?? []) {
    const locale = served(tag);
    if (locale !== undefined) return locale;
  }
  return defaultLocale;
}

// The entries of each FAQ by every id that they have or had, made when one is first asked for; an id counts before a former one.
const known = new WeakMap();

/** The entry with this id, or that had it before. */
export function entry(faq, id) {
  let byId = known.get(faq);
  if (byId === undefined) {
    known.set(faq, (byId = new Map()));
    for (const it of faq.entries) for (const alias of it.aliases) byId.set(alias, it);
    for (const it of faq.entries) byId.set(it.id, it);
  }
  return byId.get(id);
}

// As in RFC 9110, section 12.5.4. Of two languages that are equally wanted the first counts; what cannot be read is passed over.
function mostWanted(header) {
  let most = 0;
  let best;
  for (const part of header.split(",")) {
    const [tag, quality] = range(part);
    if (!(quality > most)) continue;
    const locale = served(tag);
    if (locale !== undefined) [most, best] = [quality, locale];
  }
  return best;
}

// One part of the header: a language and how much it is wanted, 0 to 1; nothing where it cannot be read.
function range(part) {
  const [tag, ...parameters] = part.split(";").map(withoutSpace);
  let quality = 1;
  for (const parameter of parameters) {
    const at = parameter.indexOf("=");
    if (at < 0) return [];
    if (withoutSpace(parameter.slice(0, at)).toLowerCase() !== "q") continue;
    const value = withoutSpace(parameter.slice(at + 1));
    if (!/^(0(\.[0-9]{0,3})?|1(\.0{0,3})?)$/.test(value)) return [];
    quality = Number(value);
  }
  return tag === "" ? [] : [tag, quality];
}

// White space as headers have it: no other than these two.
function withoutSpace(text) {
  return text.replace(/^[ \t]+/, "").replace(/[ \t]+$/, "");
}

// As in RFC 4647, section 3.4: a tag that is not in the table is looked up without its last part.
function served(wanted) {
  if (wanted === "*") return defaultLocale;
  if (wanted.length > 64 || !/^[0-9A-Za-z-]*$/.test(wanted)) return undefined;
  for (let tag = wanted.toLowerCase(); ; ) {
    if (Object.hasOwn(table, tag)) return table[tag];
    if (!tag.includes("-")) return undefined;
    tag = tag.slice(0, tag.lastIndexOf("-"));
    // A part of one letter only introduces what followed it.
    if (tag.at(-2) === "-") tag = tag.slice(0, -2);
  }
}
