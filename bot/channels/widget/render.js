// From the structured answer (spec: answer.md) to elements. Knows nothing of the network or of storage.
import { STATUS, TEXTS } from "./data.js";
import { button, el, hidden } from "./dom.js";
import { withLinks } from "./links.js";
import { partsOf, standsForRows, viewOf } from "./views.js";

const list = (value) => (Array.isArray(value) ? value : []);
const rowsOf = (value) => list(value).filter((row) => row !== null && typeof row === "object");
const KNOWN_STATUS = new Set(Object.keys(STATUS));
const words = (value) => (value === null || value === undefined ? "" : String(value));

function paragraphs(text) {
  const blocks = words(text).split(/\n{2,}/).filter((block) => block.trim());
  return blocks.map((block) => el("p", {}, ...withLinks(block.trim())));
}

function card(row, explain) {
  const node = el("li", { class: "sp-card" }, el("strong", {}, words(row.title)));
  const { line, marks } = partsOf(row, explain);
  if (line) node.append(el("span", { class: "sp-line" }, ...withLinks(line)));
  node.append(...marks);
  return node;
}

function cards(rows, explain) {
  return rows.length ? [el("ol", { class: "sp-items" }, ...rows.map((row) => card(row, explain)))] : [];
}

function sourceTitle(source) {
  const title = words(source.title);
  const year = words(source.year);
  return year && !title.includes(year) ? `${title}, ${year}` : title;
}

function sourceLine(row) {
  const status = KNOWN_STATUS.has(row.status) ? STATUS[row.status] : words(row.status);
  const note = el("span", { class: `sp-status sp-status-${row.status === "inferred" ? "open" : "sure"}` }, status);
  return el("li", {}, ...withLinks(sourceTitle(row)), ...(status ? [" ", note] : []));
}

function sources(rows) {
  if (!rows.length) return [];
  const summary = el("summary", {}, `${TEXTS.sources} (${rows.length})`);
  return [el("details", { class: "sp-sources" }, summary, el("ul", {}, ...rows.map(sourceLine)))];
}

function nudge(value, take) {
  if (!value?.text) return [];
  const origin = value.source ? [el("small", {}, sourceTitle(value.source))] : [];
  const step = value.choice ? [choiceRow([value.choice], TEXTS.step, take)] : [];
  const attributes = { class: "sp-nudge", role: "note", "aria-label": TEXTS.nudge };
  return [el("div", attributes, ...paragraphs(value.text), ...origin, ...step)];
}

export function choiceRow(rows, label, take) {
  const buttons = rows.map((row) => button(words(row.title), { class: "sp-choice" }, () => take(row)));
  return el("div", { class: "sp-choices", role: "group", "aria-label": label }, ...buttons);
}

// Choices stay after use; which one was taken can be seen and heard.
export function markTaken(turn, title) {
  const buttons = [...(turn?.querySelectorAll(".sp-choice") ?? [])];
  const taken = buttons.find((node) => node.textContent === title);
  if (!taken) return;
  taken.classList.add("sp-taken");
  taken.append(hidden(` ${TEXTS.taken}`));
}

function bubble(who, ...content) {
  return el("div", { class: `sp-bubble sp-${who}` }, hidden(`${TEXTS[who]} `), ...content);
}

export function userTurn(text) {
  return el("div", { class: "sp-turn sp-turn-you" }, bubble("you", words(text)));
}

export function botTurn(answer, take) {
  const drawn = viewOf(answer);
  const rows = standsForRows(answer, drawn) ? [] : cards(rowsOf(answer.items), answer.explain ?? {});
  const content = bubble("bot", ...paragraphs(answer.text), ...drawn, ...rows, ...sources(rowsOf(answer.sources)));
  const turn = el("div", { class: "sp-turn sp-turn-bot" }, content, ...nudge(answer.nudge, take));
  const choices = rowsOf(answer.choices);
  if (choices.length) turn.append(choiceRow(choices, answer.choicesLabel ?? TEXTS.choices, take));
  return turn;
}
