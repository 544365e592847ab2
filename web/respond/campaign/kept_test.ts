// SPDX-License-Identifier: EUPL-1.2
// web/respond/campaign/kept_test.ts

import { afterEach, expect, test, vi } from 'vitest';
import { eraseKept, readKept, writeKept } from './kept.ts';

afterEach(() => {
  vi.restoreAllMocks();
  sessionStorage.clear();
  localStorage.clear();
});

test('what is kept stands in one place alone', () => {
  expect(writeKept('c', { kept: { code: 'x' }, where: 'tab' })).toBe('tab');
  expect([sessionStorage.length, localStorage.length]).toEqual([1, 0]);
  expect(writeKept('c', { kept: { code: 'x' }, where: 'device' })).toBe('device');
  expect([sessionStorage.length, localStorage.length]).toEqual([0, 1]);
  expect(readKept('c')).toEqual({ kept: { code: 'x' }, where: 'device' });
  expect(writeKept('c', { kept: {}, where: 'tab' })).toBe('tab');
  expect([sessionStorage.length, localStorage.length]).toEqual([1, 0]);
  eraseKept('c');
  expect([sessionStorage.length, localStorage.length]).toEqual([0, 0]);
});

test('campaigns do not mix', () => {
  writeKept('c', { kept: { code: 'x' }, where: 'tab' });
  expect(readKept('d').kept).toEqual({});
});

test('a device that keeps nothing says so and stops nobody', () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new Error('full');
  });
  expect(writeKept('c', { kept: { code: 'x' }, where: 'tab' })).toBe('nowhere');
});

test('what cannot be read is nothing', () => {
  sessionStorage.setItem('etabli.questionnaire.c', '{');
  expect(readKept('c')).toEqual({ kept: {}, where: 'tab' });
});
