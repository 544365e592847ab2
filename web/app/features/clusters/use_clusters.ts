// SPDX-License-Identifier: EUPL-1.2
// web/app/features/clusters/use_clusters.ts
//
// GET /api/clusters/{id}, and what a home or whoever facilitates says in it.

import { useLive } from '#app/api/live.ts';
import { useRead, useWrite } from '#app/api/queries.ts';
import type { components } from '#app/api/schema.ts';

type Schemas = components['schemas'];
export type Cluster = Schemas['ClusterView'];
export type ClusterLine = Schemas['ClusterLine'];
export type Home = Schemas['ClusterHome'];
export type Task = Schemas['HomeTask'];
export type TaskState = Task['state'];
export type Reminder = Schemas['Reminder'];

interface List<Item> {
  items: readonly Item[];
}

export function useClusters(isEnabled = true) {
  return useRead<List<ClusterLine>>('/api/clusters', { isEnabled });
}

export function useCluster(id: string) {
  useLive([`clusters/${id}`]);
  return useRead<Cluster>(`/api/clusters/${id}`);
}

export function useReminders(id: string, isEnabled: boolean) {
  return useRead<List<Reminder>>(`/api/clusters/${id}/reminders`, { isEnabled });
}

/** Delegations of a home, to choose the one that comes. */
export function useDelegations(place: string) {
  return useRead<Schemas['PeopleView']>(`/api/places/${place}/people`);
}

/** Its démarches, to say which one it walks at home. */
export function useDemarches(place: string) {
  return useRead<List<Schemas['ProgrammeSummary']>>(`/api/programmes?place=${place}`);
}

function changesOf(id: string) {
  return {
    changes: [`/api/clusters/${id}`, `/api/programmes/${id}`, '/api/clusters', '/api/home'],
  };
}

export function useJoin(id: string) {
  return useWrite<Cluster, Schemas['HomeComing']>(
    'POST',
    `/api/clusters/${id}/homes`,
    changesOf(id),
  );
}

export function useSayWhatBlocks(id: string, home: string) {
  return useWrite<Cluster, Schemas['HomeWords']>(
    'PUT',
    `/api/clusters/${id}/homes/${home}`,
    changesOf(id),
  );
}

export function useTellNews(id: string, home: string) {
  return useWrite<Cluster, Schemas['NewsLines']>(
    'POST',
    `/api/clusters/${id}/homes/${home}/news`,
    changesOf(id),
  );
}

export function useMakeNewsLink(id: string, home: string) {
  return useWrite<{ url: string }, Record<string, never>>(
    'POST',
    `/api/clusters/${id}/homes/${home}/news-link`,
    changesOf(id),
  );
}

export function useRevokeNewsLink(id: string, home: string) {
  return useWrite<Cluster, undefined>(
    'DELETE',
    `/api/clusters/${id}/homes/${home}/news-link`,
    changesOf(id),
  );
}

export function useAddTask(id: string, home: string) {
  return useWrite<Cluster, Schemas['HomeTaskDraft']>(
    'POST',
    `/api/clusters/${id}/homes/${home}/tasks`,
    changesOf(id),
  );
}

export function useTaskWord(id: string, home: string, task: string) {
  return useWrite<Cluster, Schemas['HomeTaskWord']>(
    'PUT',
    `/api/clusters/${id}/homes/${home}/tasks/${task}`,
    changesOf(id),
  );
}

export function usePlanSession(id: string) {
  return useWrite<unknown, Schemas['PathSessionDraft']>(
    'POST',
    `/api/programmes/${id}/sessions`,
    changesOf(id),
  );
}

export function useStepForward(id: string) {
  return useWrite<Cluster, Schemas['StepForward']>(
    'PUT',
    `/api/clusters/${id}/step`,
    changesOf(id),
  );
}

export function useWriteSupport(id: string) {
  return useWrite<Cluster, Schemas['ClusterSupportDraftEdit']>(
    'PUT',
    `/api/clusters/${id}/support`,
    changesOf(id),
  );
}
