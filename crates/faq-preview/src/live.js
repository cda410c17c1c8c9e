// Loads the page again whenever a file was saved, and stays where the reader is.
"use strict";

const status = () => document.getElementById("_live");

async function refresh() {
  const answer = await fetch(location.href, { cache: "no-store" });
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  const focused = document.activeElement?.id;
  const said = status();
  document.title = fresh.title;
  for (const name of ["lang", "dir"]) {
    document.documentElement.setAttribute(name, fresh.documentElement.getAttribute(name) ?? "");
  }
  document.body.className = fresh.body.className;
  document.body.dataset.saved = fresh.body.dataset.saved;
  fresh.getElementById("_live").remove();
  // What is said aloud has to stay the same element.
  for (const child of [...document.body.childNodes]) if (child !== said) child.remove();
  said.before(...fresh.body.childNodes);
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  const verdict = document.querySelector(".verdict")?.textContent.trim() ?? document.querySelector("h1").textContent;
  said.textContent = `Saved and checked again. ${verdict}.`;
}

let latest, lost = false, following = false;

async function follow() {
  if (following) return;
  following = true;
  try {
    do await refresh();
    while (Number(document.body.dataset.saved) < Number(latest));
  } finally {
    following = false;
  }
}

const saves = new EventSource("/_preview/saves");
saves.addEventListener("message", ({ data }) => {
  latest = data;
  // Whoever starts anew counts anew.
  if (lost || data !== document.body.dataset.saved) follow();
  lost = false;
});
saves.addEventListener("error", () => {
  lost = true;
  status().textContent = "The preview has ended. When it is started again at this address, the page follows.";
});
