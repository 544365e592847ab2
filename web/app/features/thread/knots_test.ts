// SPDX-License-Identifier: EUPL-1.2
// web/app/features/thread/knots_test.ts
//
// Neighbours of one kind are one knot; the object itself always stands alone; what is owed is dashed.

import { expect, test } from 'vitest';
import { stripKnots } from './knots.ts';
import type { Thread, ThreadKnot } from './use_thread.ts';

function knot(relation: ThreadKnot['relation'], kind: ThreadKnot['kind'], id: string): ThreadKnot {
  return {
    relation,
    kind,
    object_id: id,
    title: id,
    happened_on: '2026-11-03',
    state: '',
    destroyed: false,
    place_name: '',
  };
}

test('neighbours of one kind are one knot, and what is here stands alone', () => {
  const thread: Thread = {
    knots: [
      knot('ancestor', 'contribution', 'c1'),
      knot('ancestor', 'contribution', 'c2'),
      knot('ancestor', 'proposal', 'p0'),
      knot('itself', 'proposal', 'p1'),
      knot('descendant', 'proposal', 'p2'),
    ],
    to_come: [
      { kind: 'proposal_answer', on: '2026-11-01', object_kind: 'proposal', object_id: 'p1' },
    ],
    goes_further: false,
  };
  const knots = stripKnots(thread, '2026-11-19');
  expect(knots.map(({ id, isHere, isToCome }) => [id, isHere ?? false, isToCome ?? false])).toEqual(
    [
      ['contribution:c1', false, false],
      ['proposal:p0', false, false],
      ['proposal:p1', true, false],
      ['proposal:p2', false, false],
      ['proposal_answer:p1', false, true],
    ],
  );
});
