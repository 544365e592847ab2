// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/follow_up/follow_up_vectors_test.ts
//
// tests/vectors/follow_up.json, which the server's own drawing is held to as well (domain/experiments/follow_up_drawing_test.cpp):
// in its frame, the same figures stand at the same places.

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Frame, geometryOf } from './follow_up_geometry.ts';
import type { FollowUpPart, FollowUpPoint } from './types.ts';

interface VectorPoint extends Pick<FollowUpPoint, 'from' | 'numerator' | 'value' | 'part'> {
  base?: number;
  centre: number;
  lower: number;
  upper: number;
  set_aside?: string;
  is_outside?: boolean;
  /** Across and down; the heights of the lines there, the lower limit first. */
  drawn: { dot: [number, number]; centre: number; limits: [number, number] };
}

interface Vector {
  name: string;
  points: VectorPoint[];
}

const vectors: Vector[] = JSON.parse(
  readFileSync(`${import.meta.dirname}/../../../../../tests/vectors/follow_up.json`, 'utf8'),
);

/** That of engine/charts/drawing.cpp. */
const frame: Frame = { width: 860, height: 322, left: 56, right: 740, top: 26, bottom: 282 };

function partsOf(points: readonly VectorPoint[]): FollowUpPart[] {
  const firsts = points.filter(({ part }, at) => part !== points[at - 1]?.part);
  return firsts.map(({ from, part }) => ({
    from,
    on: from,
    reason: part === 0 ? 'before' : 'start',
    words: '',
    points: points.filter((point) => point.part === part).length,
    standing: 'firm',
    has_long_run: false,
    longest: 0,
  }));
}

/** Of lines that go in steps: how high each stands at that place. */
function heightsAt(path: string, across: number): number[] {
  const heights: number[] = [];
  let [x, y] = [0, 0];
  for (const [, letter, first, second] of path.matchAll(/([MHV])([\d.]+)(?: ([\d.]+))?/g)) {
    const to = Number(first);
    if (letter === 'M') [x, y] = [to, Number(second)];
    else if (letter === 'V') y = to;
    else {
      if (x < across && across < to) heights.push(y);
      x = to;
    }
  }
  return heights;
}

/** Places have one digit after the point, and a half may be rounded either way. */
const place_error = 0.1001;

function expectPlaces(found: readonly number[], expected: readonly number[], what: string) {
  expect(found, what).toHaveLength(expected.length);
  for (const [at, place] of expected.entries())
    expect(
      Math.abs((found[at] ?? NaN) - place),
      `${what}: ${found[at]}, not ${place}`,
    ).toBeLessThan(place_error);
}

describe.each(vectors)('$name', ({ points: given }) => {
  const points = given.map((point) => ({ entries: 1, set_aside: '', is_outside: false, ...point }));
  const { dots, parts } = geometryOf({ points, parts: partsOf(given) }, 'week', frame);

  test('every point stands where the server has it, in its shape', () => {
    expect(dots).toHaveLength(given.length);
    for (const [at, { x, y, shape }] of dots.entries()) {
      const { from, set_aside, is_outside, drawn } = given[at] as VectorPoint;
      expectPlaces([x, y], drawn.dot, from);
      expect(shape, from).toBe(set_aside ? 'set_aside' : is_outside ? 'outside' : 'dot');
    }
  });

  test('so do its lines', () => {
    const centre = parts.map((part) => part.centre).join('');
    const limits = parts.map((part) => part.limits).join('');
    for (const { from, drawn } of given) {
      expectPlaces(heightsAt(centre, drawn.dot[0]), [drawn.centre], from);
      expectPlaces(heightsAt(limits, drawn.dot[0]), drawn.limits, from);
    }
  });
});
