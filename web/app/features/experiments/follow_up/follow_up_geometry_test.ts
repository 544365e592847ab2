// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/follow_up/follow_up_geometry_test.ts
//
// The scale is that of the server's drawing; a period that was not counted keeps its place, and breaks the line.

import { describe, expect, test } from 'vitest';
import {
  type Frame,
  geometryOf,
  scaleOf,
  slotOfDay,
  slotsOf,
  ticksOf,
  uprightOf,
} from './follow_up_geometry.ts';
import type { FollowUpPart, FollowUpPoint } from './types.ts';

const frame: Frame = { width: 120, height: 120, left: 10, right: 110, top: 10, bottom: 110 };

function point(from: string, value: number, given: Partial<FollowUpPoint> = {}): FollowUpPoint {
  return {
    from,
    value,
    numerator: value,
    entries: 1,
    part: 0,
    set_aside: '',
    is_outside: false,
    ...given,
  };
}

function part(from: string, given: Partial<FollowUpPart> = {}): FollowUpPart {
  return {
    from,
    on: from,
    reason: 'before',
    words: '',
    points: 2,
    standing: 'firm',
    has_long_run: false,
    longest: 2,
    ...given,
  };
}

/** Beside what engine/charts/drawing.cpp writes for the same values. */
describe('scale', () => {
  const check = (values: readonly number[], ticks: readonly number[], decimals: number) => {
    const scale = scaleOf({ points: values.map((value) => point('2026-06-01', value)) });
    expect(ticksOf(scale).map((tick) => Number(tick.toFixed(6)))).toEqual(ticks);
    expect(scale.decimals).toBe(decimals);
  };
  test('what starts near zero is read from zero', () => check([15, 38], [0, 10, 20, 30, 40], 0));
  test('what is far from zero is not', () =>
    check([0.942, 0.966], [0.94, 0.945, 0.95, 0.955, 0.96, 0.965, 0.97], 3));
  test('shares and small rates have their own steps', () => {
    check([0.2, 0.9], [0, 0.2, 0.4, 0.6, 0.8, 1], 1);
    check([0.001, 0.009], [0, 0.002, 0.004, 0.006, 0.008, 0.01], 3);
  });
  test('values that are all equal still have a height', () => {
    check([7, 7], [6, 8, 10, 12, 14], 0);
    check([0, 0], [0, 0.2, 0.4, 0.6, 0.8, 1], 1);
  });
  test('nothing at all has a scale', () => check([], [0, 0.2, 0.4, 0.6, 0.8, 1], 1));

  test('lines count as much as values', () => {
    const scale = scaleOf({
      points: [point('2026-06-01', 30, { lower: 14.9, upper: 49, centre: 32 })],
    });
    expect([scale.first * scale.step, scale.last * scale.step]).toEqual([0, 50]);
  });

  test('the last tick is at the top, the first at the bottom', () => {
    const scale = scaleOf({ points: [point('2026-06-01', 0), point('2026-06-08', 40)] });
    expect(uprightOf(scale, frame, 0)).toBe(110);
    expect(uprightOf(scale, frame, 40)).toBe(10);
    expect(uprightOf(scale, frame, 20)).toBe(60);
  });
});

describe('periods', () => {
  test('one without a point keeps its place', () => {
    const points = [point('2026-06-01', 1), point('2026-06-22', 2)];
    expect(slotsOf({ points }, 'week').map(({ from, point }) => [from, point?.value])).toEqual([
      ['2026-06-01', 1],
      ['2026-06-08', undefined],
      ['2026-06-15', undefined],
      ['2026-06-22', 2],
    ]);
  });
  test('months follow one another whatever their length', () => {
    const points = [point('2025-12-01', 1), point('2026-03-01', 2)];
    expect(slotsOf({ points }, 'month').map(({ from }) => from)).toEqual([
      '2025-12-01',
      '2026-01-01',
      '2026-02-01',
      '2026-03-01',
    ]);
  });
  test('an event falls in the period that holds its day, or in none', () => {
    const slots = slotsOf({ points: [point('2026-06-01', 1), point('2026-06-15', 2)] }, 'week');
    const where = (day: string) => slotOfDay(slots, 'week', day);
    expect(
      ['2026-05-31', '2026-06-01', '2026-06-10', '2026-06-21', '2026-06-22'].map(where),
    ).toEqual([null, 0, 1, 2, null]);
  });
});

describe('paths', () => {
  test('the line breaks over a period without a point, and between parts', () => {
    const points = [
      point('2026-06-01', 0),
      point('2026-06-08', 40),
      point('2026-06-22', 40),
      point('2026-06-29', 20, { part: 1 }),
    ];
    const parts = [part('2026-06-01'), part('2026-06-29')];
    const drawn = geometryOf({ points, parts }, 'week', frame).parts;
    expect(drawn.map(({ data }) => data)).toEqual(['M20 110L40 10M80 10', 'M100 60']);
    expect(drawn.map(({ left, right }) => [left, right])).toEqual([
      [10, 90],
      [90, 110],
    ]);
  });

  test('limits and band go in steps where they move, and over a hole', () => {
    const points = [
      point('2026-06-01', 20, { lower: 0, upper: 40, centre: 20 }),
      point('2026-06-15', 20, { lower: 10, upper: 30, centre: 20 }),
    ];
    const drawn = geometryOf({ points, parts: [part('2026-06-01')] }, 'week', {
      ...frame,
      right: 100,
    });
    expect(drawn.parts[0]).toMatchObject({
      limits: 'M10 110H70V85H100M10 10H70V35H100',
      centre: 'M10 60H100',
      band: 'M10 10H70V110H10zM70 35H100V85H70z',
    });
  });

  test('without limits there is no band', () => {
    const points = [point('2026-06-01', 0), point('2026-06-08', 40)];
    const drawn = geometryOf({ points, parts: [part('2026-06-01')] }, 'week', frame).parts[0];
    expect(drawn).toMatchObject({ band: '', limits: '', centre: '', run: '', centre_y: null });
  });

  test('a run passes over what is on the line and what was put aside', () => {
    const points = [
      point('2026-06-01', 40, { centre: 20 }),
      point('2026-06-08', 20, { centre: 20 }),
      point('2026-06-15', 40, { centre: 20, set_aside: 'grève' }),
      point('2026-06-22', 40, { centre: 20 }),
      point('2026-06-29', 0, { centre: 20 }),
    ];
    const long = part('2026-06-01', { has_long_run: true, longest: 2, longest_from: '2026-06-01' });
    const drawn = geometryOf({ points, parts: [long] }, 'week', frame);
    expect(drawn.parts[0]?.run).toBe('M20 100v8H80v-8');
  });

  test('outside and aside have shapes of their own; aside comes first', () => {
    const points = [
      point('2026-06-01', 1),
      point('2026-06-08', 2, { is_outside: true }),
      point('2026-06-15', 2, { is_outside: true, set_aside: 'grève' }),
    ];
    const drawn = geometryOf({ points, parts: [part('2026-06-01')] }, 'week', frame);
    expect(drawn.dots.map(({ shape }) => shape)).toEqual(['dot', 'outside', 'set_aside']);
  });
});
