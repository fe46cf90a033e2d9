// Turns web addresses in an answer into links, and only those on hosts we know.
import { el } from "./chat-dom.js";
import { KNOWN_HOSTS } from "./chat-hosts.js";
import { TEXTS } from "./chat-texts.js";

const HOSTS = new Set(KNOWN_HOSTS);
const ADDRESS = /(?<![@\w./:-])(?:[a-z]+:\/\/)?(?:[a-z0-9-]+\.)+[a-z]{2,}(?![\w.-]*@)(?::\d+)?(?:[/?#][^\s<>"]*)?/gi;
const TAIL = /[.,;:!?)\]]+$/;

export function safeUrl(text) {
  try {
    const url = new URL(text.includes("://") ? text : `https://${text}`);
    const known = HOSTS.has(url.hostname.replace(/^www\./, ""));
    return known && url.protocol === "https:" && !url.port && !url.username ? url.href : null;
  } catch {
    return null;
  }
}

function link(text, url) {
  const hint = el("span", { class: "sp-hidden" }, ` (${TEXTS.newTab})`);
  return el("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, text, hint);
}

function piece(match) {
  const text = match.replace(TAIL, "");
  const url = safeUrl(text);
  return url ? [link(text, url), match.slice(text.length)] : [match];
}

export function withLinks(text) {
  const parts = [];
  let end = 0;
  for (const found of text.matchAll(ADDRESS)) {
    parts.push(text.slice(end, found.index), ...piece(found[0]));
    end = found.index + found[0].length;
  }
  return [...parts, text.slice(end)];
}
