// SPDX-License-Identifier: EUPL-1.2
// web/app/features/spaces/use_spaces.ts
//
// Discussions: one hook per request. The board is the facilitator's alone; every write answers with the board as
// it has become.

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type List, type Reply, type WriteMethod, write } from '#app/api/client.ts';
import { useLive } from '#app/api/live.ts';
import type { Problem } from '#app/api/problem.ts';
import { keyOf, useRead, useWrite } from '#app/api/queries.ts';
import type { components } from '#app/api/schema.ts';

type Schemas = components['schemas'];
export type SpaceLine = Schemas['SpaceLine'];
export type SpaceView = Schemas['SpaceView'];
export type Space = Schemas['Space'];
export type SpaceDraft = Schemas['SpaceDraft'];
export type SpaceChoices = Schemas['SpaceChoices'];
export type Board = Schemas['Board'];
export type Idea = Schemas['Idea'];
export type Contribution = Schemas['Contribution'];
export type Situation = Schemas['Situation'];
export type SituationDraft = Schemas['SituationDraft'];
export type MinutesVersion = Schemas['MinutesVersion'];
export type Unfollowed = Schemas['Unfollowed'];
export type Sort = NonNullable<Idea['sort']>;
export type Lived = NonNullable<Idea['lived']>;

const everything = ['/api/spaces', '/api/home', '/api/proposals', '/api/follow-ups', '/api/thread'];

export function useSpaces() {
  return useRead<List<SpaceLine>>('/api/spaces');
}

export function useChoices() {
  return useRead<List<SpaceChoices>>('/api/spaces/choices');
}

export function useSpace(id: string) {
  useLive([`spaces/${id}`]);
  return useRead<SpaceView>(`/api/spaces/${id}`);
}

/** Nobody is told when a phone writes: the board is asked again now and then, to know whether five are there. */
const again_ms = 5_000;

export function useBoard(id: string, isWatched = false) {
  useLive([`spaces/${id}`]);
  return useRead<Board>(`/api/spaces/${id}/board`, isWatched ? { again_ms } : {});
}

export function useFollowUps() {
  return useRead<List<Unfollowed>>('/api/follow-ups');
}

export function usePrepare(onDone: (id: string) => void) {
  return useWrite<SpaceView, SpaceDraft>('POST', '/api/spaces', {
    changes: everything,
    onDone: ({ data }) => onDone(data.space.id),
  });
}

export function useEditSpace(id: string, onDone: () => void) {
  return useWrite<SpaceView, SpaceDraft>('PUT', `/api/spaces/${id}`, {
    changes: everything,
    onDone,
  });
}

export function useOpenSpace(id: string) {
  return useWrite<SpaceView, object>('POST', `/api/spaces/${id}/open`, { changes: everything });
}

/**
 * A write that answers with the board: it is shown at once, and asked for again, since what another screen did may have
 * been read before this reply came.
 */
function useBoardWrite<Body>(id: string, method: WriteMethod, what: string, onDone?: () => void) {
  const client = useQueryClient();
  const board = `/api/spaces/${id}/board`;
  return useWrite<Board, Body>(method, `/api/spaces/${id}/${what}`, {
    inTurnOn: board,
    onDone: (reply: Reply<Board>) => {
      client.setQueryData(keyOf(board), reply);
      void client.invalidateQueries({ queryKey: keyOf(board) });
      onDone?.();
    },
  });
}

export const useStep = (id: string) => useBoardWrite<{ step: number }>(id, 'PUT', 'step');
export const useRelease = (id: string) => useBoardWrite<object>(id, 'POST', 'release');
export const useSettle = (id: string) => useBoardWrite<object>(id, 'POST', 'settle');
export const useMinutes = (id: string, onDone?: () => void) =>
  useBoardWrite<{ words: string }>(id, 'PUT', 'minutes', onDone);
export const usePaper = (id: string, onDone: () => void) =>
  useBoardWrite<{ sheets: { words: string[]; kind: Contribution['kind'] }[] }>(
    id,
    'POST',
    'paper',
    onDone,
  );
export const useTellSituation = (id: string, onDone: () => void) =>
  useBoardWrite<SituationDraft>(id, 'POST', 'situations', onDone);

export function useClose(id: string, onDone: () => void) {
  return useWrite<Board, { return_on: string }>('POST', `/api/spaces/${id}/close`, {
    changes: everything,
    onDone,
  });
}

export function useReturn(id: string, onDone: () => void) {
  return useWrite<Board, { words: string }>('POST', `/api/spaces/${id}/return`, {
    changes: everything,
    onDone,
  });
}

export function useFollowLink(id: string, method: 'POST' | 'DELETE') {
  return useWrite<Board, object | undefined>(method, `/api/spaces/${id}/follow-link`, {
    changes: [`/api/spaces/${id}`],
  });
}

export function useNewIdea(id: string, onDone?: (idea: Idea) => void) {
  return useWrite<Idea, { words: string; sort: Sort | null; lived: Lived | null }>(
    'POST',
    `/api/spaces/${id}/ideas`,
    { changes: [`/api/spaces/${id}`], onDone: ({ data }) => onDone?.(data) },
  );
}

export interface IdeaChange {
  id: string;
  words: string;
  sort: Sort | null;
  lived: Lived | null;
  answer_college_id: string | null;
  version: number;
}

/** Writes whose path names the sentence: one hook for all the rows of a list. */
export function useSentences(space: string) {
  const client = useQueryClient();
  const options = {
    onSuccess: () => client.invalidateQueries({ queryKey: keyOf(`/api/spaces/${space}`) }),
  };
  return {
    take: useMutation<Reply<Idea>, Problem, { id: string; sort: Sort | null }>({
      mutationFn: ({ id, sort }) => write('POST', `/api/contributions/${id}/idea`, { sort }),
      ...options,
    }),
    change: useMutation<Reply<Idea>, Problem, IdeaChange>({
      mutationFn: ({ id, ...body }) => write('PUT', `/api/ideas/${id}`, body),
      ...options,
    }),
    remove: useMutation<Reply<object>, Problem, { id: string }>({
      mutationFn: ({ id }) => write('DELETE', `/api/ideas/${id}`),
      ...options,
    }),
    show: useMutation<
      Reply<Contribution>,
      Problem,
      { id: string; state: Contribution['state']; reason: string | null }
    >({
      mutationFn: ({ id, ...body }) => write('PUT', `/api/contributions/${id}`, body),
      ...options,
    }),
  };
}

export interface FollowUp {
  id: string;
  follow_up: 'decide' | 'ask' | 'set_aside';
  words: string | null;
  answer_college_id: string | null;
  reason: string | null;
  version: number;
}

export function useFollowUp() {
  const client = useQueryClient();
  return useMutation<Reply<Idea>, Problem, FollowUp>({
    mutationFn: ({ id, ...body }) => write('POST', `/api/ideas/${id}/follow-up`, body),
    onSuccess: () =>
      Promise.all(everything.map((path) => client.invalidateQueries({ queryKey: keyOf(path) }))),
  });
}
