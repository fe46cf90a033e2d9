// A small map of the region round the rows, drawn from the gazetteer: no tiles, and nothing asked of another host.
import { el, svg } from "./dom.js";
import { BASE } from "./host.js";
import { freeSpot, LETTER, overlaps } from "./view_map_room.js";

const HIGH = 230;
const SMALL = { wide: 118, high: 48 };
const KM = 111.19;
const ACROSS = Math.cos((51 * Math.PI) / 180);
const LEAST_KM = 26;
const WHOLE_KM = 250;
const RINGS = [2, 5, 10, 20, 50, 100];
const MOST_TOWNS = 9;

let shape = null;
let maps = 0;

// One answer in a talk has a map, if any: the shape is fetched when the first is drawn.
function loadShape() {
  shape ??= fetch(`${BASE}/widget/map.json`, { credentials: "omit" }).then((response) => response.json());
  shape.catch(() => (shape = null));
  return shape;
}

const east = (lon) => lon * ACROSS * KM;
const south = (lat) => -lat * KM;
const isHere = (km) => km < 0.05;
const kmWords = (km) => (isHere(km) ? "0 km" : `${km.toFixed(1).replace(".", ",")} km`);

// From degrees to the drawing: all points and the place are in sight, and enough round them to know where it is.
function projection(spots, wide) {
  const xs = spots.map((spot) => east(spot.lon));
  const ys = spots.map((spot) => south(spot.lat));
  const across = Math.max(...xs) - Math.min(...xs);
  const down = Math.max(...ys) - Math.min(...ys);
  const scale = Math.min((wide - 64) / across, (HIGH - 84) / down, Math.min(wide, HIGH * 1.7) / LEAST_KM);
  const left = (Math.max(...xs) + Math.min(...xs)) / 2 - wide / 2 / scale;
  const top = (Math.max(...ys) + Math.min(...ys)) / 2 - (HIGH / 2 + 8) / scale;
  const at = (lat, lon) => [(east(lon) - left) * scale, (south(lat) - top) * scale];
  return { at, scale, left, top };
}

function pathOf(line, at, close) {
  const points = [];
  for (let nth = 0; nth < line.length; nth += 2) {
    const [x, y] = at(line[nth + 1] / 1000, line[nth] / 1000);
    points.push(`${x.toFixed(1)} ${y.toFixed(1)}`);
  }
  return `M${points.join("L")}${close ? "z" : ""}`;
}

function landOf(known, at) {
  return [
    svg("path", { class: "sp-sea", d: known.sea.map((line) => pathOf(line, at, true)).join("") }),
    svg("path", { class: "sp-land", d: known.land.map((line) => pathOf(line, at, true)).join("") }),
    svg("path", { class: "sp-border", d: known.borders.map((line) => pathOf(line, at, false)).join("") }),
  ];
}

// Rows in one town, or too near to tell apart, share a pin.
function pinsOf(points, at) {
  const pins = points.map((point) => ({ points: [point], at: at(point.lat, point.lon) }));
  for (let nth = 0; nth < pins.length; nth += 1) {
    const twin = pins.findIndex((pin, other) => other > nth && overlaps(pinBox(pins[nth]), pinBox(pin)));
    if (twin < 0) continue;
    pins[nth].points.push(...pins.splice(twin, 1)[0].points);
    nth = -1;
  }
  return pins;
}

const pinWidth = (pin) => 8 + 16 * pin.points.length;

function pinBox(pin) {
  const half = pinWidth(pin) / 2;
  return [pin.at[0] - half, pin.at[1] - 36, pin.at[0] + half, pin.at[1]];
}

function numbered(numbers, x, y) {
  const wide = 8 + 16 * numbers.length;
  const box = { x: x - wide / 2, y: y - 12, width: wide, height: 24, rx: 12 };
  const texts = numbers.map((number, nth) =>
    svg("text", { x: x - wide / 2 + 12 + 16 * nth, y: y + 5, "text-anchor": "middle" }, String(number)),
  );
  return svg("g", { class: "sp-pin" }, svg("rect", box), ...texts);
}

