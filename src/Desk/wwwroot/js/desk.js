// What scripts add to pages that work without them: theme, day, keys, map.

const dark = matchMedia("(prefers-color-scheme: dark)");

function theme() {
  return document.documentElement.dataset.theme ?? (dark.matches ? "dark" : "light");
}

const toggle = document.querySelector(".theme");
if (toggle) {
  toggle.hidden = false;
  toggle.addEventListener("click", () => {
    const next = theme() === "dark" ? "light" : "dark";
    document.documentElement.dataset.theme = next;
    localStorage.setItem("theme", next);
    document.dispatchEvent(new Event("theme"));
  });
}
dark.addEventListener("change", () => document.dispatchEvent(new Event("theme")));

// A sign that an address points at opens itself.
function open() {
  const target = location.hash.length > 1 ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
  const details = target?.matches("details") ? target : target?.querySelector(":scope > details") ?? target?.closest("details");
  if (details) {
    details.open = true;
    target.scrollIntoView();
  }
}
addEventListener("hashchange", open);
open();

// Closed parts are printed open.
addEventListener("beforeprint", () => {
  for (const details of document.querySelectorAll(".board details, .clause")) details.open = true;
});

// Keys: / to search, j and k through signs, events and lines.
const steps = () => [...document.querySelectorAll(".sign > summary, .notes li .number, .records .when a, .hits h2 a")];
addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.("input, select, textarea")) return;
  if (event.key === "/") {
    event.preventDefault();
    const field = document.querySelector("input[type=search]");
    if (field) field.focus();
    else document.querySelector('.top nav a[href^="/search"]')?.click();
  } else if (event.key === "j" || event.key === "k") {
    const all = steps();
    const at = all.indexOf(document.activeElement);
    const next = all[event.key === "j" ? at + 1 : Math.max(0, at - 1)];
    next?.focus();
    next?.scrollIntoView({ block: "nearest" });
  }
});

if (document.querySelector(".map")) import("./map.js").then(map => map.draw(document.querySelector(".map")));
