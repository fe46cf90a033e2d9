// What the browser keeps for this tab: the conversation id, its history, the draft, whether the window is open.
const KEY = "stempad";
const LONGEST_HISTORY = 80;

export function newSender() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export function fresh() {
  return { sender: newSender(), history: [], draft: "", open: false };
}

function usable(state) {
  const isTurn = (turn) => turn !== null && typeof turn === "object";
  return /^[0-9a-f]{32}$/.test(state?.sender) && Array.isArray(state.history) && state.history.every(isTurn);
}

export function load() {
  try {
    const state = JSON.parse(sessionStorage.getItem(KEY));
    return usable(state) ? { ...fresh(), ...state } : fresh();
  } catch {
    return fresh();
  }
}

// A browser may refuse storage (private mode, full): the conversation then lives until the page is left.
export function save(state) {
  state.history = state.history.slice(-LONGEST_HISTORY);
  try {
    sessionStorage.setItem(KEY, JSON.stringify(state));
  } catch {
    return;
  }
}