function pinShape(pin) {
  const [x, y] = pin.at;
  const foot = svg("path", { d: `M${x} ${y}l-6-14h12z` });
  return svg("g", { class: "sp-pin" }, foot, numbered(pin.points.map((point) => point.number), x, y - 23));
}

function ringsOf(here, scale, wide, taken) {
  const fitting = RINGS.filter((km) => km * scale > 34 && km * scale < Math.max(wide, HIGH) * 0.62).slice(-2);
  return fitting.flatMap((km) => {
    const round = svg("circle", { class: "sp-ring", cx: here[0], cy: here[1], r: km * scale });
    const spots = [[0, 1], [0.7, 0.7], [-0.7, 0.7], [0.7, -0.7], [-0.7, -0.7], [0, -1]];
    const around = spots.map(([x, y]) => [here[0] + x * km * scale, here[1] + y * km * scale + 4, "middle"]);
    const label = freeSpot(around, `${km} km`, taken, [wide, HIGH]);
    return label ? [round, nameAt(label, `${km} km`, "sp-far")] : [round];
  });
}

function nameAt(spot, text, look = false) {
  return svg("text", { class: look, x: spot.x, y: spot.y, "text-anchor": spot.anchor }, text);
}

// The well known first, then what lies near the middle; from afar only the well known.
function townsInOrder(known, seen, wide) {
  const off = (town) => {
    const [x, y] = seen.at(town[1] / 1000, town[2] / 1000);
    return Math.hypot(x - wide / 2, y - HIGH / 2);
  };
  const rest = isNear(seen, wide) ? known.towns.slice(known.known) : [];
  return [...known.towns.slice(0, known.known), ...rest.sort((one, other) => off(one) - off(other))];
}

function townsOf(known, seen, taken, wide, skip) {
  const drawn = [];
  for (const [name, lat, lon] of townsInOrder(known, seen, wide)) {
    const [x, y] = seen.at(lat / 1000, lon / 1000);
    if (name === skip || drawn.length >= MOST_TOWNS || x < 6 || y < 6 || x > wide - 6 || y > HIGH - 6) continue;
    const label = freeSpot([[x + 6, y + 4, "start"], [x - 6, y + 4, "end"]], name, taken, [wide, HIGH]);
    if (label) drawn.push(svg("g", {}, svg("circle", { class: "sp-town", cx: x, cy: y, r: 2.5 }), nameAt(label, name)));
  }
  return drawn;
}

// The place that was named: its name under its mark, or beside it.
function hereOf(place, seen, taken, wide) {
  const [x, y] = seen.at(place.lat, place.lon);
  const name = String(place.title);
  const around = [[x, y + 25, "middle"], [x - 13, y + 5, "end"], [x + 13, y + 5, "start"], [x - 4, y + 25, "start"], [x + 4, y + 25, "end"]];
  const spot = freeSpot(around, name, taken, [wide, HIGH], 9.3) ?? { x, y: y + 25, anchor: "middle" };
  taken.push([x - 9, y - 9, x + 9, y + 9]);
  const rings = [svg("circle", { cx: x, cy: y, r: 9 }), svg("circle", { class: "sp-dot", cx: x, cy: y, r: 4 })];
  return svg("g", { class: "sp-here" }, ...rings, nameAt(spot, name));
}

const isNear = (seen, wide) => wide / seen.scale < WHOLE_KM * 0.5;

// All of Flanders, with a frame round what the map above shows.
function overview(known, seen, wide) {
  const scale = SMALL.wide / WHOLE_KM;
  const [left, top] = [east(2.48), south(51.55)];
  const at = (lat, lon) => [(east(lon) - left) * scale, (south(lat) - top) * scale];
  const corner = { x: (seen.left - left) * scale, y: (seen.top - top) * scale };
  const sizes = { width: (wide / seen.scale) * scale, height: (HIGH / seen.scale) * scale };
  const whole = { y: HIGH + 8, width: SMALL.wide, height: SMALL.high };
  return svg("svg", whole, landOf(known, at)[1], svg("rect", { class: "sp-frame", ...corner, ...sizes }));
}

