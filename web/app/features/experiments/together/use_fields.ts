// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/together/use_fields.ts
//
// What these screens read: the three fields of a démarche, one experiment, and which démarches there are.

import { useQuery } from '@tanstack/react-query';
import { type List, read, type Reply } from '#app/api/client.ts';
import { useLive } from '#app/api/live.ts';
import type { Problem } from '#app/api/problem.ts';
import { useRead } from '#app/api/queries.ts';
import type { components } from '#app/api/schema.ts';
import type { FieldsView, OneExperiment } from './types.ts';

/** Its key is not its path: whatever changes an experiment makes it fetched again. */
export function useFields(programme: string) {
  useLive(['experiments']);
  return useQuery<Reply<FieldsView>, Problem>({
    queryKey: ['experiments', 'fields', programme],
    queryFn: () => read<FieldsView>(`/api/programmes/${programme}/fields`),
  });
}

export function useOneExperiment(id: string) {
  useLive([`experiments/${id}`]);
  return useRead<OneExperiment>(`/api/experiments/${id}`);
}

export function useProgrammeTitles() {
  return useRead<List<components['schemas']['ProgrammeSummary']>>('/api/programmes');
}
