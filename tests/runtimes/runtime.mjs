// Answers questions about what is shipped with the programs that sites written in JavaScript read it with.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { FluentBundle, FluentResource } from "@fluent/bundle";
import { load } from "js-yaml";
import markdownIt from "markdown-it";

const answers = {
  fluent({ locale, resources, arguments: values, isolating, messages }) {
    const bundle = new FluentBundle(locale, { useIsolating: isolating });
    const errors = resources.flatMap((source) => bundle.addResource(new FluentResource(source)));
    const texts = messages.map((id) => {
      const pattern = bundle.getMessage(id)?.value;
      return pattern === undefined ? null : bundle.formatPattern(pattern, values, errors);
    });
    return { texts, errors: errors.map(String) };
  },
  // With all that generators turn on: elements, addresses that become links, typographic signs, tables.
  markdown: (source) => markdownIt({ html: true, linkify: true }).render(source),
  yaml: (source) => load(source),
  // What a module of a release exports.
  module: async (path) => ({ ...(await import(pathToFileURL(path).href)) }),
  async negotiate({ module, wanted }) {
    const { negotiate } = await import(pathToFileURL(module).href);
    return wanted.map((it) => negotiate(it));
  },
};

const questions = JSON.parse(readFileSync(0, "utf8"));
const answer = (question) => {
  const [[kind, about]] = Object.entries(question);
  return answers[kind](about);
};
process.stdout.write(JSON.stringify(await Promise.all(questions.map(answer))));
