import type { Bundle, Entry } from "./format.js";
import type { EntryId, LocaleTag } from "./table.js";

export type * from "./format.js";
export type { EntryId, LocaleTag } from "./table.js";

/** A locale of the FAQ. */
export interface LocaleInfo {
  /** BCP 47 tag. */
  readonly locale: LocaleTag;
  /** Name of the language in that language. */
  readonly endonym: string;
  readonly dir: Bundle["dir"];
  readonly tier: Bundle["tier"];
  readonly review: Bundle["review"];
}

/** Every locale, in the order of menus. */
export declare const locales: readonly LocaleInfo[];

/** The locale that is served where nothing that is wanted is there. */
export declare const defaultLocale: LocaleTag;

/**
 * The locale for an `Accept-Language` header, or for languages in the order in which they are wanted (`navigator.languages`);
 * else the default.
 */
export declare function negotiate(wanted: string | readonly string[] | null | undefined): LocaleTag;

/** The entry with this id, or that had it before. */
export declare function entry(faq: Bundle, id: EntryId | (string & {})): Entry | undefined;
