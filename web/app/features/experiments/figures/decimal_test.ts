// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/figures/decimal_test.ts

import { expect, test } from 'vitest';
import { decimalOf } from './decimal.ts';

test('numbers are read as French and English people write them', () => {
  expect(decimalOf('18,5')).toBe(18.5);
  expect(decimalOf('18.5')).toBe(18.5);
  expect(decimalOf('1 234,25')).toBe(1234.25);
  expect(decimalOf('1\u202F234')).toBe(1234);
  expect(decimalOf('0')).toBe(0);
});

test('what is no number is not taken for one', () => {
  for (const written of ['', ' ', '-3', '3,4,5', '1.234,5', 'trois', '30 %', '1e3', 'Infinity'])
    expect(decimalOf(written), written).toBeNull();
});
