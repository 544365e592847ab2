// SPDX-License-Identifier: EUPL-1.2
// web/words/format_test.ts
//
// Days and hours as people write them; ~ stands for the non-breaking space.

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  duration,
  hour,
  longDay,
  number,
  parisDay,
  plainDay,
  shortDay,
  weekday,
} from './format.ts';
import { speak } from './t.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-19T13:12:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

function check(shown: string, expected: string) {
  expect(shown.replace(/[\u00a0\u202f]/g, '~')).toBe(expected);
}

test('days are short in lists', () => {
  check(shortDay('2026-11-03'), '3~nov.');
  check(shortDay('2026-12-01'), '1er~déc.');
  check(shortDay('2026-05-21'), '21~mai');
});

test('days are plain in sentences', () => {
  check(plainDay('2026-11-03'), '3~novembre');
  check(plainDay('2026-09-01'), '1er~septembre');
  check(longDay('2026-11-19'), 'Jeudi 19~novembre 2026');
  check(weekday('2026-11-19'), 'jeudi');
});

test('a year that is not this one is said, in lists and in sentences', () => {
  check(shortDay('2025-12-15'), '15~déc. 2025');
  check(plainDay('2025-12-01'), '1er~décembre 2025');
  check(shortDay('2027-01-15'), '15~janv. 2027');
  vi.setSystemTime(new Date('2026-12-31T23:30:00Z')); // already 2027 in Paris
  check(shortDay('2026-12-31'), '31~déc. 2026');
  check(plainDay('2027-01-01'), '1er~janvier');
});

test('an instant is told in Paris, summer and winter', () => {
  check(hour('2026-11-19T13:12:00Z'), '14~h~12');
  check(hour('2026-07-19T12:00:00Z'), '14~h');
  check(hour('09:05'), '9~h~05');
  expect(parisDay('2026-11-19T23:30:00Z')).toBe('2026-11-20');
});

test('durations and numbers', () => {
  check(duration(5), '5~min');
  check(duration(60), '1~h');
  check(duration(95), '1~h~35');
  check(number(31000), '31~000');
});

test('English has its own ways', async () => {
  await speak('en');
  check(shortDay('2026-12-01'), '1~Dec');
  check(shortDay('2025-12-01'), '1~Dec 2025');
  check(hour('2026-11-19T13:12:00Z'), '14:12');
});
