import type { Bundle } from "../format.js";

declare const faq: Bundle;
export default faq;
