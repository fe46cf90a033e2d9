// Room on the map: a name is only written where it covers nothing.
export const LETTER = 6.7;

export function overlaps(one, other) {
  return one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];
}

// Left, top, right and bottom of a text of 12 units high.
function labelBox(spot, text) {
  const wide = text.length * LETTER;
  const left = spot.x - { start: 0, middle: wide / 2, end: wide }[spot.anchor];
  return [left - 2, spot.y - 12, left + wide + 2, spot.y + 4];
}

// The first of these spots where the text covers nothing that is taken; from then on its room is taken too.
export function freeSpot(spots, text, anchor, taken, [wide, high]) {
  for (const [x, y] of spots) {
    const box = labelBox({ x, y, anchor }, text);
    const inside = box[0] > 0 && box[1] > 0 && box[2] < wide && box[3] < high;
    if (inside && !taken.some((other) => overlaps(box, other))) {
      taken.push(box);
      return { x, y, anchor };
    }
  }
  return null;
}
