// SPDX-License-Identifier: EUPL-1.2
// web/words/quoted_test.ts
//
// Quotation marks inside a quotation are the inner ones.

import { expect, test } from 'vitest';
import { quoted } from './index.ts';
import { asInnerQuotes } from './quoted.ts';
import { speak } from './t.ts';

test('marks inside a quotation become the inner pair', () => {
  expect(asInnerQuotes('Un carnet «\u00a0ce que le jour doit savoir\u00a0», au poste', 'fr')).toBe(
    'Un carnet “ce que le jour doit savoir”, au poste',
  );
  expect(asInnerQuotes('« Oui » puis « non »', 'fr')).toBe('“Oui” puis “non”');
});

test('words without marks, or with one alone, stay as they were said', () => {
  expect(asInnerQuotes('La relève est un travail', 'fr')).toBe('La relève est un travail');
  expect(asInnerQuotes('une seule « marque', 'fr')).toBe('une seule « marque');
});

test('a quotation is whole in each language', async () => {
  expect(quoted('Les « je vous informe » sont regroupés')).toBe(
    '«\u00a0Les “je vous informe” sont regroupés\u00a0»',
  );
  await speak('en');
  expect(quoted('A “good night” is work')).toBe('“A ‘good night’ is work”');
});
