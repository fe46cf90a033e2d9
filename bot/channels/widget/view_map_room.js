// Room on the map: a name is only written where it covers nothing.
export const LETTER = 7.2;

export function overlaps(one, other) {
  return one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];
}

// Left, top, right and bottom of a text; `letter` is how wide one of its letters is.
function labelBox({ x, y, anchor }, text, letter) {
  const wide = text.length * letter;
  const left = x - { start: 0, middle: wide / 2, end: wide }[anchor];
  return [left - 2, y - 2 * letter, left + wide + 2, y + 4];
}

// The first of these spots where the text covers nothing that is taken; from then on its room is taken too.
export function freeSpot(spots, text, taken, [wide, high], letter = LETTER) {
  for (const [x, y, anchor] of spots) {
    const spot = { x, y, anchor };
    const box = labelBox(spot, text, letter);
    const inside = box[0] > 0 && box[1] > 0 && box[2] < wide && box[3] < high;
    if (inside && !taken.some((other) => overlaps(box, other))) {
      taken.push(box);
      return spot;
    }
  }
  return null;
}
