// SPDX-License-Identifier: EUPL-1.2
// web/app/features/clusters/path_of.ts
//
// Where a cluster stands on its path, and what of a home's work belongs to now. A step is held, under way or to
// come; nothing is counted.

import type { Cluster, Task } from './use_clusters.ts';

export type StepState = 'held' | 'next' | 'to_come';

type Path = Pick<Cluster, 'steps' | 'programme'>;

export function indexOfStep({ steps, programme }: Path): number {
  return steps.findIndex((step) => step.key === programme.step);
}

export function stateOfStep(path: Path, index: number): StepState {
  const here = indexOfStep(path);
  if (index < here) return 'held';
  return index === here ? 'next' : 'to_come';
}

/** The step after the one under way, if the path goes on. */
export function stepAfter(path: Path) {
  return path.steps[indexOfStep(path) + 1];
}

/** What is not for a later session; begun or not first, then what is over. */
export function tasksNow(path: Path, tasks: readonly Task[]): { open: Task[]; over: Task[] } {
  const here = indexOfStep(path);
  const now = tasks.filter(
    ({ step_key }) => path.steps.findIndex((step) => step.key === step_key) <= here,
  );
  const isOver = ({ state }: Task) => state === 'done' || state === 'abandoned';
  return { open: now.filter((task) => !isOver(task)), over: now.filter(isOver) };
}
