import type { Bundle } from "./format.js";
import type { LocaleTag } from "./table.js";

/** The FAQ in a locale, fetched when it is asked for. */
export declare function load(locale: LocaleTag): Promise<Bundle>;
