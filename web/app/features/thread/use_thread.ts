// SPDX-License-Identifier: EUPL-1.2
// web/app/features/thread/use_thread.ts
//
// GET /api/thread/{kind}/{id}: what an object came from, what became of it, and what is still to come.

import { useLive } from '#app/api/live.ts';
import { useRead } from '#app/api/queries.ts';
import type { components } from '#app/api/schema.ts';
import type { ObjectKind } from '#app/object_paths.ts';

export type Thread = components['schemas']['Thread'];
export type ThreadKnot = components['schemas']['ThreadKnot'];
export type ThreadToCome = components['schemas']['ThreadToCome'];

export function useThread(kind: ObjectKind, id: string) {
  useLive([`thread:${kind}:${id}`]);
  return useRead<Thread>(`/api/thread/${kind}/${id}`);
}
