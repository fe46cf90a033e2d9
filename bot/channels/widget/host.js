// What the host page says on the script tag, and the one element that this script puts on that page.
import { CSS } from "./data.js";
import { el } from "./dom.js";

const SCRIPT = document.currentScript;
const GIVEN = SCRIPT?.dataset ?? {};

export const BASE = new URL(SCRIPT?.src || location.href).origin;
export const SETTINGS = {
  title: GIVEN.title?.trim() || "",
  label: GIVEN.label?.trim() || "",
  target: GIVEN.target || "",
  open: "open" in GIVEN && GIVEN.open !== "false",
};

function style(root) {
  if (!("adoptedStyleSheets" in root)) return root.append(el("style", {}, CSS));
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(CSS);
  root.adoptedStyleSheets = [sheet];
}

// The place on the page that was asked for, if any.
export function place() {
  try {
    return SETTINGS.target ? document.querySelector(SETTINGS.target) : null;
  } catch {
    return null;
  }
}

// In a body that is moved or filtered nothing is fixed to the screen: then the window stands beside it.
function isFixed(host) {
  return Math.abs(host.getBoundingClientRect().bottom - document.documentElement.clientHeight) < 2;
}

export function mount(content, target) {
  const host = el("stempad-widget", target ? { "data-inline": true } : {});
  const root = host.attachShadow({ mode: "open" });
  style(root);
  root.append(content);
  (target ?? document.body).append(host);
  if (!target && !isFixed(host)) document.documentElement.append(host);
  return host;
}

export function isMounted() {
  return document.querySelector("stempad-widget") !== null;
}

export function whenReady(start) {
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
}
