// What is drawn beside an answer. Every answer can do without.
import { TEXTS } from "./data.js";
import { el } from "./dom.js";

export function viewOf() {
  return [];
}

export function explainedMarks(marks) {
  const badges = marks.map((mark) => el("li", { class: "sp-mark" }, String(mark)));
  return el("ul", { class: "sp-marks", "aria-label": TEXTS.marks }, ...badges);
}
