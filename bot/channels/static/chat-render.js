// From the structured answer (spec: answer.md) to elements. Knows nothing of the network or of storage.
import { button, el, hidden } from "./chat-dom.js";
import { withLinks } from "./chat-links.js";
import { STATUS, TEXTS } from "./chat-texts.js";

const list = (value) => (Array.isArray(value) ? value : []);
const words = (value) => (value === null || value === undefined ? "" : String(value));

function paragraphs(text) {
  const blocks = words(text).split(/\n{2,}/).filter((block) => block.trim());
  return blocks.map((block) => el("p", {}, ...withLinks(block.trim())));
}

function marks(values) {
  const badges = values.map((mark) => el("li", { class: "sp-mark" }, words(mark)));
  return el("ul", { class: "sp-marks", "aria-label": TEXTS.marks }, ...badges);
}

function item(row) {
  const node = el("li", {}, el("strong", {}, words(row.title)));
  if (row.line) node.append(el("span", { class: "sp-line" }, ...withLinks(words(row.line))));
  if (list(row.marks).length) node.append(marks(row.marks));
  return node;
}

function items(rows) {
  return rows.length ? [el("ol", { class: "sp-items" }, ...rows.map(item))] : [];
}

function sourceTitle(source) {
  const title = words(source.title);
  const year = words(source.year);
  return year && !title.includes(year) ? `${title}, ${year}` : title;
}

function source(row) {
  const status = STATUS[row.status] ?? words(row.status);
  const note = el("span", { class: `sp-status sp-status-${row.status === "inferred" ? "open" : "sure"}` }, status);
  return el("li", {}, ...withLinks(sourceTitle(row)), status ? " " : "", ...(status ? [note] : []));
}

function sources(rows) {
  if (!rows.length) return [];
  const summary = el("summary", {}, `${TEXTS.sources} (${rows.length})`);
  return [el("details", { class: "sp-sources" }, summary, el("ul", {}, ...rows.map(source)))];
}

function nudge(value, take) {
  if (!value?.text) return [];
  const origin = value.source ? [el("small", {}, sourceTitle(value.source))] : [];
  const step = value.choice ? [choiceRow([value.choice], TEXTS.step, take)] : [];
  return [el("aside", { class: "sp-nudge" }, ...paragraphs(value.text), ...origin, ...step)];
}

export function choiceRow(rows, label, take) {
  const buttons = rows.map((row) => button(words(row.title), { class: "sp-choice" }, () => take(row)));
  return el("div", { class: "sp-choices", role: "group", "aria-label": label }, ...buttons);
}

function bubble(who, ...content) {
  return el("div", { class: `sp-bubble sp-${who}` }, hidden(`${TEXTS[who]} `), ...content);
}

export function userTurn(text) {
  return el("div", { class: "sp-turn sp-turn-you" }, bubble("you", words(text)));
}

export function botTurn(answer, take) {
  const content = [...paragraphs(answer.text), ...items(list(answer.items)), ...sources(list(answer.sources))];
  const turn = el("div", { class: "sp-turn sp-turn-bot" }, bubble("bot", ...content), ...nudge(answer.nudge, take));
  const choices = list(answer.choices);
  if (choices.length) turn.append(choiceRow(choices, answer.choicesLabel ?? TEXTS.choices, take));
  return turn;
}
