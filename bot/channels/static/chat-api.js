// Talks to Rasa's REST channel and turns whatever comes back into answers or a known problem.
const ENDPOINT = new URL("../webhooks/rest/webhook", import.meta.url);
const PATIENCE_MS = 30000;
const BY_STATUS = { 400: "unreadable", 413: "too_long", 422: "unreadable", 429: "too_many" };

export class Problem extends Error {
  constructor(kind) {
    super(kind);
    this.kind = kind;
  }
}

function request(sender, message) {
  return {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    credentials: "omit",
    body: JSON.stringify({ sender, message }),
  };
}

async function post(sender, message) {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  try {
    return await fetch(ENDPOINT, { ...request(sender, message), signal });
  } catch {
    throw new Problem("offline");
  }
}

async function bodyOf(response) {
  if (!response.ok) throw new Problem(BY_STATUS[response.status] ?? "broken");
  const messages = await response.json().catch(() => null);
  if (!Array.isArray(messages) || !messages.length) throw new Problem("broken");
  return messages;
}

function plainAnswer(messages) {
  const text = messages.map((message) => message.text).filter(Boolean).join("\n\n");
  return { text, choices: messages.flatMap((message) => message.buttons ?? []) };
}

export function answersFrom(messages) {
  const plain = plainAnswer(messages);
  const structured = messages.filter((message) => message.custom).map((message) => message.custom);
  if (!structured.length) return [plain];
  return structured.map((answer) => ({ ...answer, text: answer.text || plain.text }));
}

export async function ask(sender, message) {
  return answersFrom(await bodyOf(await post(sender, message)));
}

// Best effort: the window is emptied whether or not the server can be reached.
export function forget(sender, message) {
  fetch(ENDPOINT, { ...request(sender, message), keepalive: true }).catch(() => {});
}
