// Leaves out what was withdrawn after the release. Which text is which is fetched only where there is something to leave out.
import { modules } from "./fingerprints.js";

/** The same FAQ without the entries that a list of recalls withdraws. */
export async function withoutRecalled(faq, recalls) {
  if (recalls.format !== 1) throw new RangeError(`format ${recalls.format} is unknown; this reader knows format 1`);
  const withdrawn = new Set(recalls.recalls.map((recall) => recall.fingerprint));
  if (withdrawn.size === 0) return faq;
  const { default: fingerprints } = await modules[faq.locale]();
  return { ...faq, entries: faq.entries.filter((it) => !withdrawn.has(fingerprints[it.id])) };
}
