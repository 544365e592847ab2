// SPDX-License-Identifier: EUPL-1.2
// web/app/qr.ts
//
// A QR code drawn in this page (ISO/IEC 18004: bytes, level M, versions 1 to 10). The server draws codes of its own addresses; a
// link that lets somebody answer is drawn here, so that it is in no request and in no log.

/** By version from 1: blocks of the level M and how many bytes in each; the rest are for mending. */
const layouts: readonly { blocks: readonly number[]; mending: number }[] = [
  { blocks: [16], mending: 10 },
  { blocks: [28], mending: 16 },
  { blocks: [44], mending: 26 },
  { blocks: [32, 32], mending: 18 },
  { blocks: [43, 43], mending: 24 },
  { blocks: [27, 27, 27, 27], mending: 16 },
  { blocks: [31, 31, 31, 31], mending: 18 },
  { blocks: [38, 38, 39, 39], mending: 22 },
  { blocks: [36, 36, 36, 37, 37], mending: 22 },
  { blocks: [43, 43, 43, 43, 44], mending: 26 },
];
const alignments: readonly (readonly number[])[] = [
  [],
  [6, 18],
  [6, 22],
  [6, 26],
  [6, 30],
  [6, 34],
  [6, 22, 38],
  [6, 24, 42],
  [6, 26, 46],
  [6, 28, 50],
];

/** Rows of dark and light; null when the text is too long. */
export function qrOf(text: string): boolean[][] | null {
  const bytes = new TextEncoder().encode(text);
  const at = layouts.findIndex(({ blocks }, version) => bytes.length <= room(blocks, version + 1));
  const layout = layouts[at];
  if (layout === undefined) return null;
  const codewords = interleaved(layout, wordsOf(bytes, layout.blocks, at + 1));
  const masked = Array.from({ length: 8 }, (_, mask) => draw(at + 1, codewords, mask));
  const penalties = masked.map(penaltyOf);
  return masked[penalties.indexOf(Math.min(...penalties))] ?? null;
}

function room(blocks: readonly number[], version: number): number {
  const all = blocks.reduce((sum, length) => sum + length, 0);
  return all - (version < 10 ? 2 : 3);
}

function wordsOf(bytes: Uint8Array, blocks: readonly number[], version: number): number[] {
  const all = blocks.reduce((sum, length) => sum + length, 0);
  const bits = [
    ...bitsOf(4, 4),
    ...bitsOf(bytes.length, version < 10 ? 8 : 16),
    ...Array.from(bytes).flatMap((byte) => bitsOf(byte, 8)),
  ];
  bits.push(...Array<number>(Math.min(4, all * 8 - bits.length)).fill(0));
  while (bits.length % 8 !== 0) bits.push(0);
  const words = Array.from({ length: bits.length / 8 }, (_, at) =>
    bits.slice(8 * at, 8 * at + 8).reduce((word, bit) => 2 * word + bit, 0),
  );
  for (let at = 0; words.length < all; at += 1) words.push(at % 2 === 0 ? 0xec : 0x11);
  return words;
}

function bitsOf(value: number, length: number): number[] {
  return Array.from({ length }, (_, at) => (value >> (length - 1 - at)) & 1);
}

/** In the field of 256 elements, modulo x^8 + x^4 + x^3 + x^2 + 1. */
function product(one: number, other: number): number {
  let result = 0;
  for (let bit = 7; bit >= 0; bit -= 1) {
    result = (result << 1) ^ ((result >> 7) * 0x11d);
    result ^= ((other >> bit) & 1) * one;
  }
  return result;
}

/** Reed-Solomon: what is left of the division by the generator of that degree. */
function mendingOf(block: readonly number[], degree: number): number[] {
  const generator = Array<number>(degree).fill(0);
  generator[degree - 1] = 1;
  let root = 1;
  for (let times = 0; times < degree; times += 1) {
    for (let at = 0; at < degree; at += 1)
      generator[at] = product(generator[at] ?? 0, root) ^ (generator[at + 1] ?? 0);
    root = product(root, 2);
  }
  const rest = Array<number>(degree).fill(0);
  for (const word of block) {
    const factor = word ^ (rest.shift() ?? 0);
    rest.push(0);
    generator.forEach((each, at) => {
      rest[at] = (rest[at] ?? 0) ^ product(each, factor);
    });
  }
  return rest;
}

function interleaved(
  { blocks, mending }: (typeof layouts)[number],
  words: readonly number[],
): number[] {
  let from = 0;
  const parts = blocks.map((length) => words.slice(from, (from += length)));
  const mended = parts.map((part) => mendingOf(part, mending));
  const across = (lists: readonly (readonly number[])[]) =>
    Array.from({ length: Math.max(...lists.map((list) => list.length)) }, (_, at) =>
      lists.flatMap((list) => list[at] ?? []),
    ).flat();
  return [...across(parts), ...across(mended)];
}

