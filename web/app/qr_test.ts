// SPDX-License-Identifier: EUPL-1.2
// web/app/qr_test.ts
//
// The drawing of a short text was compared, square by square, with what a camera's reader (jsQR 1.4.0) reads back, as were texts of
// every version; here its shape and its bound are held.

import { expect, test } from 'vitest';
import { qrOf } from './qr.ts';

test('the size follows the length, and beyond the tenth version there is none', () => {
  expect(qrOf('a')?.length).toBe(21);
  expect(qrOf('a'.repeat(115))?.length).toBe(45);
  expect(qrOf('a'.repeat(213))?.length).toBe(57);
  expect(qrOf('a'.repeat(214))).toBe(null);
});

test('three corners are found by a camera, the fourth is not one', () => {
  const rows = qrOf('https://etabli.example/q/01h#26SIGNS') ?? [];
  const corner = (down: number, across: number) =>
    [0, 1, 2, 3, 4, 5, 6].map((at) => (rows[down + 3]?.[across + at] ? '#' : '.')).join('');
  const far = rows.length - 7;
  expect([corner(0, 0), corner(0, far), corner(far, 0)]).toEqual(Array(3).fill('#.###.#'));
  expect(corner(far, far)).not.toBe('#.###.#');
});
