// What is drawn beside an answer (docs/answer-views.md). Every answer can do without.
import { drawMap } from "./view_map.js";
import { explainedMarks } from "./view_marks.js";
import { drawRoute } from "./view_route.js";
import { drawTable } from "./view_table.js";

const DRAWERS = new Map([["map", drawMap], ["route", drawRoute], ["table", drawTable]]);

// A view that cannot be drawn is left out: the rows say the same.
export function viewOf(answer) {
  try {
    const draw = DRAWERS.get(answer?.view?.kind);
    return draw ? [draw(answer.view, answer.explain ?? {})] : [];
  } catch {
    return [];
  }
}

// What a row says: its line, and its marks. The first words of a line that can be explained become marks too.
export function partsOf(row, explain) {
  const marks = Array.isArray(row.marks) ? row.marks.map(String).filter(Boolean) : [];
  const [first, ...others] = String(row.line ?? "").split("; ");
  const words = first.split(", ");
  const terms = words.filter((word) => Object.hasOwn(explain, word));
  const line = [words.filter((word) => !terms.includes(word)).join(", "), ...others].filter(Boolean).join("; ");
  return { line, marks: marks.length || terms.length ? [explainedMarks(marks, explain, terms)] : [] };
}

// Whether what is drawn takes the place of the rows: it has all of their words.
export function standsForRows(answer, drawn) {
  return drawn.length > 0 && answer.view.kind !== "map";
}
