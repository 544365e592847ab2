// SPDX-License-Identifier: EUPL-1.2
// web/ui/problem_words_test.ts
//
// Whatever the server answers, people read a sentence of their language.

import { expect, test } from 'vitest';
import { t } from '#words';
import { fieldTexts, problemText } from './problem_words.ts';

test('a known code has its own sentence', () => {
  expect(problemText('text.too_long')).toBe('Ce texte est trop long.');
});

test('an unknown code of a known family gets the words of the family', () => {
  expect(problemText('text.from_a_newer_server')).toBe(t('problems.text.other'));
});

test('an unknown code is never shown as it is', () => {
  expect(problemText('weird.code')).toBe(t('problems.unknown'));
});

test('field errors stand by their pointer', () => {
  const problem = { code: 'request.other', errors: [{ pointer: '/title', code: 'text.required' }] };
  expect(fieldTexts(problem)).toEqual({ '/title': 'Écrivez quelques mots ici.' });
  expect(fieldTexts(null)).toEqual({});
});