function draw(version: number, words: readonly number[], mask: number): boolean[][] {
  const size = 17 + 4 * version;
  const dark = Array.from({ length: size }, () => Array<boolean>(size).fill(false));
  const isFixed = Array.from({ length: size }, () => Array<boolean>(size).fill(false));
  const put = (row: number, column: number, isDark: boolean) => {
    const [line, fixed] = [dark[row], isFixed[row]];
    if (line === undefined || fixed === undefined || column < 0 || column >= size) return;
    line[column] = isDark;
    fixed[column] = true;
  };
  putPatterns(version, size, put);
  putFormat(mask, size, put);
  const bits = words.flatMap((word) => bitsOf(word, 8));
  let next = 0;
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    const isUp = ((right + 1) & 2) === 0;
    for (let step = 0; step < size; step += 1)
      for (const column of [right, right - 1]) {
        const row = isUp ? size - 1 - step : step;
        const line = dark[row];
        if (line === undefined || isFixed[row]?.[column]) continue;
        line[column] = (bits[next] === 1) !== isMasked(mask, row, column);
        next += 1;
      }
  }
  return dark;
}

type Put = (row: number, column: number, isDark: boolean) => void;

function putPatterns(version: number, size: number, put: Put): void {
  for (let at = 0; at < size; at += 1) {
    put(6, at, at % 2 === 0);
    put(at, 6, at % 2 === 0);
  }
  const around = (
    row: number,
    column: number,
    reach: number,
    isDark: (ring: number) => boolean,
  ) => {
    for (let down = -reach; down <= reach; down += 1)
      for (let across = -reach; across <= reach; across += 1)
        put(row + down, column + across, isDark(Math.max(Math.abs(down), Math.abs(across))));
  };
  for (const [row, column] of [
    [3, 3],
    [3, size - 4],
    [size - 4, 3],
  ] as const)
    around(row, column, 4, (ring) => ring !== 2 && ring !== 4);
  const centres = alignments[version - 1] ?? [];
  const last = centres.length - 1;
  centres.forEach((row, down) =>
    centres.forEach((column, across) => {
      const isCorner =
        (down === 0 && (across === 0 || across === last)) || (down === last && across === 0);
      if (!isCorner) around(row, column, 2, (ring) => ring !== 1);
    }),
  );
  if (version < 7) return;
  const said = (version << 12) | remainder(version, 12, 0x1f25);
  for (let bit = 0; bit < 18; bit += 1) {
    const isDark = ((said >> bit) & 1) === 1;
    const [far, near] = [size - 11 + (bit % 3), Math.floor(bit / 3)];
    put(near, far, isDark);
    put(far, near, isDark);
  }
}

/** Level M is 0 in the two bits before the mask. */
function putFormat(mask: number, size: number, put: Put): void {
  const said = ((mask << 10) | remainder(mask, 10, 0x537)) ^ 0x5412;
  const bit = (at: number) => ((said >> at) & 1) === 1;
  for (let at = 0; at <= 5; at += 1) put(at, 8, bit(at));
  put(7, 8, bit(6));
  put(8, 8, bit(7));
  put(8, 7, bit(8));
  for (let at = 9; at < 15; at += 1) put(8, 14 - at, bit(at));
  for (let at = 0; at < 8; at += 1) put(8, size - 1 - at, bit(at));
  for (let at = 8; at < 15; at += 1) put(size - 15 + at, 8, bit(at));
  put(size - 8, 8, true);
}

function remainder(value: number, degree: number, polynomial: number): number {
  let rest = value;
  for (let times = 0; times < degree; times += 1)
    rest = (rest << 1) ^ ((rest >> (degree - 1)) * polynomial);
  return rest;
}

function isMasked(mask: number, row: number, column: number): boolean {
  const both = row * column;
  const rules = [
    (row + column) % 2,
    row % 2,
    column % 3,
    (row + column) % 3,
    (Math.floor(row / 2) + Math.floor(column / 3)) % 2,
    (both % 2) + (both % 3),
    ((both % 2) + (both % 3)) % 2,
    (((row + column) % 2) + (both % 3)) % 2,
  ];
  return rules[mask] === 0;
}

/** Runs, squares and balance: enough to choose a mask that cameras like; any mask can be read. */
function penaltyOf(dark: readonly (readonly boolean[])[]): number {
  const size = dark.length;
  const at = (row: number, column: number) => dark[row]?.[column] === true;
  let penalty = 0;
  for (let one = 0; one < size; one += 1)
    for (const read of [(x: number) => at(one, x), (x: number) => at(x, one)]) {
      let run = 1;
      for (let x = 1; x <= size; x += 1) {
        if (x < size && read(x) === read(x - 1)) run += 1;
        else {
          if (run >= 5) penalty += run - 2;
          run = 1;
        }
      }
    }
  for (let row = 1; row < size; row += 1)
    for (let column = 1; column < size; column += 1)
      if (
        at(row, column) === at(row - 1, column) &&
        at(row, column) === at(row, column - 1) &&
        at(row, column) === at(row - 1, column - 1)
      )
        penalty += 3;
  const share = dark.flat().filter(Boolean).length / (size * size);
  return penalty + 10 * Math.floor(Math.abs(share - 0.5) * 20);
}
