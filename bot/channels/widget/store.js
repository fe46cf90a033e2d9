// What the browser keeps. Of the conversation: its id and history, for an hour. Of this tab only: what is not sent yet.
const TALK = "stempad";
const TAB = "stempad-tab";
const FORGET = "stempad-forget";
const KEPT_MS = 60 * 60 * 1000;
const LONGEST_HISTORY = 80;

// A browser may refuse storage (private mode, full, a strict setting): all then lives until the page is left.
function read(area, key) {
  try {
    return JSON.parse(window[area].getItem(key));
  } catch {
    return null;
  }
}

function write(area, key, value) {
  try {
    if (value === null) window[area].removeItem(key);
    else window[area].setItem(key, JSON.stringify(value));
  } catch {
    return;
  }
}

function randomHex() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// crypto.randomUUID is missing on pages without https
export function newMessageId() {
  const hex = randomHex();
  const variant = "89ab"[parseInt(hex[16], 16) % 4];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}

export function newTalk() {
  return { conversation: randomHex(), history: [], time: Date.now() };
}

export function isOld(talk) {
  const age = Date.now() - talk.time;
  return !(age >= 0 && age < KEPT_MS);
}

const isObject = (value) => value !== null && typeof value === "object";

function usableTalk(talk) {
  return /^[0-9a-f]{32}$/.test(talk?.conversation) && Array.isArray(talk.history) && talk.history.every(isObject);
}

export function loadTalk() {
  const talk = read("localStorage", TALK);
  if (usableTalk(talk) && !isOld(talk)) return talk;
  dropTalk();
  return newTalk();
}

export function saveTalk(talk) {
  talk.time = Date.now();
  talk.history = talk.history.slice(-LONGEST_HISTORY);
  write("localStorage", TALK, talk);
}

export function dropTalk() {
  write("localStorage", TALK, null);
}

// Another tab of the same site has gone on with the talk, or has wiped it.
export function onOtherTab(react) {
  window.addEventListener("storage", (event) => event.key === TALK && react());
}

export function loadTab() {
  return { draft: "", open: false, pending: null, ...read("sessionStorage", TAB) };
}

export function saveTab(tab) {
  write("sessionStorage", TAB, tab);
}

export function loadForgotten() {
  const ids = read("localStorage", FORGET);
  return Array.isArray(ids) ? ids.filter((id) => /^[0-9a-f]{32}$/.test(id)) : [];
}

export function saveForgotten(ids) {
  write("localStorage", FORGET, ids.length ? ids : null);
}
