// The only place that makes elements. Strings become text nodes, so data is never read as HTML.
const SVG = "http://www.w3.org/2000/svg";

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children);
  return node;
}

export function el(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

export function svg(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

export function button(label, attributes, onClick) {
  const node = el("button", { type: "button", ...attributes }, label);
  node.addEventListener("click", onClick);
  return node;
}

export function hidden(text) {
  return el("span", { class: "sp-hidden" }, text);
}

export function icon(path) {
  return svg("svg", { viewBox: "0 0 24 24", class: "sp-icon", "aria-hidden": "true" }, svg("path", { d: path }));
}

export const ICONS = {
  chat: "M4 5h16v11H9l-5 4V5zm4 4h8M8 12h5",
  close: "M6 6l12 12M18 6L6 18",
  send: "M4 12l16-7-5 15-3.5-6L4 12zM11.5 14L20 5",
};

// Drawn, not loaded: a strict img-src of the host page does not touch it.
export function logo() {
  return svg(
    "svg",
    { viewBox: "0 0 48 48", class: "sp-logo", "aria-hidden": "true" },
    svg("rect", { width: "48", height: "48", rx: "14", fill: "#0d5563" }),
    svg("path", {
      d: "M9 38c9 0 6-11 14-12s5-12 15-13", fill: "none", stroke: "#ffc145", "stroke-width": "4.5",
      "stroke-linecap": "round", "stroke-dasharray": "0.1 8",
    }),
    svg("circle", { cx: "10", cy: "37", r: "5", fill: "#fff" }),
    svg("path", {
      d: "M38 5l2.6 5.4 5.9.8-4.3 4.1 1.1 5.9L38 18.4l-5.3 2.8 1.1-5.9-4.3-4.1 5.9-.8z", fill: "#ffc145",
    }),
  );
}
