// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/follow_up/follow_up_drawing_test.ts
//
// Words in a drawing stay inside it and off one another, wide and narrow.

import { describe, expect, test } from 'vitest';
import { type Drawing, drawingOf, type Label, shapes, text_size } from './follow_up_drawing.ts';
import { cutTo, linesOf, rowsOf, widthOf } from './follow_up_labels.ts';
import { counted, indicatorView, partsAt } from './follow_up_fixture.ts';

const long =
  'On ne répond plus au téléphone du poste pendant la relève, sauf pour le bloc, et la sonnette est reprise';

interface Box {
  left: number;
  right: number;
}

function boxOf({ text, x, anchor }: Label, isStrong: boolean): Box {
  const width = widthOf(text, text_size, isStrong);
  const left = { start: x, middle: x - width / 2, end: x - width }[anchor];
  return { left, right: left + width };
}

function expectApart(labels: readonly Label[], isStrong: boolean) {
  for (const [at, one] of labels.entries())
    for (const other of labels.slice(at + 1)) {
      if (Math.abs(one.y - other.y) >= text_size) continue;
      const [a, b] = [boxOf(one, isStrong), boxOf(other, isStrong)];
      expect(a.right <= b.left || b.right <= a.left, `${one.text} and ${other.text}`).toBe(true);
    }
}

function expectLegible(drawing: Drawing) {
  const strong = [...drawing.changes.flatMap(({ lines }) => lines), ...drawing.centre_labels];
  for (const label of strong) {
    const { left, right } = boxOf(label, true);
    expect(left, label.text).toBeGreaterThanOrEqual(0);
    expect(right, label.text).toBeLessThanOrEqual(drawing.frame.width);
  }
  expectApart(strong, true);
  expectApart(drawing.day_labels, false);
}

describe.each(shapes)('%s', (shape) => {
  test.each([1, 2, 3, 5])('%s changes with long words', (changes) => {
    const points = counted(10 * (changes + 1), 30);
    const view = indicatorView({ points, parts: partsAt(points, changes, long) });
    expectLegible(drawingOf({ view, events: [] }, shape));
  });

  test('two years of days', () => {
    const points = counted(700, 1200, 'day');
    const view = indicatorView({ points, parts: partsAt(points, 1, long) }, { rhythm: 'day' });
    expectLegible(drawingOf({ view, events: [] }, shape));
  });

  test('entries of one period are one mark, and neighbours stand in rows', () => {
    const view = indicatorView({ points: counted(40, 30) });
    const on = ['2026-06-01', '2026-06-02', '2026-06-03', '2026-06-08', '2026-06-15', '2019-01-01'];
    const events = on.map((day, at) => ({ number: at + 1, on: day }));
    const { marks } = drawingOf({ view, events }, shape);
    expect(marks.map(({ text }) => text)).toEqual(['1–3', '4', '5']);
    for (const [at, one] of marks.entries())
      for (const other of marks.slice(at + 1))
        expect(
          one.y !== other.y || Math.abs(one.x - other.x) >= (one.width + other.width) / 2,
        ).toBe(true);
  });
});

test('a picture without a point is still a picture', () => {
  const view = indicatorView({ points: [], parts: [] });
  const drawing = drawingOf({ view, events: [] }, 'wide');
  expect(drawing.dots).toEqual([]);
});

test('words are cut at a word, and say so', () => {
  expect(cutTo('La relève du matin', 1000, 14)).toBe('La relève du matin');
  expect(cutTo('La relève du matin, dans la salle', 150, 14)).toBe('La relève du matin…');
  expect(cutTo('Anticonstitutionnellement', 60, 14)).toMatch(/^Anti.*…$/);
});

test('lines are as many as allowed, the last one cut', () => {
  expect(linesOf('un deux trois quatre cinq six', 60, 14, 2)).toEqual(['un deux', 'trois…']);
});

test('what would cover a neighbour goes to the next row', () => {
  const things = [
    { left: 0, right: 10 },
    { left: 5, right: 15 },
    { left: 20, right: 30 },
  ];
  expect(rowsOf(things, 2).map(({ row }) => row)).toEqual([0, 1, 0]);
});
