// A comparison: a real table, which lies down as cards where there is no room. The roles keep it a table then.
import { el } from "./dom.js";
import { explainedMarks } from "./view_marks.js";

const LONG_WORD = /[^\s-]{17}/;

function cellOf(text, column, explain) {
  const words = String(text);
  const content = Object.hasOwn(explain, words) ? explainedMarks([], explain, [words]) : words;
  const name = el("span", { class: "sp-column", "aria-hidden": "true" }, String(column));
  return el("td", { role: "cell" }, name, content);
}

function rowOf(row, columns, explain) {
  const cells = columns.map((column, nth) => cellOf(row.cells[nth] ?? "", column, explain));
  const look = LONG_WORD.test(row.cells.join(" ")) && "sp-long";
  return el("tr", { role: "row", class: look }, el("th", { scope: "row", role: "rowheader" }, String(row.title)), ...cells);
}

export function drawTable(view, explain) {
  const heads = view.columns.map((column) => el("th", { scope: "col", role: "columnheader" }, String(column)));
  const head = el("tr", { role: "row" }, el("td", { role: "cell" }), ...heads);
  const rows = view.rows.map((row) => rowOf(row, view.columns, explain));
  const table = el(
    "table",
    { role: "table" },
    el("caption", {}, String(view.title)),
    el("thead", { role: "rowgroup" }, head),
    el("tbody", { role: "rowgroup" }, ...rows),
  );
  return el("div", { class: "sp-view sp-table" }, table);
}