function keyWords(pin, room) {
  const [first, ...others] = pin.points;
  const last = others.at(-1) ?? first;
  const far = first.km === last.km ? kmWords(last.km) : `${kmWords(first.km)} – ${kmWords(last.km)}`;
  const sameTown = others.every((point) => point.town === first.town);
  const full = isHere(last.km) ? first.town : `${first.town}: ${far}`;
  return sameTown && full.length * LETTER < room ? full : far;
}

function keyOf(pin, nth, left, wide) {
  const y = HIGH + 21 + nth * 27;
  const end = left + pinWidth(pin);
  const numbers = pin.points.map((point) => point.number);
  const words = keyWords(pin, wide - end - 8);
  return svg("g", { class: "sp-key" }, numbered(numbers, left + pinWidth(pin) / 2, y), nameAt({ x: end + 7, y: y + 5, anchor: "start" }, words));
}

function fillMap(frame, view, known, wide) {
  const seen = projection(view.place ? [view.place, ...view.points] : view.points, wide);
  const pins = pinsOf(view.points, seen.at);
  const taken = pins.map(pinBox);
  const here = view.place ? [hereOf(view.place, seen, taken, wide)] : [];
  const rings = view.place ? ringsOf(seen.at(view.place.lat, view.place.lon), seen.scale, wide, taken) : [];
  const ground = known ? [...landOf(known, seen.at), ...rings, ...townsOf(known, seen, taken, wide, view.place?.title)] : rings;
  const water = svg("rect", { class: "sp-ground", width: wide, height: HIGH });
  const zoomed = known && isNear(seen, wide) ? [overview(known, seen, wide)] : [];
  const left = zoomed.length ? SMALL.wide + 16 : 2;
  const keys = pins.map((pin, nth) => keyOf(pin, nth, left, wide));
  const whole = svg("svg", { width: wide, height: HIGH }, water, ...ground, ...here, ...pins.map(pinShape));
  frame.replaceChildren(whole, ...zoomed, ...keys);
  return HIGH + Math.max(zoomed.length ? SMALL.high + 14 : 0, 10 + 27 * pins.length);
}

function textTwin(view) {
  const where = ({ town, km }) => (isHere(km) ? town : `${town}, ${kmWords(km)}`);
  return view.points.map((point) => `${point.number}: ${point.title}, ${where(point)}.`).join(" ");
}

// Drawn to the width there is, in the reader's own text size, and again when that changes.
function keepDrawn(picture, frame, view) {
  let known = null;
  let wide = 0;
  const draw = () => {
    if (!wide) return;
    const high = fillMap(frame, view, known, wide);
    picture.setAttribute("viewBox", `0 0 ${wide} ${high}`);
  };
  new ResizeObserver(([entry]) => {
    const unit = parseFloat(getComputedStyle(picture).fontSize) / 16 || 1;
    const now = Math.round(entry.contentRect.width / unit);
    if (now && now !== wide) {
      wide = now;
      draw();
    }
  }).observe(picture);
  loadShape().then((found) => {
    known = found;
    draw();
  }, () => {});
}

export function drawMap(view) {
  maps += 1;
  const ids = [`sp-map-${maps}`, `sp-map-list-${maps}`];
  const frame = svg("g");
  const picture = svg(
    "svg",
    { role: "img", "aria-labelledby": ids[0], "aria-describedby": ids[1] },
    svg("title", { id: ids[0] }, String(view.title)),
    svg("desc", { id: ids[1] }, textTwin(view)),
    frame,
  );
  keepDrawn(picture, frame, view);
  return el("figure", { class: "sp-view sp-map" }, picture, el("figcaption", {}, String(view.note ?? "")));
}
