// Long texts in short pieces, so that they can be read at a glance. No word is changed.
const LONG = 170;
const ENOUGH = 90;
const REST = 45;
const ROW = 38;
// up to a full stop after a word of three letters ("bv." is none) or an address, before a capital; a question stays with its answer
const SENTENCE = /.+?(?:(?:[\wÀ-ÿ)]{3}|\.[a-z]{2})[.!](?= ["'(]?[A-ZÀ-Þ])|$)/g;

// Whole parts put together until a group is full.
function grouped(parts, isFull, glue) {
  const groups = [];
  for (const part of parts) {
    const last = groups.at(-1);
    if (last === undefined || isFull(last, part)) groups.push(part);
    else groups[groups.length - 1] = last + glue + part;
  }
  return groups;
}

export function airy(block) {
  if (block.length < LONG || block.includes("\n")) return [block];
  const groups = grouped(block.match(SENTENCE) ?? [block], (said) => said.length >= ENOUGH, "").map((piece) => piece.trim());
  const isShort = groups.length > 1 && groups.at(-1).length < REST;
  return isShort ? [...groups.slice(0, -2), `${groups.at(-2)} ${groups.at(-1)}`] : groups;
}

// "Genk; 7 tot 18 jaar; robotica, programmeren" is three things: the short ones share a line.
export function shortLines(line) {
  return grouped(line.split("; ").filter(Boolean), (said, part) => said.length + part.length > ROW, " · ");
}
