// SPDX-License-Identifier: EUPL-1.2
// web/words/t_test.tsx
//
// A sentence follows the language, its plurals and its tags; an unknown code is no sentence.

import { expect, test } from 'vitest';
import { findWord, rich, speak, t } from './t.ts';

test('a sentence follows the language being spoken', async () => {
  expect(t('rooms.listen')).toBe('Écouter');
  await speak('en');
  expect(t('rooms.listen')).toBe('Listen');
});

test('plurals agree', () => {
  expect(t('home.group.aside', { count: 1 })).toBe('une chose');
  expect(t('home.group.aside', { count: 12 })).toBe('12 choses');
});

test('a tag is dressed by the caller', () => {
  const parts = rich('nav.danger', { b: (inside) => `[${inside.join('')}]` });
  expect(String(parts)).toMatch(/^\[Danger/);
});

test('a key that does not exist is not a sentence', () => {
  expect(findWord('problems.never_heard')).toBeNull();
});
