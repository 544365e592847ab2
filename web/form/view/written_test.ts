// SPDX-License-Identifier: EUPL-1.2
// web/form/view/written_test.ts

import { expect, test } from 'vitest';
import { dayGiven, dayTyped, digitsOf, numberGiven, numberTyped } from './written.ts';

test.each([
  ['', undefined],
  ['  ', undefined],
  ['12', 12],
  ['12,5', 12.5],
  ['12.5', 12.5],
  [' 1\u202f200 ', 1200],
  ['-3', -3],
  ['\u22123', -3],
  [',5', 0.5],
  ['7,', 7],
  ['1,2,3', '1,2,3'],
  ['1e3', '1e3'],
  ['0x10', '0x10'],
  ['douze', 'douze'],
  ['-', '-'],
])('a number typed %j is given as %j', (typed, given) => {
  expect(numberGiven(typed)).toBe(given);
});

test('a number comes back as it would have been typed', () => {
  expect(numberTyped(12.5, 'fr')).toBe('12,5');
  expect(numberTyped(12.5, 'en')).toBe('12.5');
  expect(numberTyped('douze', 'fr')).toBe('douze');
  expect(numberTyped(undefined, 'fr')).toBe('');
});

test.each([
  [{ day: '', month: '', year: '' }, undefined],
  [{ day: '7', month: '3', year: '2026' }, '2026-03-07'],
  [{ day: '7', month: '', year: '' }, '--07'],
  [{ day: '', month: '3', year: '26' }, '26-03-'],
])('%j is given as %j', (parts, given) => {
  expect(dayGiven(parts)).toBe(given);
});

test('half a day comes back in its fields', () => {
  expect(dayTyped('--07')).toEqual({ day: '07', month: '', year: '' });
  expect(dayTyped(undefined)).toEqual({ day: '', month: '', year: '' });
});

test('a day is digits alone', () => {
  expect(digitsOf('3/', 2)).toBe('3');
  expect(digitsOf('20266', 4)).toBe('2026');
});
