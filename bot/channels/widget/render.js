// From the structured answer (spec: answer.md) to elements. Knows nothing of the network or of storage.
import { GREETING, STATUS, TEXTS } from "./data.js";
import { button, el, hidden } from "./dom.js";
import { siteLink, withLinks, withNumbers } from "./links.js";
import { airy, shortLines } from "./reading.js";
import { partsOf, standsForRows, viewOf } from "./views.js";

const list = (value) => (Array.isArray(value) ? value : []);
const rowsOf = (value) => list(value).filter((row) => row !== null && typeof row === "object");
const KNOWN_STATUS = new Set(Object.keys(STATUS));
const words = (value) => (value === null || value === undefined ? "" : String(value));

function paragraphs(text, linked = withLinks) {
  const blocks = words(text).split(/\n{2,}/).map((block) => block.trim()).filter(Boolean);
  return blocks.flatMap(airy).map((block) => el("p", {}, ...linked(block)));
}

// What the first answer begins with, the window has said already.
function textOf(answer) {
  const text = words(answer.text);
  return answer.topic !== "greet" && text.startsWith(`${GREETING} `) ? text.slice(GREETING.length + 1) : text;
}

// A row with a step of its own is tapped itself.
function titleOf(row, step, take) {
  const title = words(row.title);
  return el("strong", {}, step ? button(title, { class: "sp-choice sp-open" }, () => take(step)) : title);
}

function card(row, explain, linked, step, take) {
  const node = el("li", { class: step ? "sp-card sp-tap" : "sp-card" }, titleOf(row, step, take));
  const { line, marks } = partsOf(row, explain);
  for (const part of shortLines(line)) node.append(el("span", { class: "sp-line" }, ...linked(part)));
  node.append(...marks);
  return node;
}

function sourceTitle(source) {
  const title = words(source.title);
  const year = words(source.year);
  return year && !title.includes(year) ? `${title}, ${year}` : title;
}

// A source that is called after its site is a link already.
function sourced(source) {
  const title = withLinks(sourceTitle(source));
  return title.length > 1 ? title : [...title, ...siteLink(words(source.url))];
}

function sourceLine(row) {
  const status = KNOWN_STATUS.has(row.status) ? STATUS[row.status] : words(row.status);
  const note = el("span", { class: `sp-status sp-status-${row.status === "inferred" ? "open" : "sure"}` }, status);
  return el("li", {}, ...sourced(row), ...(status ? [" ", note] : []));
}

function sources(rows) {
  if (!rows.length) return [];
  const summary = el("summary", {}, `${TEXTS.sources} (${rows.length})`);
  return [el("details", { class: "sp-sources" }, summary, el("ul", {}, ...rows.map(sourceLine)))];
}

function nudge(value, take) {
  if (!value?.text) return [];
  const origin = value.source ? [el("small", {}, ...sourced(value.source))] : [];
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

const isStepOf = (step, row) => words(step.title) === words(row.title);

// Beside telephone numbers a number for the row would be one too many.
function cards(answer, rows, steps, linked, take) {
  if (!rows.length) return [];
  const looks = { class: answer.kind === "handover" ? "sp-items sp-plain" : "sp-items", role: "list" };
  // two rows of one name (a study in two grades) have each their own step
  const twins = (row, nth) => rows.slice(0, nth).filter((other) => isStepOf(other, row)).length;
  const stepOf = (row, nth) => steps.filter((step) => isStepOf(step, row))[twins(row, nth)];
  const node = el("ol", looks, ...rows.map((row, nth) => card(row, answer.explain ?? {}, linked, stepOf(row, nth), take)));
  // a further page of a list counts on
  if (answer.first > 1) node.style.counterReset = `sp-row ${answer.first - 1}`;
  return [node];
}

export function botTurn(answer, take) {
  const drawn = viewOf(answer);
  const rows = standsForRows(answer, drawn) ? [] : rowsOf(answer.items);
  const steps = rowsOf(answer.choices);
  const linked = answer.kind === "handover" ? withNumbers : withLinks;
  const content = bubble("bot", ...paragraphs(textOf(answer), linked), ...drawn, ...cards(answer, rows, steps, linked, take));
  content.append(...sources(rowsOf(answer.sources)));
  const turn = el("div", { class: "sp-turn sp-turn-bot" }, content, ...nudge(answer.nudge, take));
  const others = steps.filter((step) => !rows.some((row) => isStepOf(step, row)));
  if (others.length) turn.append(choiceRow(others, answer.choicesLabel ?? TEXTS.choices, take));
  return turn;
}
