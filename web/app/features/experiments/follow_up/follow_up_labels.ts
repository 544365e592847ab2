// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/follow_up/follow_up_labels.ts
//
// Words in a drawing do not flow: here is how wide they are, about, where they are cut, and in which row they stand so that none
// covers another.

/** Of one sign, in ems: the widest of Inter and Arial, measured, by kinds of signs. */
const sign_widths: readonly (readonly [RegExp, number])[] = [
  [/[ijlIîï.,:;’!|\s\u00a0\u202f]/, 0.28],
  [/[frt()/-]/, 0.38],
  [/[mwMW%…—]/, 0.9],
  [/[A-ZÀ-Ý]/, 0.7],
  [/\d/, 0.64],
];
const usual_width = 0.6;
const strong_times = 1.04;

/** In the units of the drawing. */
export function widthOf(text: string, size: number, isStrong = false): number {
  const ems = [...text].reduce(
    (sum, sign) => sum + (sign_widths.find(([signs]) => signs.test(sign))?.[1] ?? usual_width),
    0,
  );
  return ems * size * (isStrong ? strong_times : 1);
}

/** As many whole words as fit, with … where some are missing. */
export function cutTo(text: string, room: number, size: number, isStrong = false): string {
  if (widthOf(text, size, isStrong) <= room) return text;
  const words = text.split(' ');
  while (words.length > 1) {
    words.pop();
    const cut = `${words.join(' ').replace(/[\s,;:.\u00a0]+$/u, '')}…`;
    if (widthOf(cut, size, isStrong) <= room) return cut;
  }
  const signs = [...(words[0] ?? '')];
  while (signs.length > 1 && widthOf(`${signs.join('')}…`, size, isStrong) > room) signs.pop();
  return `${signs.join('')}…`;
}

/** In lines no wider than the room; the last is cut. */
export function linesOf(
  text: string,
  room: number,
  size: number,
  lines_most: number,
  isStrong = false,
): string[] {
  const lines: string[] = [];
  let rest = text.split(' ');
  while (rest.length > 0 && lines.length < lines_most) {
    if (lines.length === lines_most - 1)
      return [...lines, cutTo(rest.join(' '), room, size, isStrong)];
    let taken = 1;
    while (
      taken < rest.length &&
      widthOf(rest.slice(0, taken + 1).join(' '), size, isStrong) <= room
    )
      taken += 1;
    lines.push(cutTo(rest.slice(0, taken).join(' '), room, size, isStrong));
    rest = rest.slice(taken);
  }
  return lines;
}

/** What stands from `left` to `right`, and in which row, from 0. */
interface Rowed<Thing> {
  thing: Thing;
  row: number;
}

/** Each in the first row where it leaves `gap` to its neighbours. */
export function rowsOf<Thing extends { left: number; right: number }>(
  things: readonly Thing[],
  gap: number,
): Rowed<Thing>[] {
  const placed: Rowed<Thing>[] = [];
  for (const thing of things) {
    let row = 0;
    const covers = (other: Rowed<Thing>) =>
      other.row === row &&
      other.thing.left < thing.right + gap &&
      thing.left < other.thing.right + gap;
    while (placed.some(covers)) row += 1;
    placed.push({ thing, row });
  }
  return placed;
}

export function rowCountOf(rowed: readonly { row: number }[]): number {
  return rowed.reduce((most, { row }) => Math.max(most, row + 1), 0);
}

const labels_most = 7;
const between_labels = 14;

/** Every how many periods a day is written below: as the server does, and no closer than the words allow. */
export function everyOf(
  count: number,
  slot_width: number,
  widestOf: (every: number) => number,
): number {
  const every = Math.max(1, Math.floor((count + labels_most - 2) / (labels_most - 1)));
  if (count === 0 || slot_width <= 0) return every;
  return Math.max(every, Math.ceil((widestOf(every) + between_labels) / slot_width));
}

/** The middle of words that may not leave the picture. */
export function withinOf(x: number, width: number, room: { left: number; right: number }): number {
  const half = width / 2;
  if (width >= room.right - room.left) return (room.left + room.right) / 2;
  return Math.min(Math.max(x, room.left + half), room.right - half);
}
