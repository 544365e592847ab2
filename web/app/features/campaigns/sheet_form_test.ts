// SPDX-License-Identifier: EUPL-1.2
// web/app/features/campaigns/sheet_form_test.ts

import { expect, test } from 'vitest';
import { createForm } from '#form/index.ts';
import { instrument } from '../../../e2e/form_instrument.ts';
import { numberOf, onlyIf } from './sheet_form.ts';

const form = createForm(instrument);

test('each line of a grid has a number of its own', () => {
  const numbers = form.items.map(({ code }) => numberOf(form, code));
  expect(numbers).toEqual(form.items.map((_, at) => at + 1));
});

test('a plain condition is a sentence, another is not', () => {
  const asked = { kind: 'in', item: 'discussion', codes: ['oui'] } as const;
  expect(onlyIf(form, [asked])).toEqual({ number: 1, codes: ['oui'] });
  expect(onlyIf(form, [{ kind: 'not', parts: [asked] }])).toBe(undefined);
  expect(onlyIf(form, [asked, asked])).toBe(undefined);
  expect(onlyIf(form, [])).toBe(undefined);
});
