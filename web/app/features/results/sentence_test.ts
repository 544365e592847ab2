// SPDX-License-Identifier: EUPL-1.2
// web/app/features/results/sentence_test.ts
//
// The interval decides what may be said.

import { expect, test } from 'vitest';
import { besideOf, byDimension, inTen, toldOf } from './sentence.ts';
import type { ResultItem } from './types.ts';

const share = (share_low: number | null, share_high: number | null) => ({
  share: share_low,
  share_low,
  share_high,
});

test('more than half, fewer than half, or one cannot tell', () => {
  expect(toldOf(share(0.52, 0.7))).toBe('most');
  expect(toldOf(share(0.2, 0.48))).toBe('few');
  expect(toldOf(share(0.45, 0.7))).toBe('divided');
  expect(toldOf(share(null, null))).toBe('nothing');
});

test('a difference is told when the intervals lie apart, and there are thirty on either side', () => {
  const of = (low: number, high: number, people: number) => ({
    share_low: low,
    share_high: high,
    by_option: [people],
  });
  expect(besideOf(of(0.7, 0.8, 40), of(0.4, 0.5, 100))).toBe('more');
  expect(besideOf(of(0.1, 0.2, 40), of(0.4, 0.5, 100))).toBe('fewer');
  expect(besideOf(of(0.4, 0.6, 40), of(0.5, 0.7, 100))).toBe('cannot_tell');
  expect(besideOf(of(0.7, 0.8, 12), of(0.4, 0.5, 100))).toBe('cannot_tell');
});

test('an interval is said in tenths, never narrower than it is', () => {
  expect(inTen(0.34, 0.71)).toEqual({ from: 3, to: 8 });
  expect(inTen(0, 1)).toEqual({ from: 0, to: 10 });
});

test('questions stay in their order within a dimension', () => {
  const item = (code: string, dimension: string | null) => ({ code, dimension }) as ResultItem;
  const groups = byDimension([item('a', 'x'), item('b', 'y'), item('c', 'x')]);
  expect(groups.map(({ dimension, items }) => [dimension, items.map(({ code }) => code)])).toEqual([
    ['x', ['a', 'c']],
    ['y', ['b']],
  ]);
});
