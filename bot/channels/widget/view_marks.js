// Marks as small buttons: a tap unfolds what the mark means.
import { TEXTS } from "./data.js";
import { button, el } from "./dom.js";

let meanings = 0;

// A mark is explained as a whole or by one of its parts ("kortste weg, stap 1").
function meaningOf(mark, explain) {
  const key = [mark, ...mark.split(", ")].find((part) => Object.hasOwn(explain, part));
  return key === undefined ? "" : String(explain[key]);
}

function toggled(chip, text, place) {
  const opens = chip.getAttribute("aria-expanded") === "false";
  for (const other of chip.closest(".sp-marks").querySelectorAll("button")) other.setAttribute("aria-expanded", "false");
  chip.setAttribute("aria-expanded", String(opens));
  place.textContent = opens ? text : "";
  place.hidden = !opens;
}

function chipOf(mark, explain, place) {
  const text = meaningOf(mark, explain);
  if (!text) return el("span", { class: "sp-mark" }, mark);
  const looks = { class: "sp-mark", "aria-expanded": "false", "aria-controls": place.id };
  const chip = button(mark, looks, () => toggled(chip, text, place));
  return chip;
}

// terms: words of school, before the marks and less loud
export function explainedMarks(marks, explain, terms = []) {
  meanings += 1;
  const place = el("p", { class: "sp-meaning", id: `sp-meaning-${meanings}`, hidden: true });
  const chips = [...terms, ...marks].map((mark, nth) => {
    return el("li", { class: nth < terms.length && "sp-term" }, chipOf(String(mark), explain, place));
  });
  return el("div", {}, el("ul", { class: "sp-marks", role: "list", "aria-label": TEXTS.marks }, ...chips), place);
}
