// SPDX-License-Identifier: EUPL-1.2
// web/app/features/clusters/path_of_test.ts

import { expect, test } from 'vitest';
import { stateOfStep, stepAfter, tasksNow } from './path_of.ts';
import type { Cluster, Task } from './use_clusters.ts';

const path = {
  steps: ['presentation', 'stakes', 'diagnosis'].map((key) => ({ key })),
  programme: { step: 'stakes' },
} as unknown as Pick<Cluster, 'steps' | 'programme'>;

function task(id: string, step_key: string, state: Task['state']): Task {
  return { id, member_id: 'm', step_key, key: '', title: id, state, state_text: '', version: 1 };
}

test('steps before the one under way are held, those after are to come', () => {
  expect([0, 1, 2].map((index) => stateOfStep(path, index))).toEqual(['held', 'next', 'to_come']);
  expect(stepAfter(path)?.key).toBe('diagnosis');
});

test('work for a later session waits; what a home added itself is always there', () => {
  const { open, over } = tasksNow(path, [
    task('later', 'diagnosis', 'not_started'),
    task('begun', 'stakes', 'started'),
    task('own', '', 'not_started'),
    task('given up', 'presentation', 'abandoned'),
  ]);
  expect(open.map(({ id }) => id)).toEqual(['begun', 'own']);
  expect(over.map(({ id }) => id)).toEqual(['given up']);
});
