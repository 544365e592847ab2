// SPDX-License-Identifier: EUPL-1.2
// web/app/features/results/diverging_test.ts
//
// Where the answers to one question lie along a line.

import { expect, test } from 'vitest';
import { percentsOf, reachOf, segmentsOf, sidesOf } from './diverging.ts';

const option = (favourable: boolean | null) => ({ label: { fr: '', en: '' }, favourable });
const four = {
  options: [false, false, true, true].map(option),
  first_favourable: 3,
};

const drawn = (item: typeof four, by_option: number[]) =>
  segmentsOf(item, { by_option }).map(
    ({ option: at, tone, from, to, percent }) => `${at} ${tone} ${from} ${to} ${percent}`,
  );

test('what is favourable is on the right, strong at both ends', () => {
  expect(drawn(four, [10, 20, 40, 30])).toEqual([
    '0 left-strong -30 -20 10',
    '1 left-soft -20 0 20',
    '2 right-soft 0 40 40',
    '3 right-strong 40 70 30',
  ]);
});

test('a questionnaire that begins with what is favourable is turned, so that the right stays the right', () => {
  const turned = { options: [true, true, false, false].map(option), first_favourable: null };
  expect(
    segmentsOf(turned as never, { by_option: [30, 40, 20, 10] }).map((each) => each.option),
  ).toEqual([3, 2, 1, 0]);
});

test('neither lies across the axis, not concerned is no part of the line', () => {
  const item = { options: [false, null, true, null].map(option), first_favourable: 3 };
  expect(sidesOf(item)).toEqual(['left', 'middle', 'right', 'apart']);
  const segments = segmentsOf(item, { by_option: [10, 20, 10, 60] });
  expect(segments.map(({ from, to }) => [from, to])).toEqual([
    [-50, -25],
    [-25, 25],
    [25, 50],
  ]);
});

test('without sides said, the first favourable option parts them; without either, all lie on one side', () => {
  const unsaid = { options: [null, null, true, true].map(option), first_favourable: 3 };
  expect(sidesOf(unsaid)).toEqual(['left', 'left', 'right', 'right']);
  expect(sidesOf({ options: unsaid.options.slice(0, 2), first_favourable: null })).toEqual([
    'right',
    'right',
  ]);
});

test('percents are whole and add up to a hundred', () => {
  expect(percentsOf([1, 1, 1])).toEqual([34, 33, 33]);
  expect(percentsOf([0, 0])).toEqual([0, 0]);
  expect(percentsOf([5, 21, 43, 31])).toEqual([5, 21, 43, 31]);
});

test('several bars share one scale', () => {
  const bars = [
    segmentsOf(four, { by_option: [10, 20, 40, 30] }),
    segmentsOf(four, { by_option: [40, 20, 20, 20] }),
  ];
  expect(reachOf(bars)).toEqual({ left: 60, right: 70 });
  expect(segmentsOf(four, { by_option: [0, 0, 0, 0] })).toEqual([]);
});
