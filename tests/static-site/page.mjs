// The site's pages. What comes from fragments is put in as it is; every other text is escaped.

const NAME = "Plainspoken";

/** What pages may do, by variant: nothing but their style; with the script, that one and to read this site's own files. */
export const policy = {
  plain: () => `${STRICT}; script-src 'none'`,
  beside: ({ script }) =>
    `${STRICT}; script-src '${script}'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'`,
};
const STRICT = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'";

/** The page of one language. `plain` has no script; `beside` shows an answer in another language beside the reader's own. */
export function languagePage(site, language, variant) {
  const { locale, dir, faq } = language;
  const up = variant === "plain" ? "../" : "../../";
  const other = variant === "plain" ? `../beside/${locale}/index.html` : `../../${locale}/index.html`;
  const label = own(faq.interface_origin);
  const questions = withLinks(site, language, variant, up);
  return page({
    site, variant, up, locale, dir,
    title: `<title${own(faq.title_origin)}>${escaped(faq.title)} – ${NAME}</title>`,
    head: `${variant === "plain" ? alternates(site, up) : ""}<script type="application/ld+json">${language.data.trim()}</script>\n${
      variant === "plain" ? "" : `<script type="module" src="${up}beside.js" integrity="${site.script}"></script>\n<meta name="robots" content="noindex">\n`}`,
    body: `<a class="skip" href="#_questions"${label}>${escaped(faq.interface["skip-to-questions"])}</a>
<header>
<h1 lang="en"><a dir="ltr" href="${up}index.html">${NAME}</a></h1>
<nav aria-labelledby="_languages">
<h2 id="_languages"${label}>${escaped(faq.interface["language-menu"])}</h2>
<ul>
${site.locales.map((to) => item(to, `../${to.locale}/index.html`, to === language ? ' aria-current="page"' : "")).join("\n")}
</ul>
</nav>
</header>
<main id="_questions" tabindex="-1">
${once(questions, '<slot name="help"></slot>', (slot) => site.help.trim() || slot)}</main>
<footer lang="en"><a dir="ltr" href="${other}">${variant === "plain" ? "With other languages beside this one" : "Without script"}</a></footer>`,
  });
}

/** The page on which a reader chooses a language. */
export function startPage(site) {
  const { locale, dir, faq } = site.locales.find(({ locale }) => locale === site.reference);
  return page({
    site, locale, dir, variant: "plain", up: "",
    title: `<title>${NAME}</title>`,
    head: alternates(site, ""),
    body: `<header><h1>${NAME}</h1></header>
<main>
<h2 id="_choose">${escaped(faq.interface["choose-language"])}</h2>
<nav aria-labelledby="_choose">
<ul class="start">
${site.locales.map((to) => item(to, `${to.locale}/index.html`)).join("\n")}
</ul>
</nav>
</main>`,
  });
}

function page({ site, variant, up, locale, dir, title, head, body }) {
  return `<!doctype html>
<html lang="${locale}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy[variant](site)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
${title}
<link rel="stylesheet" href="${up}site.css" integrity="${site.style}">
${head}</head>
<body>
${body}
</body>
</html>
`;
}

/** Every page names every page. Search engines want whole addresses, which the release has if it knows where it is served. */
function alternates({ alternates, locales }, up) {
  const pages = [...locales.map(({ locale }) => [locale, `${locale}/index.html`]), ["x-default", "index.html"]];
  return alternates || pages.map(([tag, path]) => `<link rel="alternate" hreflang="${tag}" href="${up}${path}">\n`).join("");
}

/** The fragment with links at the end of each question: to the same question in every other language. */
function withLinks(site, { locale, faq, fragment }, variant, up) {
  const label = own(faq.interface_origin);
  const parts = fragment.split("</section>");
  if (parts.length !== faq.entries.length + 1) throw new Error(`${locale}/fragment.html does not have the entries of faq.json`);
  return parts
    .map((part, index) => {
      const entry = faq.entries[index];
      if (entry === undefined) return part;
      const links = site.locales
        .filter((to) => to.locale !== locale)
        .map((to) => item(to, `../${to.locale}/index.html#${entry.id}`, variant === "plain" ? "" :
          ` data-faq="${up}${to.locale}/faq.json" data-integrity="${to.integrity}"`));
      return `${part}<details class="links">
<summary${label}>${escaped(faq.interface["other-languages"])}</summary>
<ul>
${links.join("\n")}
</ul>
</details>
</section>`;
    })
    .join("");
}

const item = ({ locale, dir, endonym }, href, more = "") =>
  `<li><a href="${href}" hreflang="${locale}" lang="${locale}" dir="${dir}"${more}>${escaped(endonym)}</a></li>`;

/** The attributes of a text that is in another language than what is around it. */
const own = (origin) => (origin ? ` lang="${origin.locale}" dir="${origin.dir}"` : "");

const escaped = (text) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** `text` with its one `part` replaced. */
function once(text, part, replacement) {
  const parts = text.split(part);
  if (parts.length !== 2) throw new Error(`a fragment has ${parts.length - 1} times ${part}`);
  return parts.join(replacement(part));
}
