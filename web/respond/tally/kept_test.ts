// SPDX-License-Identifier: EUPL-1.2
// web/respond/tally/kept_test.ts

import { afterEach, expect, test, vi } from 'vitest';
import { changeKept, eraseKept, hasBegun, hasRoom, isSettled, readKept } from './kept.ts';
import { filesNamedIn } from './offline.ts';

afterEach(() => {
  vi.restoreAllMocks();
  for (const token of ['t', 'u']) eraseKept(token);
});

const draft = { day: '2026-11-24', count: 3, base: 1, marks: [] };

test('figures do not mix, and what is erased is gone', () => {
  expect(changeKept('t', (kept) => ({ ...kept, draft }))).toBe('device');
  expect(readKept('t').draft).toEqual(draft);
  expect(readKept('u').draft).toBeUndefined();
  eraseKept('t');
  expect(localStorage.length).toBe(0);
});

test('a full phone says so, loses nothing while the page is open, and keeps again once it can', () => {
  const full = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new Error('full');
  });
  expect(changeKept('t', (kept) => ({ ...kept, draft }))).toBe('memory');
  expect(readKept('t').draft).toEqual(draft);
  full.mockRestore();
  expect(changeKept('t', (kept) => kept)).toBe('device');
  expect(JSON.parse(localStorage.getItem('etabli.releve.t') ?? '{}')).toMatchObject({ draft });
});

test('what cannot be read is nothing', () => {
  localStorage.setItem('etabli.releve.t', '{');
  expect(readKept('t')).toEqual({ waiting: [], refused: [] });
});

test('of an answered question the period alone is remembered, and can be forgotten', () => {
  changeKept('t', (kept) => ({ ...kept, answered_in: '2026-11-23' }));
  expect(JSON.parse(localStorage.getItem('etabli.releve.t') ?? '')).toEqual({
    waiting: [],
    refused: [],
    answered_in: '2026-11-23',
  });
  changeKept('t', (kept) => ({ ...kept, answered_in: undefined }));
  expect(readKept('t').answered_in).toBeUndefined();
  expect(localStorage.getItem('etabli.releve.t')).not.toContain('2026');
});

test('one press is a beginning, a day chosen is not', () => {
  expect(hasBegun({ ...draft, count: 0 })).toBe(false);
  expect(hasBegun(draft)).toBe(true);
  expect(hasBegun({ ...draft, count: 0, marks: [0] })).toBe(true);
  expect(hasBegun({ ...draft, count: 0, base: 30 })).toBe(true);
});

test('two hundred fill a phone, waiting or refused', () => {
  const entries = Array.from({ length: 199 }, (_, at) => ({
    ...{ id: `${at}`, counted_on: '2026-11-24', numerator: 1, base: null },
  }));
  const [last] = entries;
  if (last === undefined) throw new Error('there are some');
  const { id, counted_on } = last;
  const kept = { waiting: entries, refused: [] };
  expect(hasRoom(kept)).toBe(true);
  expect(isSettled(kept)).toBe(false);
  const refused = [{ id, counted_on, figure: null, problem: 'x' }];
  expect(hasRoom({ ...kept, refused })).toBe(false);
});

test('a page names the files it is drawn with', () => {
  const page =
    '<script type="module" src="/assets/respond-a1.js"></script><link href="/assets/x-b2.css"><a href="/q">';
  expect(filesNamedIn(page)).toEqual(['/assets/respond-a1.js', '/assets/x-b2.css']);
});
