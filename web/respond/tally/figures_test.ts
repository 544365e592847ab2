// SPDX-License-Identifier: EUPL-1.2
// web/respond/tally/figures_test.ts

import { beforeEach, expect, test } from 'vitest';
import { figureOf, figureText, outOfText, readBase, readNumber, sumOf } from './figures.ts';
import type { Draft } from './kept.ts';
import { exampleView } from './example_view.ts';
import { speakTally } from './words.ts';

beforeEach(() => speakTally('fr'));

test.each([
  ['18,5', 18.5],
  ['18.5', 18.5],
  [' 7 ', 7],
  ['0', 0],
  ['0,125', 0.125],
  ['1 234,5', 1234.5],
  ['1\u202f234', 1234],
  ['1.234,5', 1234.5],
  ['1,234.5', 1234.5],
  ['1000000', 1_000_000],
  ['1000001', null],
  ['', null],
  ['douze', null],
  ['-3', null],
  ['3,', null],
  ['1,2,3', null],
  ['0,0625', null],
  ['1e3', null],
])('%s is read as %s', (text, value) => {
  expect(readNumber(text)).toBe(value);
});

test.each([
  ['30', 30],
  ['0', null],
  ['2,5', null],
  ['', null],
])('out of %s is out of %s', (text, value) => {
  expect(readBase(text)).toBe(value);
});

test('a sum of tenths is what a hand would write', () => {
  expect(sumOf([0.1, 0.2])).toBe(0.3);
  expect(sumOf([18.5, 19])).toBe(37.5);
});

const draft = (change: Partial<Draft> = {}): Draft => ({
  day: '2026-11-25',
  count: 0,
  base: 1,
  marks: [],
  ...change,
});

test('none is a figure of a count, none out of none is not', () => {
  expect(figureOf(exampleView(), draft())).toEqual({ numerator: 0, base: null });
  expect(figureOf(exampleView({ counting: 'rate' }), draft())).toEqual({ numerator: 0, base: 1 });
  expect(figureOf(exampleView({ counting: 'rate' }), draft({ base: null }))).toBe('base');
  expect(figureOf(exampleView({ counting: 'ratio' }), draft())).toBe('nothing');
  expect(figureOf(exampleView({ counting: 'measure' }), draft())).toBe('nothing');
});

test('a share is its yes out of all, a measure its sum and how many', () => {
  const ratio = exampleView({ counting: 'ratio', unit: 'finies', base_unit: 'relèves' });
  const share = figureOf(ratio, draft({ marks: [1, 0, 1] }));
  expect(share).toEqual({ numerator: 2, base: 3 });
  const measure = exampleView({ counting: 'measure', unit: 'minutes' });
  const sum = figureOf(measure, draft({ marks: [18.5, 19] }));
  expect(sum).toEqual({ numerator: 37.5, base: 2 });
  const tooMuch = figureOf(measure, draft({ marks: [999_999, 2] }));
  expect(tooMuch).toBe('too_much');
});

test('figures are said so that no unit has to agree', () => {
  expect(figureText(exampleView(), { numerator: 1, base: null })).toBe('interruptions\u00a0: 1');
  const rate = exampleView({ counting: 'rate', unit: 'chutes', base_unit: 'journées' });
  expect(figureText(rate, { numerator: 2, base: 30 })).toBe('chutes\u00a0: 2 sur 30 (journées)');
  const measure = exampleView({ counting: 'measure', unit: 'minutes' });
  expect(figureText(measure, { numerator: 37.5, base: 2 })).toBe(
    'minutes\u00a0: 37,5 en 2 mesures',
  );
  expect([outOfText('journées'), outOfText('entrées'), outOfText('heures')]).toEqual([
    'Sur combien de journées',
    'Sur combien d’entrées',
    'Sur combien d’heures',
  ]);
});
