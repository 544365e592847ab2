// SPDX-License-Identifier: EUPL-1.2
// web/app/features/home/group_by_date_test.ts
//
// Yesterday is awaited, Sunday is still this week, Monday is later.

import { expect, test } from 'vitest';
import { groupByDate } from './group_by_date.ts';

function check(today: string, days: string[], expected: Record<string, string[]>) {
  const groups = groupByDate(
    days.map((day) => ({ day })),
    today,
  );
  expect(
    Object.fromEntries(
      Object.entries<{ day: string }[]>({ ...groups }).map(([name, items]) => [
        name,
        items.map((item) => item.day),
      ]),
    ),
  ).toEqual(expected);
}

test('a week ends on sunday', () => {
  // 19 November 2026 is a Thursday.
  check('2026-11-19', ['2026-11-18', '2026-11-19', '2026-11-22', '2026-11-23'], {
    awaited: ['2026-11-18'],
    this_week: ['2026-11-19', '2026-11-22'],
    later: ['2026-11-23'],
  });
});

test('on a sunday the week is today', () => {
  check('2026-11-22', ['2026-11-22', '2026-11-23'], {
    awaited: [],
    this_week: ['2026-11-22'],
    later: ['2026-11-23'],
  });
});

test('on a monday the whole week lies ahead', () => {
  check('2026-11-23', ['2026-11-22', '2026-11-29', '2026-11-30'], {
    awaited: ['2026-11-22'],
    this_week: ['2026-11-29'],
    later: ['2026-11-30'],
  });
});
