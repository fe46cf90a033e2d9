// The only place that makes elements. Strings become text nodes, so data is never read as HTML.
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

export function button(label, attributes, onClick) {
  const node = el("button", { type: "button", ...attributes }, label);
  node.addEventListener("click", onClick);
  return node;
}

export function hidden(text) {
  return el("span", { class: "sp-hidden" }, text);
}

const SVG = "http://www.w3.org/2000/svg";

export function icon(path) {
  const svg = document.createElementNS(SVG, "svg");
  const line = fill(document.createElementNS(SVG, "path"), { d: path }, []);
  return fill(svg, { viewBox: "0 0 24 24", class: "sp-icon", "aria-hidden": "true", focusable: "false" }, [line]);
}

export const ICONS = {
  chat: "M4 5h16v11H9l-5 4V5zm4 4h8M8 12h5",
  close: "M6 6l12 12M18 6L6 18",
  send: "M4 12l16-7-5 15-3.5-6L4 12zM11.5 14L20 5",
};
