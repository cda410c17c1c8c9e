// Shows a question in another language beside the reader's own. What the browser refuses or cannot read is not shown: the link is
// followed instead, as it is where there is no script.

/** What each link has opened; nothing yet while its texts are on their way. */
const opened = new Map();

for (const link of document.querySelectorAll("a[data-faq]")) {
  link.setAttribute("aria-expanded", "false");
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (!opened.has(link)) open(link).catch(() => location.assign(link.href));
    else if (opened.get(link)) close(link);
  });
}

async function open(link) {
  opened.set(link, undefined);
  const section = link.closest("section");
  const faq = await read(link.dataset.faq, link.dataset.integrity);
  const entry = faq.entries.find(({ id }) => id === section.id);
  if (entry === undefined) throw new Error("no such question");
  const answer = shown(faq, entry);
  section.append(answer);
  opened.set(link, answer);
  link.setAttribute("aria-expanded", "true");
  answer.querySelector("h4").focus();
}

function close(link) {
  opened.get(link).remove();
  opened.delete(link);
  link.setAttribute("aria-expanded", "false");
}

/** A language's texts: exactly the bytes that the page was made with, or none. */
async function read(address, integrity) {
  const response = await fetch(address, { integrity });
  if (!response.ok) throw new Error(`${response.status}`);
  const faq = await response.json();
  if (faq.format !== 1) throw new RangeError(`format ${faq.format}`);
  return faq;
}

/** A question and its answer, with every notice that belongs to it. */
function shown(faq, entry) {
  // In the language of the page, whatever that of the entry is.
  const language = { locale: faq.locale, dir: faq.dir, ...faq.interface_origin };
  const said = (kind) => (id) => made("p", { class: kind, ...language }, faq.interface[id]);
  const [notice, label] = [said("faq-notice"), said("faq-label")];
  const heading = made("h4", { tabindex: "-1" }, entry.question);
  const blocks = entry.blocks.flatMap((block) => {
    switch (block.kind) {
      case "paragraph":
        return [made("p", {}, block.text)];
      case "quotation":
        return [made("figure", {}, made("figcaption", {}, block.attribution), quote({}, block.text), ...original(block, label))];
      case "list":
        return [
          ...(block.lead ? [made("p", {}, block.lead)] : []),
          made("ul", {}, ...block.items.map(({ text }) => made("li", {}, text))),
        ];
      default:
        throw new RangeError(`a block of the kind ${block.kind}`);
    }
  });
  return made(
    "div",
    { class: "beside", locale: faq.locale, dir: faq.dir },
    ...(entry.review === "draft" ? [notice("draft-notice")] : []),
    ...(entry.locale === faq.locale ? [] : [notice("fallback-notice")]),
    made("div", { locale: entry.locale, dir: entry.dir }, heading, ...blocks),
  );
}

/** The wording of which a quotation is a translation, where it is one. */
function original({ original: words }, label) {
  if (!words) return [];
  return [label("unofficial-translation"), label("original-text"), quote({ class: "faq-original", ...words }, words.text)];
}

const quote = ({ text: _, ...attributes }, text) => made("blockquote", attributes, made("p", {}, text));

/** An element. Texts are only ever texts. `locale` becomes `lang`. */
function made(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value) element.setAttribute(key === "locale" ? "lang" : key, value);
  }
  element.append(...children);
  return element;
}
