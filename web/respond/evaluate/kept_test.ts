// SPDX-License-Identifier: EUPL-1.2
// web/respond/evaluate/kept_test.ts

import { expect, test } from 'vitest';
import { draftOf, isAnswered, nothing } from './kept.ts';

const activity = (id: string, kept: boolean) => ({
  id,
  session_id: 's',
  words: id,
  often: false,
  kept,
});

test('what is sent is of the activities that are kept, and of no other', () => {
  const kept = {
    ...nothing,
    marks: { one: { social: 'worse' as const }, gone: { social: 'better' as const } },
  };
  const draft = draftOf(kept, [activity('one', true), activity('gone', false)]);
  expect(draft.activities).toEqual([
    { activity_id: 'one', effectiveness: null, technical: null, social: 'worse' },
  ]);
});

test('one answer, or one sentence, is enough to send, and blanks are not', () => {
  const list = [activity('one', true)];
  expect(isAnswered(draftOf(nothing, list))).toBe(false);
  const blank = { ...nothing, sentences: { ...nothing.sentences, social: '  ' } };
  expect(isAnswered(draftOf(blank, list))).toBe(false);
  const sentence = {
    ...nothing,
    sentences: { ...nothing.sentences, social: 'Depuis, on se voit.' },
  };
  expect(isAnswered(draftOf(sentence, list))).toBe(true);
  const mark = { ...nothing, marks: { one: { technical: 'unknown' as const } } };
  expect(isAnswered(draftOf(mark, list))).toBe(true);
});
