// Turns web addresses in an answer into links, and only those on hosts we know.
import { KNOWN_HOSTS, KNOWN_NUMBERS, TEXTS } from "./data.js";
import { el, hidden } from "./dom.js";

const HOSTS = new Set(KNOWN_HOSTS.split(" "));
// no look-behind: browsers of a few years old would refuse the whole script
const ADDRESS = /(^|[^@\w./:-])((?:[a-z]+:\/\/)?(?:[a-z0-9-]+\.)+[a-z]{2,}(?![\w.-]*@)(?::\d+)?(?:[/?#][^\s<>"]*)?)/gi;
const TAIL = /[.,;:!?)\]]+$/;

const hostOf = (url) => url.hostname.replace(/^www\./, "");

export function safeUrl(text) {
  try {
    const url = new URL(text.includes("://") ? text : `https://${text}`);
    const known = HOSTS.has(hostOf(url));
    return known && url.protocol === "https:" && !url.port && !url.username ? url.href : null;
  } catch {
    return null;
  }
}

function link(text, url) {
  const attributes = { href: url, target: "_blank", rel: "noopener noreferrer" };
  return el("a", attributes, text, hidden(` (${TEXTS.newTab})`));
}

// The host of an address, as a link to that address.
export function siteLink(address) {
  const url = safeUrl(address);
  return url ? [" (", link(hostOf(new URL(url)), url), ")"] : [];
}

function linked(match) {
  const text = match.replace(TAIL, "");
  const url = safeUrl(text);
  return url ? [link(text, url), match.slice(text.length)] : [match];
}

export function withLinks(text) {
  const parts = [];
  let end = 0;
  for (const [all, before, address] of text.matchAll(ADDRESS)) {
    const start = text.indexOf(all, end) + before.length;
    parts.push(text.slice(end, start), ...linked(address));
    end = start + address.length;
  }
  return [...parts, text.slice(end)];
}

const NUMBER = new RegExp(`\\b(${KNOWN_NUMBERS.join("|")})\\b`);

// In an answer that sends somebody to people, a helpline is one tap away.
export function withNumbers(text) {
  return withLinks(text).flatMap((part) => {
    if (typeof part !== "string") return [part];
    return part.split(NUMBER).map((piece, nth) => (nth % 2 ? el("a", { href: `tel:${piece}`, class: "sp-call" }, piece) : piece));
  });
}
