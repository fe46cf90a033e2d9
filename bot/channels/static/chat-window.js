// Builds the window's elements once. Behaviour is wired in chat.js.
import { button, el, hidden, icon, ICONS } from "./chat-dom.js";
import { TEXTS } from "./chat-texts.js";

function logo() {
  const src = new URL("logo.svg", import.meta.url).href;
  return el("img", { class: "sp-logo", src, alt: "", width: "36", height: "36" });
}

function launcherButton() {
  const attributes = { type: "button", class: "sp-launcher", "aria-haspopup": "dialog" };
  return el("button", attributes, icon(ICONS.chat), el("span", {}, TEXTS.launcher));
}

function closeButton() {
  return el("button", { type: "button", class: "sp-tool", "aria-label": TEXTS.close, title: TEXTS.close }, icon(ICONS.close));
}

function header(close) {
  const title = el("h2", { id: "sp-title" }, TEXTS.name);
  const words = el("div", { class: "sp-heading" }, title, el("p", {}, TEXTS.subtitle));
  return el("div", { class: "sp-header" }, logo(), words, close);
}

function question(yes, no) {
  const words = el("p", { id: "sp-wipe-ask" }, TEXTS.wipeAsk);
  const group = { class: "sp-confirm", role: "group", "aria-labelledby": "sp-wipe-ask", hidden: true };
  return el("div", group, words, yes, no);
}

function composer(input, send) {
  const label = el("label", { for: "sp-input", class: "sp-hidden" }, TEXTS.input);
  return el("form", { class: "sp-composer", novalidate: true }, label, input, send);
}

function inputBox() {
  const attributes = { id: "sp-input", rows: "1", placeholder: TEXTS.placeholder, autocomplete: "off", enterkeyhint: "send" };
  return el("textarea", attributes);
}

function parts() {
  return {
    launcher: launcherButton(),
    wipe: el("button", { type: "button", class: "sp-wipe" }, TEXTS.wipe),
    close: closeButton(),
    yes: el("button", { type: "button", class: "sp-yes" }, TEXTS.wipeYes),
    no: el("button", { type: "button", class: "sp-no" }, TEXTS.wipeNo),
    log: el("div", { class: "sp-log", role: "log", "aria-live": "polite", "aria-label": TEXTS.log, tabindex: "0" }),
    status: el("p", { class: "sp-status-line", role: "status" }),
    problem: el("div", { class: "sp-problem", role: "alert" }),
    input: inputBox(),
    send: el("button", { type: "submit", class: "sp-send" }, icon(ICONS.send), hidden(TEXTS.send)),
  };
}

function panelOf(ui) {
  const attributes = { class: "sp-panel", role: "dialog", "aria-labelledby": "sp-title", hidden: true };
  const footer = el("div", { class: "sp-footer" }, el("p", {}, TEXTS.footnote), ui.wipe);
  const body = [ui.log, ui.status, ui.problem, ui.confirm, ui.form, footer];
  return el("section", attributes, header(ui.close), ...body);
}

export function buildWindow() {
  const ui = parts();
  ui.confirm = question(ui.yes, ui.no);
  ui.form = composer(ui.input, ui.send);
  ui.panel = panelOf(ui);
  ui.root = el("section", { class: "stempad", lang: "nl-BE", "aria-label": TEXTS.region }, ui.launcher, ui.panel);
  return ui;
}

export function showProblem(ui, text, retry) {
  const again = retry ? [button(TEXTS.retry, { class: "sp-retry" }, retry)] : [];
  ui.problem.replaceChildren(el("p", {}, text), ...again);
}

export function clearProblem(ui) {
  ui.problem.replaceChildren();
}
