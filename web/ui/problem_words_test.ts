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

test('an unknown code is never shown as it is', () => {
  expect(problemText('weird.code')).toBe(t('problems.unknown'));
});

test('field errors stand by their pointer', () => {
  const problem = {
    code: 'request.invalid',
    errors: [{ pointer: '/title', code: 'field.required' }],
  };
  expect(fieldTexts(problem)).toEqual({ '/title': 'Il manque cette réponse.' });
  expect(fieldTexts(null)).toEqual({});
});
