// A route: each way a line with a stop for every step, drawn beside the words of an ordered list.
import { el, svg } from "./dom.js";
import { explainedMarks } from "./view_marks.js";

const FLAG = "M4 15V1h9l-2.5 3.5L13 8H4";

// A thin line to the next stop, and on it a thick piece for each year.
function railOf(step, isLast) {
  const middle = { x1: "50%", x2: "50%", y1: "2.15em", y2: "100%" };
  const thick = { class: "sp-years", pathLength: String(Math.floor(step.years ?? 0)), "stroke-dasharray": ".88 .12" };
  const lines = isLast ? [] : [svg("line", middle), ...(step.years ? [svg("line", { ...middle, ...thick })] : [])];
  const dot = svg("circle", { cx: "50%", cy: "1.1em", r: step.number ? ".9em" : ".45em" });
  const number = svg("text", { x: "50%", y: "1.1em", dy: ".35em", "text-anchor": "middle" }, String(step.number ?? ""));
  return svg("svg", { class: "sp-rail", "aria-hidden": "true" }, ...lines, dot, number);
}

// The level, unless the title begins with it ("Graduaat in …").
function levelOf(step) {
  return String(step.title).toLowerCase().startsWith(step.line) ? "" : String(step.line);
}

function stopOf(step, explain, isLast) {
  const node = el("li", { class: "sp-stop" }, railOf(step, isLast), el("strong", {}, String(step.title)));
  const span = step.span ? [el("b", {}, String(step.span))] : [];
  const level = levelOf(step);
  if (level || step.span) node.append(el("span", { class: "sp-line" }, level, level && step.span ? ", " : "", ...span));
  if (step.marks?.length) node.append(explainedMarks(step.marks, explain));
  if (step.diploma) node.append(el("div", { class: "sp-earned" }, explainedMarks([step.diploma], explain)));
  node.style.setProperty("--sp-years", String(step.years ?? 0.5));
  return node;
}

function goalOf(goal) {
  const flag = svg("svg", { class: "sp-flag", viewBox: "0 0 16 16", "aria-hidden": "true" }, svg("path", { d: FLAG }));
  return el("li", { class: "sp-stop sp-goal" }, flag, el("strong", {}, goal));
}

function wayOf(way, view, explain) {
  const steps = view.steps.filter((step) => (step.mark ?? "") === way.title);
  const goal = view.goal ? [goalOf(String(view.goal))] : [];
  const stops = steps.map((step, nth) => stopOf(step, explain, !goal.length && nth === steps.length - 1));
  const title = way.title ? [explainedMarks([way.title], explain)] : [];
  const head = way.span ? [el("div", { class: "sp-way-head" }, el("strong", {}, String(way.span)), ...title)] : [];
  return el("div", { class: "sp-way" }, ...head, el("ol", { class: "sp-stops", role: "list" }, ...stops, ...goal));
}

export function drawRoute(view, explain) {
  const ways = view.ways?.length ? view.ways : [{ title: "", span: "" }];
  const drawn = ways.map((way) => wayOf(way, view, explain));
  const name = el("figcaption", {}, String(view.title));
  return el("figure", { class: "sp-view sp-route" }, name, el("div", { class: "sp-ways" }, ...drawn));
}
