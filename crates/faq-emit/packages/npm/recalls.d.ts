import type { Bundle } from "./format.js";

/** Published texts that are withdrawn, as a release lists them. */
export interface Recalls {
  readonly format: number;
  readonly recalls: readonly { readonly fingerprint: string }[];
}

/** The same FAQ without the entries that a list of recalls withdraws. */
export declare function withoutRecalled(faq: Bundle, recalls: Recalls): Promise<Bundle>;
