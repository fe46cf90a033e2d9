// Builds the window's elements once. Behaviour is wired in chat.js.
import { TEXTS } from "./data.js";
import { button, el, hidden, icon, ICONS, logo } from "./dom.js";
import { SETTINGS } from "./host.js";

function launcherButton() {
  const attributes = { type: "button", class: "sp-launcher", "aria-haspopup": "dialog" };
  return el("button", attributes, icon(ICONS.chat), el("span", {}, SETTINGS.label || TEXTS.launcher));
}

function closeButton() {
  const attributes = { type: "button", class: "sp-tool", "aria-label": TEXTS.close, title: TEXTS.close };
  return el("button", attributes, icon(ICONS.close));
}

function header(close) {
  const title = el("h2", { id: "sp-title" }, SETTINGS.title || TEXTS.name);
  const heading = el("div", { class: "sp-heading" }, title, el("p", {}, TEXTS.subtitle));
  return el("div", { class: "sp-header" }, logo(), heading, close);
}

function confirmation(yes, no) {
  const question = el("p", { id: "sp-wipe-ask" }, TEXTS.wipeAsk);
  const group = { class: "sp-confirm", role: "group", "aria-labelledby": "sp-wipe-ask", hidden: true };
  return el("div", group, question, yes, no);
}

function composer(input, send) {
  const label = el("label", { for: "sp-input", class: "sp-hidden" }, TEXTS.input);
  return el("form", { class: "sp-composer", novalidate: true }, label, input, send);
}

function inputBox() {
  const looks = { id: "sp-input", rows: "1", placeholder: TEXTS.placeholder };
  return el("textarea", { ...looks, autocomplete: "off", enterkeyhint: "send" });
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
  const footer = el("div", { class: "sp-footer" }, el("p", {}, TEXTS.footnote), ui.wipe);
  const body = [ui.log, ui.status, ui.problem, ui.confirm, ui.form, footer];
  return el("div", { class: "sp-panel", hidden: true }, header(ui.close), ...body);
}

export function buildWindow() {
  const ui = parts();
  ui.confirm = confirmation(ui.yes, ui.no);
  ui.form = composer(ui.input, ui.send);
  ui.panel = panelOf(ui);
  const label = `${TEXTS.region} ${SETTINGS.title || TEXTS.name}`;
  ui.root = el("section", { class: "sp-root", lang: "nl-BE", "aria-label": label }, ui.launcher, ui.panel);
  return ui;
}

export function showProblem(ui, text, retry) {
  const again = retry ? [button(TEXTS.retry, { class: "sp-retry" }, retry)] : [];
  ui.problem.replaceChildren(el("p", {}, text), ...again);
}

export function clearProblem(ui) {
  ui.problem.replaceChildren();
}
