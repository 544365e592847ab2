// SPDX-License-Identifier: EUPL-1.2
// web/respond/tally/days_test.ts

import { afterEach, expect, test, vi } from 'vitest';
import { daysTaken, periodStart, plusDays, todayOf } from './days.ts';
import type { Rhythm } from './view.ts';
import { exampleView } from './example_view.ts';

afterEach(() => vi.useRealTimers());

const view = exampleView();

test.each<[Rhythm, string, string]>([
  ['day', '2026-11-29', '2026-11-29'],
  ['week', '2026-11-29', '2026-11-23'],
  ['week', '2026-11-23', '2026-11-23'],
  ['week', '2026-01-01', '2025-12-29'],
  ['month', '2026-11-29', '2026-11-01'],
])('one point of each %s: %s is of the one that begins on %s', (rhythm, day, start) => {
  expect(periodStart(rhythm, day)).toBe(start);
});

test('days go on over the end of summer time and of a year', () => {
  expect(plusDays('2026-10-24', 2)).toBe('2026-10-26');
  expect(plusDays('2026-12-31', 1)).toBe('2027-01-01');
});

test('what was kept yesterday is of yesterday, whatever the clock says', () => {
  vi.useFakeTimers({ now: new Date('2026-11-26T09:00:00Z'), toFake: ['Date'] });
  expect(todayOf(view, '2026-11-25')).toBe('2026-11-26');
  // A clock that is three years ahead was so when the server was asked.
  vi.setSystemTime(new Date('2029-11-26T09:00:00Z'));
  expect(todayOf(view, '2029-11-25')).toBe('2026-11-26');
});

test('days are taken from the earliest to today, and none after the end', () => {
  expect(daysTaken(view, '2026-11-25')).toEqual(['2026-11-25', '2026-11-24', '2026-11-23']);
  const ended = { ...view, until: '2026-11-24' };
  expect(daysTaken(ended, '2026-11-25')).toEqual(['2026-11-24', '2026-11-23']);
  expect(daysTaken({ ...view, first_day: '2026-12-01' }, '2026-11-25')).toEqual([]);
  expect(daysTaken({ ...view, first_day: '2020-01-01' }, '2026-11-25')).toHaveLength(93);
});
