// SPDX-License-Identifier: EUPL-1.2
// web/app/features/campaigns/masking_test.ts

import { describe, expect, it } from 'vitest';
import { hiddenIn, mayName, namedBy, shownOf, wordsOf } from './masking.ts';

const written = 'Le mardi, Mme Durand du bloc\n crie après 14 h. Le reste du temps, ça va !';
const hide = (...numbers: number[]) => shownOf(wordsOf(written), new Set(numbers));

describe('what is shown of a comment', () => {
  it('is what was written when nothing is hidden', () => {
    expect(hide()).toBe(written);
  });
  it('has one mark for neighbours', () => {
    expect(hide(2, 3)).toBe('Le mardi, […] du bloc\n crie après 14 h. Le reste du temps, ça va !');
    expect(hide(0, 1, 15, 16)).toMatch(/^\[…\] Mme .*, ça \[…\]$/s);
  });
  it('tells which words are hidden', () => {
    for (const hidden of [[], [0], [2, 3], [0, 2, 4, 6, 8], [15, 16], [7, 8, 9, 10]])
      expect([...hiddenIn(written, hide(...hidden))]).toEqual(hidden);
  });
  it('comes back from a comment hidden whole', () => {
    expect(hiddenIn('a b c', shownOf(wordsOf('a b c'), new Set([0, 1, 2]))).size).toBe(3);
  });
  it('says the same again when words repeat', () => {
    const text = 'non non non oui non';
    for (let mask = 0; mask < 32; mask += 1) {
      const hidden = new Set([0, 1, 2, 3, 4].filter((bit) => mask & (1 << bit)));
      const shown = shownOf(wordsOf(text), hidden);
      expect(shownOf(wordsOf(text), hiddenIn(text, shown))).toBe(shown);
    }
  });
});

describe('words that may name somebody', () => {
  it('are capitals within a sentence, figures, and names the campaign knows', () => {
    const { words } = wordsOf(written);
    const named = namedBy(['Bloc opératoire', 'IDE']);
    const found = words.flatMap(({ text }, index) => (mayName(words, index, named) ? [text] : []));
    expect(found).toEqual(['Mme', 'Durand', 'bloc', '14']);
  });
});
