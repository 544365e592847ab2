// SPDX-License-Identifier: EUPL-1.2
// web/respond/paper/fields_test.ts

import { expect, test } from 'vitest';
import { createForm } from '../../form/index.ts';
import { exampleCampaign } from '../../ballots/example_campaign.ts';
import { instrument } from '../../e2e/form_instrument.ts';
import type { Campaign } from '../campaign/deposit.ts';
import { differences, fieldsOf, ranksTyped, sheetRead, valueTyped } from './fields.ts';

const { manifest } = exampleCampaign({ instrument: JSON.stringify(instrument) });
const campaign = { manifest, form: createForm(instrument) } as unknown as Campaign;
const words = { say: (each: { fr: string }) => each.fr, place: 'Lieu', category: 'Métier' };
const options = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ code: `o${at + 1}`, label: '' }));

test.each([
  ['135', 9, [0, 2, 4]],
  ['1 3', 9, [0, 2]],
  ['10 2', 12, [9, 1]],
  ['7', 5, undefined],
  ['0', 5, undefined],
  ['a', 5, undefined],
  ['', 5, []],
])('%s among %d', (typed, count, expected) => {
  const signs = Array.from({ length: count }, (_, at) => `${at + 1}`);
  expect(ranksTyped(typed, signs)).toEqual(expected);
});

test('what is typed becomes what the form keeps', () => {
  expect(valueTyped({ kind: 'one', options: options(4) }, '2')).toBe('o2');
  expect(valueTyped({ kind: 'one', options: options(21) }, '21')).toBe('o21');
  expect(valueTyped({ kind: 'several', options: options(4) }, '31')).toEqual(['o3', 'o1']);
  expect(valueTyped({ kind: 'number', options: [] }, '12,5')).toBe(12.5);
  expect(valueTyped({ kind: 'day', options: [] }, '7/3/2026')).toBe('2026-03-07');
  expect(valueTyped({ kind: 'day', options: [] }, '07032026')).toBe('2026-03-07');
  expect(valueTyped({ kind: 'text', options: [] }, ' ')).toBe(undefined);
});

test('where options are numbers, the number itself is typed', () => {
  const toTen = Array.from({ length: 11 }, (_, value) => ({
    code: `v${value}`,
    label: `${value}`,
  }));
  expect(valueTyped({ kind: 'one', options: toTen }, '7')).toBe('v7');
  expect(valueTyped({ kind: 'one', options: toTen }, '0')).toBe('v0');
});

test('what a condition hides is neither asked nor sealed', () => {
  const codes = (typed: Record<string, string>) =>
    fieldsOf(campaign, typed, words).map(({ code }) => code);
  const first = campaign.form.items[1]?.code ?? '';
  expect(codes({ discussion: '1' })).toContain(first);
  expect(codes({ discussion: '3' })).not.toContain(first);
  expect(sheetRead(campaign, { discussion: '3', [first]: '12' }).answers).toEqual({
    discussion: 'non',
  });
});

test('an occupation that is not offered at a place counts as none', () => {
  expect(sheetRead(campaign, { '/place': '1', '/category': '2' }).profile).toEqual({
    place: 'p2',
    category: 'c2',
  });
  expect(sheetRead(campaign, { '/place': '3', '/category': '2' }).profile).toEqual({ place: 'p4' });
  expect(sheetRead(campaign, {}).profile).toBe(undefined);
});

test('two entries differ where they say something else, however it was typed', () => {
  const found = differences(
    campaign,
    [
      { '/place': '1', discussion: '1' },
      { '/place': '1 ', discussion: '2' },
    ],
    words,
  );
  expect(found.map(({ code }) => code)).toEqual(['discussion']);
  expect(differences(campaign, [{ discussion: '1' }, { discussion: '1' }], words)).toEqual([]);
});
