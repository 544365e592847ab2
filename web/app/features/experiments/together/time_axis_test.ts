// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/together/time_axis_test.ts

import { expect, test } from 'vitest';
import { changesAt, frameOf, smallDrawingOf } from './small_drawing.ts';
import { countedSpan, monthLabelsOf, monthsOf, shareOf, timeAxisOf } from './time_axis.ts';
import { experimentInFields, figure, not_yet } from './together_fixture.ts';

test('an axis is whole months around all that is dated', () => {
  const alone = experimentInFields({ starts_on: '2026-03-02', ends_on: '2026-05-29' });
  expect(timeAxisOf([alone])).toEqual({ from: '2026-03-01', to: '2026-06-01' });
  // Counted from 1 June on for twenty-four weeks: until 16 November.
  const counted = { ...alone, indicators: [figure()] };
  expect(timeAxisOf([counted])).toEqual({ from: '2026-03-01', to: '2026-12-01' });
  const earlier = experimentInFields({ starts_on: '2025-12-31', ends_on: '2026-01-31' });
  expect(timeAxisOf([counted, earlier])?.from).toBe('2025-12-01');
});

test('a last day that ends a month adds no month', () => {
  const axis = timeAxisOf([experimentInFields({ starts_on: '2026-03-01', ends_on: '2026-04-30' })]);
  expect(axis).toEqual({ from: '2026-03-01', to: '2026-05-01' });
});

test('without an experiment there is no axis', () => {
  expect(timeAxisOf([])).toBeNull();
});

test('a year written wrong does not make an axis without end', () => {
  const axis = timeAxisOf([experimentInFields({ starts_on: '2026-01-05', ends_on: '9026-01-05' })]);
  expect(axis).toEqual({ from: '2026-01-01', to: '2036-01-01' });
});

test('a day is where it is among days, and stays on the axis', () => {
  const axis = { from: '2026-03-01', to: '2026-04-01' };
  expect(shareOf(axis, '2026-03-01')).toBe(0);
  expect(shareOf(axis, '2026-03-17')).toBeCloseTo(16 / 31, 6);
  expect(shareOf(axis, '2026-02-01')).toBe(0);
  expect(shareOf(axis, '2027-02-01')).toBe(1);
});

test('what is not counted yet has no span', () => {
  expect(countedSpan(not_yet())).toBeNull();
  expect(countedSpan(figure())).toEqual({ from: '2026-06-01', to: '2026-11-16' });
});

test('months are named as room allows, and each year once', () => {
  const axis = { from: '2025-11-01', to: '2026-11-01' };
  expect(monthsOf(axis)).toHaveLength(12);
  const wide = monthLabelsOf(axis, 800, 14);
  expect(wide).toHaveLength(12);
  expect(wide.map(({ year }) => year).filter(Boolean)).toEqual(['2025', '2026']);
  const narrow = monthLabelsOf(axis, 200, 14);
  expect(narrow.map(({ month }) => month)).toEqual(['nov.', 'févr.', 'mai', 'août']);
  expect(narrow.map(({ year }) => year)).toEqual(['2025', '2026', '', '']);
});

test('a small chart stands where it was counted, with its own scale written', () => {
  const axis = { from: '2026-03-01', to: '2026-12-01' };
  const { plot, ticks, frame, months } = smallDrawingOf(figure(), axis, 'wide');
  const first = plot?.dots[0]?.x ?? 0;
  const last = plot?.dots.at(-1)?.x ?? 0;
  expect(first).toBeGreaterThan(frame.left + 0.3 * (frame.right - frame.left));
  expect(last).toBeLessThan(frame.left + shareOf(axis, '2026-11-16') * (frame.right - frame.left));
  expect(ticks.map(({ text }) => text)).toEqual(['14', '26']);
  expect(months).toEqual([]);
  expect(smallDrawingOf(figure(), axis, 'narrow').months.length).toBeGreaterThan(2);
  expect(smallDrawingOf(not_yet(), axis, 'wide')).toMatchObject({ plot: null, ticks: [] });
});

test('a change outside the axis is not drawn', () => {
  const axis = { from: '2026-03-01', to: '2026-04-01' };
  const kind = 'start' as const;
  const changes = ['2026-02-28', '2026-03-01', '2026-04-01'].map((on) => ({
    on,
    letter: 'A',
    kind,
  }));
  const drawn = changesAt(axis, 'wide', changes);
  expect(drawn.map(({ on, x }) => [on, x])).toEqual([['2026-03-01', frameOf('wide').left]]);
});
