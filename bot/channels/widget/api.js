// Talks to the widget's door. A message has an id, so that sending it again is never a second question.
import { PROBLEMS } from "./data.js";
import { BASE } from "./host.js";

const DOOR = `${BASE}/webhooks/widget`;
const PATIENCE_MS = 30000;
const PAUSE_MS = 1500;
const BY_STATUS = { 400: "unreadable", 413: "too_long", 422: "unreadable", 429: "too_many" };
const NOT_REACHED = new Set([502, 503, 504]);
const HOPELESS = new Set(["unreadable", "too_long"]);

export class Problem extends Error {
  constructor(kind, said = "") {
    super(said || PROBLEMS[kind]);
    this.lost = kind === "offline";
    this.canRetry = !HOPELESS.has(kind);
  }
}

async function request(path, options) {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), PATIENCE_MS);
  try {
    return await fetch(`${DOOR}/${path}`, { credentials: "omit", ...options, signal: stop.signal });
  } catch {
    throw new Problem("offline");
  } finally {
    clearTimeout(timer);
  }
}

function post(body) {
  const headers = { "Content-Type": "application/json" };
  return request("messages", { method: "POST", headers, body: JSON.stringify(body) });
}

async function once(body) {
  const response = await post(body);
  if (NOT_REACHED.has(response.status)) throw new Problem("offline");
  const reply = await response.json().catch(() => null);
  if (!response.ok) throw refusal(response.status, reply?.error);
  if (!Array.isArray(reply?.answers) || !reply.answers.length) throw new Problem("broken");
  return reply.answers;
}

function refusal(status, said) {
  return new Problem(BY_STATUS[status] ?? "broken", typeof said === "string" ? said : "");
}

const pause = (length) => new Promise((go) => setTimeout(go, length));

// One more try by itself when nothing came back; after that it is up to the person.
export async function ask(body, onSecondTry) {
  try {
    return await once(body);
  } catch (problem) {
    if (!problem.lost) throw problem;
    onSecondTry();
    await pause(PAUSE_MS);
    return once(body);
  }
}

// True once nothing of the conversation is left on the server.
export async function deleteTalk(conversation) {
  try {
    const response = await request(`conversations/${conversation}`, { method: "DELETE", keepalive: true });
    return response.ok || response.status === 404;
  } catch {
    return false;
  }
}
