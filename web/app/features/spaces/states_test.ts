// SPDX-License-Identifier: EUPL-1.2
// web/app/features/spaces/states_test.ts

import { expect, test } from 'vitest';
import { groups, toSort } from './states.ts';
import type { Board, SpaceLine } from './use_spaces.ts';

const line = (id: string, state: SpaceLine['state']) => ({ id, state }) as SpaceLine;

test('what goes on comes first, what was destroyed stands with what is over', () => {
  const shown = groups([
    line('a', 'closed'),
    line('b', 'open'),
    line('c', 'destroyed'),
    line('d', 'prepared'),
  ]);
  expect(shown.map(({ name, lines }) => [name, lines.map(({ id }) => id)])).toEqual([
    ['open', ['b']],
    ['prepared', ['d']],
    ['closed', ['a', 'c']],
  ]);
});

test('a sentence is sorted once: taken up, it leaves the pile; set aside, it never was in it', () => {
  const board = {
    contributions: [
      { id: 'c1', words: 'un', state: 'shown', lived: null },
      { id: 'c2', words: 'deux', state: 'shown', lived: 'shared' },
      { id: 'c3', words: 'trois', state: 'set_aside', lived: null },
    ],
    ideas: [
      { id: 'i1', words: 'un', taken_from: 'c1', sort: 'we_ask', lived: null },
      { id: 'i2', words: 'dit', taken_from: null, sort: null, lived: null },
    ],
  } as unknown as Board;
  expect(toSort(board).map(({ id }) => id)).toEqual(['c2', 'i2']);
});
